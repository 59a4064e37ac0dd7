"""A number together with the place in the trace that it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
    picked
        If only some places are kept: for each remaining axis the ones that are; () for all.
    """

    value: float | np.ndarray
    key: str
    index: tuple[int, ...] = ()
    sign: int = 1
    picked: tuple[tuple[int, ...], ...] = ()

    @classmethod
    def of(cls, arrays: Mapping[str, np.ndarray], key: str, *index: int) -> Reading:
        """Read arrays[key][index].

        Raises
        ------
        IndexError
            If the array has no such place.
        """
        return cls(_frozen(arrays[key][index]), key, tuple(int(i) for i in index))

    def take(self, *axes: Sequence[int]) -> Reading:
        """Keep only some places of every axis: `W.take(rows, columns)`.

        Raises
        ------
        IndexError
            If a place is not there, or the axes are not as many as the value has.
        """
        if len(axes) != np.ndim(self.value) or self.picked:
            raise IndexError(f"{self.key}{list(self.index)} has {np.ndim(self.value)} axes, not {len(axes)}.")
        picked = tuple(tuple(int(i) for i in axis) for axis in axes)
        return replace(self, value=_frozen(np.asarray(self.value)[np.ix_(*picked)]), picked=picked)

    def __neg__(self) -> Reading:
        return replace(self, value=_frozen(-np.asarray(self.value)), sign=-self.sign)

    def __getitem__(self, i: int) -> Reading:
        if np.ndim(self.value) == 0:
            raise IndexError(f"{self.key}{list(self.index)} is a single number and has no parts.")
        place, rest = (self.picked[0][i], self.picked[1:]) if self.picked else (int(i), ())
        return Reading(_frozen(np.asarray(self.value)[i]), self.key, (*self.index, place), self.sign, rest)

    def __len__(self) -> int:
        return len(np.asarray(self.value))

    def __iter__(self) -> Iterator[Reading]:
        return (self[i] for i in range(len(self)))

    def __float__(self) -> float:
        return float(self.value)

    def __format__(self, spec: str) -> str:
        # A zero has no sign, whatever a product with a negative number made of it.
        return format(float(self) + 0.0, spec).replace("-", "\N{MINUS SIGN}")

    def held_by(self, arrays: Mapping[str, np.ndarray]) -> bool:
        """Whether the arrays of a trace, by key, really hold this value at this place, to the last bit."""
        held = np.asarray(arrays[self.key][self.index]) * self.sign
        return bool(np.array_equal(held[np.ix_(*self.picked)] if self.picked else held, self.value))


def _frozen(value: np.ndarray) -> float | np.ndarray:
    if np.ndim(value) == 0:
        return float(value)
    view = value.view()
    view.flags.writeable = False
    return view
