"""A plot whose axis across goes by factors: from 1 to 10 it is as far as from 10 to 100."""

from __future__ import annotations

import numpy as np
from manim import LEFT, Line, VGroup

from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.plots.plot import PlotFrame
from scenes.mobjects.type.typeset import Words

BEFORE = 0.1  # share of the width between 0, which has no place on such an axis, and the least number
ROUND = 1e-9  # what the logarithm of a power of ten may lack
CUT = 0.12  # scene units of the strokes that cut the axis between the two


class LogFrame(PlotFrame):
    """Two axes, that across by factors; 0 stands at its left end, before a cut, if it has a place there.

    Parameters
    ----------
    least, most
        The least and the largest number above 0 across.
    ys, width, height
        As of a `PlotFrame`.
    with_0
        Whether 0 has a place.
    """

    def __init__(
        self,
        least: float,
        most: float,
        ys: tuple[float, float],
        width: float,
        height: float,
        theme: Theme,
        with_0: bool = True,
    ) -> None:
        self.before = BEFORE if with_0 else 0.0
        self.low, self.span = np.log10(least), max(np.log10(most / least), 1e-9)
        super().__init__((0.0, 1.0), ys, width, height, theme)
        if not with_0:
            return
        middle = self.point(0.0, ys[0]) + BEFORE / 2 * width * np.array([1.0, 0.0, 0.0])
        stroke = Line(np.array([-CUT / 3, -CUT, 0]), np.array([CUT / 3, CUT, 0]), stroke_width=2, color=theme.of("dim"))
        cut = VGroup(stroke.copy().move_to(middle + CUT / 3 * LEFT), stroke.copy().move_to(middle - CUT / 3 * LEFT))
        self.add(cut)

    def powers(self, theme: Theme) -> VGroup:
        """Return 0 and the powers of ten under their places."""
        powers = [10.0**power for power in range(int(np.ceil(self.low)), int(self.low + self.span + ROUND) + 1)]
        written = theme.manner.number
        marks = VGroup(*[Words(written(f"{place:,.0f}"), theme, size="small", role="dim") for place in (0.0, *powers)])
        for mark, place in zip(marks, (0.0, *powers), strict=True):
            mark.move_to((self.point(place, self.ys[0])[0], 0, 0))
            mark.stand_on(self.point(0.0, self.ys[0])[1] - gap.line)
        return marks

    def point(self, x: float, y: float) -> np.ndarray:
        """Return where a pair of values stands on the scene now."""
        share = self.before + (1 - self.before) * (np.log10(x) - self.low) / self.span if x > 0 else 0.0
        return super().point(share, y)
