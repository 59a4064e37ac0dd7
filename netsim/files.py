"""Files that appear under their names only when they are whole."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """Give a place beside a file's own to write it to: text, bytes, or what a library writes to a path.

    What was written gets the file's name, in one step, when the block ends; if the block fails, it goes, and
    a file that was there before stays as it was. The place has the file's ending, by which some libraries
    know what to write.

    Raises
    ------
    OSError
        If the folder is not there, or cannot be written to, or what has the name is no regular file.
    """
    check_place(target)
    draft = target.with_name(f".{target.stem}.{secrets.token_hex(4)}.part{target.suffix}")
    try:
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
