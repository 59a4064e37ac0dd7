"""Names for the parts of the last link, one at a time, each with its picture and its number (K2)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from manim import DOWN, RIGHT, UP, Animation, Create, Line, Mobject, MoveToTarget, VGroup, VMobject

from netsim import Reading, Trace
from netsim.figures.calculus.chain import cost_of_chain
from scenes.camera.fading import FadeIn
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule, twin
from scenes.mobjects.plots.number_line import ValueLine
from scenes.mobjects.plots.plot import Curve, PlotFrame, Point, extent
from scenes.mobjects.plots.squared_gap import SquaredGap
from scenes.mobjects.type.formula import Formula, fly
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words
from scenes.parts.calculus.smallest_chain import NEURONS, chain_of, places, target_of
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

CHAIN = 1.62  # height of the network
XS = [place.x for place in places(STAGE)[:NEURONS]]
HOME, AWAY = np.array([sum(XS) / 4, CHAIN, 0.0]), np.array([-sum(XS) / 4, -1.45, 0.0])  # its middle; the way from there
ENLARGED = 1.2  # how much larger it is there, while it has the stage to itself
LAYERS = ("<layer> med 0", "1", "L-1 = 2", "L = 3")
LAYER = 0.24  # height of the layers' names
RESTING = 0.25  # opacity of the links that are not spoken of
MIDDLES = {"z": -4.5, "a": -0.1, "C": 4.4}  # of the three columns
RULES, TWINS = -0.5, -0.98  # heights of the two lines of a column
BASE = -2.12  # height of the small pictures' lines
UNIT, SIDE = 1.25, 1.0  # scene units from 0 to 1: of the number line, of the square's
WIDTH, HEIGHT = 2.6, 0.75  # of the small plot


class Names(TraceScene):
    """The last link's activation, target, cost and weighted sum get their names; formulas grow below them."""

    chapter = "calculus"
    needs = ("chain",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {"squares": cost_of_chain(trace)}

    def setup(self) -> None:
        self.chain = chain_of(self.trace, self.theme, self.stage).lit()
        self.size = ENLARGED  # of the network, as it is now
        self.below = enlarged(self.layers())
        self.target = target_of(self.trace, self.theme, self.stage).set_y(CHAIN)
        self.named: dict[str, Formula] = {}
        self.stated: dict[str, Formula] = {}
        self.values = {
            "w": self.trace.reading("chain/W", 2),
            "b": self.trace.reading("chain/b", 2),
            "before": self.trace.reading("chain/a", 2),
            "z": self.trace.reading("chain/z", 2),
            "a": self.trace.reading("chain/a", 3),
            "y": self.trace.reading("chain/y"),
            "C": self.trace.reading("chain/C"),
        }

    @beat("K2")
    def the_last_layer(self) -> None:
        """Bring the network down, number its layers, and name the last activation."""
        chain = self.chain
        self.enter(chain)
        chain.generate_target().shift((0, CHAIN - chain.neurons[0].get_y(), 0))
        enlarged(chain.target)
        self.move(MoveToTarget(chain), still=False)
        self.move(*self.resting(), FadeIn(self.below), still=False)
        self.name("a", "a^((L))", chain.neurons[3], UP)

    @beat
    def the_one_before(self) -> None:
        """Name the activation before, the weight and the bias."""
        chain = self.chain
        self.name("before", "a^((L-1))", chain.neurons[2], UP)
        self.name("w", "w^((L))", chain.weights[3], UP, "focus")
        self.name("b", "b^((L))", chain.biases[3], RIGHT)

    @beat
    def the_cost(self) -> None:
        """Bring the network back beside the target, state the cost, and draw its square."""
        row = VGroup(self.chain, self.below, *self.named.values())
        home = row.animate.shift(-AWAY).scale(1 / ENLARGED, about_point=HOME)
        self.move(home, FadeIn(self.target), still=False)
        self.size = 1.0
        self.name("y", "y", self.target, UP)
        self.state(rule_of("cost_one", self.trace), "C", {"a": self.chain.neurons[3], "y": self.target})
        a, y, C = (self.values[name] for name in "ayC")
        start, share = np.array([MIDDLES["C"] - SIDE / 2, BASE, 0]), self.trace.squares.share(1)
        gap = SquaredGap(a, y, C, start, SIDE, self.theme, share=share)
        self.move(FadeIn(gap.base), still=False)
        self.move(gap.grow())

    @beat
    def the_weighted_sum(self) -> None:
        """State the weighted sum, and put it on its line."""
        sources = {"w": self.named["w"], "before": self.named["before"], "b": self.named["b"]}
        self.state("weighted_sum_one", "z", sources)
        z = self.values["z"]
        reach = max(1, int(np.ceil(abs(float(z)))))
        self.move(FadeIn(ValueLine(z, -reach, reach, np.array([MIDDLES["z"], BASE, 0]), UNIT / reach, self.theme)))

    @beat
    def the_activation(self) -> None:
        """State the activation, and put it on the curve of the sigmoid."""
        stated = self.stated["z"]
        self.state("activation_one", "a", {"z": stated["z"], "a": self.chain.neurons[3]})
        zs, a_s = (self.trace.reading(f"chain/curve_{name}") for name in ("z", "a_of_z"))
        frame = PlotFrame(extent(zs), (0.0, 1.0), WIDTH, HEIGHT, self.theme)
        frame.shift((MIDDLES["a"] - WIDTH / 2, BASE, 0))
        curve = Curve(zs, a_s, frame, self.theme, "ink")
        bounds = VGroup(*[self.bound(frame, value) for value in (0, 1)])
        ends = VGroup(*[self.end(frame, zs[place]) for place in (0, -1)])
        self.move(FadeIn(frame, bounds, ends), Create(curve), still=False)
        self.move(FadeIn(Point(self.values["z"], self.values["a"], frame, self.theme, role="ink")))

    def resting(self) -> list[Animation]:
        """Return the animations in which the links before the last one rest."""
        chain, faint = self.chain, self.theme.of("faint")
        numbers = [part[l] for part in (chain.weights, chain.biases) for l in (1, 2)]
        edges = [chain.edges[l].animate.set_stroke(opacity=RESTING).build() for l in (1, 2)]
        return [*edges, *[number.animate.set_color(faint).build() for number in numbers]]

    def layers(self) -> VGroup:
        """Return the number of each layer, in a row under the network."""
        names, words = VGroup(), {"layer": self.phrase("layer")}
        for code, x in zip(LAYERS, XS, strict=True):
            name = Formula(code, self.theme, words=words, size="small", role="dim").stand_on(LAYER)
            names.add(name.shift((x - name.get_x(), 0, 0)))
        return names

    def bound(self, frame: PlotFrame, value: int) -> VGroup:
        """Return the faint line at a height that the sigmoid stays within, and its number."""
        left, right = (frame.point(x, value) for x in frame.xs)
        number = Words(f"{value}", self.theme, size="small", role="dim").next_to(right, RIGHT, buff=0.12)
        return VGroup(Line(left, right, stroke_width=1.5, color=self.theme.of("faint")), number)

    def end(self, frame: PlotFrame, z: Reading) -> Readout:
        """Return the number at an end of the axis of z."""
        number = Readout(z, self.theme, spec=".0f", role="dim")
        return number.next_to(frame.point(float(z), 0.0), DOWN, buff=0.12)

    def name(self, part: str, code: str, thing: Mobject, way: np.ndarray, role: str = "ink") -> None:
        """Let a name come out of the thing that it names, and stand beside it."""
        name = Formula(code, self.theme, role=role).scale(self.size)
        self.named[part] = name.next_to(thing, way, buff=0.1 * self.size)
        self.move(fly(self.named[part], thing))

    def state(self, name: str, result: str, sources: Mapping[str, Mobject]) -> None:
        """State a rule in its column, its symbols flying in from what they name; then the same in numbers."""
        stated = rule(name, self.theme).stand_on(RULES)
        stated.shift((MIDDLES[result] - stated.get_x(), 0, 0))
        self.stated[result] = stated
        self.move(*[fly(stated[part], source) for part, source in sources.items()], still=False)
        self.move(FadeIn(stated.rest(*sources)), time="fade")
        numbers = {part: (self.values[part], ".0f" if part == "y" else ".4f") for part in (result, *sources)}
        shown = twin(name, self.theme, numbers=numbers, size="small").stand_on(TWINS)
        shown.shift((MIDDLES[result] - shown.get_x(), 0, 0))
        self.move(FadeIn(shown), time="fade", still=False)


def enlarged(row: VMobject) -> VMobject:
    """Make what belongs to the network larger, and put it where it stands while it is alone on stage."""
    return row.scale(ENLARGED, about_point=HOME).shift(AWAY)
