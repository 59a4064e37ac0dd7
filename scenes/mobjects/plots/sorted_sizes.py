"""The axes of sizes in descending order over their ranks: to the right each mark is ten times as many."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, DashedLine, VGroup

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.plots.plot import PlotFrame
from scenes.mobjects.type.number import Readout, spec_of_digits
from scenes.mobjects.type.typeset import Words


class RankFrame(PlotFrame):
    """Axes from rank 1 to the last: across by the logarithm of the rank.

    Parameters
    ----------
    last, largest
        The last rank, and the largest size.
    """

    def __init__(self, last: float, largest: float, width: float, height: float, theme: Theme) -> None:
        super().__init__((0.0, float(np.log10(last))), (0.0, largest), width, height, theme, cross=(1.0, 0.0))
        self.last = last

    def point(self, x: float, y: float) -> np.ndarray:
        """Return where a rank and a size stand on the scene now."""
        return super().point(float(np.log10(x)), y)

    def marks(self, theme: Theme) -> VGroup:
        """Return the ranks 1, 10, 100, ... under their places."""
        powers = range(int(np.log10(self.last)) + 1)
        words = [Words(theme.manner.number(f"{10**power:,}"), theme, size="small", role="dim") for power in powers]
        return VGroup(
            *[word.next_to(self.point(10.0**power, 0.0), DOWN, 0.14) for power, word in zip(powers, words, strict=True)]
        )


class SortedSizes(VGroup):
    """The axes for sorted sizes, and the numbers at them.

    Parameters
    ----------
    ranks, sizes
        Each (count,): 1 is the rank of the largest.
    """

    def __init__(self, ranks: Reading, sizes: Reading, width: float, height: float, theme: Theme) -> None:
        self.theme = theme
        self.frame = RankFrame(float(ranks[len(ranks) - 1]), float(sizes[0]) or 1.0, width, height, theme)
        top = Readout(sizes[0], theme, spec=spec_of_digits([sizes[0]], 2), role="dim")
        top.next_to(self.frame.point(1.0, float(sizes[0])), LEFT, buff=0.14)
        zero = Words("0", theme, size="small", role="dim").next_to(self.frame.point(1.0, 0.0), LEFT, buff=0.14)
        self.numbers = VGroup(*([top] if float(sizes[0]) else []), zero, self.frame.marks(theme))
        super().__init__(self.frame, self.numbers)

    def mark(self, rank: Reading) -> DashedLine:
        """Return an upright line at a rank."""
        low, high = (self.frame.point(float(rank), y) for y in self.frame.ys)
        return DashedLine(low, high, dash_length=0.08, stroke_width=2, color=self.theme.of("focus"))
