"""What a film says, said in another language over the same time, for subtitles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from netsim import Trace
from scenes.stage.stage import TraceScene
from scenes.studio.film.pieces.kept_clips import Clip, Spoken
from scenes.words.messages import Messages


def retold(
    scenes: Sequence[type[TraceScene]], takes: Sequence[Sequence[Clip]], trace: Trace, words: Messages
) -> list[Clip]:
    """Return the clips of a film as if told in another language: a beat takes the time of its own words."""
    clips: list[Clip] = []
    for scene, taken in zip(scenes, takes, strict=True):
        said = scene.says(trace, words=words)
        clips += [_in(clip, said[clip.beat]) if clip.spoken and clip.beat in said else clip for clip in taken]
    return clips


def _in(clip: Clip, text: str) -> Clip:
    return replace(clip, spoken=(Spoken(clip.spoken[0].start, clip.spoken[-1].end, text),))
