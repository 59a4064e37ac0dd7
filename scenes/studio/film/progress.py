"""How far the film is: counted, and never guessed; and what a display of that has to show."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Protocol, Self

from scenes.studio.film.crew.jobs import Report
from scenes.studio.film.pieces.shot import Run, Shot

# A rate is told, and used, once it has been measured for so long.
SETTLED = 5.0


@dataclass
class Tally:
    """What is finished and what is under way.

    Parameters
    ----------
    shots
        All shots of the film.
    known
        Frames of the pieces whose length is known from an earlier render, by scene name and beat.
    clock
        Gives seconds; replaced in tests.
    """

    shots: tuple[Shot, ...]
    known: Mapping[tuple[str, str], int] = field(default_factory=dict)
    clock: Callable[[], float] = time.monotonic

    def __post_init__(self) -> None:
        self.started = self.clock()
        self.done: set[tuple[str, str]] = set()
        self.given_up: set[tuple[str, str]] = set()
        self.ended: set[Run] = set()
        self.frames_of: dict[Run, int] = {}
        self.at: dict[Run, tuple[str, int]] = {}  # the piece at hand, and how many frames lie before it

    def keep(self, scene: str, beat: str) -> None:
        """Count a piece as finished."""
        self.done.add((scene, beat))

    def hear(self, report: Report) -> None:
        """Count what a worker reports."""
        run = report.run
        if report.kind in ("beat", "piece"):
            self.at[run] = (report.beat, report.frames)
        if report.kind == "piece":
            self.keep(run.shot.scene, report.beat)
        elif report.kind in ("done", "failed"):
            self.ended.add(run)
            self.given_up |= {(run.shot.scene, piece.beat) for piece in run.pieces} - self.done
        self.frames_of[run] = max(report.frames, self.frames_of.get(run, 0))

    @property
    def beats(self) -> int:
        """How many beats the film has."""
        return sum(shot.beats for shot in self.shots)

    @property
    def beats_done(self) -> int:
        """How many beats are finished."""
        pieces = [(shot.scene, piece) for shot in self.shots for piece in shot.pieces]
        return sum(piece.is_beat and (scene, piece.beat) in self.done for scene, piece in pieces)

    @property
    def frames(self) -> int:
        """How many frames were made in this run."""
        return sum(self.frames_of.values())

    @property
    def elapsed(self) -> float:
        """Seconds since the start."""
        return self.clock() - self.started

    @property
    def rate(self) -> float | None:
        """Frames a second in this run, once measured for long enough."""
        return self.frames / self.elapsed if self.frames and self.elapsed >= SETTLED else None

    @property
    def left(self) -> float | None:
        """Seconds left, if the length of every unfinished piece is known; else None."""
        over = self.done | self.given_up
        pieces = [(s.scene, s.name, piece.beat) for s in self.shots for piece in s.pieces]
        waiting = [(name, beat) for scene, name, beat in pieces if (scene, beat) not in over]
        if self.rate is None or not all(place in self.known for place in waiting):
            return None
        made = sum(self.frames_of[run] - before for run, (_, before) in self.at.items() if run not in self.ended)
        return max(0, sum(self.known[place] for place in waiting) - made) / self.rate

    def count(self) -> str:
        """Say how much is finished."""
        return f"{self.beats_done} of {self.beats} beats"

    def pace(self) -> str:
        """Say how fast it goes, how long it took, and how long it takes if that is known."""
        parts = [f"{self.frames:,} frames"]
        if self.rate is not None:
            parts.append(f"{self.rate:.0f} frames/s")
        parts.append(f"{clock_time(self.elapsed)} so far")
        if self.left:
            parts.append(f"about {clock_time(self.left)} left")
        return " · ".join(parts)

    def at_work(self) -> list[str]:
        """Say of each worker which beat of which scene it is in."""
        return [
            f"{run.shot.name}: {beat.replace('_', ' ').replace('-', ' ')}, {self.frames_of[run]:,} frames"
            for run, (beat, _) in self.at.items()
            if run not in self.ended
        ]


def clock_time(seconds: float) -> str:
    """Write seconds as m:ss."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


class Display(Protocol):
    """Where progress is shown."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None: ...

    def training(self, phase: str, part: float) -> None:
        """Show how much of a phase of the recording is done, 0..1."""

    def speaking(self, done: int, beats: int) -> None:
        """Show of how many beats it is made what is heard."""

    def filming(self, tally: Tally) -> None:
        """Show how far the film is."""

    def tell(self, sentence: str) -> None:
        """Say something once."""
