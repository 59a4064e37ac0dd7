"""What is pasted under a film where it is uploaded: title, description, chapters, and its files of subtitles.

A list of times becomes chapters on YouTube if the first is 0:00, there are three or more, each later than the one
before, and each chapter lasts ten seconds or longer (support.google.com/youtube/answer/9884579).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netsim import Trace
from scenes.stage.chapters import CHAPTERS
from scenes.stage.speaking import sizes_of
from scenes.stage.stage import TraceScene
from scenes.studio.film.clips.transcript import clock, title_around
from scenes.studio.film.pieces.kept_clips import Clip
from scenes.words.messages import Messages

SHORTEST, FEWEST = 10, 3  # seconds of a chapter; chapters of a film that has any
#: What no title and no description may contain, and what stands for it.
FORBIDDEN = str.maketrans("<>", "‹›")


@dataclass(frozen=True)
class Chapter:
    """A chapter as players list it: when it begins, how long it lasts, in seconds, and its title."""

    start: float
    seconds: float
    title: str


def upload_text(
    scenes: Sequence[type[TraceScene]],
    seconds: Sequence[float],
    trace: Trace,
    words: Messages,
    subtitles: Sequence[tuple[str, str]],
    intro: Sequence[Clip] = (),
    outro: Sequence[Clip] = (),
) -> str:
    """Write what is pasted under a film of these scenes.

    Parameters
    ----------
    seconds
        How long each scene lasts.
    subtitles
        The name of each file of subtitles, and what its language calls itself.
    intro, outro
        What is joined before and after them.
    """
    about = words.say("upload", {"sizes": sizes_of(trace), "data": str(trace.header["data"])}, "about")
    blocks = [title_of(scenes, words), about]
    before, after = ([(title_around(clip, words), clip.seconds) for clip in part] for part in (intro, outro))
    told = [(scene.titled(words), lasts) for scene, lasts in zip(scenes, seconds, strict=True)]
    parts = [*before, *told, *after]
    listed = chapters([title for title, _ in parts], [lasts for _, lasts in parts])
    if listed:
        times = [f"{clock(chapter.start)} {chapter.title}" for chapter in listed]
        blocks.append("\n".join([words.say("upload", {}, "chapters"), *times]))
    files = [f"{name} ({language})" for name, language in subtitles]
    blocks.append("\n".join([words.say("upload", {}, "subtitles"), *files]))
    return "\n\n".join(blocks).translate(FORBIDDEN) + "\n"


def chapters(titles: Sequence[str], seconds: Sequence[float]) -> list[Chapter]:
    """Join scenes until each chapter is long enough, with its longest scene's title; none if too few are left."""
    found: list[Chapter] = []
    longest = at = 0.0
    for title, lasts in zip(titles, seconds, strict=True):
        if found and int(at) - int(found[-1].start) < SHORTEST:
            before = found.pop()
            longer, longest = lasts > longest, max(longest, lasts)
            found.append(Chapter(before.start, before.seconds + lasts, title if longer else before.title))
        else:
            found.append(Chapter(at, lasts, title))
            longest = lasts
        at += lasts
    if len(found) > 1 and int(at) - int(found[-1].start) < SHORTEST:
        last = found.pop()
        found[-1] = Chapter(found[-1].start, found[-1].seconds + last.seconds, found[-1].title)
    return found if len(found) >= FEWEST else []


def title_of(scenes: Sequence[type[TraceScene]], words: Messages) -> str:
    """Return what a film is called: as its chapter, or as the whole."""
    keys = {scene.chapter for scene in scenes}
    message = CHAPTERS[keys.pop()].message if len(keys) == 1 else "handout"
    return str(words.say(message, {}))
