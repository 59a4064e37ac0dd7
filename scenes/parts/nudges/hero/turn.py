"""What is turned of one output, as it was recorded: its bias, the weight from a neuron, or that neuron itself."""

from __future__ import annotations

from scenes.mobjects.network.marks import ring
from scenes.mobjects.network.strand import Strand
from scenes.parts.nudges.hero.protagonist import Protagonist

BIAS, BRIGHT, DARK, HELD = range(4)  # the recorded turns


class Turn:
    """One of the turns, and where it is seen on the network.

    Parameters
    ----------
    hero
        The network on which it is made.
    number
        Which of the recorded turns it is.

    Attributes
    ----------
    layer, index
        Of the neuron that it is about: the output whose bias is turned, the one that a weight leads from, or that
        which is turned itself.
    neuron, ring
        That neuron, and a ring around it.
    """

    def __init__(self, hero: Protagonist, number: int) -> None:
        self.hero, self.number = hero, number
        place = hero.trace["sweeps/place"][number]
        self.layer, self.index = (hero.L, hero.label) if number == BIAS else (hero.L - 1, int(place[2]))
        self.neuron = hero.network.neuron(self.layer, self.index)
        self.ring = ring(hero.network, self.layer, self.index).set_color(hero.theme.of("focus"))

    @property
    def place(self) -> int:
        """The place of its neuron among those of the layer that are drawn."""
        return self.hero.column(self.layer).indices.index(self.index)

    @property
    def edge(self) -> tuple[int, int]:
        """The place of the edge from its neuron among those into the outputs that are drawn."""
        return self.hero.outputs.indices.index(self.hero.label), self.place

    def strand(self) -> Strand:
        """Put a strand in the place of that edge, as dim and as wide, and return it."""
        trace, into = self.hero.trace, self.hero.edges(self.hero.L)
        weight = trace.reading("sweeps/value", self.number, int(trace["sweeps/rest"][self.number]))
        strand = Strand.along(into, *self.edge, weight, self.hero.theme).set_color(self.hero.theme.of("dim"))
        into.level[self.edge] = 0
        self.hero.over_the_edges(strand)
        return strand
