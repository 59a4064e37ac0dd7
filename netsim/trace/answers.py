"""What the outputs of a network mean: one of each class, one for two classes, or numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

import numpy as np

from netsim.trace.features import Feature, check_told, features_told, told
from netsim.trace.store import TraceError


@dataclass(frozen=True)
class Answers:
    """What the outputs mean, and what is wanted of them.

    Attributes
    ----------
    classes
        The names of the classes; none where outputs are numbers.
    ends
        What is wanted of a single output for the first and for the second of two classes; None if each class has an
        output of its own, of which 1 is wanted for its examples and 0 for all others.
    numbers
        What each output is called where outputs are numbers, and the way back to its natural units.
    """

    classes: tuple[str, ...] = ()
    ends: tuple[float, float] | None = None
    numbers: tuple[Feature, ...] = ()

    @property
    def many(self) -> int:
        """How many outputs there are, n_L."""
        return len(self.numbers) or (1 if self.ends else len(self.classes))

    @property
    def names(self) -> tuple[str, ...]:
        """What each output is called: by its class, of a single one the second; by its number."""
        if self.numbers:
            return tuple(number.name for number in self.numbers)
        return self.classes[1:] if self.ends else self.classes

    @property
    def middle(self) -> float | None:
        """The value above which a single output says the second class; None if it does not decide."""
        return (self.ends[0] + self.ends[1]) / 2 if self.ends else None

    def target(self, label: np.ndarray) -> np.ndarray:
        """Give the outputs that are wanted for labels (N,), indices into classes, (N, n_L)."""
        columns = np.array(self.ends)[:, None] if self.ends else np.eye(len(self.classes))
        y: np.ndarray = columns[label]
        return y

    def said(self, a: np.ndarray) -> np.ndarray:
        """Give the class that outputs (..., n_L) say, an index into classes: the largest; of a single one, its side."""
        said: np.ndarray = a.argmax(axis=-1) if self.middle is None else (a[..., 0] > self.middle).astype(np.int64)
        return said

    def sureness(self, a: np.ndarray) -> np.ndarray:
        """Give how sure outputs (..., n_L) are: the largest; of a single one, how far it is from where it decides."""
        sure: np.ndarray = a.max(axis=-1) if self.middle is None else np.abs(a[..., 0] - self.middle)
        return sure

    def short_of(self, a: np.ndarray, said: np.ndarray) -> np.ndarray:
        """Give by how much outputs (..., n_L) are short of saying some classes (...): 0 where they do."""
        said = np.clip(said, 0, len(self.classes) - 1).astype(int)
        if self.middle is None:
            short: np.ndarray = a.max(axis=-1) - np.take_along_axis(a, said[..., None], axis=-1)[..., 0]
            return short
        return np.maximum(0.0, (a[..., 0] - self.middle) * np.where(said == 1, -1, 1))

    def own_output(self, label: int) -> int:
        """Give the output that an example of a class is about: its own; the only one; of numbers the first."""
        return 0 if self.ends or self.numbers else label

    def plain(self) -> dict[str, Any]:
        """Write down what a trace's header says besides the classes, as plain data."""
        return {"ends": list(self.ends) if self.ends else None, "numbers": told(self.numbers)}


def answers_told(header: Mapping[str, Any]) -> Answers:
    """Read what a trace's header says of its outputs, which `check_answers` finds sound.

    One that says nothing, such as an old one, has an output for each class.
    """
    said = header.get("answers") or {}
    ends = said.get("ends")
    return Answers(
        tuple(header["classes"]),
        (float(ends[0]), float(ends[1])) if ends else None,
        features_told(said.get("numbers") or []),
    )


def check_answers(header: Mapping[str, Any], where: str) -> None:
    """Check that a trace's header says what each of its outputs means.

    Raises
    ------
    TraceError
        If it says nothing usable, or not of each output.
    """
    said = header.get("answers") or {}
    ends = said.get("ends") if isinstance(said, dict) else ...
    if ends is not None and not (isinstance(ends, list) and len(ends) == 2 and all(map(_is_number, ends))):
        raise TraceError(f"{where} says nothing usable of its outputs; record the trace anew.")
    check_told(said.get("numbers") or [], where, "output")
    answers, outputs = answers_told(header), header["sizes"][-1]
    if answers.numbers and answers.classes:
        raise TraceError(f"{where} names classes and numbers for its outputs, expected one of both.")
    if answers.ends and (len(answers.classes) != 2 or answers.ends[0] == answers.ends[1]):
        raise TraceError(f"{where} has a single output for {len(answers.classes)} classes, expected two, wanted apart.")
    if answers.many != outputs:
        what = "numbers" if answers.numbers else "classes"
        raise TraceError(f"{where} names {answers.many} {what} for {outputs} outputs, expected one for each.")


def _is_number(value: object) -> bool:
    return type(value) in (int, float) and isfinite(value)  # type: ignore[arg-type]
