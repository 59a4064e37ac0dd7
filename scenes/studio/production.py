"""A production: from a lesson's scenes to one film and its subtitles, going on from what was finished."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from netsim import Trace
from scenes.lesson import Lesson, kept_trace, trace_for
from scenes.stage import TraceScene
from scenes.studio.crew import Crew, Report
from scenes.studio.film import join
from scenes.studio.progress import Display, Tally
from scenes.studio.quality import Quality
from scenes.studio.shot import DISK_FULL, Clip, Shot
from scenes.studio.subtitles import subtitles


class ProductionError(RuntimeError):
    """Scenes that could not be rendered; its text names each, why, and where its log is."""


class ProductionStopped(RuntimeError):
    """A production that was interrupted; its text says what is kept."""


@dataclass(frozen=True)
class Film:
    """A finished film.

    Attributes
    ----------
    path, subtitles
        Its two files.
    frames, seconds
        How long it is.
    made, kept
        How many of its scenes were rendered now, and how many by an earlier run.
    """

    path: Path
    subtitles: Path
    frames: int
    seconds: float
    made: int
    kept: int


@dataclass(frozen=True)
class Production:
    """What is to be made of a lesson.

    Attributes
    ----------
    scenes
        In the order of the film.
    name
        The film's file name, without its ending.
    out
        Where the film goes; the work folder is `.work` in it.
    """

    lesson: Lesson
    scenes: Sequence[type[TraceScene]]
    name: str
    quality: Quality
    captions: bool
    out: Path

    @property
    def work(self) -> Path:
        """Where finished scenes and traces are kept between runs."""
        return self.out / ".work"

    def make(self, display: Display) -> Film:
        """Record or load the trace, render what is not finished, join it.

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
                trace = trace_for(self.lesson, self.work, display.training)
                shots = self.shots(trace)
                kept = [shot for shot in shots if shot.kept(self.work)]
                failures = self._render(shots, kept, display)
        except KeyboardInterrupt:
            raise ProductionStopped(f"Stopped. {self._finished(shots)}") from None
        clips = [clip for shot in shots if (clip := shot.kept(self.work))]
        if failures or len(clips) < len(shots):
            raise ProductionError("\n".join([*failures, self._finished(shots)]))
        return self._join(clips, len(kept))

    def _finished(self, shots: Sequence[Shot]) -> str:
        """Say what is kept for the next run."""
        if not shots:
            return "The film was not yet begun, and nothing half-made is left."
        finished = sum(1 for shot in shots if shot.kept(self.work))
        scenes = f"{finished or 'None'} of {len(shots)} scenes {'is' if finished == 1 else 'are'} finished"
        return f"{scenes}; the same command goes on from there."

    def shots(self, trace: Trace) -> tuple[Shot, ...]:
        """List one shot for each scene."""
        path = kept_trace(self.lesson, self.work)
        return tuple(
            Shot(f"{s.__module__}:{s.__qualname__}", len(s.beats()), path, trace.digest, self.quality, self.captions)
            for s in self.scenes
        )

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
        with Crew(self.work) as crew:
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

    def _join(self, clips: Sequence[Clip], kept: int) -> Film:
        path = self.out / f"{self.name}.mp4"
        words = path.with_suffix(".srt")
        draft = words.with_name(f".{words.name}.part")
        try:
            draft.write_text(subtitles(clips), "utf-8")
            frames = join([clip.path for clip in clips], path, title=self.name)
            draft.replace(words)
        finally:
            draft.unlink(missing_ok=True)
        return Film(path, words, frames, frames / self.quality.fps, len(clips) - kept, kept)


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
