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
import zipfile
import zlib
from itertools import islice
from math import prod
from pathlib import Path

import numpy as np

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
        raise Unreadable(f"has {_bytes(found.st_size)}, expected at most {_bytes(most)}")
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
        raise Unreadable(f"unpacks to more than {_bytes(most)}, which no data set of its kind does")
    return plain


class Archive:
    """An .npz file: arrays by name, each bounded before it is read.

    Raises
    ------
    Unreadable
        If it is no regular file, no zip archive, or an array in it is damaged or claims too much.
    """

    def __init__(self, path: Path, most: int = LARGEST_UNPACKED) -> None:
        size_of(path)
        self._most = most
        try:
            self._zip = zipfile.ZipFile(path)
        except Exception:  # damaged bytes make the readers of zip and npy trip in a dozen ways
            with path.open("rb") as file:
                damaged = file.read(2) == b"PK"
            raise Unreadable("is damaged or cut short" if damaged else "is no .npz file") from None
        self._members = {info.filename.removesuffix(".npy"): info for info in self._zip.infolist()}

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    @property
    def names(self) -> list[str]:
        """The names of its arrays."""
        return list(self._members)

    def array(self, name: str) -> np.ndarray:
        """Read one array; Python objects are never read."""
        info = self._members[name]
        if info.flag_bits & 1:
            raise Unreadable(f"has {name!r} encrypted, expected a plain array")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Unreadable(f"has {name!r} packed in a way that numpy does not, expected deflate or none")
        if info.file_size > self._most:
            raise Unreadable(f"has {name!r} of {_bytes(info.file_size)} unpacked, more than {_bytes(self._most)}")
        try:
            with self._zip.open(info) as member:
                _check_claim(name, info.file_size, member.read(min(info.file_size, 2**16)))
            with self._zip.open(info) as member:
                return np.lib.format.read_array(member, allow_pickle=False)
        except Unreadable:
            raise
        except Exception:
            raise Unreadable(f"is damaged or cut short in {name!r}") from None


def array_at(path: Path) -> np.ndarray:
    """Read one array from an .npy file; Python objects are never read.

    Raises
    ------
    Unreadable
        If it is no regular file, no .npy file, or is damaged.
    """
    size = size_of(path)
    try:
        with path.open("rb") as file:
            _check_claim(path.stem, size, file.read(min(size, 2**16)))
            file.seek(0)
            return np.lib.format.read_array(file, allow_pickle=False)
    except Unreadable:
        raise
    except Exception:  # as above
        raise Unreadable("is no .npy file, or is damaged or cut short") from None


def _check_claim(name: str, size: int, start: bytes) -> None:
    """Hold what an array's header claims against the bytes that are there."""
    head = io.BytesIO(start)
    version = np.lib.format.read_magic(head)
    read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
    shape, _, dtype = read(head)
    if dtype.hasobject:
        raise Unreadable(f"holds Python objects in {name!r}, which are never read")
    claimed = prod(int(n) for n in shape) * dtype.itemsize
    if any(n < 0 for n in shape) or claimed != size - head.tell():
        raise Unreadable(f"claims {_bytes(claimed)} in {name!r} and has {_bytes(size - head.tell())}")


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


def _bytes(count: int) -> str:
    for unit, size in (("GB", GIGABYTE), ("MB", 2**20), ("kB", 2**10)):
        if count >= size:
            return f"{count / size:,.1f} {unit}"
    return f"{count:,} bytes"
