"""The crew: worker processes on this machine that film runs of beats, several at a time."""

from __future__ import annotations

import contextlib
import itertools
import queue
import shutil
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from scenes.studio.film.crew.jobs import TICK, Job, Report, attic
from scenes.studio.film.crew.memory import Hands
from scenes.studio.film.crew.process import Process, end, last_words, messages, started
from scenes.studio.film.pieces.shot import Run
from scenes.studio.signals import signals_waiting


@dataclass
class Hand:
    """One running worker and its job."""

    job: Job
    process: Process
    folder: Path


class Crew:
    """Films runs in worker processes, and keeps each piece as soon as it is finished.

    Used as a context manager: whatever ends it, the workers end and their half-made files go.

    Parameters
    ----------
    work
        The work folder: clips, logs and the workers' own files lie below it.
    hands
        How many workers at a time.
    """

    def __init__(self, work: Path, hands: Hands) -> None:
        self.work = work.resolve()
        self.hands = hands
        self._inbox: queue.SimpleQueue[tuple[Hand, dict[str, Any] | None]] = queue.SimpleQueue()
        self._at_work: list[Hand] = []
        self._open = contextlib.ExitStack()
        self._attic = self.work
        self._numbers = itertools.count()

    def __enter__(self) -> Self:
        self._attic = self._open.enter_context(attic(self.work))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with signals_waiting(), self._open:
            end([hand.process for hand in self._at_work])

    def render(self, runs: Sequence[Run]) -> Iterator[Report | None]:
        """Film the runs, in this order as hands become free.

        Yields
        ------
        Report or None
            Reports as they come; None when nothing was heard for a moment.
        """
        waiting = list(runs)
        while waiting or self._at_work:
            while waiting and len(self._at_work) < self.hands.count:
                self._start(waiting.pop(0))
            try:
                hand, message = self._inbox.get(timeout=TICK)
            except queue.Empty:
                yield None
                continue
            report = self._ended(hand) if message is None else hand.job.heard(message, Path, self.work)
            if report is not None:
                yield report

    def _start(self, run: Run) -> None:
        folder = self._attic / str(next(self._numbers))
        folder.mkdir()
        job = Job.of(run, self.work)
        with signals_waiting():
            hand = Hand(job, started(folder, job.log), folder)
            self._at_work.append(hand)
        threading.Thread(target=self._listen, args=(hand, run.order(folder)), daemon=True).start()

    def _listen(self, hand: Hand, order: dict[str, Any]) -> None:
        """Pass on each message of a worker, and None when it closed its end."""
        for message in messages(hand.process, order):
            self._inbox.put((hand, message))
        self._inbox.put((hand, None))

    def _ended(self, hand: Hand) -> Report | None:
        """Take leave of a worker."""
        code = hand.process.wait()
        self._at_work.remove(hand)
        shutil.rmtree(hand.folder, ignore_errors=True)
        return hand.job.left(last_words(hand.job.log, code))
