"""How far the film is: counted, shown in one display, and never guessed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Protocol, Self

from rich.console import Console, RenderableType
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Column
from rich.text import Text

from scenes.studio.film.crew.jobs import Report
from scenes.studio.film.pieces.shot import Run, Shot

PLAIN_EVERY = 10.0
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


class PlainDisplay:
    """For logs and pipes: a line now and then."""

    def __init__(self, console: Console, every: float = PLAIN_EVERY) -> None:
        self.console = console
        self.every = every
        self._told = 0.0
        self._phase = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._told = 0.0

    def training(self, phase: str, part: float) -> None:
        """Tell each phase once, and its part done every few seconds."""
        if phase != self._phase or (self._due() and part < 1):
            self._phase = phase
            self._say(f"Network: {phase}{f' {part:.0%}' if 0 < part < 1 else ''}")

    def speaking(self, done: int, beats: int) -> None:
        """Tell it every few seconds: where all is kept, it takes none."""
        if self._phase != "voice":
            self._phase, self._told = "voice", time.monotonic()
        elif self._due():
            self._say(f"Voice: {done} of {beats} beats")

    def filming(self, tally: Tally) -> None:
        """Tell the state at first, and every few seconds."""
        if self._phase != "film" or self._due():
            self._phase = "film"
            self._say(f"Film: {tally.count()} · {tally.pace()}")

    def tell(self, sentence: str) -> None:
        """Say it now."""
        self.console.print(sentence, highlight=False, soft_wrap=True, markup=False)

    def _due(self) -> bool:
        return time.monotonic() - self._told >= self.every

    def _say(self, sentence: str) -> None:
        self._told = time.monotonic()
        self.tell(sentence)


class _Bars(Progress):
    """Rich's bars, and lines under them."""

    lines: Sequence[str] = ()

    def get_renderables(self) -> Iterable[RenderableType]:
        """Give what is drawn, from top to bottom."""
        yield from super().get_renderables()
        for line in self.lines:
            yield Text(f"  {line}", style="dim", no_wrap=True, overflow="ellipsis")


class LiveDisplay:
    """For a terminal: one display that is redrawn in place."""

    def __init__(self, console: Console) -> None:
        words = TextColumn("{task.fields[words]}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis"))
        name = TextColumn("{task.description}", markup=False)
        self._bars = _Bars(name, BarColumn(24), words, console=console, refresh_per_second=6, transient=True)
        self._bar = self._bars.add_task("", visible=False, words="")

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._bars.stop()

    def training(self, phase: str, part: float) -> None:
        """Draw the phase's bar."""
        self._draw("Network", part, 1.0, f"{phase} {part:.0%}")

    def speaking(self, done: int, beats: int) -> None:
        """Draw the voice's bar."""
        self._draw("Voice", done, beats, f"{done} of {beats} beats")

    def filming(self, tally: Tally) -> None:
        """Draw the film's bar and a line for each worker."""
        self._draw("Film", tally.beats_done, tally.beats, tally.count(), (tally.pace(), *tally.at_work()))

    def tell(self, sentence: str) -> None:
        """Say it above the display."""
        self._bars.console.print(sentence, highlight=False, soft_wrap=True, markup=False)

    def _draw(self, name: str, done: float, total: float, words: str, lines: Sequence[str] = ()) -> None:
        self._bars.lines = lines
        self._bars.update(self._bar, description=name, completed=done, total=total, words=words, visible=True)


def display_for(console: Console) -> Display:
    """Choose the display that the console can show."""
    return LiveDisplay(console) if console.is_terminal and not console.is_dumb_terminal else PlainDisplay(console)
