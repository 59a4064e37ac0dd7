"""Examples that pass by one after the other: each drops its cost into a plot, where the mean of them runs on."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import Animation, Group, Rectangle, VMobject, linear

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.plots.plot import PlotDot, PlotFrame
from scenes.mobjects.type.number import Readout

DOT, FAINT = 0.05, 0.65  # radius and opacity of a dot
PASSED = 0.4  # of the way to the next: so far behind the gate an example is gone


class RunningMean(VMobject, Quantity):
    """The line of the means of the first 1, 2, 3, ... numbers: every corner stands for one of them.

    Parameters
    ----------
    means
        (count,); the first ``drawn`` of them are seen.
    """

    def __init__(self, means: Reading, frame: PlotFrame, theme: Theme) -> None:
        super().__init__(stroke_width=4, color=theme.of("cost"))
        self.means, self.frame = means, frame
        self.corners = np.array([frame.point(i + 1.0, float(mean)) for i, mean in enumerate(means)])
        self.draw(1.0)

    def draw(self, count: float) -> RunningMean:
        """Draw the line as far as it goes after so many numbers; between two of them on the way to the next."""
        whole = max(1, int(count))
        self.reading = self.means.take(range(whole))
        ends = self.corners[:whole]
        if whole < len(self.corners) and count > whole:
            ends = np.vstack([ends, ends[-1] + (count - whole) * (self.corners[whole] - ends[-1])])
        self.set_points_as_corners(ends if len(ends) > 1 else np.repeat(ends, 2, axis=0))
        return self

    def shown(self) -> np.ndarray:
        """Return the means that the corners stand for."""
        seen = np.concatenate([self.points[:1], self.points[3::4]])
        return self.frame.value(seen[: len(np.asarray(self.reading.value))] if self.reading else seen)


class Stream(Group):
    """A queue of examples that moves left past a gate, the cost of the one that stands there, and the plot.

    Parameters
    ----------
    cards
        The examples, in their order.
    costs, means
        (count,): what each costs, and the mean of the costs so far.
    gate
        Where the example that is asked stands.
    pitch, end
        From one example to the next, and how far right the queue is seen.
    spec
        Format of the two readouts.
    averaged
        Whether the mean is seen from the beginning.

    Attributes
    ----------
    cost, mean
        The numbers that change as examples pass; put them where they are to be read.
    """

    def __init__(
        self,
        cards: list[Group],
        costs: Reading,
        means: Reading,
        frame: PlotFrame,
        theme: Theme,
        *,
        gate: tuple[float, float],
        pitch: float,
        end: float,
        spec: str = ".2f",
        averaged: bool = True,
    ) -> None:
        super().__init__()
        self.cards, self.costs, self.means, self.gate, self.pitch, self.end = cards, costs, means, gate, pitch, end
        self.at, self.averaged = 0.0, averaged
        middles = [card.get_y() for card in cards]
        for card, middle in zip(cards, middles, strict=True):
            card.shift((0, gate[1] - middle, 0))
        height = max(float(card.height) for card in cards) + 0.2
        self.frame_of_gate = Rectangle(width=pitch, height=height, stroke_width=2.5, color=theme.of("focus"))
        self.frame_of_gate.move_to((*gate, 0))
        self.cost, self.mean = (Readout(some[0], theme, spec=spec, size="body", role="cost") for some in (costs, means))
        self.line = RunningMean(means, frame, theme)
        self.dots = [
            PlotDot(cost, frame.point(i + 1.0, float(cost)), frame, theme, "cost", DOT).set_opacity(FAINT)
            for i, cost in enumerate(costs)
        ]
        self.stand(0.0)

    def stand(self, place: float) -> Stream:
        """Let the queue go on until the example of a place, counted from 0, stands at the gate."""
        self.at, now = place, min(len(self.cards) - 1, int(place + 0.5))
        seen = []
        for i, card in enumerate(self.cards):
            x = self.gate[0] + (i - place) * self.pitch
            if i - place <= -PASSED:
                card.fade(1)  # as long as an animation lasts, manim draws what was there as it began
            elif x + self.pitch / 2 <= self.end:
                seen.append(card.set_x(x))
        if self.cost.reading is not None and self.cost.reading.index != self.costs[now].index:
            self.cost.set_reading(self.costs[now])
            self.mean.set_reading(self.means[now])
        self.line.draw(place + 1)
        self.submobjects = [*seen, self.frame_of_gate, *self.dots[: now + 1], self.cost]
        if self.averaged:
            self.submobjects += [self.line, self.mean]
        return self

    def average(self) -> Stream:
        """Show the mean too, from now on."""
        self.averaged = True
        return self.stand(self.at)

    def pass_by(self, place: int, **kwargs: Any) -> Animation:
        """Return the animation in which the queue goes on to the example of a place, by default at an even pace."""
        return _Pass(self, place, **{"rate_func": linear, **kwargs})


class _Pass(Animation):
    """Let a stream go on to a place."""

    def __init__(self, stream: Stream, place: int, **kwargs: Any) -> None:
        self._stream, self._from, self._to = stream, stream.at, float(place)
        super().__init__(stream, **kwargs)

    def interpolate_mobject(self, alpha: float) -> None:
        share = self.rate_func(alpha)
        self._stream.stand((1 - share) * self._from + share * self._to)
