"""A number together with the place in the trace that it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class Reading:
    """A value of a trace (or its negative) that knows where it stands.

    Attributes
    ----------
    value
        A float, or a read-only array.
    key
        Name of the array in the trace.
    index
        Place in that array; () for the whole of it.
    sign
        +1, or -1 if the value is the negative of what the trace holds (a wish is -dC/da).
    """

    value: float | np.ndarray
    key: str
    index: tuple[int, ...] = ()
    sign: int = 1

    @classmethod
    def of(cls, arrays: Mapping[str, np.ndarray], key: str, *index: int) -> Reading:
        """Read arrays[key][index].

        Raises
        ------
        IndexError
            If the array has no such place.
        """
        return cls(_frozen(arrays[key][index]), key, tuple(int(i) for i in index))

    def __neg__(self) -> Reading:
        return Reading(_frozen(-np.asarray(self.value)), self.key, self.index, -self.sign)

    def __getitem__(self, i: int) -> Reading:
        if np.ndim(self.value) == 0:
            raise IndexError(f"{self.key}{list(self.index)} is a single number and has no parts.")
        return Reading(_frozen(np.asarray(self.value)[i]), self.key, (*self.index, int(i)), self.sign)

    def __len__(self) -> int:
        return len(np.asarray(self.value))

    def __iter__(self) -> Iterator[Reading]:
        return (self[i] for i in range(len(self)))

    def __float__(self) -> float:
        return float(self.value)

    def __format__(self, spec: str) -> str:
        return format(float(self), spec).replace("-", "\N{MINUS SIGN}")

    def held_by(self, arrays: Mapping[str, np.ndarray]) -> bool:
        """Whether the trace really holds this value at this place, to the last bit."""
        return bool(np.array_equal(np.asarray(arrays[self.key][self.index]) * self.sign, self.value))


def _frozen(value: np.ndarray) -> float | np.ndarray:
    if np.ndim(value) == 0:
        return float(value)
    view = value.view()
    view.flags.writeable = False
    return view
