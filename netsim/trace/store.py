"""The file of a trace: an .npz of plain arrays and a JSON header, written whole or not at all."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from netsim.border.archive import Archive
from netsim.border.files import whole
from netsim.border.opening import Unreadable

FORMAT = "nudge trace"
SCHEMA = 2

_WHEN = (1980, 1, 1, 0, 0, 0)  # the same for every file, so that the same trace is the same bytes


class TraceError(ValueError):
    """A trace that cannot be used; its text is one sentence that says what is wrong and what to do."""


def array_digest(array: np.ndarray) -> str:
    """Make a fingerprint (SHA-256) of an array's type, shape and content."""
    digest = hashlib.sha256(f"{array.dtype.str}{array.shape}".encode())
    digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()


def header_digest(header: Mapping[str, Any]) -> str:
    """Make a fingerprint of a whole trace: of its header, in which every array has its own fingerprint.

    Those of arrays that are `clocked` stand outside it: what a clock measured differs from one recording to the next.
    """
    rest = {key: value for key, value in header.items() if key != "digest"}
    if isinstance(rest.get("arrays"), dict):
        rest["arrays"] = {key: _timeless(entry) for key, entry in rest["arrays"].items()}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()


def _timeless(entry: Any) -> Any:
    """Return what a header says of an array, but for the fingerprint of what a clock measured."""
    clocked = isinstance(entry, dict) and entry.get("clocked") is True
    return {key: value for key, value in entry.items() if key != "sha256"} if clocked else entry


def write(path: Path, header: Mapping[str, Any], arrays: Mapping[str, np.ndarray]) -> None:
    """Write a trace: whole, or not at all.

    Raises
    ------
    TraceError
        If the place cannot be written to.
    """
    try:
        with whole(path) as draft, zipfile.ZipFile(draft, "w") as archive:
            _put(archive, "header", np.array(json.dumps(header)))
            for key, array in arrays.items():
                _put(archive, key, array)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise TraceError(f"{path} cannot be written ({reason}): choose another place for the trace.") from None


def _put(archive: zipfile.ZipFile, key: str, array: np.ndarray) -> None:
    with archive.open(zipfile.ZipInfo(f"{key}.npy", _WHEN), "w", force_zip64=True) as member:
        np.lib.format.write_array(member, array, allow_pickle=False)


def read_header(path: Path) -> tuple[Any, list[str]]:
    """Read a trace's header and the list of what the file holds; nothing else is read.

    Returns
    -------
    header
        What the JSON text says: of what form is for the schema to check.
    held
        The names of the arrays in the file.

    Raises
    ------
    TraceError
        If there is no such file, or it is no .npz, damaged, or altered.
    """
    array, members = _get(path, "header", "it has no header")
    try:
        header = json.loads(str(array[()])) if array.dtype.kind == "U" and array.shape == () else None
    except (ValueError, RecursionError):
        raise TraceError(f"{path} is damaged: its header is no JSON; record the trace anew.") from None
    if isinstance(header, dict) and "digest" in header and header["digest"] != header_digest(header):
        raise TraceError(f"{path} was altered: its header does not match its digest; record the trace anew.")
    return header, members


def read_array(path: Path, key: str, entry: Mapping[str, Any]) -> np.ndarray:
    """Read one array of a trace and hold it against what the header says of it.

    Raises
    ------
    TraceError
        If the file is gone, damaged or altered, or the array holds anything but finite numbers.
    """
    array, _ = _get(path, key, f"the array {key!r} is missing")
    _check_array(path, key, array, entry)
    return array


def check_arrays(path: Path, entries: Mapping[str, Mapping[str, Any]]) -> None:
    """Read all arrays of a trace, in one opening of its file, and hold each against what the header says of it.

    Raises
    ------
    TraceError
        If the file is gone, damaged or altered, or an array holds anything but finite numbers.
    """
    with _opened(path) as archive:
        for key, entry in entries.items():
            _check_array(path, key, archive.array(key), entry)


def _check_array(path: Path, key: str, array: np.ndarray, entry: Mapping[str, Any]) -> None:
    if list(array.shape) != entry["shape"]:
        expected = tuple(entry["shape"])
        raise TraceError(
            f"{path} was altered: {key!r} has the shape {array.shape}, expected {expected}; record the trace anew."
        )
    if array_digest(array) != entry.get("sha256"):
        raise TraceError(f"{path} was altered: {key!r} does not match its digest; record the trace anew.")
    check_numbers(str(path), key, array)


def check_numbers(where: str, key: str, array: np.ndarray) -> None:
    """Raise a TraceError if an array holds anything but finite numbers."""
    if array.dtype.kind not in "fiu":
        raise TraceError(f"{where} has {key!r} of the type {array.dtype}, expected numbers; record the trace anew.")
    if not np.all(np.isfinite(array)):
        first = [int(i) for i in np.argwhere(~np.isfinite(array))[0]]
        value = array[tuple(first)]
        raise TraceError(
            f"{where} has {value} in {key!r} at {first}, expected a finite number: the run left the numbers, "
            "so record it anew, perhaps with a smaller training.eta."
        )


def _get(path: Path, key: str, without: str) -> tuple[np.ndarray, list[str]]:
    """One array, and the names of all that the file has."""
    with _opened(path) as archive:
        if key not in archive.names:
            raise TraceError(f"{path} is an .npz file, but no whole trace ({without}); `nudge record` makes one.")
        return archive.array(key), archive.names


@contextmanager
def _opened(path: Path) -> Iterator[Archive]:
    """Open a trace's file; what cannot be read of it is a TraceError."""
    try:
        with Archive(path) as archive:
            yield archive
    except Unreadable as error:
        if not path.exists():
            raise TraceError(f"There is no file {path}; `nudge record -o {path.name}` makes one.") from None
        raise TraceError(f"{path} {error}: record the trace anew; `nudge record -o FILE` makes one.") from None
