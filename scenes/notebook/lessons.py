"""What a cell may call a lesson: a file, its sections, a lesson or a trace at hand, or nothing for the default one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import Any

import numpy as np

from netsim import Trace
from scenes.lesson.errors import LessonError
from scenes.lesson.lesson import Lesson
from scenes.notebook.at_hand import data_of, record_of

Given = str | PathLike[str] | Mapping[str, Any] | Lesson | Trace | None


def lesson_of(given: Given) -> Lesson:
    """Return the lesson that is meant; its training may take its time, since a cell can be stopped.

    Raises
    ------
    LessonError, RecipeError
        If it cannot be used.
    """
    if isinstance(given, Trace):
        lesson = Lesson.load().of_record(record_of(given))
    elif isinstance(given, Mapping):
        data = given.get("data")
        lesson = Lesson.of(_plain(given if not isinstance(data, Mapping) else {**given, "data": data_of(data)}))
    elif isinstance(given, Lesson):
        lesson = given
    elif given is None or isinstance(given, str | PathLike):
        lesson = Lesson.load(given if given is None else Path(given))
    else:
        raise LessonError(
            f"A {type(given).__name__} is no lesson, expected the path of a file, or its sections, "
            'such as {"network": {"hidden": [8]}}, or a Trace.'
        )
    return replace(lesson, patient=True)


def _plain(value: Any) -> Any:
    """Return a value as a file would say it: what a cell has at hand may be NumPy's, or a path."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    return str(value) if isinstance(value, PathLike) else value
