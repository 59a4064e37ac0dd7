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
    """Return the clips of a film as if told in another language: a beat takes the time of its own words.

    Parameters
    ----------
    takes
        The clips of each scene.
    words
        The messages of the other language.

    Returns
    -------
    list of Clip
        As many as there are, in the order of the film; one that says nothing, or whose beat that language does not
        tell, is as it was.

    Raises
    ------
    WordsError
        If a message names a fact that its scene does not give.
    """
    clips: list[Clip] = []
    for scene, taken in zip(scenes, takes, strict=True):
        said = scene.says(trace, words=words)
        clips += [_in(clip, said[clip.beat]) if clip.spoken and clip.beat in said else clip for clip in taken]
    return clips


def _in(clip: Clip, text: str) -> Clip:
    return replace(clip, spoken=(Spoken(clip.spoken[0].start, clip.spoken[-1].end, text),))
