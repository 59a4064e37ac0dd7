"""Progress under a cell: one line, changed in place; in a terminal, what commands show."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Any, Self

from scenes.commands.display import display
from scenes.studio.film.progress import Display, Tally, clock_time

LENGTH = 24  # of a bar, in letters
EVERY = 0.2  # seconds between two looks of the line


def in_notebook() -> bool:
    """Whether this runs in a kernel, whose cells show more than text."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    return getattr(shell, "kernel", None) is not None


def display_here() -> Display:
    """Choose where progress is shown."""
    return CellDisplay() if in_notebook() else display()


class CellDisplay:
    """One line under a cell, there as soon as something takes its time; it stays, and says what was made."""

    def __init__(self) -> None:
        self._line: Any = None
        self._said, self._ended, self._told = "", "", ""
        self._shown, self._began = 0.0, time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._line is not None:
            self._show(self._ended if error is None else f"Stopped. {self._said}")

    def training(self, phase: str, part: float) -> None:
        """Draw the phase's bar."""
        self._ended = f"Network  recorded in {clock_time(time.monotonic() - self._began)}"
        self._draw("Network", part, f"{phase} {part:.0%}")

    def speaking(self, done: int, beats: int) -> None:
        """Draw the voice's bar."""
        self._draw("Voice", done / beats, f"{done} of {beats} beats")

    def filming(self, tally: Tally) -> None:
        """Draw the film's bar."""
        self._ended = f"Film     {tally.count()} · {tally.pace()}"
        self._draw("Film", tally.beats_done / max(tally.beats, 1), f"{tally.count()} · {tally.pace()}")

    def tell(self, sentence: str) -> None:
        """Say it after the line."""
        self._told = sentence

    def _draw(self, name: str, part: float, words: str) -> None:
        full = round(part * LENGTH)
        self._said = f"{name:<8} {'━' * full}{'╌' * (LENGTH - full)} {words}"
        if time.monotonic() - self._shown >= EVERY:
            self._show(self._said)

    def _show(self, line: str) -> None:
        from IPython.display import display as show

        self._shown = time.monotonic()
        said = {"text/plain": "  ".join(filter(None, [line, self._told]))}
        if self._line is None:
            self._line = show(said, raw=True, display_id=True)
        else:
            self._line.update(said, raw=True)
