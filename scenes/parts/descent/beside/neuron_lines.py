"""The lines of hidden neurons on a plane of inputs, each with the number that its neuron bears too."""

from __future__ import annotations

import numpy as np
from manim import LaggedStart, VGroup

from netsim.figures.descent.boundary import neurons_with_lines
from scenes.look.measures import gap
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.marks import rim
from scenes.mobjects.network.strand import Strand
from scenes.mobjects.plots.plot import PlotFrame
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.plate import Plate
from scenes.parts.descent.hero.learner import Learner

WIDEST = gap.hair  # of a line
PLACES = np.arange(2, 19) / 20  # shares of a line at which its number may stand


class NeuronLines:
    """The line of each of the heaviest hidden neurons that cross the plane, at the end of the run.

    Attributes
    ----------
    rings
        Around the neurons that are drawn.
    strands
        The lines, the wider the more their neurons weigh.
    on_neurons, on_lines
        The numbers of the neurons, on plates, twice: the second ones stand on the neurons too until they are sent.
    """

    def __init__(self, hero: Learner, frame: PlotFrame) -> None:
        trace, theme, drawn = hero.trace, hero.theme, hero.column(1).indices
        row = len(trace["boundary/steps"]) - 1
        weighs, ends = trace.reading("boundary/weighs", row), trace["boundary/lines"][row]
        scale, of = Scale.fit([weighs], WIDEST), trace.reading("boundary/neurons")
        some = np.asarray(neurons_with_lines(trace).value).astype(int).tolist()
        places = [np.array([frame.point(*end) for end in ends[i]]) for i in some]
        self.strands = VGroup(
            *[Strand(two[0], two[1], scale, weighs[i], theme) for i, two in zip(some, places, strict=True)]
        )
        self.rings, self.on_neurons, self.on_lines = VGroup(), VGroup(), VGroup()
        self._ends: list[np.ndarray] = []
        for i, place in zip(some, _apart(places), strict=True):
            j = int(trace["boundary/neurons"][i])
            if j not in drawn:
                continue
            self.rings.add(rim(hero.network, 1, j).set_color(theme.of("focus")))
            for group in (self.on_neurons, self.on_lines):
                number = Readout(of[i], theme, spec=".0f").move_to(hero.network.neuron(1, j))
                group.add(VGroup(Plate(theme).under(number), number))
            self._ends.append(place)

    def send(self, apart: float) -> LaggedStart:
        """Return the animation that sends a copy of each number from its neuron to its line."""
        pairs = zip(self.on_lines, self._ends, strict=True)
        moves = [number.animate.move_to(end).build() for number, end in pairs]
        return LaggedStart(*moves, lag_ratio=apart)


def _apart(lines: list[np.ndarray]) -> list[np.ndarray]:
    """Return a place on each line that is as far as can be from other lines, and from the numbers on them."""
    taken = list[np.ndarray]()
    shares = np.linspace(0, 1, 60)[:, None]
    along = [start + shares * (end - start) for start, end in lines]
    for i, (start, end) in enumerate(lines):
        able = start + PLACES[:, None] * (end - start)
        others = np.concatenate(
            [*[one for k, one in enumerate(along) if k != i], *[t[None] for t in taken], start[None]]
        )
        free = np.linalg.norm(able[:, None] - others[None], axis=-1).min(axis=1)
        taken.append(able[int(np.argmax(np.minimum(free, 3 * gap.large)))])
    return taken
