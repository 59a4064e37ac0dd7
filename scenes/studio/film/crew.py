"""The crew: worker processes that render shots, several at a time."""

from __future__ import annotations

import contextlib
import os
import queue
import shutil
import threading
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from netsim.border.files import alive, sweep, workshop
from scenes.studio.film.film import FilmError, Footage
from scenes.studio.film.process import Process, end, last_words, messages, started
from scenes.studio.film.shot import Shot
from scenes.studio.signals import signals_unheard

TICK = 0.25


@dataclass(frozen=True)
class Report:
    """What a worker says: a beat began, frames were made, the shot is done, or it failed and why."""

    shot: Shot
    kind: Literal["beat", "frames", "done", "failed"]
    frames: int
    beat: str = ""
    why: str = ""
    log: Path | None = None


@dataclass
class Hand:
    """One running worker and its shot."""

    shot: Shot
    process: Process
    folder: Path
    log: Path
    ended: bool = field(default=False)


class Crew:
    """Renders shots in worker processes and keeps what they finish.

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

    def __enter__(self) -> Self:
        for folder in ("tmp", "clips"):
            sweep(self.work / folder)
        self._attic = self._open.enter_context(workshop(self.work / "tmp" / "scenes"))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with signals_unheard(), self._open:
            end([hand.process for hand in self._at_work])

    def render(self, shots: Sequence[Shot]) -> Iterator[Report | None]:
        """Render the shots, in this order as hands become free.

        Yields
        ------
        Report or None
            Reports as they come; None when nothing was heard for a moment.
        """
        waiting = list(shots)
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

    def _start(self, shot: Shot) -> Hand:
        folder = self._attic / shot.file_name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        log = self._log_of(shot)
        order = asdict(shot) | {"trace": str(shot.trace.resolve()), "folder": str(folder)}
        process = started(folder, log)
        hand = Hand(shot, process, folder, log)
        threading.Thread(target=self._listen, args=(hand, order), daemon=True).start()
        return hand

    def _log_of(self, shot: Shot) -> Path:
        """Give a log of this run's own for a scene; those of runs that have ended go."""
        logs = self.work / "logs"
        logs.mkdir(parents=True, exist_ok=True)
        for old in logs.glob(f"{shot.file_name}-*.log"):
            pid = old.stem.rpartition("-")[2]
            if pid.isdigit() and not alive(int(pid)):
                old.unlink(missing_ok=True)
        return logs / f"{shot.file_name}-{os.getpid()}.log"

    def _listen(self, hand: Hand, order: dict[str, Any]) -> None:
        """Pass on each message of a worker, and None when it closed its end."""
        for message in messages(hand.process, order):
            self._inbox.put((hand, message))
        self._inbox.put((hand, None))

    def _heard(self, hand: Hand, message: dict[str, Any]) -> Report | None:
        frames, kind = message["frames"], message["kind"]
        if kind == "done":
            return self._done(hand, message)
        if kind == "failed":
            return self._failed(hand, frames, message["why"])
        return Report(hand.shot, kind, frames, message.get("beat", ""))

    def _done(self, hand: Hand, made: dict[str, Any]) -> Report:
        frames, film = made["frames"], Path(made["film"])
        try:
            found = len(Footage.of(film).shown)
            if found != frames:
                return self._failed(hand, frames, f"{found} of its {frames} frames were written")
            hand.shot.keep(film, made, self.work)
        except (FilmError, OSError) as error:
            return self._failed(hand, frames, str(error))
        hand.ended = True
        return Report(hand.shot, "done", frames)

    def _failed(self, hand: Hand, frames: int, why: str) -> Report:
        hand.ended = True
        return Report(hand.shot, "failed", frames, why=why, log=hand.log)

    def _ended(self, hand: Hand) -> Report | None:
        """Take leave of a worker; one that said neither done nor failed has died."""
        code = hand.process.wait()
        self._at_work.remove(hand)
        shutil.rmtree(hand.folder, ignore_errors=True)
        if hand.ended:
            return None
        return self._failed(hand, 0, last_words(hand.log, code))
