"""An order: what is to be made of a lesson, how it looks, and which files that are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from netsim.border.files import sweep
from scenes.lesson.kept_traces import kept_trace
from scenes.lesson.lesson import Lesson
from scenes.look.theme import Theme
from scenes.story.continued import handed_over
from scenes.story.told import Part
from scenes.studio.film.around import around, check_around
from scenes.studio.film.beside import endings_of
from scenes.studio.film.clips.encoders import SOFTWARE, encoder_named
from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.pieces.kept_clips import Clip
from scenes.studio.film.pieces.keys import shot_of
from scenes.studio.film.pieces.shot import Shot
from scenes.studio.film.stills import file_names
from scenes.studio.ownership import Made
from scenes.studio.places import ENDINGS, folder_beside
from scenes.studio.voice.heard import Voices
from scenes.words.messages import Messages


@dataclass(frozen=True)
class Order:
    """What is to be made of a lesson.

    Attributes
    ----------
    parts
        Scenes, and which of their beats, in the order of the film.
    name
        The film's file name, without its ending.
    out
        Where the film goes; the work folder is `.work` in it.
    jobs
        How many beats are rendered at a time; None for as many as there are cores and memory for.
    force
        Whether files that were not made by an earlier run are overwritten.
    encoder
        What encodes the frames: a name in `ENCODERS`.
    cluster
        The address of the Dask scheduler whose workers film; None if this machine does.
    """

    lesson: Lesson
    parts: Sequence[Part]
    name: str
    quality: Quality
    captions: bool
    out: Path
    jobs: int | None = None
    force: bool = False
    encoder: str = SOFTWARE
    cluster: str | None = None

    @property
    def work(self) -> Path:
        """Where finished beats and traces are kept between runs."""
        return self.out / ".work"

    @property
    def made(self) -> Made:
        """What was made where the film goes."""
        return Made(self.out, self.force)

    def place(self, ending: str) -> Path:
        """Return the path of what is made of it, by how its name ends: `.mp4`, `-slides.html`."""
        return self.out / f"{self.name}{ending}"

    def check(self, formats: Sequence[str]) -> None:
        """Make sure that all files of these formats may be written, and clear what a killed run left beside them.

        Raises
        ------
        OwnershipError
            If a file is there that was not made by an earlier run, or was changed since.
        LessonError
            If the lesson's intro or outro is no film.
        """
        sweep(self.out)
        self.made.check(path for kind in formats for path in self._targets(kind))
        check_around(self.lesson)

    def _targets(self, kind: str) -> list[Path]:
        """List the files and folders of a format."""
        if kind == "stills":
            return [self.place("-stills") / name for name in file_names(self.parts)]
        if kind == "clips":
            return [
                self.place("-clips") / name for name in file_names(self.parts, encoder_named(self.encoder).container)
            ]
        targets = [self.place(ending) for ending in ENDINGS[kind]]
        if kind == "film":
            others = endings_of(self.lesson.subtitles())[1:]
            targets += [self.place(f"{other}{kind}") for other in others for kind in (".srt", ".vtt")]
        return [*targets, folder_beside(targets[0])] if kind == "html" else targets

    def theme(self) -> Theme:
        """Return how the lesson looks, at pace 1; raises `ThemeError` if it cannot look so."""
        return self.lesson.theme()

    def words(self) -> Messages:
        """Return what the lesson says; raises `WordsError` if it cannot be said."""
        return self.lesson.words()

    def around(self) -> tuple[tuple[Clip, ...], tuple[Clip, ...]]:
        """Return what the lesson lets be joined before and after its film; raises `LessonError` if that cannot be."""
        return around(self.lesson, self.quality, self.encoder, self.theme().of("background"), self.work)

    def shots(self, voices: Voices | None = None) -> tuple[Shot, ...]:
        """List one shot for each scene; `voices` are what is heard of each."""
        trace, words, file = kept_trace(self.lesson, self.work), self.words(), str(self.lesson.words_file() or "")
        make = partial(
            shot_of,
            trace=trace,
            quality=self.quality,
            words=words,
            captions=self.captions,
            theme=self.lesson.theme_name(),
            scale=self.lesson.look.scale,
            pace=self.lesson.look.pace,
            file=file,
            encoder=self.encoder,
            imprint=self.theme().imprint,
        )
        joins = zip(self.parts, handed_over(self.parts), strict=True)
        heard = voices or {}
        return tuple(
            make(part.scene, told=part.told, after=after, leads_on=on, voice=heard.get(part.scene))
            for part, (after, on) in joins
        )
