"""Workers at once: a process that has read all that a worker needs splits one off for each run.

Such a worker does what any does, but for starting Python and reading Manim, two seconds of each. Tests of the process
itself use `real_workers`.
"""

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
from functools import cache

import pytest

from scenes.studio.film.crew import crew
from scenes.studio.film.crew.process import ONE_THREAD, started

STATUS = 4  # bytes that tell a process's number, or how it ended


class Newborn:
    """A worker, with as much of a `subprocess.Popen` as the crew uses."""

    def __init__(self, stdin, stdout, status):
        self.stdin, self.stdout = os.fdopen(stdin, "w", encoding="utf-8"), os.fdopen(stdout, "r", encoding="utf-8")
        self._status = os.fdopen(status, "rb", buffering=0)
        self.pid, self.returncode = self._read(), None

    def poll(self):
        """Return how it ended, None as long as it runs."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.wait(0)
        return self.returncode

    def wait(self, timeout=None):
        """Return how it ended."""
        if self.returncode is None:
            if not select.select([self._status], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired("worker", timeout)
            self.returncode = os.waitstatus_to_exitcode(self._read())
            self._status.close()
        return self.returncode

    def _read(self):
        return int.from_bytes(self._status.read(STATUS), "little")


class Nursery:
    """The process that workers come from, as long as this one lives."""

    def __init__(self):
        self._orders, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        surroundings = os.environ | ONE_THREAD | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        program = [sys.executable, "-m", "tests.studio.nursery", str(theirs.fileno())]
        self._process = subprocess.Popen(
            program, pass_fds=[theirs.fileno()], env=surroundings, stdin=subprocess.DEVNULL
        )
        theirs.close()

    def started(self, folder, log):
        """Start a worker, as `process.started` does."""
        (orders, stdin), (stdout, reports), (status, ends) = os.pipe(), os.pipe(), os.pipe()
        order = json.dumps([str(folder), str(log), dict(os.environ | ONE_THREAD)]).encode()
        theirs = [orders, reports, ends]
        socket.send_fds(self._orders, [order], theirs)
        for end in theirs:
            os.close(end)
        return Newborn(stdin, stdout, status)

    def close(self):
        """End it."""
        self._orders.close()
        self._process.wait()


@cache
def nursery():
    """The one of this process."""
    return Nursery()


@pytest.fixture(scope="session", autouse=True)
def workers_at_once():
    """Let crews take their workers from the nursery."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(crew, "started", lambda folder, log: nursery().started(folder, log))
        yield
    if nursery.cache_info().currsize:
        nursery().close()
        nursery.cache_clear()


@pytest.fixture
def real_workers(monkeypatch):
    """Let crews start their workers as they do outside tests."""
    monkeypatch.setattr(crew, "started", started)


def watch_over(folder, log, surroundings, orders, reports, ends):
    """Split off a worker, tell its number, and how it ended."""
    pid = os.fork()
    if not pid:
        become_a_worker(folder, log, surroundings, orders, reports)
    with contextlib.suppress(OSError):
        os.setpgid(pid, pid)
    os.close(orders)
    os.close(reports)
    os.write(ends, pid.to_bytes(STATUS, "little"))
    os.write(ends, os.waitpid(pid, 0)[1].to_bytes(STATUS, "little"))


def become_a_worker(folder, log, surroundings, orders, reports):
    """Do what a worker's process does, in a group of its own, and end."""
    from scenes.studio.film.crew import worker

    os.setpgid(0, 0)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(surroundings)
    said = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for end, place in ((orders, 0), (reports, 1), (said, 2)):
        os.dup2(end, place)
        os.close(end)
    code = 1
    with contextlib.suppress(SystemExit):
        code = worker.main()
    sys.stderr.flush()
    os._exit(code)


def main(place):
    """Split off workers as they are ordered, until nobody can order one any more."""
    import scenes.studio.film.crew.worker  # noqa: F401

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.stdin = open(0, closefd=False)  # noqa: PTH123, SIM115
    orders = socket.socket(fileno=place)
    while True:
        order, ends, _, _ = socket.recv_fds(orders, 1 << 18, 3)
        if not order:
            return
        if not os.fork():
            try:
                watch_over(*json.loads(order), *ends)
            finally:
                os._exit(0)
        for end in ends:
            os.close(end)
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


if __name__ == "__main__":
    main(int(sys.argv[1]))
