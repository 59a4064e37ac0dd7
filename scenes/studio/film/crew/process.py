"""The process of a worker: given its order, listened to, ended, and what its last words were."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

DISK_FULL = "the disk is full"
PATIENCE = 2.0
WORKER = "scenes.studio.film.crew.worker"
# With fewer bytes than this, not even a log can be written.
LITTLE = 1 << 20
# A worker computes on one thread: others have the other cores, and several threads change the last digits.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

Process = subprocess.Popen[str]


def started(folder: Path, log: Path, module: str = WORKER) -> Process:
    """Start a worker in a folder, where its files go; what it says beside its messages goes to the log.

    Parameters
    ----------
    module
        What it runs: it takes an order from its input, a line of JSON, and writes messages, a line each.
    """
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **ONE_THREAD}
    with log.open("w", encoding="utf-8") as errors:
        return subprocess.Popen(
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            cwd=folder,
            env=environment,
            encoding="utf-8",
            start_new_session=True,
        )


def messages(process: Process, order: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Hand over the order, then give each message until the worker closes its end.

    The worker's input stays open as long as it is listened to: where it closes, the worker ends.
    """
    assert process.stdin is not None
    assert process.stdout is not None
    with contextlib.suppress(OSError), process.stdin as stdin:
        with contextlib.suppress(OSError):
            stdin.write(json.dumps(order) + "\n")
            stdin.flush()
        for line in process.stdout:
            with contextlib.suppress(json.JSONDecodeError):
                yield json.loads(line)


def end(processes: Sequence[Process], patience: float = PATIENCE) -> None:
    """End workers, politely at first, and wait until they are gone."""
    for process in processes:
        _signal(process, signal.SIGTERM)
    for process in processes:
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            _signal(process, signal.SIGKILL)
            process.wait()


def _signal(process: Process, what: signal.Signals) -> None:
    """Send a signal to a worker and all that it started."""
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, what)


def disk_is_full(error: BaseException) -> bool:
    """Whether an error, or what it came of, is that a disk is full."""
    at: BaseException | None = error
    while at is not None:
        if isinstance(at, OSError) and at.errno in (errno.ENOSPC, errno.EDQUOT):
            return True
        at = at.__cause__ or at.__context__
    return False


def leave_with_the_parent() -> None:
    """End this process, a worker's, when the parent is gone: its end of our input closes, however it was ended."""
    while os.read(0, 1024):  # not of sys.stdin: whoever reads that in a thread is in the way of a process that ends
        pass
    os._exit(1)


def last_words(log: Path, code: int) -> str:
    """Say why a worker ended that said neither that it was done nor that it failed."""
    if code < 0:
        name = signal.Signals(-code).name
        hint = " (was there enough memory?)" if name == "SIGKILL" else ""
        return f"its process was ended by {name}{hint}"
    lines = log.read_text("utf-8", errors="replace").split("\n") if log.exists() else []
    told = [line.strip() for line in lines if line.strip()]
    if not told and shutil.disk_usage(log.parent).free < LITTLE:
        return DISK_FULL
    return told[-1] if told else f"its process ended with code {code} and said nothing"
