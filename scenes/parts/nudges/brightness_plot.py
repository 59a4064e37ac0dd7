"""The nudges of one output's weights against the brightness of the neurons before it: a line through 0."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from manim import DOWN, LEFT, UP, Animation, DashedLine, VGroup

from netsim import Reading
from scenes.look.measures import gap, stroke
from scenes.mobjects.network.neuron import Neuron
from scenes.mobjects.plots.plot import Drops, PlotDot, PlotFrame, Ray
from scenes.mobjects.plots.scatter import PlacedNeuron
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words
from scenes.parts.nudges.lever_panel import spec_of_levers
from scenes.parts.nudges.protagonist import Protagonist
from scenes.stage.zones import Zone
from scenes.words.sentence import Sentence

FULL = 1  # the activation at which a weight counts as much as the bias


class BrightnessPlot:
    """A plot in which the neurons before the outputs stand for a while, and the bias as one that is always 1.

    Parameters
    ----------
    hero
        Whose neurons they are.
    nudges, bias
        What the label's weights, (n_{L-1},), and its bias should do.
    zone
        Its room.
    say
        Says the labels ``brightness``, ``nudge`` and ``bias``.

    Attributes
    ----------
    frame, names
        The axes and what they are.
    marks
        By neuron: where it stands in the plot.
    line
        On which all stand.
    brightest
        The two numbers of the neuron that is farthest from 0.
    bias, always
        The place of the bias, and its two numbers.
    """

    def __init__(
        self, hero: Protagonist, nudges: Reading, bias: Reading, zone: Zone, say: Callable[[str], Sentence]
    ) -> None:
        self.theme, self.column, rising = hero.theme, hero.column(hero.L - 1), float(bias) >= 0
        before, first = hero.network.activations[hero.L - 1], self.column.neuron(self.column.indices[0])
        heights = [*np.asarray(nudges.value), float(bias), 0]
        low, high = min(heights), max(heights)
        room = zone.inset(gap.large, left=2 * gap.large, bottom=gap.line)
        ys = (low, high) if low < high else (0, 1)
        self.frame = PlotFrame(first.span, ys, room.width, room.height, self.theme, cross=(0, 0))
        self.frame.shift(room.at(LEFT + DOWN))
        spec = spec_of_levers(hero.trace)
        self.marks = {
            k: PlacedNeuron(before[k], nudges[k], self.frame, first.width / 2, first.span, self.theme)
            for k in self.column.indices
        }
        self.line = Ray(bias, self.frame, self.theme)
        names = [Words(say(name), self.theme, size="small", role="dim") for name in ("brightness", "nudge", "bias")]
        (across, up, of_bias), side = names, DOWN if rising else UP
        foot, at = self.frame.point(FULL, 0), self.frame.point(FULL, float(bias))
        one = Words(str(FULL), self.theme, size="small").next_to(foot, side, gap.small)
        across.next_to(one, side, gap.small)
        across.shift((min(0, room.right - across.get_right()[0]), 0, 0))
        up.next_to(self.frame.point(0, high if rising else low), -side, gap.small)
        self.names = VGroup(across, up)
        number = Readout(bias, self.theme, spec=spec, role="sign")
        number.next_to(self.frame.point(0, float(bias)), LEFT, gap.small)
        lines = VGroup(*[DashedLine(at, end, dash_length=gap.hair) for end in (foot, number.get_right())])
        lines.set_stroke(self.theme.of("dim"), stroke.thin)
        self.bias = PlotDot(bias, at, self.frame, self.theme, "focus")
        self.always = VGroup(lines, of_bias.next_to(self.bias, -side, gap.small), number, one)
        best = max(self.marks, key=lambda k: abs(float(before[k])))
        self.brightest = Drops(before[best], nudges[best], self.frame, self.theme, spec=".2f", spec_y=spec)
        self.brightest.y.set_color(self.theme.signed(float(nudges[best])))
        if abs(self.brightest.y.get_y() - number.get_y()) < number.height + gap.small:
            self.brightest.remove(self.brightest.y)
        if abs(self.brightest.x.get_x() - foot[0]) < self.brightest.x.width:
            self.brightest.remove(self.brightest.x)

    def fly(self) -> list[Animation]:
        """Return the animations in which each neuron leaves its column for its place, which it also keeps there."""
        return [mark.fly_from(self.column.neuron(k).get_center()) for k, mark in self.marks.items()]

    def fly_bias(self, output: Neuron) -> Animation:
        """Return the animation in which the bias leaves its output for its place."""
        place = self.bias.get_center()
        return self.bias.move_to(output).animate.move_to(place).build()

    def fly_back(self) -> list[Animation]:
        """Return the animations in which they go back."""
        return [mark.animate.move_to(self.column.neuron(k)).build() for k, mark in self.marks.items()]
