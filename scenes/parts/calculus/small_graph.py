"""The picture of a calculation that is no neural network: its nodes, links, values and derivatives."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import numpy as np
from manim import RIGHT, Animation, Circle, VGroup

from netsim import Reading, Trace
from scenes.camera.fading import FadeIn
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.network.tree import ComputationTree
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.stage.zones import Zone
from scenes.words.messages import Messages

INPUTS, MADE = "pqr", "stuv"
#: Each node's row and column, and what it is made of.
NODES = {
    "p": ((0, 0), ""),
    "q": ((2, 0), ""),
    "r": ((3, 1), ""),
    "s": ((1, 1), "s = p q"),
    "t": ((2, 2), "t = s + r"),
    "u": ((2, 3), "u = t^2"),
    "v": ((1, 4), "v = u s"),
}
ROWS, COLUMNS = 5, 5
#: The links, in the order in which the trace has them, and on which side their numbers stand: over or under.
LINKS = {
    ("p", "s"): 1,
    ("q", "s"): -1,
    ("s", "t"): 1,
    ("r", "t"): -1,
    ("t", "u"): 1,
    ("u", "v"): -1,
    ("s", "v"): 1,
}

_Line = TypeVar("_Line", Readout, Formula)


class SmallGraph:
    """Makes the parts of the graph: nodes with their values, the derivatives of links and of nodes.

    Attributes
    ----------
    nodes
        By name: symbol, ring, what it is made of, value.
    locals
        The derivative of each link.
    adjoints
        By how much v moves with each node.
    sums
        How the derivatives of u, t and s come about, the last as the sum of what two links bring back.
    """

    def __init__(self, trace: Trace, theme: Theme, words: Messages, room: Zone) -> None:
        self.trace, self.theme, self.words, self._order = trace, theme, words, sorted(NODES)
        cells = room.grid(ROWS, COLUMNS)
        self.places = {name: cells[row][column].center for name, ((row, column), _) in NODES.items()}
        self.radius, self.foot = cells[0][0].height / 4, replace(cells[-1][0], right=room.right)
        places = {name: (float(x), float(y)) for name, (x, y, _) in self.places.items()}
        self.tree = ComputationTree({name: name for name in NODES}, places, list(LINKS), theme)
        self.nodes = {name: self._node(name) for name in NODES}
        self.locals = VGroup(*[self._local(i) for i in range(len(LINKS))])
        self.adjoints = {name: self._adjoint(name) for name in NODES}
        self.sums = {"u": self._product("u", "v"), "t": self._product("t", "u"), "s": self._two_paths()}

    def inputs(self) -> VGroup:
        """Return the nodes that the calculation starts from."""
        return VGroup(*[self.nodes[name] for name in INPUTS])

    def step(self, name: str) -> VGroup:
        """Return a node that is made of others, with its links."""
        return VGroup(*[self.tree.link(*link) for link in LINKS if link[1] == name], self.nodes[name])

    def sweep_to(self, name: str) -> list[Animation]:
        """Return the animations in which the sweep comes back to a node."""
        return [*[self.tree.flash(*link) for link in LINKS if link[0] == name], FadeIn(self.adjoints[name])]

    def _node(self, name: str) -> VGroup:
        place, (_, code) = self.places[name], NODES[name]
        ring = Circle(self.radius, stroke_width=stroke.thin, color=self.theme.of("dim")).move_to(place)
        value = Readout(self._reading("values", name), self.theme, spec=".0f", size="body")
        node = VGroup(self.tree.node(name), ring, self._under(value, name, 0))
        if code:
            made = Formula(code, self.theme, role="dim", size="small").move_to(place)
            node.add(made.stand_on(ring.get_top()[1] + gap.small))
        return node

    def _adjoint(self, name: str) -> Formula:
        numbers = {"adjoint": (self._reading("adjoints", name), ".0f")}
        said = f"partial v \\/ partial {name} = <adjoint>"
        return self._under(Formula(said, self.theme, numbers=numbers, role="focus", size="small"), name, 1)

    def _under(self, line: _Line, name: str, row: int) -> _Line:
        """Put a line under a node."""
        x, y, _ = self.places[name]
        return line.move_to((x, 0, 0)).stand_on(y - self.radius - (row + 1) * gap.line)

    def _local(self, i: int) -> Readout:
        """Return the derivative of link i, beside its middle."""
        (start, end), side = list(LINKS.items())[i]
        ends = [self.places[name] for name in (start, end)]
        way = (ends[1] - ends[0]) / np.linalg.norm(ends[1] - ends[0])
        number = Readout(self.trace.reading("graph/locals", i), self.theme, spec=".0f")
        return number.move_to((ends[0] + ends[1]) / 2 + self.theme.em() * side * np.array([-way[1], way[0], 0]))

    def _product(self, name: str, end: str) -> Formula:
        """Return what the one link that a node has makes of the derivative of its end."""
        local = self.trace.reading("graph/locals", list(LINKS).index((name, end)))
        readings = {"end": self._reading("adjoints", end), "local": local, "both": self._reading("adjoints", name)}
        factor = "(<local>)" if float(local) < 0 else "<local>"
        said = f"(partial v) / (partial {name}) = <end> times {factor} = <both>"
        numbers = {key: (reading, ".0f") for key, reading in readings.items()}
        return self._sum(Formula(said, self.theme, numbers=numbers, roles={"both": "focus"}))

    def _two_paths(self) -> Formula:
        order = list(LINKS)
        numbers = {end: (self.trace.reading("graph/carried", order.index(("s", end))), ".0f") for end in "tv"}
        numbers["both"] = (self._reading("adjoints", "s"), ".0f")
        said = "(partial v) / (partial s) = underbrace(<t>, <by> t) + underbrace(<v>, <directly>) = <both>"
        words = {name: self.words.say("small-graph", {}, name) for name in ("by", "directly")}
        return self._sum(Formula(said, self.theme, numbers=numbers, words=words, roles={"both": "focus"}))

    def _sum(self, formula: Formula) -> Formula:
        """Put what becomes of links where no node is."""
        return self.foot.put(formula, RIGHT)

    def _reading(self, name: str, node: str) -> Reading:
        return self.trace.reading(f"graph/{name}", self._order.index(node))
