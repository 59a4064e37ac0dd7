"""A walk down a curve: the place where it stands with the slope there, and a dot on each place it has been."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import Animation, VGroup, VMobject, linear

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.plots.plot import PlotDot, PlotFrame, Tangent
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.glyphs import value_of
from scenes.mobjects.type.number import Readout

TRAIL = 0.05  # radius of a dot that is left behind
APART = 0.03  # scene units between two of them, at least
GAP = 0.25  # from the middle of a sign of equality to its number
REACH = 0.8  # scene units of half the tangent


class Downhill(VGroup):
    """A dot on a curve that goes from recorded place to recorded place, with its tangent and the slope as a number.

    Parameters
    ----------
    xs, ys
        The recorded places, each of shape (steps + 1,).
    slopes
        The derivative dy/dx at each of them, (steps + 1,).
    spec
        Format of the slope.

    Attributes
    ----------
    said
        "= -0.0045": the slope as a number; put it where it is to be read.
    """

    def __init__(
        self,
        xs: Reading,
        ys: Reading,
        slopes: Reading,
        frame: PlotFrame,
        theme: Theme,
        *,
        role: str = "focus",
        spec: str = "+.3f",
    ) -> None:
        super().__init__()
        self.xs, self.ys, self.slopes, self.frame, self.theme, self.role = xs, ys, slopes, frame, theme, role
        self.at = self._marked = 0
        self.trail = VGroup(self._mark(0))
        self.tangent = Tangent(slopes[0], (xs[0], ys[0]), frame, theme, REACH, role)
        self.dot = PlotDot(ys[0], self.place(0), frame, theme, role)
        self.said = SaidSlope(slopes[0], theme, spec)
        self.add(self.trail, self.tangent, self.dot, self.said)

    @property
    def last(self) -> int:
        """The number of steps."""
        return len(self.xs) - 1

    def place(self, i: int) -> np.ndarray:
        """Return where the place after i steps is on the scene."""
        return self.frame.point(float(self.xs[i]), float(self.ys[i]))

    def stand(self, way: float) -> Downhill:
        """Go to a place; between two recorded ones the dot is on its way, and the slope is that of the former."""
        i = min(int(way), self.last)
        start, end = self.place(i), self.place(min(i + 1, self.last))
        self.dot.move_to(start + (way - i) * (end - start))
        self.dot.reading, self.dot.glides_from = (self.ys[i + 1], self.ys[i]) if way > i else (self.ys[i], None)
        if i != self.at:
            self.at = i
            self.tangent.set_reading(self.slopes[i], (self.xs[i], self.ys[i]))
            self.said.say(self.slopes[i])
            self._leave_marks(i)
        return self

    def walk(self, to: int, **kwargs: Any) -> Animation:
        """Return the animation that goes on to the place after so many steps."""
        return _Descent(self, to, **kwargs)

    def rest(self) -> Animation:
        """Return the animation that leaves only the dots, in a quieter colour."""
        quiet = self.theme.of("ink")
        self.remove(self.tangent, self.said)
        return self.animate.set_color(quiet).build()

    def _leave_marks(self, last: int) -> None:
        """Leave a dot on each place up to one, but none where it would only cover the one before."""
        for i in range(self._marked + 1, last + 1):
            if np.linalg.norm(self.place(i) - self.trail[-1].get_center()) > APART:
                self.trail.add(self._mark(i))
        self._marked = max(self._marked, last)

    def _mark(self, i: int) -> PlotDot:
        return PlotDot(self.ys[i], self.place(i), self.frame, self.theme, self.role, TRAIL)


class SaidSlope(VGroup):
    """A slope after its sign of equality: one that is rounded away has no sign of its own, and is about 0.

    Parameters
    ----------
    spec
        Format of the slope, with its sign.
    """

    def __init__(self, slope: Reading, theme: Theme, spec: str) -> None:
        super().__init__()
        self.number = Readout(slope, theme, spec=spec, role="cost").stand_on(0.0)
        self.equal, self.nearly = (self._sign(code, theme) for code in ("=", "approx"))
        self.add(self.equal, self.nearly, self.number)
        self.say(slope)

    def say(self, slope: Reading) -> None:
        """Show another slope; every glyph stays, seen or not, as an animation draws those it began with."""
        self.number.set_reading(slope)
        none = value_of(self.number.text) == 0
        self.number[0].set_fill(opacity=0.0 if none else 1.0)
        self.nearly.set_fill(opacity=1.0 if none and float(slope) else 0.0)
        self.equal.set_fill(opacity=0.0 if none and float(slope) else 1.0)

    def _sign(self, code: str, theme: Theme) -> VMobject:
        """Return the one glyph of a sign, before the number."""
        formula = Formula(code, theme, role="cost", size="small")
        formula.move_to((self.number.get_left()[0] - GAP, 0, 0)).stand_on(0.0)
        (glyph,) = formula.get_family()[1:]
        return VMobject(stroke_width=0, fill_color=theme.of("cost")).set_points(glyph.points)


class _Descent(Animation):
    """Take a walk on to a later place, each step in the same time."""

    def __init__(self, walk: Downhill, to: int, **kwargs: Any) -> None:
        self._walk, self._from, self._to = walk, walk.at, min(to, walk.last)
        super().__init__(walk, **{"rate_func": linear} | kwargs)

    def interpolate_mobject(self, alpha: float) -> None:
        way = self._from + self.rate_func(alpha) * (self._to - self._from)
        self._walk.stand(round(way) if abs(way - round(way)) < 1e-9 else way)
