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
    with _handled(interrupt, [n for n in ENDINGS if n in always or signal.getsignal(n) != signal.SIG_IGN]):
        yield


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
