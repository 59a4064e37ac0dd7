"""The transcript: what is said, by chapter, scene and beat, with its time in the film, in Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scenes.stage.chapters import CHAPTERS
from scenes.stage.stage import TraceScene
from scenes.studio.film.shot import Clip
from scenes.studio.film.tracks import Mark
from scenes.words.messages import Messages

# Signs that Markdown would take for layout.
_MARKUP = re.compile(r"([\\`*_\[\]<>#|])")


def transcript(name: str, scenes: Sequence[type[TraceScene]], clips: Sequence[Clip], words: Messages) -> str:
    """Write the transcript of a film of these scenes, one clip each."""
    lines = [f"# {name}", ""]
    before, chapter = 0.0, ""
    for scene, clip in zip(scenes, clips, strict=True):
        if scene.chapter != chapter:
            chapter = scene.chapter
            lines += [f"## {_plain(words.say(CHAPTERS[chapter].message, {}))}", ""]
        lines += [f"### {_plain(scene.titled(words))}", ""]
        for passage in clip.passages:
            place = " · ".join(filter(None, [clock(before + passage.first / clip.fps), passage.id]))
            lines += [f"**{place}** `{scene.__name__}.{passage.name}`  ", _plain(clip.says(passage)), ""]
        before += clip.seconds
    return "\n".join(lines)


def marks_of(scenes: Sequence[type[TraceScene]], clips: Sequence[Clip], words: Messages) -> list[Mark]:
    """List a film's chapter marks: one a scene, with the ideas that it tells and its title."""
    marks: list[Mark] = []
    before = 0.0
    for scene, clip in zip(scenes, clips, strict=True):
        ids = list(dict.fromkeys(passage.id for passage in clip.passages if passage.id))
        span = ids[0] if len(ids) == 1 else f"{ids[0]}–{ids[-1]}" if ids else ""
        title = " · ".join(filter(None, [span, scene.titled(words)]))
        marks.append(Mark(before, before + clip.seconds, title))
        before += clip.seconds
    return marks


def clock(seconds: float) -> str:
    """Write a time in a film as m:ss."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
