"""What runs within a Dask worker: the files that travelled along, and errands, a worker process of ours each."""

from __future__ import annotations

import platform
import shutil
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from distributed import Reschedule, Worker, WorkerPlugin, get_worker

from scenes.studio.film.crew.farm.likeness import difference, likeness
from scenes.studio.film.crew.process import DISK_FULL, Process, disk_is_full, end, last_words, messages, started

#: All errands report under this name: Dask keeps the last reports of each name for as long as a scheduler runs.
TOPIC = "nudge"
FILES = "files"
# Of what a worker said on the side so much travels back.
LONGEST_LOG = 16384


class Luggage(WorkerPlugin):
    """The files of one run, put on every worker of the cluster, also on one that comes later; and its errands there.

    Dask cannot end what a worker has begun, so this does: when an errand is cancelled, since its run was stopped or
    has died, when the run is over, and when the Dask worker ends.

    Parameters
    ----------
    name
        Of the run: no two have the same.
    files
        What travels along, by the place under `FILES`.
    libraries
        What decides how a frame looks, see `likeness`; a worker that differs from where this is made refuses.
    """

    def __init__(self, name: str, files: Mapping[str, bytes], libraries: Sequence[str]) -> None:
        self.name, self.files, self.libraries = name, files, libraries
        self.wanted = likeness(libraries)

    def setup(self, worker: Worker) -> None:
        """Unpack the files; trouble with that is told by the errands, since an error here would end the worker."""
        self.folder = Path(worker.local_directory) / self.name
        self.trouble, self.over = "", False
        self.lock = threading.Lock()
        self.at_work: dict[str, Process] = {}
        self.cancelled: set[str] = set()
        try:
            for place, content in self.files.items():
                path = self.folder / FILES / place
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        except OSError as error:
            self.trouble = _trouble(error)
        self.files = {}

    def teardown(self, worker: Worker) -> None:
        """End what is at work, and remove all files."""
        with self.lock:
            self.over = True
            end(list(self.at_work.values()), patience=0)
        shutil.rmtree(self.folder, ignore_errors=True)

    def transition(self, key: Any, start: str, finish: str, **more: Any) -> None:
        """End an errand that is no longer wanted."""
        if start in ("executing", "long-running") and finish not in ("long-running", "memory", "error"):
            with self.lock:
                self.cancelled.add(key)
                if key in self.at_work:
                    end([self.at_work[key]], patience=0)

    def refusal(self) -> str:
        """Say why nothing can be drawn here; "" if it can."""
        return difference(likeness(self.libraries), self.wanted)

    def begin(self, key: str, folder: Path) -> Process:
        """Start the process of an errand; raises `Reschedule` if it is not wanted any more, or not here."""
        with self.lock:
            if self.over or key in self.cancelled:
                raise Reschedule
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            self.at_work[key] = process = started(folder, _log(folder))
            return process

    def finish(self, key: str, process: Process) -> int:
        """Take leave of a process, and return its code; raises `Reschedule` if it was not to end by itself."""
        code = process.wait()
        with self.lock:
            del self.at_work[key]
            if self.over or key in self.cancelled:
                raise Reschedule
        return code


def carry_out(name: str, key: str, order: dict[str, Any]) -> None:
    """Carry out an errand: on the worker, as its task; what its process says goes to the client as it comes.

    Parameters
    ----------
    name
        Of the `Luggage`.
    key
        Of the task.
    order
        For the process; paths of files that travelled along lead from its folder to theirs.

    Raises
    ------
    Reschedule
        If the Dask worker ends: the errand goes to another, unless it is not wanted any more.
    """
    worker = get_worker()
    luggage = worker.plugins[name]
    assert isinstance(luggage, Luggage)
    about = {"key": key, "at": worker.address, "host": platform.node()}

    def tell(**what: object) -> None:
        worker.log_event(TOPIC, {"news": about | what})

    refusal = luggage.refusal()
    if refusal:
        tell(refused=refusal)
        return
    if luggage.trouble:
        tell(ended=luggage.trouble, log="")
        return
    folder = luggage.folder / key
    tell(begun=True)
    try:
        process = luggage.begin(key, folder)
        for message in messages(process, order):
            tell(message=message, folder=str(folder), log=_end_of(_log(folder)) if message["kind"] == "failed" else "")
        code = luggage.finish(key, process)
        tell(ended=last_words(_log(folder), code), log=_end_of(_log(folder)))
    except OSError as error:
        tell(ended=_trouble(error), log="")


def taken(folder: str, path: str) -> bytes:
    """Give the content of a file that an errand finished, and remove it: on the worker, for the client."""
    file = Path(folder) / path
    content = file.read_bytes()
    file.unlink()
    return content


def _log(folder: Path) -> Path:
    return folder.with_suffix(".log")


def _end_of(log: Path) -> str:
    try:
        return log.read_text("utf-8", errors="replace")[-LONGEST_LOG:]
    except OSError:
        return ""


def _trouble(error: OSError) -> str:
    return DISK_FULL if disk_is_full(error) else f"{error.filename}: {error.strerror or error}"
