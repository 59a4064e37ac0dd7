"""What a lesson lets be joined before and after its film: an intro and an outro of one's own."""

from __future__ import annotations

from pathlib import Path

from manim import ManimColor

from scenes.lesson.errors import LessonError
from scenes.lesson.lesson import Lesson
from scenes.stage.heard.sounding import SoundError
from scenes.studio.film.clips.film import FilmError, Footage
from scenes.studio.film.clips.joined_in import brought_to, look_into
from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.pieces.kept_clips import Clip

ROLES = ("intro", "outro")


def check_around(lesson: Lesson) -> None:
    """Make sure, before anything is filmed, that what a lesson names is a film.

    Raises
    ------
    LessonError
        If it is not.
    """
    for role in ROLES:
        named(lesson, role)


def around(
    lesson: Lesson, quality: Quality, encoder: str, ground: ManimColor, work: Path
) -> tuple[tuple[Clip, ...], tuple[Clip, ...]]:
    """Return the clip that comes first and the one that comes last, each alone or none.

    Parameters
    ----------
    quality, encoder
        Those of the clips between, to which they are joined.
    ground
        The colour beside a picture of another shape.
    work
        The work folder, in which they are kept.

    Raises
    ------
    LessonError
        If one is no film, or cannot be read to its end.
    """
    intro, outro = (_clips(lesson, role, quality, encoder, ground, work / "films") for role in ROLES)
    return intro, outro


def _clips(
    lesson: Lesson, role: str, quality: Quality, encoder: str, ground: ManimColor, folder: Path
) -> tuple[Clip, ...]:
    path = named(lesson, role)
    if path is None:
        return ()
    try:
        film = brought_to(path, quality, encoder, ground, folder)
    except (FilmError, SoundError) as error:
        raise LessonError(f"{lesson.path}: output.{role}: {error}") from None
    frames = len(Footage.of(film).shown)
    return (Clip(film, role, "", frames, quality.fps, frames // 2),)


def named(lesson: Lesson, role: str) -> Path | None:
    """Return the path of a film that a lesson names as intro or outro, None if it names none; raises as above."""
    name = getattr(lesson.output, role)
    if not name:
        return None
    path = lesson.beside(name)
    try:
        look_into(path)
    except FilmError as error:
        raise LessonError(f"{lesson.path}: output.{role} = {name!r}: {path} {error}.") from None
    return path
