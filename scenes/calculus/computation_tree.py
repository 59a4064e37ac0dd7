"""What the cost is made of, from the cost back to the weight, and one layer further back (K3)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from manim import RIGHT, UP, Animation, LaggedStart, Mobject, MoveToTarget

from scenes.camera.fading import FadeIn, FadeOut
from scenes.mobjects.network.chain import ChainDiagram, ValuedNeuron, into
from scenes.mobjects.network.tree import ComputationTree
from scenes.mobjects.type.formula import Formula, fly
from scenes.mobjects.type.number import Readout
from scenes.parts.calculus.last_link import (
    GIVEN,
    LINKS,
    NODES,
    ROLES,
    SYMBOLS,
    LastLink,
    given_values,
    reach_of,
    values_of,
)
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene

MORE = {"w_before": "w^((L-1))", "earlier": "a^((L-2))", "b_before": "b^((L-1))", "z_before": "z^((L-1))"}
MORE_LINKS = [("w_before", "z_before"), ("earlier", "z_before"), ("b_before", "z_before"), ("z_before", "before")]
#: Heights on the tree's axis once it has grown: every step the same.
GROWN_ROWS = {"w_before": 1.75, "z_before": 1.0, "before": 0.25, "z": -0.5, "a": -1.25, "C": -2.0}
AXIS, SIDE, GAP = -5.35, 0.92, 0.28  # the grown tree's axis; from it to the sides; from a symbol to its lines
GROWN = {name: (AXIS, height) for name, height in GROWN_ROWS.items()} | {
    "w_before": (AXIS - SIDE, GROWN_ROWS["w_before"]),
    "earlier": (AXIS, GROWN_ROWS["w_before"] + 0.5),
    "b_before": (AXIS + SIDE, GROWN_ROWS["w_before"]),
    "w": (AXIS - SIDE, GROWN_ROWS["before"]),
    "b": (AXIS + SIDE, GROWN_ROWS["before"]),
    "y": (AXIS + SIDE, GROWN_ROWS["a"]),
}
XS, TARGET, HEIGHT, COST = (0.85, 2.5, 4.15), 6.25, 0.4, -1.1  # of the network on the right
RADIUS = 0.41
RESTING = 0.35  # opacity of a link that is not spoken of


class ComputationTreeGrows(TraceScene):
    """A tree grows from the cost back to the last weight; the same link once more, one layer before; and back again."""

    chapter = "calculus"
    needs = ("chain",)

    def setup(self) -> None:
        trace, theme = self.trace, self.theme
        roles = ROLES | GIVEN | {"w_before": "focus", "earlier": "dim", "b_before": "dim"}
        self.tree = ComputationTree(NODES | MORE, GROWN, LINKS + MORE_LINKS, theme, roles, GAP)
        sides = {"earlier": RIGHT, "b_before": RIGHT, "w_before": UP, "w": UP}
        self.numbers = {name: self.number(name, way) for name, way in sides.items()}
        at = LastLink(self.stage)
        self.tree.place(at.places)
        self.given = given_values(trace, self.tree, theme)
        a, W, b = (trace.reading(f"chain/{name}") for name in ("a", "W", "b"))
        self.chain = ChainDiagram(
            a.take([1, 2, 3]), W.take([1, 2]), b.take([1, 2]), theme, xs=XS, y=HEIGHT, radius=RADIUS
        ).lit()
        self.target = ValuedNeuron(trace.reading("chain/y"), RADIUS, theme, ".0f").move_to((TARGET, HEIGHT, 0)).lit()
        self.C = Formula("C_0", theme, role="cost").move_to(((XS[-1] + TARGET) / 2, COST, 0))
        values = values_of(trace, [*SYMBOLS, "z_before", "before"])
        reach = reach_of(values.values())
        heights = GROWN_ROWS | at.heights
        self.lines = {name: at.line(name, value, reach, theme, heights[name]) for name, value in values.items()}
        for name in ("z_before", "before"):
            self.lines[name].name_beside()

    @beat("K3")
    def made_of(self) -> None:
        """Let the tree grow from the cost to the weight, each symbol out of what it names."""
        tree, chain = self.tree, self.chain
        lines = [into(self.C, source, self.theme) for source in (chain.neurons[-1], self.target)]
        before = Formula("dots.c", self.theme, role="dim").next_to(chain.neurons[0], -RIGHT, buff=0.3)
        self.enter(before, chain, self.target, *lines, self.C)
        self.move(*self.link_at(RESTING), fly(tree.node("C"), self.C), still=False)
        self.grow({"a": chain.neurons[-1], "y": self.target})
        self.grow({"z": chain.neurons[-1]})
        self.grow({"w": chain.weights[2], "before": chain.neurons[-2], "b": chain.biases[2]})

    @beat
    def number_lines(self) -> None:
        """Put each value on its number line."""
        lines = [FadeIn(self.lines[name]) for name in reversed(SYMBOLS)]
        self.move(LaggedStart(*lines, lag_ratio=0.5), time="slow")

    @beat
    def one_layer_back(self) -> None:
        """Make room, and let the tree grow one layer further."""
        chain, lines = self.chain, self.lines
        self.move(*self.rearranged(GROWN), FadeOut(lines["w"]), FadeOut(self.given["before"]), still=False)
        colours = self.coloured({"w": "dim", "before": "ink"})
        self.move(FadeIn(lines["before"]), FadeIn(self.numbers["w"]), *colours, *self.link_at(1.0), time="fade")
        self.grow({"z_before": chain.neurons[-2]})
        self.move(FadeIn(lines["z_before"]), time="fade", still=False)
        self.grow({"w_before": chain.weights[1], "earlier": chain.neurons[0], "b_before": chain.biases[1]})

    def grow(self, sources: Mapping[str, Mobject]) -> None:
        """Let the tree grow: each new symbol comes out of the thing that it names, with its value and its line."""
        links = [FadeIn(self.tree.link(*link)) for link in LINKS + MORE_LINKS if link[0] in sources]
        flights = [fly(self.tree.node(name), thing) for name, thing in sources.items()]
        beside = self.given | {name: self.numbers[name] for name in MORE if name in self.numbers}
        values = [FadeIn(beside[name]) for name in sources if name in beside]
        self.move(*links, *flights, *values, still=False)

    def rearranged(self, places: Mapping[str, tuple[float, float]]) -> list[Animation]:
        """Return the animations that let the last link's part of the tree stand elsewhere, its lines and values too.

        The numbers of the lines' ends, for which a grown tree has no room under them, come to stand beside them.
        """
        old = {name: self.tree.node(name).get_center() for name in NODES}
        way = {name: np.array([*places[name], 0.0]) - old[name] for name in NODES}
        stay = ("z", "a", "C")
        for name in stay:
            line = self.lines[name]
            line.target = line.copy().name_beside().shift((0, way[name][1], 0))
        lines = [MoveToTarget(self.lines[name]) for name in stay]
        values = [self.given[name].animate.shift(way[name]).build() for name in ("b", "y")]
        return [*self.tree.rearrange({name: places[name] for name in NODES}), *lines, *values]

    def coloured(self, roles: Mapping[str, str]) -> list[Animation]:
        """Return the animations that give symbols of the tree the colours of roles."""
        return [self.tree.node(name).animate.set_color(self.theme.of(role)).build() for name, role in roles.items()]

    def link_at(self, opacity: float) -> list[Animation]:
        """Return the animations that let the first link of the network on the right rest or wake."""
        chain = self.chain
        numbers = [number.animate.set_opacity(opacity).build() for number in (chain.weights[1], chain.biases[1])]
        return [chain.edges[1].animate.set_stroke(opacity=opacity).build(), *numbers]

    def number(self, name: str, way: np.ndarray) -> Readout:
        """Return a value beside its node."""
        role = "focus" if name == "w_before" else "dim"
        value = values_of(self.trace, [name])[name]
        return Readout(value, self.theme, spec=".3f", role=role).next_to(self.tree.node(name), way, buff=0.12)
