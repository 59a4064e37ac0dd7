"""The crew: worker processes that film runs of beats, several at a time."""

from __future__ import annotations

import contextlib
import itertools
import os
import queue
import shutil
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from netsim.border.files import alive, sweep, workshop
from scenes.studio.film.film import FilmError, Footage
from scenes.studio.film.kept_clips import keep
from scenes.studio.film.process import Process, end, last_words, messages, started
from scenes.studio.film.shot import Run
from scenes.studio.signals import signals_unheard

TICK = 0.25


@dataclass(frozen=True)
class Report:
    """What a worker says: a beat began, frames were made, a piece is kept, the run is done, or it failed and why.

    Attributes
    ----------
    frames
        How many of the run were made so far.
    beat
        The piece that began or is kept; of a failure, where it happened.
    """

    run: Run
    kind: Literal["beat", "frames", "piece", "done", "failed"]
    frames: int
    beat: str = ""
    why: str = ""
    log: Path | None = None


@dataclass
class Hand:
    """One running worker and its run; whether it has said how that ended, and the beat that it was heard of last."""

    run: Run
    process: Process
    folder: Path
    log: Path
    ended: bool = False
    beat: str = ""


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

    def __init__(self, work: Path, hands: int) -> None:
        self.work = work.resolve()
        self.hands = hands
        self._inbox: queue.Queue[tuple[Hand, dict[str, Any] | None]] = queue.Queue()
        self._at_work: list[Hand] = []
        self._open = contextlib.ExitStack()
        self._attic = self.work / "tmp"
        self._numbers = itertools.count()

    def __enter__(self) -> Self:
        for folder in ("tmp", "clips"):
            sweep(self.work / folder)
        self._attic = self._open.enter_context(workshop(self.work / "tmp" / "scenes"))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with signals_unheard(), self._open:
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
            while waiting and len(self._at_work) < self.hands:
                self._at_work.append(self._start(waiting.pop(0)))
            try:
                hand, message = self._inbox.get(timeout=TICK)
            except queue.Empty:
                yield None
                continue
            report = self._ended(hand) if message is None else self._heard(hand, message)
            if report is not None:
                yield report

    def _start(self, run: Run) -> Hand:
        folder = self._attic / str(next(self._numbers))
        folder.mkdir()
        log = self._log_of(run)
        process = started(folder, log)
        hand = Hand(run, process, folder, log)
        threading.Thread(target=self._listen, args=(hand, run.order(folder)), daemon=True).start()
        return hand

    def _log_of(self, run: Run) -> Path:
        """Give a log of this process's own for a run; those of the scene whose processes have ended go."""
        logs = self.work / "logs"
        logs.mkdir(parents=True, exist_ok=True)
        for old in logs.glob(f"{run.shot.short_name}-*.log"):
            pid = old.stem.rpartition("-")[2]
            if pid.isdigit() and not alive(int(pid)):
                old.unlink(missing_ok=True)
        return logs / f"{run.file_name}-{os.getpid()}.log"

    def _listen(self, hand: Hand, order: dict[str, Any]) -> None:
        """Pass on each message of a worker, and None when it closed its end."""
        for message in messages(hand.process, order):
            self._inbox.put((hand, message))
        self._inbox.put((hand, None))

    def _heard(self, hand: Hand, message: dict[str, Any]) -> Report:
        frames, kind, hand.beat = message["frames"], message["kind"], message["beat"]
        if kind == "piece":
            return self._keep(hand, message)
        if kind == "failed":
            return self._failed(hand, frames, message["why"])
        hand.ended = hand.ended or kind == "done"
        return Report(hand.run, kind, frames, hand.beat)

    def _keep(self, hand: Hand, message: dict[str, Any]) -> Report:
        frames, made = message["frames"], message["made"]
        piece = next(piece for piece in hand.run.pieces if piece.beat == hand.beat)
        film = Path(message["film"]) if message["film"] else None
        try:
            found = len(Footage.of(film).shown) if film else 0
            if found != made["frames"]:
                return self._failed(hand, frames, f"{found} of its {made['frames']} frames were written")
            keep(hand.run.shot, piece, film, made, self.work)
        except (FilmError, OSError) as error:
            return self._failed(hand, frames, str(error))
        return Report(hand.run, "piece", frames, hand.beat)

    def _failed(self, hand: Hand, frames: int, why: str) -> Report:
        hand.ended = True
        return Report(hand.run, "failed", frames, hand.beat, why, hand.log)

    def _ended(self, hand: Hand) -> Report | None:
        """Take leave of a worker; one that said neither done nor failed has died."""
        code = hand.process.wait()
        self._at_work.remove(hand)
        shutil.rmtree(hand.folder, ignore_errors=True)
        if hand.ended:
            return None
        return self._failed(hand, 0, last_words(hand.log, code))
