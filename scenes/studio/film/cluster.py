"""The cluster: runs of beats are filmed on machines that Dask knows, and kept here as if a crew had filmed them."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from scenes.studio.film.farm.farm import Farm, FetchError, News
from scenes.studio.film.farm.parcel import Parcel
from scenes.studio.film.jobs import TICK, Job, Report, attic
from scenes.studio.film.memory import Hands
from scenes.studio.film.process import DISK_FULL
from scenes.studio.film.shot import DRAWN_BY, Run

# Where no worker is there yet, runs are split as for so many: it cannot be known how many come.
EXPECTED = 8


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
    """A job that is out: what was ordered, and of which beats the clips were lost with their worker."""

    job: Job
    order: dict[str, Any]
    lost: set[str] = field(default_factory=set)


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
        self._out: dict[str, Errand] = {}

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
        threads = self.farm.threads
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
        orders = [parcel.packed(run.order(Path())) for run in runs]
        self.farm.pack(parcel.files)
        for run, order in zip(runs, orders, strict=True):
            self._send(run, order)
        while self._out:
            news = self.farm.news(TICK)
            yield None if news is None else self._report(news)

    def _send(self, run: Run, order: dict[str, Any]) -> None:
        number = next(self._numbers)
        self._out[str(number)] = Errand(Job.of(run, self.work), order)
        self.farm.send(str(number), order, urgency=-number)

    def _report(self, news: News) -> Report | None:
        errand = self._out[news.errand]
        if news.log:
            with contextlib.suppress(OSError):
                errand.job.log.write_text(news.log, "utf-8")
        if news.message is not None:
            return self._heard(errand, news, news.message)
        del self._out[news.errand]
        if errand.lost:
            self._send(errand.job.run, errand.order)
            return None
        return errand.job.left(_placed(news.ended, news))

    def _heard(self, errand: Errand, news: News, message: Mapping[str, Any]) -> Report | None:
        """Pass on a message; the clip of a finished piece is brought, unless its worker died since."""
        beat, why = message["beat"], {"why": _placed(message["why"], news)} if "why" in message else {}
        try:
            report = errand.job.heard({**message, **why}, partial(self._brought, news), self.work)
        except FetchError:
            errand.lost.add(beat)
            return None
        if report.kind == "piece":
            errand.lost.discard(beat)
        return report

    def _brought(self, news: News, path: str) -> Path:
        film = self._attic / f"{news.errand}.mp4"
        film.write_bytes(self.farm.fetch(news, path))
        return film


def _placed(why: str, news: News) -> str:
    """Say of a full disk whose it is."""
    return f"{why} on {news.host or news.at}" if why == DISK_FULL else why
