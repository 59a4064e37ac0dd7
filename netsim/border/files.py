"""Files that appear under their names only when they are whole, and the clearing of what killed writers left."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import platform
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: A file's name has at most 255 bytes almost everywhere; what is put before and after one's own needs some of them.
LONGEST_NAME = 180
DAY = 86400.0
# Of a draft: the machine, the process, and a number of its own, so that nobody takes another's for a dead one's.
_DRAFT = re.compile(r"\..*\.(?P<machine>[0-9a-f]{8})-(?P<pid>\d+)-[0-9a-f]{8}\.part(\.\w+)?", re.DOTALL)
_DRAFT_OF_BEFORE = re.compile(r"\..*\.[0-9a-f]{8}\.part(\.\w+)?|\.slides-\w{8}", re.DOTALL)


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """Give a place beside a file's own to write it to: text, bytes, or what a library writes to a path.

    What was written gets the file's name, in one step, when the block ends; if the block fails, it goes, and
    a file that was there before stays as it was. The place has the file's ending, by which some libraries
    know what to write.

    Raises
    ------
    OSError
        If the folder is not there, or cannot be written to, or what has the name is no regular file; it names the file.
    """
    check_place(target)
    draft = _draft(target)
    try:
        with _naming(target, draft):
            yield draft
            with draft.open("rb+") as file:
                os.fsync(file.fileno())  # else a power cut may leave the name and not the content
            draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def check_place(target: Path) -> None:
    """Raise an `OSError` if a file cannot have this name: since a folder, a device or a pipe has it."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder, expected the name of a file", str(target))
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, "is a device or a pipe, expected the name of a file", str(target))


@contextmanager
def workshop(target: Path) -> Iterator[Path]:
    """Give a folder beside a file's own for what is needed to make it; at the end the folder goes.

    Raises
    ------
    OSError
        If the folder cannot be made, or written to; it names the file.
    """
    folder = _draft(target.with_suffix(""))
    try:
        with _naming(target, folder):
            folder.mkdir(parents=True)
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Remove the drafts that writers who are no more have left in a folder.

    A draft goes if its process is known to have ended; of one of another machine, or of a process that may live,
    this is known after a day without a change.
    """
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if path.name.startswith(".") and _is_litter(path):
                if path.is_dir():
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    path.unlink(missing_ok=True)


def alive(pid: int) -> bool:
    """Whether a process of this machine is running."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is there, and not ours
        return True
    return True


def fitting(name: str, most: int = LONGEST_NAME) -> str:
    """Return a file's name as it is, or if it is longer than so many bytes, its beginning with a short digest of it."""
    encoded = os.fsencode(name)
    if len(encoded) <= most:
        return name
    kept = encoded[: most - 9].decode("utf-8", "ignore")
    return f"{kept}-{hashlib.sha256(encoded).hexdigest()[:8]}"


def _machine() -> str:
    return hashlib.sha256(platform.node().encode()).hexdigest()[:8]


def _draft(target: Path) -> Path:
    own = f"{_machine()}-{os.getpid()}-{secrets.token_hex(4)}"
    return target.with_name(f".{fitting(target.stem)}.{own}.part{target.suffix}")


def _is_litter(path: Path) -> bool:
    draft = _DRAFT.fullmatch(path.name)
    if draft and draft["machine"] == _machine() and not alive(int(draft["pid"])):
        return True
    old = time.time() - path.lstat().st_mtime > DAY
    return old and bool(draft or _DRAFT_OF_BEFORE.fullmatch(path.name))


@contextmanager
def _naming(target: Path, draft: Path) -> Iterator[None]:
    """Let trouble with a disk name the file that was to be, not its draft, nor nothing at all."""
    try:
        yield
    except OSError as error:
        if error.errno is not None and (error.filename is None or str(error.filename).startswith(str(draft))):
            error.filename = str(target)
        raise
