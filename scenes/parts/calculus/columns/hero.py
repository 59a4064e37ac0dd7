"""The lesson's network in chapter Calculus: columns that lead on to the cost, and a wide zone for what is written."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from manim import LEFT, RIGHT, Line, VGroup

from netsim import Trace
from scenes.look.measures import gap, level, stroke
from scenes.look.theme import Theme
from scenes.mobjects.type.formula import Formula
from scenes.parts.calculus.columns.index_label import IndexLabel
from scenes.parts.selection import ranked, spoken_of, weight_told_of
from scenes.parts.standing_network import StandingNetwork
from scenes.stage.zones import Zone
from scenes.words.messages import Messages


class Columns(StandingNetwork):
    """The network for the star before it has learned anything, the cost right of its outputs, and a stroke from each.

    Parameters
    ----------
    trace, theme, words, stage
        What it is made of, and the zone that it fills.

    Attributes
    ----------
    j, k
        The weight of the last layer that is told of leads from neuron k of layer L - 1 to output j.
    cost
        The symbol C_0, at the height of the middle of the outputs.
    strokes
        From each output that is drawn to the cost, top to bottom: the last piece of every path.
    numbered
        Where what is written behind the names of the outputs ends, across: an index, or targets.
    """

    shares = (22, 8, 27)
    for_names = 5
    columns: ClassVar = {"stroke": 4, "cost": 1}
    resting = level.back
    input_share = (2 / 9, 1 / 2)
    label_role = "ink"

    def __init__(self, trace: Trace, theme: Theme, words: Messages, stage: Zone) -> None:
        self.j, self.k = weight_told_of(trace)
        super().__init__(
            trace,
            theme,
            words,
            stage,
            keep=_kept(trace, self.j, self.k),
            matter={l: trace.reading(f"delta{l}", 0, 0) for l in range(1, trace.L + 1)},
        )
        self.beside = self.beside.inset(left=gap.large)
        self.cost = Formula("C_0", theme, role="cost")
        self.cost.move_to((self.table["cost"].x, self.outputs.neurons.get_y(), 0))
        longest = IndexLabel("j", trace.sizes[self.L] - 1, theme)
        self.numbered = float(self.network.names.get_right()[0] + gap.small + longest.width)
        start, end = self.numbered + gap.hair, self.cost.get_left() + gap.small * LEFT
        self.strokes = VGroup(*[Line((start, y, 0), end, stroke_width=stroke.thin) for y in self.rows(self.L)])
        self.strokes.set_color(theme.of("faint"))
        self.add_to_back(self.strokes).with_parts(self.cost)

    # --- parts by meaning ---------------------------------------------------------------

    def stroke(self, j: int) -> Line:
        """Return the stroke from output j to the cost (``ValueError`` if it is not drawn)."""
        found = self.strokes[self.outputs.indices.index(j)]
        assert isinstance(found, Line)
        return found

    def way(self, l: int, j: int, k: int, role: str = "focus") -> Line:
        """Return a mark along the edge ``w_jk`` of layer l: it is seen however small the weight is."""
        row, column = self.column(l).indices.index(j), self.column(l - 1).indices.index(k)
        ends = self.edges(l).end_points(row, column)
        return Line(*ends, stroke_width=stroke.mark, color=self.theme.of(role))

    def path(self, j: int, k: int, role: str = "focus") -> VGroup:
        """Return a mark along the path from neuron k of layer L - 1 through output j to the cost, in two pieces."""
        last = self.stroke(j).copy().set_stroke(self.theme.of(role), stroke.mark)
        return VGroup(self.way(self.L, j, k, role), last)

    def index(self, letter: str, l: int, i: int, role: str = "focus") -> IndexLabel:
        """Return ``letter = i`` beside neuron i of layer l: right of an output and its name, left of any other.

        The strokes to the cost begin behind it.
        """
        label = IndexLabel(letter, i, self.theme, role)
        neuron = self.network.neuron(l, i)
        beside, side = (self.network.class_name(i), RIGHT) if l == self.L else (neuron, LEFT)
        label.next_to(beside, side, gap.small)
        return label.shift((0, neuron.get_y() - label.get_y(), 0))

    # --- where things stand on their way -------------------------------------------------

    def at_z(self, l: int, j: int) -> np.ndarray:
        """Return where something stands that has come back to the weighted sum of a neuron: at its left rim."""
        return np.asarray(self.network.neuron(l, j).get_left())

    def at_a(self, l: int, j: int) -> np.ndarray:
        """Return where something stands that has come back to the activation of a neuron: at its right rim."""
        return np.asarray(self.network.neuron(l, j).get_right())

    def at_cost(self) -> np.ndarray:
        """Return where something stands that sets out from the cost: where all strokes end."""
        return np.asarray(self.strokes[0].get_end())


def _kept(trace: Trace, j: int, k: int) -> dict[int, tuple[int, ...]]:
    """Return by layer the neurons that are spoken of: of each hidden layer the one with most delta too."""
    kept: dict[int, tuple[int, ...]] = {l: (ranked(trace.reading(f"delta{l}", 0, 0))[0],) for l in range(1, trace.L)}
    kept[trace.L - 1] = (k, *kept.get(trace.L - 1, ()))
    kept[trace.L] = (j, *spoken_of(trace, 0, 0))
    return {l: tuple(dict.fromkeys([*neurons, 0, trace.sizes[l] - 1])) for l, neurons in kept.items()}
