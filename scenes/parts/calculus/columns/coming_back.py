"""What comes back from the cost along paths, one path after the other: a pulse on each, multiplied on its way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any, Self

import numpy as np
from manim import Mobject, Scene, VGroup, linear

from netsim import Reading
from scenes.camera.in_place import InPlace
from scenes.look.measures import gap, level
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.comets import BEFORE, GONE, Comets
from scenes.parts.calculus.columns.hero import Columns

LARGEST = gap.large * 2 / 3  # radius of the largest pulse
LEGS = (8, 5, 12)  # shares of the time: from the cost along its stroke, past an output's name, to the layer before

Readings = Mapping[int, Reading] | Sequence[Reading]
Step = Callable[[int, float], object]


def nothing(j: int, share: float) -> None:
    """Answer to nothing that comes."""


class Pulses:
    """The pulses of some paths, each on three pieces of its way: what it is changes where it passes a neuron.

    Parameters
    ----------
    hero
        The network on which they run.
    costs, backs
        What sets out from the cost to output j, and what goes on from there: for each output a reading of shape (1,).
    end
        Where they go: a point left of the outputs.
    scale
        Radius for value; areas are in proportion.
    """

    def __init__(self, hero: Columns, costs: Readings, backs: Readings, end: np.ndarray, scale: Scale) -> None:
        self.hero, self.costs, self.backs, self.end, self.scale = hero, costs, backs, end, scale

    @staticmethod
    def of_size(*readings: Reading) -> Scale:
        """Return the scale on which the largest of some readings is as large as a pulse can be."""
        return Scale.fit(readings, LARGEST)

    def of(self, j: int) -> list[Comets]:
        """Return the pulse that comes back through output j, once for each piece of its way."""
        hero = self.hero
        ways = (
            [hero.at_cost(), np.asarray(hero.stroke(j).get_start()), hero.at_a(hero.L, j)],
            [
                hero.at_z(hero.L, j),
                self.end,
            ],
        )
        return [
            Comets(values[j], start, end[None], self.scale, hero.theme)
            for values, way in zip((self.costs, self.backs), ways, strict=True)
            for start, end in pairwise(way)
        ]


class ComingBack(InPlace):
    """Let pulses come back through some outputs, one after the other; as each arrives, something grows by it.

    Parameters
    ----------
    pulses
        The pulses.
    voices
        The outputs, in their order.
    marks, resting
        The path through each of them: it is bright as long as its pulse is on the way; how bright it is otherwise.
    """

    def __init__(
        self,
        pulses: Pulses,
        voices: Sequence[int],
        marks: VGroup,
        *,
        way: float,
        between: float,
        resting: float = level.back,
        answering: Sequence[Mobject] = (),
        **kwargs: Any,
    ) -> None:
        self.hero, self.voices, self.marks = pulses.hero, voices, marks
        self.resting, self.answering = resting, answering
        self.answered_by()
        self.legs = [pulses.of(j) for j in voices]
        ends = [0, *accumulate(LEGS)]
        self.shares = list(pairwise(end / ends[-1] for end in ends))
        self.way, self.between, self.arrived = way, between, 0
        self.duration = way + len(voices) * between
        super().__init__(self.hero, run_time=self.duration, rate_func=linear, **kwargs)

    def answered_by(self, passes: Step = nothing, arrive: Step = nothing) -> Self:
        """Call one with an output and how far its pulse is, 0 to 1, the other with the share that has arrived, to 1."""
        self.passes, self.arrive = passes, arrive
        return self

    def _setup_scene(self, scene: Scene) -> None:
        """Let marks and pulses stand over the edges and under the neurons."""
        scene.remove(self.marks, *self.marks)
        self.hero.over_the_edges(*self.marks, *[leg for legs in self.legs for leg in legs])
        scene.add(self.hero, *self.answering)  # what stands over the network is painted anew with it

    def clean_up_from_scene(self, scene: Scene) -> None:
        """Take the pulses away; the marks stand over all that stands there."""
        self.interpolate_mobject(1)
        self.hero.network.remove(*self.marks, *[leg for legs in self.legs for leg in legs])
        scene.add(self.marks)

    def interpolate_mobject(self, alpha: float) -> None:
        """Show a moment: where all pulses are, and what has been added."""
        time = alpha * self.duration
        for i, (j, legs) in enumerate(zip(self.voices, self.legs, strict=True)):
            at = (time - i * self.between) / self.way
            for comets, (first, last) in zip(legs, self.shares, strict=True):
                here = (at - first) / (last - first)
                comets.at = here if 0 <= here < 1 else (BEFORE if here < 0 else GONE)
            self.passes(j, at)
            self.marks[i].set_stroke(opacity=1 if 0 <= at < 1 else self.resting)
        if not self.between:
            return
        added = max(0, (time - self.way) / self.between)
        first, self.arrived = self.arrived, min(int(added), len(self.voices) - 1)
        if added:
            for i in range(first, self.arrived + 1):
                self.arrive(self.voices[i], min(1, added - i))
