"""A 2-2-2 network with all its numbers: forward, backward, a step, and again until it has learned (K15)."""

from __future__ import annotations

import numpy as np
from manim import (
    LEFT,
    RIGHT,
    Animation,
    FadeIn,
    FadeOut,
    Group,
    SurroundingRectangle,
    VGroup,
    VMobject,
)

from netsim import Trace
from scenes.beats import beat
from scenes.mobjects.bars import Bar
from scenes.mobjects.formula import Formula
from scenes.mobjects.number import Readout
from scenes.mobjects.quantity import Scale
from scenes.mobjects.typeset import Words
from scenes.parts.worked_network import WorkedNetwork
from scenes.stage import Fact, TraceScene
from scenes.vocabulary import rule, twin
from scenes.zones import STAGE

PANEL, FIRST, SECOND = 4.55, 0.75, -0.35  # middle of the rules; heights of the rule and of its numbers
MOST = 11  # moments of the table
TABLE = (3.1, 3.35, 5.85)  # right edge of the counts, left and right end of the bars
HEAD, TOP, APART, THICK = 2.15, 1.7, 0.37, 0.18  # heights of the head and the first row; rows apart; a bar's
SPOKEN = (2, 0, 0)  # the weight whose numbers are said: from the first hidden neuron to the first output


class WorkedExample(TraceScene):
    """Every number of a forward pass, a backward pass and an update at its place, then the cost of all updates."""

    chapter = "calculus"
    title = "A worked example: every number"
    needs = ("worked",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        last = len(trace["worked/C"]) - 1
        return super().facts(trace) | {
            "C": trace.reading("worked/C", 0),
            "end": trace.reading("worked/C", last),
            "eta": trace.reading("worked/eta"),
            "updates": "one update" if last == 1 else f"{last:,} updates",
        }

    def setup(self) -> None:
        self.net = WorkedNetwork(self.trace, self.theme)
        last = len(self.trace["worked/C"]) - 1
        self.moments = list(range(last + 1)) if last < MOST else [round(i * last / (MOST - 1)) for i in range(MOST)]
        self.said, self.mark = VGroup(), VGroup()

    @beat("K15")
    def what_is_given(self) -> None:
        """Small enough to follow by hand: two inputs, two hidden neurons,
        two outputs with their targets [y](math)."""
        net = self.net
        self.edges, self.weights, self.biases = net.edges(0), net.weights(0), net.biases(0)
        self.inputs, self.given, self.targets = net.neurons(0, 0), net.line("x", 0, 0), net.targets()
        self.lit: dict[int, VGroup] = {}
        self.lines: dict[tuple[str, int], VGroup] = {}
        self.enter(self.inputs, self.given, net.rings)
        self.move(*[edges.draw_forward() for edges in self.edges], *map(FadeIn, self.weights.values()), still=False)
        self.move(*map(FadeIn, self.biases.values()), FadeIn(self.targets), time="fade")

    @beat
    def forward(self) -> None:
        """Forward: each sum [z](math), each activation [a](math), and at the end the [cost](cost)."""
        self.say(rule("weighted_sum", self.theme, instead={"sum_(k=0)^(n_(L-1) - 1)": "sum_k", "L": "l"}))
        for l in (1, 2):
            self.lit[l] = self.net.neurons(l, 0)
            self.lines["z", l], self.lines["a", l] = self.net.line("z", l, 0, 0), self.net.line("a", l, 0, 1)
            self.move(self.edges[l - 1].pass_forward(), FadeIn(self.lines["z", l]), still=False)
            self.move(FadeIn(self.lit[l], self.lines["a", l]), time="fade", still=l == 2)
        cost = {"C": (self.trace.reading("worked/C", 0), ".4f")}
        self.leave(self.said)
        self.say(rule("cost_sum", self.theme, instead={"sum_(j=0)^(n_L - 1)": "sum_j"}))
        self.add_line(Formula("C_0 = <C>", self.theme, numbers=cost, role="cost"))

    @beat
    def backward(self) -> None:
        """Backward: each output’s [delta](math) comes from its error, each hidden neuron’s
        from theirs."""
        for l in (2, 1):
            self.leave(self.said, self.mark)
            self.say(rule("delta_last" if l == 2 else "delta", self.theme))
            self.lines["delta", l] = self.net.line("delta", l, 0, 2)
            back = [self.edges[l].pass_backward()] if l == 1 else []
            self.move(*back, FadeIn(self.lines["delta", l]), still=False)
            numbers = {name: (self.net.value(name, 0, l, 0), ".4f") for name in ("delta", "da_dz", "dC_da")}
            line = twin("delta_last" if l == 2 else "delta_before", self.theme, numbers=numbers)
            self.add_line(line, self.lines["delta", l][0])

    @beat
    def derivatives(self) -> None:
        """Then the derivatives: activation times [delta](math) for each weight,
        the [delta](math) itself for each bias."""
        slopes, (l, j, k) = self.net.weights(0, "dC_dW"), SPOKEN
        self.leave(self.said, self.mark)
        self.say(rule("dC_dw", self.theme))
        self.leave(*self.weights.values())
        self.move(*[edges.pass_backward() for edges in self.edges], *map(FadeIn, slopes.values()))
        numbers = {
            "dC_dw": (self.net.value("dC_dW", 0, l, j, k), ".4f"),
            "before": (self.net.value("a", 0, l - 1, k), ".4f"),
            "delta": (self.net.value("delta", 0, l, j), ".4f"),
        }
        self.slopes = slopes
        self.add_line(twin("dC_dw", self.theme, numbers=numbers), slopes[SPOKEN])

    @beat
    def the_step(self) -> None:
        """One step against them, {eta} times each: all eight weights and four biases move a little."""
        weights, biases, (l, j, k) = self.net.weights(1), self.net.biases(1), SPOKEN
        edges = self.net.edges(1)
        self.leave(self.said, self.mark)
        self.say(rule("update", self.theme))
        numbers = {
            "after": (self.net.value("W", 1, l, j, k), ".4f"),
            "before": (self.net.value("W", 0, l, j, k), "g"),
            "eta": (self.trace.reading("worked/eta"), "g"),
            "dC_dw": (self.net.value("dC_dW", 0, l, j, k), ".4f"),
        }
        self.leave(*self.slopes.values(), *self.biases.values())
        self.move(
            *map(FadeIn, weights.values()),
            *map(FadeIn, biases.values()),
            FadeOut(Group(*self.edges)),
            FadeIn(Group(*edges)),
        )
        self.edges, self.weights, self.biases = edges, weights, biases
        self.add_line(twin("update", self.theme, numbers=numbers), weights[SPOKEN])

    @beat
    def again(self) -> None:
        """And again: after {updates} the [cost](cost) has gone from {C:.4f} to {end:.4f}.
        The same numbers, for paper: nudge handout."""
        stale = VGroup(*[self.lines[name, l] for name in ("z", "delta") for l in (1, 2)])
        head = VGroup(
            Words("updates", self.theme, size="small", role="dim"),
            Formula("C_0", self.theme, role="cost", size="small"),
        )
        head[0].move_to((TABLE[0], 0, 0), aligned_edge=RIGHT).stand_on(HEAD)
        head[1].move_to((TABLE[1], 0, 0), aligned_edge=LEFT).stand_on(HEAD)
        self.move(FadeOut(self.said, self.mark, stale), FadeIn(head), *self.row(0), still=False)
        for i, t in enumerate(self.moments[1:], start=1):
            self.pass_to(t, i)

    def pass_to(self, t: int, i: int) -> None:
        """Show the network at another moment, and its cost in row i of the table."""
        before = [*self.edges, *self.weights.values(), *self.biases.values(), *self.lit.values()]
        before += [self.lines["a", l] for l in (1, 2)]
        self.edges, self.weights, self.biases = self.net.edges(t), self.net.weights(t), self.net.biases(t)
        for l in (1, 2):
            self.lit[l], self.lines["a", l] = self.net.neurons(l, t), self.net.line("a", l, t)
        after = [*self.edges, *self.lit.values(), *self.weights.values(), *self.biases.values()]
        after += [self.lines["a", l] for l in (1, 2)]
        self.remove(*before)
        self.add(*after)
        self.move(*self.row(i), time="fade", still=False)
        if i == 1:
            self.wait(self.theme.time.still)

    def row(self, i: int) -> list[Animation]:
        """Return the animations in which a row of the table appears: count, bar and number of the cost."""
        t, y = self.moments[i], TOP - i * APART
        cost = self.trace.reading("worked/C", t)
        scale = Scale(self.trace.reading("worked/C", 0), TABLE[2] - TABLE[1])
        bar = Bar(cost, scale, self.theme, np.array([TABLE[1], y, 0.0]), THICK, "cost")
        number = Readout(cost, self.theme, spec=".4f", role="cost")
        count = Words(f"{t:,}", self.theme, size="small", role="dim")
        number.move_to((bar.get_right()[0] + 0.12, 0, 0), aligned_edge=LEFT).stand_on(y - 0.33 * number.em)
        count.move_to((TABLE[0], 0, 0), aligned_edge=RIGHT).stand_on(y - 0.33 * count.em)
        return [FadeIn(count, number), bar.grow()]

    def say(self, formula: Formula) -> None:
        """Let a rule appear on the panel."""
        self.said, self.mark = VGroup(), VGroup()
        self.add_line(formula)

    def add_line(self, formula: Formula, part: VMobject | None = None) -> None:
        """Let a rule appear on the panel; or its numbers under it, and a frame around the number that comes of them."""
        x = min(PANEL, STAGE.right - formula.width / 2)
        self.said.add(formula.move_to((x, SECOND if len(self.said) else FIRST, 0)))
        if part is not None:
            self.mark = VGroup(SurroundingRectangle(part, color=self.theme.of("focus"), buff=0.07, stroke_width=2))
        self.move(FadeIn(formula, self.mark), time="fade", still=len(self.said) > 1)
