"""A real Dask scheduler and real workers, each a process of its own on this machine, as a person would start them."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from scenes.studio.film.crew.farm.connection import connected
from tests.studio.processes import children_of

PATIENCE = 90.0
QUIET = ("--no-dashboard", "--host", "127.0.0.1")


def until(found, what):
    """Wait for something to be there, and return it."""
    end = time.monotonic() + PATIENCE
    while not (there := found()):
        assert time.monotonic() < end, f"no {what}"
        time.sleep(0.05)
    return there


def alive(pid):
    """Whether a process runs, and is not only waited for."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


class DaskHere:
    """A scheduler, and workers of one thread each; a context manager.

    Parameters
    ----------
    folder
        For their files and logs.
    """

    def __init__(self, folder):
        self.folder = folder
        self.workers = []

    def __enter__(self):
        self.scheduler = self._start("scheduler", "--port", "0", "--scheduler-file", "scheduler.json")
        file = self.folder / "scheduler.json"
        self.address = json.loads(until(lambda: file.exists() and file.read_text(), "scheduler"))["address"]
        return self

    def __exit__(self, *error):
        for process in (*self.workers, self.scheduler):
            self.end(process)

    def _start(self, what, *options, **environment):
        with (self.folder / f"{what}.log").open("a") as log:
            command = [sys.executable, "-m", "dask", what, *QUIET, *options]
            return subprocess.Popen(command, cwd=self.folder, env=os.environ | environment, stdout=log, stderr=log)

    def add_worker(self, **environment):
        """Start one more worker."""
        where = ("--local-directory", str(self.folder / "workers"))
        options = ("--nthreads", "1", "--memory-limit", "0", *where)
        worker = self._start("worker", self.address, "--no-nanny", *options, **environment)
        self.workers.append(worker)
        return worker

    def here(self):
        """How many workers the scheduler knows."""
        with connected(self.address) as client:
            return len(client.nthreads())

    def end(self, process, how=signal.SIGKILL):
        """End a process: as when its machine is switched off, or by another signal."""
        process.send_signal(how)
        process.wait()
        if process in self.workers:
            self.workers.remove(process)

    def drawing(self):
        """Which processes draw, by the worker that started them."""
        found = {worker: children_of(worker.pid) for worker in self.workers}
        return {worker: children for worker, children in found.items() if children}

    def left(self):
        """What of our files lies on the workers."""
        # Not by a pattern: folders may go while we look.
        walked = os.walk(self.folder / "workers")
        return [name for _, folders, _ in walked for name in folders if name.startswith("nudge-")]
