"""Processes at once: one that has read Manim and all of Nudge splits another off for each program that is to be run.

Such a program does what it does anywhere, but for starting Python and reading Manim, which takes two seconds of a
processor each time. Tests of how a process is started use `real_workers`, or start one themselves.
"""

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import traceback
from functools import cache
from pathlib import Path

import pytest

from scenes.studio.film.crew import crew
from scenes.studio.film.crew.process import ONE_THREAD, WORKER, started

BYTES = 4  # that tell a process's number, and how it ended
LONGEST = 1 << 17  # bytes of what is ordered


class Process:
    """A program that runs, with as much of a `subprocess.Popen` as is used of one."""

    def __init__(self, stdin, stdout, status):
        self.stdin, self.stdout = os.fdopen(stdin, "w", encoding="utf-8"), os.fdopen(stdout, "r", encoding="utf-8")
        self._status = os.fdopen(status, "rb", buffering=0)
        self.pid, self.returncode = self._told(), None

    def poll(self):
        """Return how it ended, None as long as it runs."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.wait(0)
        return self.returncode

    def wait(self, timeout=None):
        """Return how it ended."""
        if self.returncode is None:
            if not select.select([self._status], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired(str(self.pid), timeout)
            self.returncode = os.waitstatus_to_exitcode(self._told())
            self._status.close()
        return self.returncode

    def send_signal(self, number):
        """Send it a signal, if it still runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def _told(self):
        return int.from_bytes(self._status.read(BYTES), "little")


class Nursery:
    """Orders programs of the process that splits them off, by one end of a socket."""

    def __init__(self, orders):
        self._orders = orders

    def python(self, code, folder, log):
        """Start `python -c CODE` in a folder; what it says of troubles goes to a log."""
        (theirs, stdin), (stdout, answers), (status, ends) = os.pipe(), os.pipe(), os.pipe()
        order = json.dumps([code, str(folder), dict(os.environ | ONE_THREAD)]).encode()
        with Path(log).open("w", encoding="utf-8") as said:
            socket.send_fds(self._orders, [order], [theirs, answers, said.fileno(), ends])
        for end in (theirs, answers, ends):
            os.close(end)
        return Process(stdin, stdout, status)

    def started(self, folder, log):
        """Start a worker, as `process.started` does."""
        return self.python(f"import sys, {WORKER} as worker; sys.exit(worker.main())", folder, log)


@cache
def begun():
    """Begin this process's nursery; return it, and how it is ended."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    places = [ours.fileno(), theirs.fileno()]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.studio.nursery", *map(str, places)],
        pass_fds=places,
        env=os.environ | ONE_THREAD | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdin=subprocess.DEVNULL,
    )
    theirs.close()

    def end():
        ours.send(b"[]")
        ours.close()
        process.wait()

    return Nursery(ours), end


def nursery():
    """Return this process's nursery."""
    return begun()[0]


@pytest.fixture(scope="session", autouse=True)
def workers_at_once():
    """Let crews take their workers from the nursery."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(crew, "started", lambda folder, log: nursery().started(folder, log))
        yield
    if begun.cache_info().currsize:
        begun()[1]()
        begun.cache_clear()


@pytest.fixture
def real_workers(monkeypatch):
    """Let crews start their workers as they do outside tests."""
    monkeypatch.setattr(crew, "started", started)


def watch_over(code, folder, surroundings, streams, ends):
    """Split off a program; tell its number, and how it ended."""
    pid = os.fork()
    if not pid:
        os.close(ends)
        os._exit(run(code, folder, surroundings, streams))
    with contextlib.suppress(OSError):
        os.setpgid(pid, pid)
    for stream in streams:
        os.close(stream)
    os.write(ends, pid.to_bytes(BYTES, "little"))
    os.write(ends, os.waitpid(pid, 0)[1].to_bytes(BYTES, "little"))


def run(code, folder, surroundings, streams):
    """Run a program, in a group of its own, and return how it ended."""
    os.setpgid(0, 0)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(surroundings)
    for place, stream in enumerate(streams):
        os.dup2(stream, place)
        os.close(stream)
    for place, (name, mode) in enumerate({"stdin": "r", "stdout": "w", "stderr": "w"}.items()):
        setattr(sys, name, os.fdopen(place, mode, 1, "utf-8"))
    status = 0
    try:
        exec(code, {"__name__": "__main__"})
    except SystemExit as left:
        status = left.code
    except BaseException:
        traceback.print_exc()
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return status


def main(ours, theirs):
    """Split off programs as they are ordered, also by those that were split off, until this is no longer wanted."""
    import scenes.cli
    import scenes.studio.film.crew.worker  # noqa: F401

    crew.started = Nursery(socket.socket(fileno=ours)).started
    orders = socket.socket(fileno=theirs)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        order, descriptors, _, _ = socket.recv_fds(orders, LONGEST, BYTES)
        if not descriptors:
            return
        if not os.fork():
            try:
                watch_over(*json.loads(order), descriptors[:3], descriptors[3])
            finally:
                os._exit(0)
        for descriptor in descriptors:
            os.close(descriptor)
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
