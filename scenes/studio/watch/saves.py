"""Saves: which of the files that pictures follow from were changed, told once they have settled.

Editors save in many ways: they write in place, or write another file and rename it, or move the old one away first.
All of them end with other bytes under the same name, and that is what counts.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

#: Seconds without another event after which a save is over, and after which one does not wait longer.
SETTLED, LONGEST = 0.12, 1.0
#: What sources are called, by how they end.
SOURCES = (".py", ".ftl", ".toml")
_CHANGES = frozenset({"created", "modified", "moved", "deleted", "closed"})


class Saves(FileSystemEventHandler):
    """Watches files, and calls back when the content of one that matters has changed.

    Used as a context manager; the calls come from a thread of its own.

    Parameters
    ----------
    saved
        Called with the files that were changed, after a save is over.
    settled
        Seconds without another event after which it is.
    """

    def __init__(self, saved: Callable[[Collection[Path]], None], settled: float = SETTLED) -> None:
        self._saved, self._settled = saved, settled
        self._lock = threading.Condition()
        self._contents: dict[Path, str] = {}
        self._folders: tuple[Path, ...] = ()
        self._touched: set[Path] = set()
        self._last = self._first = 0.0
        self._ended = False
        self._observer: BaseObserver = Observer()
        self._scheduled: dict[Path, bool] = {}
        self._thread = threading.Thread(target=self._wait, daemon=True)

    def __enter__(self) -> Saves:
        try:
            self._observer.start()
        except OSError:  # the system has no more of what tells of changes
            self._observer = PollingObserver(timeout=0.3)
            self._observer.start()
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        with self._lock:
            self._ended = True
            self._lock.notify_all()
        self._observer.stop()
        self._observer.join()
        self._thread.join()

    def look_at(self, files: Iterable[Path], folders: Iterable[Path] = (), since: float | None = None) -> None:
        """Say what matters from now on.

        Parameters
        ----------
        files
            Files, whether they are there or not.
        folders
            All sources below these matter too.
        since
            When somebody began to read them, as `time.time` counts: what was written to a file that did not matter
            so far, and after that moment, is a save.
        """
        wanted, below = {Path(file).absolute() for file in files}, tuple(Path(folder).absolute() for folder in folders)
        wanted |= {file.resolve() for file in wanted}
        for folder in below:
            self._schedule(folder, recursive=True)
            wanted |= {path for path in folder.rglob("*") if path.suffix in SOURCES}
        for file in sorted(wanted):
            self._schedule(file.parent, recursive=False)
        with self._lock:
            late = {file for file in wanted - self._contents.keys() if since is not None and _written(file) > since}
            self._contents = {file: self._contents.get(file, _content(file)) for file in wanted}
            self._folders = below
        if late:
            self._saved(late)

    def dispatch(self, event: FileSystemEvent) -> None:
        """Note what an event of the file system touched, if that matters."""
        if event.event_type not in _CHANGES or event.is_directory:
            return
        touched = {Path(str(place)) for place in (event.src_path, event.dest_path) if place}
        with self._lock:
            if any(self._matters(path) for path in touched):
                now = time.monotonic()
                self._first = self._first if self._touched else now
                self._last = now
                self._touched |= touched
                self._lock.notify_all()

    def _matters(self, path: Path) -> bool:
        return path in self._contents or (
            path.suffix in SOURCES and any(path.is_relative_to(folder) for folder in self._folders)
        )

    def _schedule(self, folder: Path, recursive: bool) -> None:
        """Have the system tell of a folder's changes, once."""
        if any(folder == other or (deep and folder.is_relative_to(other)) for other, deep in self._scheduled.items()):
            return
        if folder.is_dir():
            self._observer.schedule(self, str(folder), recursive=recursive)
            self._scheduled[folder] = recursive

    def _wait(self) -> None:
        """Wait until each save is over, and tell of those that changed something."""
        while True:
            with self._lock:
                while not self._ended and not self._over():
                    self._lock.wait(self._settled / 2 if self._touched else None)
                if self._ended:
                    return
                touched, self._touched = {path for path in self._touched if self._matters(path)}, set()
                changed = {path for path in touched if _content(path) != self._contents.get(path, "")}
                self._contents |= {path: _content(path) for path in changed}
            if changed:
                self._saved(changed)

    def _over(self) -> bool:
        """Whether files were touched, and the save is over."""
        now = time.monotonic()
        return bool(self._touched) and (now - self._last >= self._settled or now - self._first >= LONGEST)


def _content(file: Path) -> str:
    """Make a fingerprint of what a file holds; "" if it cannot be read."""
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return ""


def _written(file: Path) -> float:
    """Return when a file was last written to, 0 if it is not there."""
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
