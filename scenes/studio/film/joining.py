"""Joining: the film of what was filmed, and the texts that lie beside it."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from netsim import Trace
from scenes.lesson.kept_traces import kept_trace
from scenes.studio.film.beside import InWords
from scenes.studio.film.clips.film import join
from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.clips.transcript import marks_of
from scenes.studio.film.order import Order
from scenes.studio.film.takes import Takes


@dataclass(frozen=True)
class Film:
    """A finished film.

    Attributes
    ----------
    path
        The film, with chapter marks and subtitles in it.
    quality
        Its size and frame rate.
    beside
        The subtitles for players (.srt) and for browsers (.vtt), of its own and of other languages, the transcript
        (.md), and what is pasted where it is uploaded (.youtube.txt).
    frames, seconds
        How long it is.
    made, kept
        How many of its beats were rendered now, and how many by an earlier run.
    """

    path: Path
    quality: Quality
    beside: tuple[Path, ...]
    frames: int
    seconds: float
    made: int
    kept: int


def joined(order: Order, takes: Takes) -> Film:
    """Join what was filmed of an order, with chapter marks, subtitles and music, and write what lies beside it.

    Raises
    ------
    LessonError
        If the lesson's intro or outro is no film.
    SoundError
        If its music cannot be heard.
    OwnershipError
        If a file is there that was not made by an earlier run, or was changed since.
    """
    path, scenes = order.place(".mp4"), [part.scene for part in order.parts]
    trace, languages = Trace.load(kept_trace(order.lesson, order.work)), order.lesson.subtitles()
    intro, outro = order.around()
    told = InWords(scenes, takes.scenes, trace, languages, intro, outro)
    beside = told.texts(order.place, order.name)
    with ExitStack() as drafts:  # they get their names when the film has its own
        for place, text in beside.items():
            drafts.enter_context(order.made.whole(place)).write_text(text, "utf-8")
        # Where the words stand in the picture already, players show them again only when asked.
        shown, marks = not order.captions, marks_of(scenes, takes.scenes, languages[0], intro, outro)
        clips = [clip.path for clip in (*intro, *takes.clips, *outro) if clip.frames]
        draft = drafts.enter_context(order.made.whole(path))
        music = order.lesson.beside(order.lesson.voice.music) if order.lesson.voice.music else None
        said = told.subtitles
        frames = join(clips, draft, order.name, marks=marks, subtitles=said, words_shown=shown, music=music)
    seconds, made = frames / order.quality.fps, sum(clip.is_beat for clip in takes.clips) - takes.kept
    return Film(path, order.quality, tuple(beside), frames, seconds, made, takes.kept)
