"""What a cell has at hand is put into a file, so that a lesson can name it, and workers find it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from netsim import Trace
from netsim.border.files import whole
from scenes.lesson.errors import LessonError
from scenes.lesson.kept_traces import DEFAULT_WORK

#: Keys of [data] that only a cell can give, in the place of a path.
TABLE, ARRAYS = "table", ("x", "y")


def record_of(trace: Trace) -> Path:
    """Put a trace into a file of the work folder."""
    return _kept(f"traces/trace-{trace.digest[:12]}.npz", trace.save)


def data_of(keys: Mapping[str, Any]) -> dict[str, Any]:
    """Return [data] with a path in the place of a table (a pandas DataFrame), or of arrays x and y.

    Raises
    ------
    LessonError
        If they are none.
    """
    rest = {key: value for key, value in keys.items() if key not in (TABLE, *ARRAYS)}
    if TABLE in keys:
        return rest | {"path": str(_table(keys[TABLE]))}
    if any(key in keys for key in ARRAYS):
        return rest | {"path": str(_arrays(keys))}
    return rest


def _table(frame: Any) -> Path:
    if not hasattr(frame, "to_csv"):
        raise LessonError(f"data.table: a {type(frame).__name__} is no table, expected a pandas DataFrame.")
    content = frame.to_csv(index=False).encode()
    return _kept(f"data/{_digest(content)}.csv", lambda path: path.write_bytes(content))


def _arrays(keys: Mapping[str, Any]) -> Path:
    missing = [key for key in ARRAYS if key not in keys]
    if missing:
        raise LessonError(f"data.{missing[0]} is missing: expected x, a row for each example, and y, its label.")
    file = BytesIO()
    try:
        x, y = (np.asarray(keys[key]) for key in ARRAYS)
        np.savez(file, x=x, y=y.astype(str) if y.dtype == object else y, allow_pickle=False)
    except ValueError:
        raise LessonError("data.x: not all of its values are numbers, or its rows are not of one length.") from None
    return _kept(f"data/{_digest(file.getvalue())}.npz", lambda path: path.write_bytes(file.getvalue()))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def _kept(name: str, write: Callable[[Path], Any]) -> Path:
    """Write a file of the work folder, unless it is there; its name follows from what it holds."""
    path = (DEFAULT_WORK / name).resolve()
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole(path) as draft:
            write(draft)
    return path
