"""A calculation that is no neural network, drawn as the chain's row is: things, strokes, values, derivatives."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from manim import DOWN, RIGHT, UP, Animation, Circle, Line, UpdateFromAlphaFunc, VGroup

from netsim import Reading, Trace
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.number_lines.pulse import Pulse
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.parts.calculus.factor import Factor
from scenes.stage.stage import TraceScene
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
#: The links, in the order in which the trace has them.
LINKS = (("p", "s"), ("q", "s"), ("s", "t"), ("r", "t"), ("t", "u"), ("u", "v"), ("s", "v"))
RADIUS = 3 / 8  # of a thing, as a share of a row's height
SHORT = 4 / 10  # scene units before a thing where a pulse stops: there it stands free
LONGEST = 2 * gap.large  # scene units of the largest pulse
WHOLE = ".0f"


def graph_stands(scene: TraceScene) -> SmallGraph:
    """Return what the calculation starts from, each thing in its place."""
    return SmallGraph(scene.trace, scene.theme, scene.words, scene.stage.inset(gap.small, top=gap.large))


class SmallGraph(VGroup):
    """The graph's inputs; makes its other parts, and lets pulses go back along its strokes.

    Attributes
    ----------
    nodes
        By name: ring with its value, and under it its symbol or over it what it is made of.
    strokes
        By start and end.
    locals
        On each stroke, by how much its end moves with its start.
    adjoints
        By how much v moves with each node.
    sum
        How the two pulses that come back to s add up.
    """

    def __init__(self, trace: Trace, theme: Theme, words: Messages, room: Zone) -> None:
        super().__init__()
        self.trace, self.theme, self.words, self._order = trace, theme, words, sorted(NODES)
        cells = room.grid(ROWS, COLUMNS)
        self.places = {name: cells[row][column].center for name, ((row, column), _) in NODES.items()}
        self.radius, self.foot = cells[0][0].height * RADIUS, replace(cells[-1][2], right=room.right)
        self.strokes = {link: self._stroke(*link) for link in LINKS}
        self.nodes = {name: self._node(name) for name in NODES}
        self.locals = [self._local(i) for i in range(len(LINKS))]
        self.adjoints = {name: self._adjoint(name) for name in NODES}
        self.scale_of_pulses = Scale.fit([trace.reading("graph/adjoints"), trace.reading("graph/carried")], LONGEST)
        self.sum = self._two_paths()
        self.add(*[self.nodes[name] for name in INPUTS])

    def step(self, name: str) -> VGroup:
        """Return a node that is made of others, with its strokes."""
        return VGroup(*[stroke for (_, end), stroke in self.strokes.items() if end == name], self.nodes[name])

    def pulse(self, start: str, end: str) -> Pulse:
        """Return the pulse that sets out from a stroke's end, back to its start."""
        return Pulse(
            self._reading("adjoints", end),
            self.scale_of_pulses,
            self.strokes[start, end].get_end(),
            self.theme,
            WHOLE,
            "ink",
        )

    def travel(self, pulse: Pulse, start: str, end: str) -> Animation:
        """Return the animation that takes a pulse back along a stroke, where it is multiplied half-way."""
        stroke_ = self.strokes[start, end]
        way = np.linspace(stroke_.get_end(), stroke_.get_start() + SHORT * stroke_.get_unit_vector(), 4)
        return pulse.travel(way, self.carried(start, end))

    def carried(self, start: str, end: str) -> Reading:
        """Return what the sweep brings back along a stroke."""
        return self.trace.reading("graph/carried", LINKS.index((start, end)))

    def add_up(self, pulse: Pulse, start: str) -> Animation:
        """Return the animation in which a pulse that waits at a node becomes the sum of those that have come."""
        came, whole = pulse.bar.reading, self._reading("adjoints", start)
        return UpdateFromAlphaFunc(pulse, lambda _, share: pulse.set_amount(whole, came, share))

    def _reading(self, name: str, node: str) -> Reading:
        return self.trace.reading(f"graph/{name}", self._order.index(node))

    def _stroke(self, start: str, end: str) -> Line:
        one, two = self.places[start], self.places[end]
        side = self.radius * (two - one) / np.linalg.norm(two - one)
        line = Line(one + side, two - side, stroke_width=stroke.mark, color=self.theme.of("dim"))
        line.add_tip(tip_length=gap.medium, tip_width=gap.medium)
        return line

    def _node(self, name: str) -> VGroup:
        place, (_, code) = self.places[name], NODES[name]
        ring = Circle(self.radius, stroke_width=stroke.thin, color=self.theme.of("ink")).move_to(place)
        value = Readout(self._reading("values", name), self.theme, spec=WHOLE, size="body").move_to(place)
        symbol = Formula(code or name, self.theme).next_to(ring, UP, gap.small)
        return VGroup(ring, value, symbol)

    def _adjoint(self, name: str) -> Formula:
        numbers = {"adjoint": (self._reading("adjoints", name), WHOLE)}
        said = f"partial v \\/ partial {name} = <adjoint>"
        line = Formula(said, self.theme, numbers=numbers, size="small")
        return line.next_to(self.places[name] + self.radius * DOWN, DOWN, gap.small)

    def _local(self, i: int) -> Factor:
        """Return the derivative of link i, on its middle."""
        return Factor(self.trace.reading("graph/locals", i), self.theme, WHOLE, self.strokes[LINKS[i]].get_center())

    def _two_paths(self) -> Formula:
        links = {"last": ("u", "v"), "middle": ("t", "u"), "first": ("s", "t"), "direct": ("s", "v")}
        numbers = {name: (self.trace.reading("graph/locals", LINKS.index(link)), WHOLE) for name, link in links.items()}
        numbers |= {"both": (self._reading("adjoints", "s"), WHOLE)}
        products = "underbrace((<last>) times <middle> times <first>, <by> t) + underbrace(<direct>, <directly>)"
        said = f"(partial v) / (partial s) = {products} = <both>"
        words = {name: self.words.say("small-graph", {}, name) for name in ("by", "directly")}
        formula = Formula(said, self.theme, numbers=numbers, words=words, roles={"both": "focus"})
        return self.foot.put(formula, RIGHT)
