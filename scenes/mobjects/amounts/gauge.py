"""A gauge: a bar on a scale from 0 that answers in every frame, its number, and a needle where it stood."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Line, VGroup

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Quantity, Scale
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words

OVERHANG = 0.08  # scene units that a needle and the ends of the scale stand out over the bar, on either side
BESIDE = 0.14  # from the scale to what is written beside it


class Needle(Line, Quantity):
    """A short line across a scale, as far from its zero as its reading says.

    Parameters
    ----------
    axis
        The line of the scale, from its zero to what is longest.
    """

    reading: Reading

    def __init__(self, reading: Reading, scale: Scale, axis: Line, half: float, theme: Theme, role: str) -> None:
        self.scale_of_way, self.axis, self.rounding = scale, axis, 1e-6 * scale.longest
        across = half * np.array([-1.0, 1.0, 0.0]) * axis.get_unit_vector()[[1, 0, 2]]
        super().__init__(-across, across, stroke_width=3, color=theme.of(role))
        self.set_reading(reading)

    def set_reading(self, reading: Reading) -> Needle:
        """Stand at another value."""
        self.reading = reading
        way = float(reading) * self.scale_of_way.unit * self.axis.get_unit_vector()
        return self.move_to(self.axis.get_start() + way)

    def shown(self) -> float:
        """Return the value that its place stands for."""
        way = self.get_center() - self.axis.get_start()
        return float(way @ self.axis.get_unit_vector()) / self.scale_of_way.unit


class Gauge(VGroup):
    """A bar from 0 on a stated scale that shows one row of a recorded course after the other, with its number.

    Parameters
    ----------
    values
        The course, of shape (rows,), not negative.
    at
        The row that it shows first; the needle stays there, faint as the ends of the scale.
    scale
        Its ``length`` is that of the whole scale, its ``longest`` is written at the end.
    upright
        Whether it stands upright, its zero below; else it lies, its zero at the left.
    spec
        Format of the numbers.

    Attributes
    ----------
    number
        The number that runs, beside the zero; put it where it is to be read.
    """

    def __init__(
        self,
        values: Reading,
        at: int,
        scale: Scale,
        theme: Theme,
        *,
        upright: bool = False,
        thickness: float = 0.24,
        spec: str = ".3f",
        size: str = "body",
        role: str = "cost",
    ) -> None:
        self.values = values
        along, end_side, number_side = (UP, LEFT, DOWN) if upright else (RIGHT, DOWN, LEFT)
        half = thickness / 2 + OVERHANG
        zero, end = np.zeros(3), scale.length * along
        self.axis = Line(zero, end, stroke_width=2, color=theme.of("dim"))
        self.ends = VGroup(*[Line(-half * end_side, half * end_side, stroke_width=2).move_to(at) for at in (zero, end)])
        self.ends.set_color(theme.of("dim"))
        self.bar = Bar(values[at], scale, theme, zero, thickness, role, upright)
        self.needle = Needle(values[at], scale, self.axis, half, theme, "dim")
        marks = (Words("0", theme, size="small", role="dim"), Readout(scale.source, theme, spec=spec, role="dim"))
        self.marks = VGroup(
            *[mark.next_to(tick, end_side, BESIDE) for mark, tick in zip(marks, self.ends, strict=True)]
        )
        self.number = Readout(values[at], theme, spec=spec, size=size, role=role)
        self.number.next_to(self.ends[0], number_side, BESIDE)
        super().__init__(self.axis, self.ends, self.marks, self.bar, self.needle, self.number)

    def follow(self, values: Reading) -> Gauge:
        """Show the rows of another course from now on, which begins where this one stands."""
        self.values = values
        return self

    def set_row(self, row: int) -> Gauge:
        """Show another row."""
        self.bar.set_reading(self.values[row])
        self.number.set_reading(self.values[row])
        return self
