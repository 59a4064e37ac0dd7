"""The nudges of one output's weights against the brightness of the neurons before it: a line through 0."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Animation, DashedLine, VGroup

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
        self.theme, self.column, self.say = hero.theme, hero.column(hero.L - 1), say
        before, first = hero.network.activations[hero.L - 1], self.column.neuron(self.column.indices[0])
        heights = [*np.asarray(nudges.value), float(bias), 0]
        low, high = min(heights), max(heights)
        room = zone.inset(gap.large, left=2 * gap.large, bottom=gap.line)
        ys = (low, high) if low < high else (0, 1)
        self.frame = PlotFrame(first.span, ys, room.width, room.height, self.theme, cross=(0, 0))
        self.frame.shift(room.at(LEFT + DOWN))
        self.side, self.spec = DOWN if float(bias) >= 0 else UP, spec_of_levers(hero.trace)
        self.reach = max(gap.small, first.width / 2 + gap.hair)  # from an axis to a number that no neuron covers
        self.marks = {
            k: PlacedNeuron(before[k], nudges[k], self.frame, first.width / 2, first.span, self.theme)
            for k in self.column.indices
        }
        self.line = Ray(bias, self.frame, self.theme)
        self.bias = PlotDot(bias, self.frame.point(FULL, float(bias)), self.frame, self.theme, "focus")
        self.always = self._always(bias)
        self.names = self._names(room.right)
        best = max(self.marks, key=lambda k: abs(float(before[k])))
        self.brightest = self._brightest(before[best], nudges[best])

    def _words(self, name: str) -> Words:
        return Words(self.say(name), self.theme, size="small", role="dim")

    def _always(self, bias: Reading) -> VGroup:
        """Return the name of the bias and its two numbers at the axes."""
        foot = self.frame.point(FULL, 0)
        self.one = Words(str(FULL), self.theme, size="small").next_to(foot, self.side, self.reach)
        self.number = Readout(bias, self.theme, spec=self.spec, role="sign")
        self.number.next_to(self.frame.point(0, float(bias)), LEFT, gap.small)
        ends, at = (foot, self.number.get_right() + gap.hair * RIGHT), self.bias.get_center()
        lines = VGroup(*[DashedLine(at, end, dash_length=gap.hair) for end in ends])
        lines.set_stroke(self.theme.of("dim"), stroke.thin)
        return VGroup(lines, self._words("bias").next_to(self.bias, -self.side, gap.small), self.number, self.one)

    def _names(self, right: float) -> VGroup:
        """Return what the axes are: the one across ends at the right."""
        across, up = self._words("brightness"), self._words("nudge")
        across.next_to(self.one, self.side, gap.small)
        across.shift((min(0, right - across.get_right()[0]), 0, 0))
        end = self.frame.ys[1] if self.side is DOWN else self.frame.ys[0]
        return VGroup(across, up.next_to(self.frame.point(0, end), -self.side, gap.small))

    def _brightest(self, activation: Reading, nudge: Reading) -> Drops:
        """Return the two numbers of a neuron at the axes, but for what would stand on those of the bias."""
        drops = Drops(activation, nudge, self.frame, self.theme, spec=".2f", spec_y=self.spec, buff=self.reach)
        drops.y.set_color(self.theme.signed(float(nudge)))
        crowded = {
            drops.y: abs(drops.y.get_y() - self.number.get_y()) < drops.y.height + gap.small,
            drops.x: abs(drops.x.get_x() - self.one.get_x()) < drops.x.width,
        }
        drops.remove(*[number for number, close in crowded.items() if close])
        return drops.remove(drops.lines) if all(crowded.values()) else drops

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
