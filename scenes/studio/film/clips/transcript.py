"""The transcript: what is said, by chapter, scene and beat, with its time in the film, in Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from scenes.stage.chapters import CHAPTERS
from scenes.stage.stage import TraceScene
from scenes.studio.film.clips.tracks import Mark
from scenes.studio.film.pieces.kept_clips import Clip
from scenes.words.messages import Messages

# Signs that Markdown would take for layout.
_MARKUP = re.compile(r"([\\`*_\[\]<>#|])")


def transcript(
    name: str, scenes: Sequence[type[TraceScene]], takes: Sequence[Sequence[Clip]], words: Messages, before: float = 0.0
) -> str:
    """Write the transcript of a film of these scenes, of the clips of each; they begin after so many seconds."""
    lines = [f"# {name}", ""]
    chapter = ""
    for scene, clips in zip(scenes, takes, strict=True):
        if scene.chapter != chapter:
            chapter = scene.chapter
            lines += [f"## {_plain(words.say(CHAPTERS[chapter].message, {}))}", ""]
        lines += [f"### {_plain(scene.titled(words))}", ""]
        for clip in clips:
            if clip.is_beat:
                place = " · ".join(filter(None, [clock(before), clip.id]))
                lines += [f"**{place}** `{scene.__name__}.{clip.beat}`  ", _plain(clip.says), ""]
            before += clip.seconds
    return "\n".join(lines)


def marks_of(
    scenes: Sequence[type[TraceScene]],
    takes: Sequence[Sequence[Clip]],
    words: Messages,
    intro: Sequence[Clip] = (),
    outro: Sequence[Clip] = (),
) -> list[Mark]:
    """List a film's chapter marks: one a scene, with the ideas that it tells and its title; others before and after."""
    titled = [(title_around(clip, words), clip.seconds) for clip in intro]
    for scene, clips in zip(scenes, takes, strict=True):
        ids = list(dict.fromkeys(clip.id for clip in clips if clip.id))
        span = ids[0] if len(ids) == 1 else f"{ids[0]}–{ids[-1]}" if ids else ""
        title = " · ".join(filter(None, [span, scene.titled(words)]))
        titled.append((title, sum(clip.seconds for clip in clips)))
    titled += [(title_around(clip, words), clip.seconds) for clip in outro]
    ends = list(accumulate(seconds for _, seconds in titled))
    return [Mark(end - seconds, end, title) for (title, seconds), end in zip(titled, ends, strict=True)]


def title_around(clip: Clip, words: Messages) -> str:
    """Return what a film of others is called that is joined before or after ours."""
    return str(words.say("film", {}, clip.beat))


def clock(seconds: float) -> str:
    """Write a time in a film as m:ss, after an hour as h:mm:ss."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02d}" if minutes < 60 else f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
