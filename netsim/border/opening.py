"""What is read from outside: regular files of bounded size, and archives whose unpacked size is known first.

Nothing is opened before it is known to be a regular file (no device, pipe or folder) and small enough; nothing
is unpacked before its declared size is. What is wrong is an :class:`Unreadable`, whose text ends a sentence that
names the file.
"""

from __future__ import annotations

import gzip
import io
import os
import stat
import zlib
from itertools import islice
from pathlib import Path

GIGABYTE = 2**30
LARGEST_FILE = 4 * GIGABYTE  # of data; a file of words or settings is bounded by LARGEST_TEXT
LARGEST_TEXT = 8 * 2**20
MOST_ENTRIES = 1_000_000  # of one folder
LARGEST_UNPACKED = 2 * GIGABYTE  # of one array, or of one packed file

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class Unreadable(ValueError):
    """A file that cannot be read; the text says why, to stand after the file's name: "is a pipe, expected a file"."""


def expanded(name: str) -> Path:
    """Give the path of a name, with ``~`` for a home folder where there is one.

    Raises
    ------
    Unreadable
        If the name cannot be that of a file.
    """
    _check_name(name)
    return Path(os.path.expanduser(name))  # noqa: PTH111 - Path's own way raises for a user who is not there


def size_of(path: Path, most: int = LARGEST_FILE) -> int:
    """Give the size of a regular file in bytes, without opening it.

    Raises
    ------
    Unreadable
        If it is not there, no regular file, or larger than ``most``.
    """
    _check_name(path)
    try:
        found = path.stat()
    except OSError as error:
        raise Unreadable(_reason(error)) from None
    for is_kind, name in _KINDS:
        if is_kind(found.st_mode):
            raise Unreadable(f"is {name}, expected a file")
    if not stat.S_ISREG(found.st_mode):
        raise Unreadable("is no regular file")
    if found.st_size > most:
        raise Unreadable(f"has {in_bytes(found.st_size)}, expected at most {in_bytes(most)}")
    return found.st_size


def content_of(path: Path, most: int = LARGEST_FILE) -> bytes:
    """Read a regular file of bounded size.

    Raises
    ------
    Unreadable
        If that is not to be had.
    """
    size_of(path, most)
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(_reason(error)) from None


def text_of(path: Path, most: int = LARGEST_TEXT) -> str:
    """Read a text in UTF-8, with or without a byte-order mark.

    Raises
    ------
    Unreadable
        If that is not to be had; where it is not UTF-8, with the line.
    """
    content = content_of(path, most)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"is not UTF-8 text in line {line}; save it as UTF-8") from None


def folder_at(path: Path) -> list[Path]:
    """List what lies in a folder, sorted, without what begins with a dot.

    Raises
    ------
    Unreadable
        If there is no such folder.
    """
    _check_name(path)
    try:
        if not path.is_dir():
            raise Unreadable("is no folder" if path.exists() else "is not there")
        found = list(islice(path.iterdir(), MOST_ENTRIES + 1))
    except OSError as error:
        raise Unreadable(_reason(error)) from None
    if len(found) > MOST_ENTRIES:
        raise Unreadable(f"holds more than {MOST_ENTRIES:,} files")
    return sorted(inner for inner in found if not inner.name.startswith("."))


def unpacked(content: bytes, most: int = LARGEST_UNPACKED) -> bytes:
    """Unpack what gzip packed, or give it back if it is not packed.

    Raises
    ------
    Unreadable
        If it is damaged, or unpacks to more than ``most`` bytes.
    """
    if content[:2] != b"\x1f\x8b":
        return content
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
            plain = packed.read(most + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable(f"is damaged or cut short ({error})") from None
    if len(plain) > most:
        raise Unreadable(f"unpacks to more than {in_bytes(most)}, which no data set of its kind does")
    return plain


def _check_name(name: str | Path) -> None:
    if "\0" in str(name):
        raise Unreadable("has a character in it that no file name has (NUL)")
    try:
        str(name).encode()
    except UnicodeEncodeError:
        raise Unreadable("has a name that is not UTF-8; rename it") from None


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "is not there"
    return f"cannot be read ({(error.strerror or str(error)).lower()})"


def in_bytes(count: int) -> str:
    """Say a size in its largest unit: 1.5 MB."""
    for unit, size in (("GB", GIGABYTE), ("MB", 2**20), ("kB", 2**10)):
        if count >= size:
            return f"{count / size:,.1f} {unit}"
    return f"{count:,} bytes"
