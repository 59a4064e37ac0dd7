"""A Dask cluster while it is used: errands go out, what is heard of them comes in, and at the end nothing is left."""

from __future__ import annotations

import contextlib
import queue
import secrets
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from distributed import Future, KilledWorker

from scenes.studio.film.crew.farm.address import FarmError
from scenes.studio.film.crew.farm.connection import connected
from scenes.studio.film.crew.farm.errand import TOPIC, Luggage, carry_out, taken
from scenes.studio.film.crew.farm.likeness import NUDGE, difference, introduction, likeness
from scenes.studio.signals import signals_waiting

# So long may it take to end and clear up, where a worker does not answer.
PARTING = 10.0
MEND = "install there what is here, and start it anew."


class FetchError(RuntimeError):
    """A finished file that its worker cannot hand over any more."""


@dataclass(frozen=True)
class News:
    """What was heard of an errand.

    Attributes
    ----------
    errand
        Its name.
    begun
        Whether this says no more than that it began.
    message
        Of its process; else None.
    at, host, folder
        Where it is carried out: the worker's address, the machine, and the folder there.
    ended, log
        Once it ended: why, if it had not said so itself before; and what was said on the side, of a failure too.
    """

    errand: str
    begun: bool = False
    message: Mapping[str, Any] | None = None
    at: str = ""
    host: str = ""
    folder: str = ""
    ended: str = ""
    log: str = ""


class Farm:
    """A cluster while it is used; a context manager, at whose end nothing of the run is left there.

    Parameters
    ----------
    address
        Of the scheduler: `tcp://host:8786`.
    libraries
        What decides how a frame looks, beside Nudge's own files: names of distributions.

    Raises
    ------
    FarmError
        On entering: if no cluster answers there, or one of its workers differs from here.
    """

    def __init__(self, address: str, libraries: Sequence[str]) -> None:
        self.address, self.libraries = address, libraries
        self.name = f"nudge-{secrets.token_hex(4)}"
        self._inbox: queue.SimpleQueue[dict[str, Any] | Future[Any]] = queue.SimpleQueue()
        self._futures: dict[str, Future[Any]] = {}
        self._ended: dict[str, News] = {}
        self._open = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            self._client = stack.enter_context(connected(self.address))
            self._check_workers()
            self._client.subscribe_topic(TOPIC, lambda event: self._inbox.put(event[1]))
            self._open = stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with signals_waiting(), self._open:
            if self._client.status == "running":
                parting = threading.Thread(target=self._part, daemon=True)
                parting.start()
                parting.join(PARTING)

    def _part(self) -> None:
        """Cancel what is out, then have each worker end what it is at and remove the files."""
        with contextlib.suppress(Exception):
            self._client.cancel(list(self._futures.values()))
            self._client.unregister_worker_plugin(self.name)

    def _check_workers(self) -> None:
        here = likeness(self.libraries)
        with self._minding():
            answers = self._client.run(introduction, self.libraries, on_error="return")
        for address, found in answers.items():
            if isinstance(found, ImportError | AttributeError):
                raise FarmError(f"The worker {address} has no {NUDGE}, or another one; {MEND}")
            if isinstance(found, Exception):
                raise FarmError(f"The worker {address} does not answer; end it, or start it anew.")
            host, there = found
            if clause := difference(there, here):
                raise FarmError(f"The worker {address} on {host} {clause}; {MEND}")

    def workers(self) -> Mapping[str, int]:
        """Tell which workers there are now, by address, and how many errands each carries out at a time."""
        with self._minding():
            threads: Mapping[str, int] = self._client.nthreads()
        return threads

    def pack(self, files: Mapping[str, bytes]) -> None:
        """Put the files that orders will name on every worker; see `Luggage`."""
        with self._minding():
            self._client.register_plugin(Luggage(self.name, files, self.libraries))

    def send(self, errand: str, order: Mapping[str, Any]) -> None:
        """Send an errand; its name is good for a file, and new."""
        key = f"{self.name}-{errand}"
        with self._minding():
            future = self._client.submit(carry_out, self.name, key, dict(order), key=key, pure=False)
        self._futures[key] = future
        future.add_done_callback(self._inbox.put)

    def withdraw(self, errand: str) -> None:
        """Want an errand no more; nothing is heard of it from now on."""
        future = self._futures.pop(f"{self.name}-{errand}")
        with self._minding():
            self._client.cancel([future])

    def news(self, timeout: float) -> News | None:
        """Give the next news; None if none came within so many seconds.

        Raises
        ------
        FarmError
            If the cluster was lost, or a worker that came later differs from here.
        """
        try:
            heard = self._inbox.get(timeout=timeout)
        except queue.Empty:
            self._check_alive()
            return None
        return self._left(heard) if isinstance(heard, Future) else self._told(heard)

    def _told(self, event: dict[str, Any]) -> News | None:
        told = event["news"]
        if told["key"] not in self._futures:
            return None
        if refused := told.get("refused"):
            raise FarmError(f"The worker {told['at']} on {told['host']} {refused}; {MEND}")
        news = News(self._errand(told["key"]), **{what: said for what, said in told.items() if what != "key"})
        if "ended" in told:  # and its worker is free soon, but not yet
            self._ended[told["key"]] = news
            return None
        return news

    def _errand(self, key: str) -> str:
        return key.removeprefix(f"{self.name}-")

    def _left(self, future: Future[Any]) -> News | None:
        """Take note of an errand that is over: it ended, or Dask gave it up."""
        if future.key not in self._futures:
            return None
        self._check_alive(there=future.status != "cancelled")  # not by us, so its scheduler is gone, or another
        error = future.exception() if future.status == "error" else None
        self._futures.pop(future.key).release()
        return self._ended.pop(future.key, None) or News(self._errand(future.key), ended=_given_up(error))

    def fetch(self, news: News, path: str) -> bytes:
        """Bring the content of a file that an errand finished; there it goes.

        Raises
        ------
        FetchError
            If its worker does not have it any more.
        """
        try:
            if news.at not in self.workers():  # else one would wait for it
                raise ConnectionError("it has died")
            content: bytes = self._client.run(taken, news.folder, path, workers=[news.at])[news.at]
        except Exception as error:
            self._check_alive()
            raise FetchError(f"{news.at} could not hand over {path}: {error}") from None
        return content

    def _check_alive(self, there: bool = True) -> None:
        if not there or self._client.status != "running":
            raise FarmError(f"The cluster at {self.address} was lost: its scheduler does not answer any more.")

    @contextlib.contextmanager
    def _minding(self) -> Iterator[None]:
        """Say in one sentence whatever goes wrong on the way to the cluster."""
        try:
            yield
        except Exception as error:
            self._check_alive(there=not isinstance(error, OSError))
            raise FarmError(f"The cluster at {self.address} took nothing: {' '.join(str(error).split())}.") from None


def died(count: int) -> str:
    """Say of so many workers that they died at an errand."""
    workers = "its worker" if count == 1 else f"{count} workers in turn"
    return f"{workers} died while at it (was there enough memory?)"


def _given_up(error: BaseException | None) -> str:
    """Say why Dask gave an errand up."""
    if isinstance(error, KilledWorker):
        return died(error.allowed_failures + 1)
    return " ".join(f"{type(error).__name__}: {error}".split()) if error else "its worker said nothing of its end"
