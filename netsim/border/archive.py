"""Arrays from outside, in .npz and .npy files: each bounded before it is read, and never a Python object."""

from __future__ import annotations

import io
import struct
import zipfile
from functools import lru_cache
from math import prod
from pathlib import Path

import numpy as np

from netsim.border.opening import LARGEST_UNPACKED, Unreadable, in_bytes, size_of

#: The header before each member: at its end stand the lengths of the name and of what else is told.
_HEADER = struct.Struct("<4s22xHH")


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
            self._members = _directory(path, _stamp(path))
            self._file = path.open("rb")
        except Exception:  # damaged bytes make the readers of zip and npy trip in a dozen ways
            with path.open("rb") as file:
                damaged = file.read(2) == b"PK"
            raise Unreadable("is damaged or cut short" if damaged else "is no .npz file") from None

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

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
            raise Unreadable(f"has {name!r} of {in_bytes(info.file_size)} unpacked, more than {in_bytes(self._most)}")
        try:
            with self._open(info) as member:
                _check_claim(name, info.file_size, member.read(min(info.file_size, 2**16)))
            with self._open(info) as member:
                return np.lib.format.read_array(member, allow_pickle=False)
        except Unreadable:
            raise
        except Exception:
            raise Unreadable(f"is damaged or cut short in {name!r}") from None

    def _open(self, info: zipfile.ZipInfo) -> zipfile.ZipExtFile:
        """Open a member where its own header ends: after its name, and what else is told of it."""
        self._file.seek(info.header_offset)
        mark, name, more = _HEADER.unpack(self._file.read(_HEADER.size))
        if mark != b"PK\3\4":
            raise zipfile.BadZipFile
        self._file.seek(name + more, io.SEEK_CUR)
        return zipfile.ZipExtFile(self._file, "r", info)


def _stamp(path: Path) -> tuple[int, ...]:
    """Return what tells a file from another that gets its name, or from itself after it was changed."""
    found = path.stat()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


@lru_cache(maxsize=8)
def _directory(path: Path, stamp: tuple[int, ...]) -> dict[str, zipfile.ZipInfo]:
    """List what an archive holds, by name; once, however often it is opened."""
    with zipfile.ZipFile(path) as archive:
        return {info.filename.removesuffix(".npy"): info for info in archive.infolist()}


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
        raise Unreadable(f"claims {in_bytes(claimed)} in {name!r} and has {in_bytes(size - head.tell())}")
