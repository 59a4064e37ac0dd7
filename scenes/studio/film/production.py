"""A production: from a lesson's scenes to clips and one film, going on from what was finished."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from netsim import Trace
from netsim.border.files import sweep
from scenes.lesson.kept_traces import kept_trace, trace_for
from scenes.lesson.lesson import Lesson
from scenes.look.theme import Theme
from scenes.story.continued import handed_over
from scenes.story.told import Part
from scenes.studio.film.around import around, check_around
from scenes.studio.film.beside import InWords, endings_of
from scenes.studio.film.clips.encoders import SOFTWARE, encoder_named
from scenes.studio.film.clips.film import join
from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.clips.transcript import marks_of
from scenes.studio.film.crew.crew import Crew
from scenes.studio.film.crew.farm.address import FarmError
from scenes.studio.film.crew.memory import hands_here
from scenes.studio.film.filming import counted, film
from scenes.studio.film.pieces.kept_clips import Clip, kept, known_pieces, prune
from scenes.studio.film.pieces.keys import shot_of
from scenes.studio.film.pieces.plan import effort_by, gaps
from scenes.studio.film.pieces.shot import Shot
from scenes.studio.film.progress import Display, Tally
from scenes.studio.film.room import check_room
from scenes.studio.film.stills import file_names, set_up
from scenes.studio.ownership import Made
from scenes.studio.places import ENDINGS, folder_beside
from scenes.studio.voice.heard import Heard, Voices
from scenes.words.messages import Messages

if TYPE_CHECKING:
    from scenes.studio.film.crew.cluster import Cluster

# A piece's place in a production: its scene's address, and its beat.
Place = tuple[str, str]


class ProductionError(RuntimeError):
    """Scenes that could not be rendered; its text names each, why, and where its log is."""


class ProductionStopped(RuntimeError):
    """A production that was interrupted; its text says what is kept."""


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


@dataclass(frozen=True)
class Takes:
    """The finished scenes of a production, the clips of each, and how many beats an earlier run had made."""

    scenes: tuple[tuple[Clip, ...], ...]
    kept: int

    @property
    def clips(self) -> tuple[Clip, ...]:
        """All clips, in the order of the film."""
        return tuple(clip for scene in self.scenes for clip in scene)


@dataclass(frozen=True)
class Production:
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

    def make(self, display: Display) -> Film:
        """Render what is not finished, and join it; raises what `check` and `film_scenes` raise."""
        self.check(("film",))
        return self._join(self.film_scenes(display))

    def film_scenes(self, display: Display) -> Takes:
        """Record or load the trace, and render what is not finished.

        Raises
        ------
        ProductionError
            If a beat failed; those that were finished are kept.
        ProductionStopped
            If it was interrupted; what was finished is kept.
        NoRoomError
            If something has no room in the format, or at the size of type; nothing was begun.
        SoundError
            If a recording cannot be used, or what speaks cannot.
        FarmError
            If there is no such cluster, or it draws otherwise than this machine; nothing was begun.
        """
        if self.cluster is not None:
            from scenes.studio.film.crew.cluster import visit

            visit(self.cluster)
        heard = Heard.of(self.lesson, self.parts, self.words())
        self.out.mkdir(parents=True, exist_ok=True)
        shots: Sequence[Shot] = ()
        try:
            with display:
                trace = trace_for(self.lesson, self.work, display.training, display.tell)
                shots = self.shots(heard.voices(trace, self.work, display.tell))
                before = self._kept(shots)
                self._check_room(trace, shots, before, display)
                failures = self._film(shots, before, display)
        except KeyboardInterrupt:
            raise ProductionStopped(f"Stopped. {self._finished(shots)}") from None
        except FarmError as error:
            raise ProductionError(f"{error}\n{self._finished(shots)}") from None
        clips = self._kept(shots)
        if failures or any((shot.scene, piece.beat) not in clips for shot in shots for piece in shot.pieces):
            raise ProductionError("\n".join([*failures, self._finished(shots)]))
        prune(clips.values(), self.work)
        scenes = tuple(tuple(clips[shot.scene, piece.beat] for piece in shot.pieces) for shot in shots)
        return Takes(scenes, sum(clip.is_beat for clip in before.values()))

    def around(self) -> tuple[tuple[Clip, ...], tuple[Clip, ...]]:
        """Return what the lesson lets be joined before and after its film; raises `LessonError` if that cannot be."""
        return around(self.lesson, self.quality, self.encoder, self.theme().of("background"), self.work)

    def _check_room(self, trace: Trace, shots: Sequence[Shot], before: Mapping[Place, Clip], display: Display) -> None:
        """Refuse what has no room, of the scenes that are not finished."""
        missing = {shot.scene for shot in shots for piece in shot.pieces if (shot.scene, piece.beat) not in before}
        parts = [part for part, shot in zip(self.parts, shots, strict=True) if shot.scene in missing]
        with set_up(self.quality):
            check_room(parts, trace, self.quality, self.theme(), self.words(), self.captions, display.tell)

    def _kept(self, shots: Sequence[Shot]) -> dict[Place, Clip]:
        """Find the pieces that are finished."""
        found = {(shot.scene, piece.beat): kept(shot, piece, self.work) for shot in shots for piece in shot.pieces}
        return {place: clip for place, clip in found.items() if clip is not None}

    def _finished(self, shots: Sequence[Shot]) -> str:
        """Say what is kept for the next run."""
        if not shots:
            return "The filming was not yet begun, and nothing half-made is left."
        finished = sum(clip.is_beat for clip in self._kept(shots).values())
        beats = f"{finished or 'None'} of {counted(shots)} {'is' if finished == 1 else 'are'} finished"
        return f"{beats}; the same command goes on from there."

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

    def _film(self, shots: Sequence[Shot], before: Mapping[Place, Clip], display: Display) -> list[str]:
        """Film the pieces that are not kept; return what failed, one sentence each."""
        known = known_pieces(self.work, self.quality.label)
        tally = Tally(tuple(shots), {place: round(one.seconds * self.quality.fps) for place, one in known.items()})
        for place in before:
            tally.keep(*place)
        if tally.beats_done:
            display.tell(f"{tally.beats_done} of {counted(shots)} are finished already.")
        missing = gaps(shots, before)
        with self._crew(sum(len(run.pieces) for run in missing)) as crew:
            return film(missing, crew, effort_by(known, self.quality), tally, display)

    def _crew(self, pieces: int) -> Crew | Cluster:
        """Choose who films so many pieces."""
        if self.cluster is None:
            return Crew(self.work, hands_here(self.quality, pieces, self.jobs))
        from scenes.studio.film.crew.cluster import Cluster  # late, since Dask need not be installed

        return Cluster(self.work, self.cluster)

    def _join(self, takes: Takes) -> Film:
        path, scenes = self.place(".mp4"), [part.scene for part in self.parts]
        trace, languages = Trace.load(kept_trace(self.lesson, self.work)), self.lesson.subtitles()
        intro, outro = self.around()
        told = InWords(scenes, takes.scenes, trace, languages, intro, outro)
        beside = told.texts(self.place, self.name)
        with ExitStack() as drafts:  # they get their names when the film has its own
            for place, text in beside.items():
                drafts.enter_context(self.made.whole(place)).write_text(text, "utf-8")
            # Where the words stand in the picture already, players show them again only when asked.
            shown, marks = not self.captions, marks_of(scenes, takes.scenes, languages[0], intro, outro)
            joined = [clip.path for clip in (*intro, *takes.clips, *outro) if clip.frames]
            draft = drafts.enter_context(self.made.whole(path))
            music = self.lesson.beside(self.lesson.voice.music) if self.lesson.voice.music else None
            said = told.subtitles
            frames = join(joined, draft, self.name, marks=marks, subtitles=said, words_shown=shown, music=music)
        seconds, made = frames / self.quality.fps, sum(clip.is_beat for clip in takes.clips) - takes.kept
        return Film(path, self.quality, tuple(beside), frames, seconds, made, takes.kept)
