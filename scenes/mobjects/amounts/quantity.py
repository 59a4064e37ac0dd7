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
    signless
        Whether the drawing tells sizes only: ``shown`` is then the value without its sign.
    glides_from
        While the picture glides to its reading: where it comes from, another reading or 0, for what grows out of
        nothing. It shows a value between the two.
    """

    reading: Reading | None = None
    glides_from: Reading | float | None = None
    rounding: float = 1e-6
    signless: bool = False

    def shown(self) -> float | np.ndarray:
        """Return the value that the drawing shows now, measured from the drawing."""
        raise NotImplementedError


@dataclass(frozen=True)
class Scale:
    """How long a drawing is per unit of value: one for each comparison.

    Attributes
    ----------
    source
        The scalar reading that is largest in the comparison, without its sign: the one that is
        written on screen.
    length
        Its length in scene units.
    """

    source: Reading
    length: float

    @classmethod
    def fit(cls, readings: Iterable[Reading], length: float) -> Scale:
        """Return the scale on which the largest of all the readings is ``length`` long."""
        return cls(max((_largest(r) for r in readings), key=float), length)

    def among(self, readings: Iterable[Reading]) -> Scale:
        """Return the same scale, stated by the largest of some readings: those that are shown."""
        source = max((_largest(r) for r in readings), key=float)
        return Scale(source, (float(source) or 1.0) * self.unit)

    @property
    def longest(self) -> float:
        """The value that is ``length`` long: 1 where all values are 0."""
        return float(self.source) or 1.0

    @property
    def unit(self) -> float:
        """Scene units per unit of value."""
        return self.length / self.longest


def magnitude(reading: Reading) -> Reading:
    """Return a scalar reading without its sign."""
    return -reading if float(reading) < 0 else reading


def _largest(reading: Reading) -> Reading:
    """Return the largest entry of a reading, without its sign."""
    values = np.abs(np.asarray(reading.value))
    for i in np.unravel_index(np.argmax(values), values.shape):
        reading = reading[int(i)]
    return magnitude(reading)


def quantities(mobjects: Iterable[Mobject]) -> Iterator[Quantity]:
    """Yield every picture of a quantity among mobjects and their parts."""
    for mobject in mobjects:
        for part in mobject.get_family():
            if isinstance(part, Quantity):
                yield part
