"""What came of an interrupt is one, wherever it struck; what was said instead of it stays said."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from scenes.studio.signals import interrupts_told, signals_minded, signals_waiting


@signals_minded()
def struck_in_a_lock() -> None:
    """As in `queue.Queue.get`, whose lock is not taken back where the signal comes as it is given up."""
    lock = threading.Lock()
    with lock:
        lock.release()
        os.kill(os.getpid(), signal.SIGINT)


@signals_minded()
def struck_in_making_a_class() -> None:
    """As Python 3.11 tells it, and as somebody tells that again."""
    try:
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt as error:
            raise RuntimeError("Error calling __set_name__") from error
    except RuntimeError:
        raise ValueError("in the wake of it")  # noqa: B904  its context is what is looked at


@signals_minded()
def taken_for_something_else() -> None:
    """As where a class is made in a person's own file, and what goes wrong there is said in one sentence."""
    try:
        os.kill(os.getpid(), signal.SIGINT)
    except KeyboardInterrupt:
        raise ValueError("own.py: cannot be read") from None


@signals_minded()
def not_heard() -> None:
    """As in a finalizer: Python reports what is raised there, and goes on."""
    with contextlib.suppress(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)


@signals_minded()
def a_pipe_broke_meanwhile() -> None:
    """As where Ctrl-C ends those too that are written to: rich ends the program then."""
    try:
        os.kill(os.getpid(), signal.SIGINT)
    finally:
        raise SystemExit(1)


@signals_minded()
def said_instead() -> None:
    try:
        with interrupts_told():
            os.kill(os.getpid(), signal.SIGINT)
    except KeyboardInterrupt:
        raise RuntimeError("Stopped.") from None


@signals_minded()
def something_else() -> None:
    raise ValueError("other")


def test_an_error_that_came_of_an_interrupt_is_one() -> None:
    with pytest.raises(KeyboardInterrupt) as raised:
        struck_in_a_lock()
    assert "lock" in str(raised.value.__cause__)
    for struck in (struck_in_making_a_class, taken_for_something_else, not_heard, a_pipe_broke_meanwhile):
        with pytest.raises(KeyboardInterrupt):
            struck()


def test_what_is_said_instead_of_an_interrupt_stays_and_so_do_other_errors() -> None:
    with pytest.raises(RuntimeError, match="Stopped"):
        said_instead()
    with pytest.raises(ValueError, match="other"):
        something_else()


def test_a_signal_may_have_to_wait_and_is_heard_then() -> None:
    done = []

    @signals_minded()
    def struck() -> None:
        with signals_waiting():
            os.kill(os.getpid(), signal.SIGINT)
            done.append("what must not be interrupted")
        done.append("what may be")

    with pytest.raises(KeyboardInterrupt):
        struck()
    assert done == ["what must not be interrupted"]


def test_a_command_that_was_interrupted_returns_what_it_says(tmp_path: Path) -> None:
    """Wherever the signal struck: in a text that a library runs, as dataclasses do, `python -m` would die of it."""
    (tmp_path / "command.py").write_text(
        "import os, signal, sys\n"
        "from scenes.studio.signals import signals_minded\n"
        "try:\n"
        "    with signals_minded():\n"
        "        exec('os.kill(os.getpid(), signal.SIGINT)')\n"
        "except KeyboardInterrupt:\n"
        "    sys.exit(130)\n"
    )
    places = os.pathsep.join([str(tmp_path), *filter(None, sys.path)])
    command = [sys.executable, "-m", "command"]
    assert subprocess.run(command, env=os.environ | {"PYTHONPATH": places}, timeout=60).returncode == 130
