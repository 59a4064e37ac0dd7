"""Amounts added up, tip to tail: each bar begins where the one before it ends; under them stands their sum."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from manim import DOWN, Animation, Create, DashedLine, LaggedStart, Line, VGroup

from netsim import Reading
from scenes.look.measures import lag, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Scale


class TipToTail(VGroup):
    """The path of a sum, from row to row.

    Parameters
    ----------
    parts, sums
        What is added in each row, and what it comes to there; as many of both.
    rows
        Heights of the rows, and last that of the total.
    x
        Where the axis stands.
    scale
        Scene units for value.
    thickness
        Of a bar, in scene units.

    Attributes
    ----------
    axis, bars, links, total
        The axis; a bar for each part; a thin line from each to the next; and the bar of the last sum.
    """

    def __init__(
        self,
        parts: Sequence[Reading],
        sums: Sequence[Reading],
        rows: Sequence[float],
        x: float,
        scale: Scale,
        theme: Theme,
        thickness: float,
    ) -> None:
        super().__init__()
        *places, last = rows
        starts = [x, *[x + scale.unit * float(sum_so_far) for sum_so_far in sums]]
        half, faint = thickness / 2, theme.of("faint")
        self.axis = DashedLine((x, rows[0] + thickness, 0), (x, last - thickness, 0), stroke_width=stroke.thin)
        self.axis.set_color(faint)
        self.bars = [
            Bar(part, scale, theme, np.array([start, y, 0.0]), thickness)
            for part, start, y in zip(parts, starts, places, strict=False)
        ]
        self.links = VGroup(
            *[
                Line((end, y - half, 0), (end, below + half, 0), stroke_width=stroke.thin, color=theme.of("dim"))
                for end, y, below in zip(starts[1:], places, rows[1:], strict=False)
            ]
        )
        self.total = Bar(sums[-1], scale, theme, np.array([x, last, 0.0]), thickness)
        self.add(self.axis, *self.bars, self.links, self.total)

    def add_up(self, **kwargs: Any) -> Animation:
        """Return the animation that lets each bar grow from the end of the one before it, and the total at last."""
        steps: list[Animation] = []
        for bar, link in zip(self.bars, self.links, strict=True):
            steps += [bar.grow(), Create(link)]
        return LaggedStart(*steps, self.total.grow(), lag_ratio=lag.apart, **kwargs)

    def foot(self) -> np.ndarray:
        """Return the point under the total."""
        return np.asarray(self.axis.get_critical_point(DOWN))
