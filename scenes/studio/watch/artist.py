"""The artist: a process that draws, a new one for each drawing, so that it reads all code anew and may break down.

Another one waits meanwhile, with all libraries imported, so that the next drawing begins at once.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from scenes.studio.film.crew.process import Process, end, last_words, messages, started

Heard = Callable[[int, Mapping[str, Any]], None]


class Artist:
    """Draws what it is ordered to, one thing at a time; used as a context manager.

    Parameters
    ----------
    module
        What draws: see `started`.
    folder
        Where the processes run, and their logs are kept.
    heard
        Called, from another thread, with the number of a drawing and each message of it; the last one is of the
        kind "done" or "failed", and then with what was `why`.
    """

    def __init__(self, module: str, folder: Path, heard: Heard) -> None:
        self._module, self._folder, self._heard = module, folder, heard
        self._numbers = itertools.count(1)
        self._at_work: tuple[Process, Path] | None = None
        self._waiting: tuple[Process, Path] | None = None

    def __enter__(self) -> Artist:
        self.make_ready()
        return self

    def __exit__(self, *error: object) -> None:
        end([process for process, _ in filter(None, (self._at_work, self._waiting))])

    def make_ready(self) -> None:
        """Let a process wait for the next drawing, if none does."""
        if self._waiting is not None and self._waiting[0].poll() is None:
            return
        log = self._folder / f"{next(self._numbers)}.log"
        self._waiting = started(self._folder, log, self._module), log

    def begin(self, order: Mapping[str, Any]) -> int:
        """Begin another drawing, and give up the one at hand; return the new one's number."""
        if self._at_work is not None:
            process, log = self._at_work
            end([process])
            log.unlink(missing_ok=True)
        self.make_ready()
        assert self._waiting is not None
        self._at_work, self._waiting = self._waiting, None
        number = next(self._numbers)
        threading.Thread(target=self._listen, args=(number, *self._at_work, order), daemon=True).start()
        return number

    def _listen(self, number: int, process: Process, log: Path, order: Mapping[str, Any]) -> None:
        """Pass on each message; a process that ends without a last one has broken down."""
        last = ""
        for message in messages(process, order):
            last = message["kind"]
            self._heard(number, message)
        if last not in ("done", "failed"):
            why = last_words(log, process.wait())
            self._heard(number, {"kind": "failed", "why": f"The drawing broke down: {why.rstrip('.')}."})
