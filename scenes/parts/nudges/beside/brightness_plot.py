"""The nudges of one output's weights against the brightness of the neurons before it: a line through 0."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Animation, VGroup

from netsim import Reading
from scenes.look.measures import gap
from scenes.mobjects.plots.plot import Drops, PlotFrame, Ray
from scenes.mobjects.plots.scatter import PlacedNeuron
from scenes.mobjects.type.typeset import Words
from scenes.parts.nudges.beside.lever_panel import spec_of_levers
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.stage.zones import Zone
from scenes.words.sentence import Sentence


class BrightnessPlot:
    """A plot in which the neurons before the outputs stand for a while.

    Parameters
    ----------
    hero
        Whose neurons they are.
    nudges, bias
        What the label's weights, (n_{L-1},), and its bias should do.
    zone
        Its room.
    say
        Says the labels ``brightness`` and ``nudge``.

    Attributes
    ----------
    frame, names
        The axes and what they are.
    marks
        By neuron: where it stands in the plot.
    line
        On which all stand: its slope is the nudge of the bias.
    brightest
        The two numbers of the neuron that is farthest from 0.
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
        best = max(self.marks, key=lambda k: abs(float(before[k])))
        self.brightest = self._brightest(before[best], nudges[best])
        self.names = self._names(room.right)

    def _words(self, name: str) -> Words:
        return Words(self.say(name), self.theme, size="small", role="dim")

    def _names(self, right: float) -> VGroup:
        """Return what the axes are, and where they cross: the one across ends at the right, beyond its number."""
        across, up = self._words("brightness"), self._words("nudge")
        across.next_to(self.frame.point(0, 0), self.side, self.reach + self.brightest.x.height + gap.small)
        across.shift((right - across.get_right()[0], 0, 0))
        end = self.frame.ys[1] if self.side is DOWN else self.frame.ys[0]
        up.next_to(self.frame.point(0, end), -self.side, gap.small, aligned_edge=LEFT)
        zero = Words("0", self.theme, size="small", role="dim")
        zero.next_to(self.frame.point(0, 0), self.side + RIGHT, self.reach)
        return VGroup(across, up, *([zero] if self.brightest.lines else []))

    def _brightest(self, activation: Reading, nudge: Reading) -> Drops:
        """Return the two numbers of a neuron at the axes."""
        drops = Drops(activation, nudge, self.frame, self.theme, spec=".2f", spec_y=self.spec, buff=self.reach)
        drops.y.set_color(self.theme.signed(float(nudge)))
        return drops

    def fly(self) -> list[Animation]:
        """Return the animations in which each neuron leaves its column for its place, which it also keeps there."""
        return [mark.fly_from(self.column.neuron(k).get_center()) for k, mark in self.marks.items()]

    def fly_back(self) -> list[Animation]:
        """Return the animations in which they go back."""
        return [mark.animate.move_to(self.column.neuron(k)).build() for k, mark in self.marks.items()]
