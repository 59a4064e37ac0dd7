"""A 2-2-2 network with all its numbers: forward, backward, a step, and again until it has learned (K15)."""

from __future__ import annotations

from manim import Animation, Group, SurroundingRectangle, VGroup, VMobject

from netsim import Trace
from netsim.figures.calculus.worked import updates_of_worked
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule, twin
from scenes.mobjects.type.formula import Formula
from scenes.parts.calculus.worked_costs import MOST, CostsOfUpdates
from scenes.parts.calculus.worked_network import WorkedNetwork
from scenes.parts.calculus.worked_sums import WorkedSums
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

NETWORK, PANEL = 2, 1  # shares of the width; the rules stand on the panel
HEIGHTS = (1.3, 0.2, -0.6, -1.4)  # of a rule and of the lines under it
TWO_RULES = (1.65, 0.75, -0.45, -1.5)  # and where there are two rules, each with its numbers
NEURON = 0  # of the hidden layer: the one whose sums are written out
RESTING = 0.35  # opacity of neurons whose activation is out of date
SPOKEN = (2, 0, 0)  # the weight whose numbers are said: from the first hidden neuron to the first output


class WorkedExample(TraceScene):
    """Every number of a forward pass, a backward pass and an update at its place, then the cost of all updates."""

    chapter = "calculus"
    needs = ("worked", "rates")

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        last = len(trace["worked/C"]) - 1
        return super().facts(trace) | {
            "C": trace.reading("worked/C", 0),
            "end": trace.reading("worked/C", last),
            "updates": updates_of_worked(trace),
        }

    def setup(self) -> None:
        left, self.panel = self.stage.columns(NETWORK, PANEL)
        self.net = WorkedNetwork(self.trace, self.theme, self.words, left)
        self.costs = CostsOfUpdates(self.trace, self.theme, self.words, self.panel)
        self.sums = WorkedSums(self.net)
        last = len(self.trace["worked/C"]) - 1
        self.moments = list(range(last + 1)) if last < MOST else [round(i * last / (MOST - 1)) for i in range(MOST)]
        self.said, self.mark = VGroup(), VGroup()

    @beat("K15")
    def what_is_given(self) -> None:
        """Show the network, its weights and biases, its inputs and targets."""
        net = self.net
        self.edges, self.weights, self.biases = net.edges(0), net.weights(0), net.biases(0)
        self.inputs, self.targets = net.neurons(0, 0), net.targets()
        self.legend = net.legend(0)
        self.lit: dict[int, VGroup] = {}
        self.lines: dict[tuple[str, int], VGroup] = {}
        self.enter(self.inputs, net.names(), net.rings)
        self.move(*[edges.draw_forward() for edges in self.edges], *map(FadeIn, self.weights.values()), still=False)
        self.move(*map(FadeIn, self.biases.values()), FadeIn(self.targets, self.legend), time="fade")

    @beat
    def forward(self) -> None:
        """Pass forward, and write out one sum and the cost."""
        few = {"sum_(k=0)^(n_(L-1) - 1)": "sum_k", "sum_(j=0)^(n_L - 1)": "sum_j"}
        self.say(rule("weighted_sum", self.theme, instead=few | {"L": "l"}), TWO_RULES)
        for l in (1, 2):
            self.lit[l], self.lines["z", l] = self.net.neurons(l, 0), self.net.line("z", l, 0, 0)
            self.move(self.edges[l - 1].pass_forward(), FadeIn(self.lines["z", l]), still=False)
            if l == 1:
                self.add_line(self.sums.weighted_sum(NEURON), self.lines["z", 1][NEURON])
            self.move(FadeIn(self.lit[l]), time="fade", still=False)
        self.add_line(rule(rule_of("cost_sum_worked", self.trace), self.theme, instead=few))
        self.add_line(self.sums.cost())

    @beat
    def backward(self) -> None:
        """Pass backward, and write out one delta of each layer."""
        for l in (2, 1):
            self.leave(self.said, self.mark)
            self.say(rule("delta_last" if l == 2 else "delta", self.theme))
            self.lines["delta", l] = self.net.line("delta", l, 0, 1)
            back = [self.edges[l].pass_backward()] if l == 1 else []
            self.move(*back, FadeIn(self.lines["delta", l]), still=False)
            if l == 1:
                self.add_line(self.sums.handed_back(NEURON))
            numbers = {name: (self.net.value(name, 0, l, 0), ".4f") for name in ("delta", "da_dz", "dC_da")}
            line = twin("delta_last" if l == 2 else "delta", self.theme, numbers=numbers)
            self.add_line(line, self.lines["delta", l][0])

    @beat
    def derivatives(self) -> None:
        """Put each derivative where its weight stood, and write out one."""
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
        """Put the new weights in their places, and write out one."""
        weights, biases, (l, j, k) = self.net.weights(1), self.net.biases(1), SPOKEN
        edges = self.net.edges(1)
        self.leave(self.said, self.mark)
        self.say(rule("update", self.theme, instead={"partial C)": "partial C_0)"}))
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
            FadeOut(self.legend),
            *self.outdated(),
        )
        self.edges, self.weights, self.biases = edges, weights, biases
        self.legend = self.net.legend(1)
        self.add(self.legend)
        self.add_line(twin("update", self.theme, numbers=numbers), weights[SPOKEN])
        eta = {"eta": numbers["eta"]}
        self.add_line(Formula("eta = <eta>", self.theme, numbers=eta, role="dim", size="small"))

    def outdated(self) -> list[Animation]:
        """Return the animations in which the numbers of the old weights rest."""
        lines = [line.animate.set_color(self.theme.of("faint")).build() for line in self.lines.values()]
        return [*lines, *[pair.animate.set_opacity(RESTING).build() for pair in self.lit.values()]]

    @beat
    def again(self) -> None:
        """Go through the updates, and list the cost."""
        stale = VGroup(*[self.lines[name, l] for name in ("z", "delta") for l in (1, 2)])
        self.move(FadeOut(self.said, self.mark, stale), FadeIn(self.costs.heads()), *self.row(0), still=False)
        for i, t in enumerate(self.moments[1:], start=1):
            self.pass_to(t, i)

    def pass_to(self, t: int, i: int) -> None:
        """Show the network at another moment, and its cost in row i of the table."""
        before = [*self.edges, *self.weights.values(), *self.biases.values(), *self.lit.values()]
        before.append(self.legend)
        self.edges, self.weights, self.biases = self.net.edges(t), self.net.weights(t), self.net.biases(t)
        self.lit, self.legend = {l: self.net.neurons(l, t) for l in (1, 2)}, self.net.legend(t)
        after = [*self.edges, *self.lit.values(), *self.weights.values(), *self.biases.values()]
        after.append(self.legend)
        self.remove(*before)
        self.add(*after)
        self.move(*self.row(i), time="fade", still=False)
        if i == 1:
            self.wait(self.theme.time.still)

    def row(self, i: int) -> list[Animation]:
        """Return the animations in which row i of the table appears."""
        return self.costs.row(i, self.moments[i])

    def say(self, formula: Formula, heights: tuple[float, ...] = HEIGHTS) -> None:
        """Let a rule appear on the panel, the first of its lines."""
        self.said, self.mark, self.heights = VGroup(), VGroup(), heights
        self.add_line(formula)

    def add_line(self, formula: Formula, part: VMobject | None = None) -> None:
        """Let a rule appear on the panel; or its numbers under it, and a frame around the number that comes of them."""
        self.said.add(self.panel.put(formula).set_y(self.heights[len(self.said)]))
        formula.shift((min(0, self.panel.right - formula.get_right()[0]), 0, 0))
        if part is not None:
            self.mark = VGroup(SurroundingRectangle(part, color=self.theme.of("focus"), buff=0.05, stroke_width=2))
        self.move(FadeIn(formula, self.mark), time="fade", still=len(self.said) > 1)
