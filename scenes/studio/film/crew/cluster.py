"""The cluster: runs of beats are filmed on machines that Dask knows, and kept here as if a crew had filmed them."""

from __future__ import annotations

import contextlib
import itertools
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from scenes.studio.film.crew.farm.farm import Farm, FetchError, News, died
from scenes.studio.film.crew.farm.parcel import Parcel
from scenes.studio.film.crew.jobs import TICK, Job, Report, attic
from scenes.studio.film.crew.memory import Hands
from scenes.studio.film.crew.process import DISK_FULL
from scenes.studio.film.pieces.keys import DRAWN_BY
from scenes.studio.film.pieces.shot import Run

# Where no worker is there yet, runs are split as for so many: it cannot be known how many come.
EXPECTED = 8
# So often, in seconds, one looks which workers there are; so many may be lost with an errand until it has failed.
LOOK, SPARE = 1.0, 3


def visit(address: str) -> None:
    """Make sure, before anything is trained, that a cluster is there and that its workers draw what is drawn here.

    Raises
    ------
    FarmError
        If it is not, or they do not.
    """
    with Farm(address, DRAWN_BY):
        pass


@dataclass
class Errand:
    """A job to be sent out: its order, the beats still to come, where it is, and how many workers were lost with it."""

    job: Job
    order: Mapping[str, Any]
    left: list[str]
    at: str = ""
    lost: int = 0


class Cluster:
    """Films runs on a Dask cluster, and keeps each piece as soon as it is finished; to be used as a `Crew` is.

    Whatever ends it, nothing that it began goes on, and none of its files is left on the cluster.

    Parameters
    ----------
    work
        The work folder.
    address
        Of the scheduler.

    Raises
    ------
    FarmError
        If the cluster cannot be used, or was lost; what was finished is kept.
    """

    def __init__(self, work: Path, address: str) -> None:
        self.work = work.resolve()
        self.farm = Farm(address, DRAWN_BY)
        self._open = contextlib.ExitStack()
        self._attic = self.work
        self._numbers = itertools.count()
        self._waiting: deque[Errand] = deque()
        self._out: dict[str, Errand] = {}
        self._looks_at = 0.0

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as stack:
            self._attic = stack.enter_context(attic(self.work))
            stack.enter_context(self.farm)
            self._open = stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._open.close()

    @property
    def hands(self) -> Hands:
        """How many runs can be filmed at a time now; workers may come and go."""
        threads = sum(self.farm.workers().values())
        waits = f"The cluster at {self.farm.address} has no worker; the filming goes on as soon as one comes."
        return Hands(threads) if threads else Hands(EXPECTED, waits)

    def render(self, runs: Sequence[Run]) -> Iterator[Report | None]:
        """Film the runs, in this order as workers become free.

        Yields
        ------
        Report or None
            Reports as they come; None when nothing was heard for a moment.
        """
        parcel = Parcel()
        for run in runs:
            order = parcel.packed(run.order(Path()))
            self._waiting.append(Errand(Job.of(run, self.work), order, [piece.beat for piece in run.pieces]))
        self.farm.pack(parcel.files)
        while self._waiting or self._out:
            if time.monotonic() >= self._looks_at:
                yield from self._look()
            news = self.farm.news(TICK)
            yield None if news is None else self._report(news)

    def _look(self) -> Iterator[Report]:
        """See which workers there are: take back what those had that are gone, and send what the others can begin.

        What Dask is given ahead it lays upon workers that are busy, and leaves it there though others come.
        """
        workers = self.farm.workers()
        for name in [name for name, errand in self._out.items() if errand.at and errand.at not in workers]:
            if report := self._taken_back(name):
                yield report
        while self._waiting and len(self._out) < max(1, sum(workers.values())):
            errand, name = self._waiting.popleft(), str(next(self._numbers))
            self._out[name] = errand
            self.farm.send(name, {**errand.order, "pieces": errand.left})
        self._looks_at = time.monotonic() + LOOK

    def _again(self, errand: Errand) -> Report | None:
        """Let another worker do what is left to do, unless too many were lost at it."""
        lost, job = errand.lost + 1, Job.of(errand.job.run, self.work)
        if lost > SPARE:
            return job.left(died(lost))
        self._waiting.appendleft(Errand(job, errand.order, errand.left, lost=lost))
        return None

    def _report(self, news: News) -> Report | None:
        errand = self._out[news.errand]
        if news.begun:
            return self._begun(news.errand, news.at)
        if news.log:
            with contextlib.suppress(OSError):
                errand.job.log.write_text(news.log, "utf-8")
        if news.message is not None:
            return self._heard(errand, news, news.message)
        del self._out[news.errand]
        self._looks_at = 0.0
        if errand.job.ended and errand.left:  # clips that could not be brought
            return self._again(errand)
        return errand.job.left(_placed(news.ended, news))

    def _begun(self, name: str, at: str) -> Report | None:
        """Note where an errand is; where Dask began it anew, since its worker died, only what is left is to be done."""
        errand = self._out[name]
        if not errand.at:
            errand.at = at
            return None
        return self._taken_back(name)

    def _taken_back(self, name: str) -> Report | None:
        """Take an errand back from a worker that is gone."""
        self.farm.withdraw(name)
        self._looks_at = 0.0
        errand = self._out.pop(name)
        return self._again(errand) if errand.left else None

    def _heard(self, errand: Errand, news: News, message: Mapping[str, Any]) -> Report | None:
        """Pass on a message; the clip of a finished piece is brought, unless its worker died since."""
        why = {"why": _placed(message["why"], news)} if "why" in message else {}
        try:
            report = errand.job.heard({**message, **why}, partial(self._brought, news), self.work)
        except FetchError:
            return None
        if report.kind == "piece":
            errand.left.remove(report.beat)
        elif report.kind == "failed":
            errand.left.clear()
        return report

    def _brought(self, news: News, path: str) -> Path:
        film = self._attic / f"{news.errand}.mp4"
        film.write_bytes(self.farm.fetch(news, path))
        return film


def _placed(why: str, news: News) -> str:
    """Say of a full disk whose it is."""
    return f"{why} on {news.host or news.at}" if why == DISK_FULL else why
