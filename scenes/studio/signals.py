"""Signals that end a command: all end it in order, so that nothing half-made is left."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn

#: Ctrl-C, `kill`, and a terminal that is closed.
ENDINGS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def signals_minded() -> Iterator[None]:
    """Let Ctrl-C, `kill` and a closed terminal all interrupt, also where a shell has masked the first two.

    A closed terminal that `nohup` has masked stays so: that is what it is for.
    """

    def interrupt(number: int, frame: object) -> NoReturn:
        raise KeyboardInterrupt

    always = (signal.SIGINT, signal.SIGTERM)
    heard = [n for n in ENDINGS if n in always or signal.getsignal(n) != signal.SIG_IGN]
    with _handled(interrupt, heard), interrupts_told():
        yield


@contextmanager
def interrupts_told() -> Iterator[None]:
    """Let an error that came of an interrupt be that interrupt.

    It may strike anywhere: in the middle of taking a lock, say, which then complains that it was not taken; or where
    Python makes a class, and calls it a `RuntimeError`. What was raised ``from None`` instead of one is left as it is.
    """
    try:
        yield
    except Exception as error:
        if _came_of_interrupt(error):
            raise KeyboardInterrupt from error
        raise


def _came_of_interrupt(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return error is not None


@contextmanager
def signals_waiting() -> Iterator[None]:
    """Let a signal wait until this is over: as where a process is begun that nobody knows of yet, to end it."""
    come: list[int] = []
    heard = [number for number in ENDINGS if callable(signal.getsignal(number))]
    try:
        with _handled(lambda number, frame: come.append(number), heard):
            yield
    finally:
        for number in come:
            signal.raise_signal(number)


@contextmanager
def signals_unheard() -> Iterator[None]:
    """Let no signal stop the clearing up."""
    with _handled(signal.SIG_IGN, ENDINGS):
        yield


@contextmanager
def _handled(handler: Callable[..., Any] | signal.Handlers, numbers: Sequence[signal.Signals]) -> Iterator[None]:
    """Handle signals in one way for a while; only the main thread can, and only it gets them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, handler) for number in numbers}
    try:
        yield
    finally:
        for number, old in before.items():
            signal.signal(number, old)
