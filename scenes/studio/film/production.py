"""A production: from a lesson's scenes to clips and one film, going on from what was finished."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from netsim.border.files import sweep
from scenes.lesson.kept_traces import kept_trace, trace_for
from scenes.lesson.lesson import Lesson
from scenes.look.theme import Theme
from scenes.story.own_scenes import address
from scenes.story.told import Part
from scenes.studio.film.crew import Crew, Report
from scenes.studio.film.encoders import SOFTWARE
from scenes.studio.film.film import join
from scenes.studio.film.memory import hands_here
from scenes.studio.film.process import DISK_FULL
from scenes.studio.film.progress import Display, Tally
from scenes.studio.film.quality import Quality
from scenes.studio.film.shot import Clip, Said, Shot, prune
from scenes.studio.film.stills import file_names
from scenes.studio.film.subtitles import as_srt, as_vtt, film_cues
from scenes.studio.film.transcript import marks_of, transcript
from scenes.studio.ownership import Made
from scenes.studio.places import ENDINGS, folder_beside
from scenes.words.messages import Messages


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
        The subtitles for players (.srt) and for browsers (.vtt), and the transcript (.md).
    frames, seconds
        How long it is.
    made, kept
        How many of its scenes were rendered now, and how many by an earlier run.
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
    """The finished scenes of a production, in its order, and how many of them an earlier run had made."""

    clips: tuple[Clip, ...]
    kept: int


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
        How many scenes are rendered at a time; None for as many as there are cores and memory for.
    force
        Whether files that were not made by an earlier run are overwritten.
    encoder
        What encodes the frames: a name in `ENCODERS`.
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

    @property
    def work(self) -> Path:
        """Where finished scenes and traces are kept between runs."""
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
        """
        sweep(self.out)
        self.made.check(path for kind in formats for path in self._targets(kind))

    def _targets(self, kind: str) -> list[Path]:
        """List the files and folders of a format."""
        if kind == "stills":
            return [self.place("-stills") / name for name in file_names(self.parts)]
        targets = [self.place(ending) for ending in ENDINGS[kind]]
        return [*targets, folder_beside(targets[0])] if kind == "html" else targets

    def theme(self) -> Theme:
        """Return the lesson's theme, at pace 1; raises `ThemeError` if there is no such theme."""
        return Theme.load(self.lesson.theme_name())

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
            If a scene failed; those that were finished are kept.
        ProductionStopped
            If it was interrupted; what was finished is kept.
        """
        self.out.mkdir(parents=True, exist_ok=True)
        shots: Sequence[Shot] = ()
        try:
            with display:
                trace_for(self.lesson, self.work, display.training, display.tell)
                shots = self.shots()
                kept = [shot for shot in shots if shot.kept(self.work)]
                failures = self._render(shots, kept, display)
        except KeyboardInterrupt:
            raise ProductionStopped(f"Stopped. {self._finished(shots)}") from None
        clips = tuple(clip for shot in shots if (clip := shot.kept(self.work)))
        if failures or len(clips) < len(shots):
            raise ProductionError("\n".join([*failures, self._finished(shots)]))
        prune(clips, self.work)
        return Takes(clips, len(kept))

    def _finished(self, shots: Sequence[Shot]) -> str:
        """Say what is kept for the next run."""
        if not shots:
            return "The filming was not yet begun, and nothing half-made is left."
        finished = sum(1 for shot in shots if shot.kept(self.work))
        scenes = f"{finished or 'None'} of {len(shots)} scenes {'is' if finished == 1 else 'are'} finished"
        return f"{scenes}; the same command goes on from there."

    def shots(self) -> tuple[Shot, ...]:
        """List one shot for each scene."""
        trace, theme, pace = kept_trace(self.lesson, self.work), self.lesson.theme_name(), self.lesson.look.pace
        words, file = self.words(), self.lesson.words_file()
        shots = []
        for part in self.parts:
            told = None if part.told is None else tuple(sorted(part.told))
            beats = len(part.scene.beats()) if told is None else len(told)
            said = Said(words.language, str(file or ""), words.digest(part.scene.messages(words)))
            look = (self.quality, self.captions, theme, pace)
            shots.append(Shot(address(part.scene), beats, trace, *look, told, said, self.encoder))
        return tuple(shots)

    def _render(self, shots: Sequence[Shot], kept: Sequence[Shot], display: Display) -> list[str]:
        """Render the shots that are not kept, longest first; return what failed, one sentence each."""
        known = {name: round(length * self.quality.fps) for name, length in known_seconds(self.work).items()}
        tally = Tally(tuple(shots), known)
        for shot in kept:
            tally.keep(shot)
        if kept:
            display.tell(f"{len(kept)} of {len(shots)} scenes are finished already.")
        missing = [shot for shot in shots if shot not in kept]
        missing.sort(key=lambda shot: (known.get(shot.name, 0), shot.beats), reverse=True)
        failures = []
        hands = hands_here(self.quality, len(missing), self.jobs)
        if missing and hands.said:
            display.tell(hands.said)
        with Crew(self.work, hands.count) as crew:
            for report in crew.render(missing):
                if report is not None:
                    tally.hear(report)
                    if report.kind == "failed":
                        failures.append(_failure(report))
                    if report.why == DISK_FULL:
                        failures.append("Free some space, then try again.")
                        break
                display.filming(tally)
        return failures

    def _join(self, takes: Takes) -> Film:
        path = self.place(".mp4")
        scenes, clips, words = [part.scene for part in self.parts], takes.clips, self.words()
        cues = film_cues(clips)
        texts = {".srt": as_srt(cues), ".vtt": as_vtt(cues), ".md": transcript(self.name, scenes, clips, words)}
        beside = {self.place(ending): text for ending, text in texts.items()}
        with ExitStack() as drafts:  # they get their names when the film has its own
            for place, text in beside.items():
                drafts.enter_context(self.made.whole(place)).write_text(text, "utf-8")
            # Where the words stand in the picture already, players show them again only when asked.
            shown, marks = not self.captions, marks_of(scenes, clips, words)
            joined = [clip.path for clip in clips]
            draft = drafts.enter_context(self.made.whole(path))
            frames = join(joined, draft, self.name, marks=marks, words=cues, words_shown=shown, language=words.code)
        seconds, made = frames / self.quality.fps, len(clips) - takes.kept
        return Film(path, self.quality, tuple(beside), frames, seconds, made, takes.kept)


def known_seconds(work: Path) -> dict[str, float]:
    """Give the lengths of scenes rendered before, at any quality, by class name; the newest counts."""
    lengths: dict[str, float] = {}
    for path in sorted((work / "clips").glob("*.json"), key=lambda p: p.stat().st_mtime):
        try:
            sidecar = json.loads(path.read_text("utf-8"))
            lengths[sidecar["scene"].rpartition(":")[2]] = sidecar["frames"] / sidecar["fps"]
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return lengths


def _failure(report: Report) -> str:
    return f"{report.shot.name} failed: {report.why.rstrip('.')}. Its log: {report.log}"
