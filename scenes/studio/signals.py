"""Signals that end a command: all end it in order, so that nothing half-made is left."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

#: Ctrl-C, `kill`, and a terminal that is closed.
ENDINGS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class _Interrupting:
    """Handles a signal by an interrupt, and remembers it until it is told, whatever becomes of what is raised."""

    def __init__(self) -> None:
        self.untold = False

    def __call__(self, number: int, frame: object) -> NoReturn:
        self.untold = True
        raise KeyboardInterrupt


@contextmanager
def signals_minded() -> Iterator[None]:
    """Let Ctrl-C, `kill` and a closed terminal all interrupt, also where a shell has masked the first two.

    A closed terminal that `nohup` has masked stays so: that is what it is for.
    """
    always = (signal.SIGINT, signal.SIGTERM)
    heard = [n for n in ENDINGS if n in always or signal.getsignal(n) != signal.SIG_IGN]
    try:
        with _handled(_Interrupting(), heard), interrupts_told():
            yield
    finally:
        # Where an interrupt leaves a text that is run, as libraries run some while they are read, `python -m` ends by
        # the signal whatever it is told to return. It forgets that as it runs another text.
        exec("")


@contextmanager
def interrupts_told() -> Iterator[None]:
    """Let an interrupt go on as one, whatever became of it.

    It may strike anywhere: in the middle of taking a lock, say, which then complains that it was not taken; where
    Python makes a class, and calls it a `RuntimeError`, which somebody takes for a defect of the class; or where what
    is raised is not heard at all, as in a finalizer. Whoever handles one outside of this has told it: what is raised
    ``from None`` instead of it then is left as it is.
    """
    try:
        yield
    except BaseException as error:
        if _untold() or _came_of_interrupt(error):
            raise KeyboardInterrupt from error
        raise
    if _untold():
        raise KeyboardInterrupt


def _untold() -> bool:
    """Whether an interrupt has come since this was asked last."""
    handler = signal.getsignal(signal.SIGINT)
    if not isinstance(handler, _Interrupting):
        return False
    untold, handler.untold = handler.untold, False
    return untold


def _came_of_interrupt(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return error is not None


@contextmanager
def signals_waiting() -> Iterator[None]:
    """Let a signal wait until this is over: what was begun is cleared up, or a process is begun and not yet known."""
    come: list[int] = []
    heard = [number for number in ENDINGS if signal.getsignal(number) not in (None, signal.SIG_IGN)]
    try:
        with _handled(lambda number, frame: come.append(number), heard):
            yield
    finally:
        for number in come:
            signal.raise_signal(number)


@contextmanager
def _handled(handler: Callable[[int, object], object], numbers: Sequence[signal.Signals]) -> Iterator[None]:
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
