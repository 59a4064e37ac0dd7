"""A request: what a command's options ask of a lesson."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scenes.lesson.lesson import Lesson


@dataclass(frozen=True, kw_only=True)
class Request:
    """What is asked of a lesson, by the names of the options; what is None is as the lesson itself says.

    Attributes
    ----------
    lesson
        Its file, or one that was read before; None for the default lesson.
    told_of
        The file of a record that it is told of; None if it trains.
    names, chapters, whole
        Which scenes: those of these names or ideas, those of these chapters, or all; none of them for its story.
    language
        In which it is told: a tag, or a translation's file.
    theme, aspect, captions
        How it looks: a theme's name or file, a name in `ASPECTS`, and "on" or "off".
    quality, encoder
        How it is filmed: a name in `QUALITIES`, and in `ENCODERS`.
    jobs, cluster
        How many beats are filmed at a time here; or the address of a Dask scheduler whose workers film.
    out
        The folder that its files go to.
    force
        Whether files that were not made by an earlier run are overwritten.
    trust
        Whether its file of scenes may be run, and its output folder may be, wherever they lie.
    yes
        Whether its training may take hours.
    """

    lesson: Path | Lesson | None = None
    told_of: Path | None = None
    names: Sequence[str] = ()
    chapters: Sequence[str] = ()
    whole: bool = False
    language: str | None = None
    theme: str | None = None
    aspect: str | None = None
    captions: str | None = None
    quality: str | None = None
    encoder: str | None = None
    jobs: int | None = None
    cluster: str | None = None
    out: Path | None = None
    force: bool = False
    trust: bool = False
    yes: bool = False

    @property
    def chooses(self) -> bool:
        """Whether it names scenes, chapters or all, in place of the lesson's story."""
        return bool(self.names or self.chapters or self.whole)
