"""What shows a number knows which number.

Every picture of a quantity carries the reading it was made from and can be measured:
:meth:`Quantity.shown` reads the value back from the drawing itself (a length, a brightness,
the digits). Audits compare the two with the trace; scenes never call ``shown``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from manim import Mobject

from netsim import Reading


class Quantity(Mobject):
    """A picture of one reading: a mixin for mobjects.

    Attributes
    ----------
    reading
        The value shown, with its place in the trace. ``None`` while the picture shows nothing.
    rounding
        Half a unit of the last digit or drawing step: how far ``shown`` may be from the value.
    """

    reading: Reading | None = None
    rounding: float = 1e-6

    def shown(self) -> float | np.ndarray:
        """Return the value that the drawing shows now, measured from the drawing."""
        raise NotImplementedError


@dataclass(frozen=True)
class Scale:
    """How long a drawing is per unit of value: one for each comparison.

    Attributes
    ----------
    longest
        The largest absolute value in the comparison; it is the one written on screen.
    length
        Its length in scene units.
    """

    longest: float
    length: float

    @classmethod
    def fit(cls, readings: Iterable[Reading], length: float) -> Scale:
        """Return the scale on which the largest of all the readings is ``length`` long."""
        largest = max(float(np.max(np.abs(r.value), initial=0.0)) for r in readings)
        return cls(largest or 1.0, length)

    @property
    def unit(self) -> float:
        """Scene units per unit of value."""
        return self.length / self.longest


def quantities(mobjects: Iterable[Mobject]) -> Iterator[Quantity]:
    """Yield every picture of a quantity among mobjects and their parts."""
    for mobject in mobjects:
        for part in mobject.get_family():
            if isinstance(part, Quantity):
                yield part
