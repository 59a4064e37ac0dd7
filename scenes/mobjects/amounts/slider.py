"""A slider: a lever on an upright rail that is pulled through recorded places, its value, and a lock for it."""

from __future__ import annotations

import numpy as np
from manim import DOWN, UP, ArcBetweenPoints, Dot, Line, RoundedRectangle, VGroup

from netsim import Reading
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.type.number import Readout

GRIP = (0.46, 0.2)  # scene units: width and height of a handle
TICK = 0.32  # width of the line across the rail where the handle stood
LOCK = (0.5, 0.38)  # width and height of a lock's body


class Handle(RoundedRectangle, Quantity):
    """What is pulled: as far from where it stood as its reading says.

    Parameters
    ----------
    change
        By how much the lever is turned; 0 where it stood.
    unit
        Scene units to one of it.
    tick
        The line across the rail where it stood.
    """

    reading: Reading

    def __init__(self, change: Reading, unit: float, tick: Line, theme: Theme) -> None:
        width, height = GRIP
        super().__init__(corner_radius=height / 3, width=width, height=height, stroke_width=0, fill_opacity=1)
        self.set_fill(theme.of("focus"))
        self.unit, self.tick, self.rounding = unit, tick, 1e-6 / unit
        self.set_reading(change)

    def set_reading(self, change: Reading) -> Handle:
        """Stand at another place."""
        self.reading = change
        return self.move_to(self.tick.get_center() + float(change) * self.unit * UP)

    def shown(self) -> float:
        """Return the change that its place stands for."""
        return float((self.get_center() - self.tick.get_center())[1]) / self.unit


class Slider(VGroup):
    """A handle on a rail that reaches from the lowest to the highest place, a tick where it stood, and a number.

    Parameters
    ----------
    values, changes
        What is turned, and by how much, at each recorded place from the lowest to the highest, each (places,).
    at
        The place where nothing is changed.
    length
        Of the rail, in scene units.
    spec
        Format of the number.

    Attributes
    ----------
    number
        The value that runs, under the rail.
    """

    def __init__(
        self, values: Reading, changes: Reading, at: int, length: float, theme: Theme, spec: str = ".2f"
    ) -> None:
        self.values, self.changes, self.theme = values, changes, theme
        low, high = float(changes[0]), float(changes[-1])
        unit = length / (high - low)
        self.rail = Line(low * unit * UP, high * unit * UP, stroke_width=stroke.strong, color=theme.of("faint"))
        self.tick = Line(TICK * DOWN, TICK * UP, stroke_width=stroke.mark, color=theme.of("ink")).rotate(np.pi / 2)
        self.handle = Handle(changes[at], unit, self.tick, theme)
        self.number = Readout(values[at], theme, spec=spec, role="focus")
        self.number.next_to(self.rail, DOWN, buff=gap.medium)
        super().__init__(self.rail, self.tick, self.handle, self.number)

    def set_row(self, row: int) -> Slider:
        """Go to a recorded place."""
        self.handle.set_reading(self.changes[row])
        self.number.set_reading(self.values[row])
        return self

    def lock(self) -> VGroup:
        """Return a lock that holds the handle where it is now."""
        width, height = LOCK
        colour = self.theme.of("ink")
        body = RoundedRectangle(corner_radius=height / 5, width=width, height=height, stroke_width=0, fill_opacity=1)
        body.set_fill(colour)
        ends = [body.get_top() + side * width / 4 * np.array([1.0, 0.0, 0.0]) for side in (1, -1)]
        posts = [Line(end, end + height / 3 * UP) for end in ends]
        shackle = ArcBetweenPoints(posts[0].get_end(), posts[1].get_end(), angle=np.pi)
        hoop = VGroup(*posts, shackle).set_stroke(colour, width=stroke.strong + stroke.thin)
        keyhole = Dot(radius=height / 7, color=self.theme.of("background"))
        return VGroup(hoop, body, keyhole).shift(self.handle.get_center())
