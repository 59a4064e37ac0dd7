"""The file of a trace: an .npz of plain arrays and a JSON header, written whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

FORMAT = "nudge trace"
SCHEMA = 1
_WHEN = (1980, 1, 1, 0, 0, 0)  # the same for every file, so that the same trace is the same bytes


class TraceError(ValueError):
    """A trace that cannot be used; its text is one sentence that says what is wrong and what to do."""


def array_digest(array: np.ndarray) -> str:
    """A fingerprint (SHA-256) of an array's type, shape and content."""
    array = np.ascontiguousarray(array)
    kind = f"{array.dtype.str}{array.shape}".encode()
    return hashlib.sha256(kind + array.tobytes()).hexdigest()


def header_digest(header: Mapping[str, Any]) -> str:
    """A fingerprint of a whole trace: its header, in which every array has its own fingerprint."""
    rest = {key: value for key, value in header.items() if key != "digest"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()


def write(path: Path, header: Mapping[str, Any], arrays: Mapping[str, np.ndarray]) -> None:
    """Write a trace beside its final place, then rename it, so that no half-written file is ever seen.

    Raises
    ------
    TraceError
        If the place cannot be written to.
    """
    try:
        handle, part = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise TraceError(f"{path} cannot be written: {error.strerror}; choose another place.") from None
    try:
        with os.fdopen(handle, "wb") as file:
            with zipfile.ZipFile(file, "w") as archive:
                _put(archive, "header", np.array(json.dumps(header, sort_keys=True)))
                for key, array in arrays.items():
                    _put(archive, key, array)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException as error:
        Path(part).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise TraceError(f"{path} cannot be written: {error.strerror}; choose another place.") from None
        raise


def _put(archive: zipfile.ZipFile, key: str, array: np.ndarray) -> None:
    with archive.open(zipfile.ZipInfo(f"{key}.npy", _WHEN), "w", force_zip64=True) as member:
        np.lib.format.write_array(member, np.asanyarray(array), allow_pickle=False)


def read_header(path: Path) -> dict[str, Any]:
    """Read and check the header of a trace."""
    header: dict[str, Any] = json.loads(str(_get(path, "header")))
    return header


def read_array(path: Path, key: str, entry: Mapping[str, Any]) -> np.ndarray:
    """Read and check one array of a trace; `entry` is what the header says of it."""
    return _get(path, key)


def _get(path: Path, key: str) -> np.ndarray:
    with zipfile.ZipFile(path) as archive, archive.open(f"{key}.npy") as member:
        return np.lib.format.read_array(member, allow_pickle=False)
