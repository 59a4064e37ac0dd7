"""Displays of how far it is: lines for logs and pipes, and one that is redrawn in place for terminals."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import Self

from rich.console import Console, RenderableType
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Column
from rich.text import Text

from scenes.studio.film.progress import Display, Tally

PLAIN_EVERY = 10.0  # seconds from line to line


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
