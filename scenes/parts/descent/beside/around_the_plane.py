"""What is written around a plane of two inputs: round numbers along its axes, both names, marks of the classes."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, Line, VGroup

from netsim.figures.descent.boundary import places_of_ticks, ticks_of_plane
from scenes.look.measures import gap, stroke
from scenes.mobjects.network.inputs import short_name
from scenes.mobjects.plots.class_marks import mark
from scenes.mobjects.plots.plot import PlotFrame
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.short import cut_to, width_of
from scenes.mobjects.type.typeset import Words
from scenes.parts.descent.hero.learner import Learner

MOST_NAMED = 6  # classes whose names have room
BEFORE = 6 * gap.line  # room left of the plane for a name: each stands at the head of its numbers


class AroundThePlane(VGroup):
    """Axes, numbers and names.

    Parameters
    ----------
    hero
        The network that the plane stands beside.
    frame
        The plane's axes, where they stand.
    """

    def __init__(self, hero: Learner, frame: PlotFrame) -> None:
        super().__init__(frame)
        self.hero, self.frame, self.trace, self.theme = hero, frame, hero.trace, hero.theme
        self.left, self.below = float(frame.get_left()[0]), hero.note
        self.side = float(frame.width)
        across, upright = self._numbers(0), self._numbers(1)
        self.add(*across, *upright, *self._classes())
        first = min([self.left, *[float(one.get_left()[0]) for one in across]])
        self.add(*self._names(first - gap.medium, self.left - gap.small))

    def _numbers(self, k: int) -> list[Line | Readout]:
        """Return round numbers along an axis, each at its place, and a short line to it."""
        values, drawn = ticks_of_plane(self.trace, k), list[Line | Readout]()
        spec, side = _spec(np.asarray(values.value)), LEFT if k else DOWN
        for i, x in enumerate(np.asarray(places_of_ticks(self.trace, k).value).tolist()):
            low = (self.frame.xs[0], self.frame.ys[0])
            at = self.frame.point(*((low[0], x) if k else (x, low[1])))
            tick = Line(at, at + gap.hair * side, stroke_width=stroke.thin, color=self.theme.of("dim"))
            number = Readout(values[i], self.theme, spec=spec, role="dim").next_to(tick, side, gap.hair)
            if k == 0:
                number.shift((min(0, self.left + self.side - float(number.get_right()[0])), 0, 0)).stand_on(self.below)
            drawn += [tick, number]
        return drawn

    def _names(self, *ends: float) -> list[Words]:
        """Return the names of both inputs, each before its numbers: left of those across, over those that go up."""
        theme, named = self.theme, list[Words]()
        for feature, end, line in zip(self.trace.features, ends, (self.below, self.hero.heading), strict=False):
            name = Words(short_name(feature, theme, BEFORE), theme, size="small", role="dim")
            named.append(name.shift((end - float(name.get_right()[0]), 0, 0)).stand_on(line))
        return named

    def _classes(self) -> list[VGroup]:
        """Return the names of the classes, each with its mark, over the plane, as far right as they reach."""
        classes, theme = self.trace.classes, self.theme
        if not classes or len(classes) > MOST_NAMED:
            return []
        given = self.side - len(classes) * (gap.medium + gap.small) - (len(classes) - 1) * gap.large
        wide = sum(width_of(called, theme) for called in classes)
        line = list[VGroup]()
        for j, called in enumerate(classes):
            words = Words(called if wide <= given else cut_to(called, theme, given / len(classes)), theme, size="small")
            one = mark(j, theme)
            words.next_to(one, RIGHT, gap.small).stand_on(self.hero.heading)
            line.append(VGroup(one.set_y(words.middle), words))
            line[-1].shift(((float(line[-2].get_right()[0]) + gap.large if j else 0) - line[-1].get_left()[0], 0, 0))
        VGroup(*line).shift((self.left + self.side - float(line[-1].get_right()[0]), 0, 0))
        return line


def _spec(values: np.ndarray) -> str:
    """Return the format of round numbers that are a step apart."""
    step = float(np.diff(values).min()) if len(values) > 1 else float(np.abs(values).max())
    return f",.{max(0, -int(np.floor(np.log10(step) + 1e-9)))}f" if step else ".0f"
