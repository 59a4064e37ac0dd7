"""A small network with all its numbers: forward, backward, a step, again and again, and at other rates (K15)."""

from __future__ import annotations

from manim import Animation, Group, LaggedStart

from netsim import Trace
from netsim.figures.calculus.worked import (
    first_updates,
    functions_of_worked,
    kept_of_worked,
    layers_of_worked,
    learned_in_worked,
    rates_are_of,
    rule_of_worked,
    updates_of_worked,
)
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule
from scenes.look.measures import gap, lag, level
from scenes.mobjects.replay import Replay
from scenes.mobjects.resting import rest
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.calculus.columns.hero import Columns
from scenes.parts.calculus.columns.standing import columns_stand
from scenes.parts.calculus.small_graph import graph_stands
from scenes.parts.calculus.worked.costs import CostCurves, rates
from scenes.parts.calculus.worked.mirrored import Mirrored
from scenes.parts.calculus.worked.network import WorkedNetwork
from scenes.parts.calculus.worked.panel import Panel
from scenes.parts.calculus.worked.sums import WorkedSums
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

NETWORK, PANEL = 2, 1  # shares of the width; the rules stand on the panel
EXAMPLES, CURVES = 1, 3  # shares of the width: the two examples, the curves of their cost
NEURON = 0  # of a layer: the one whose sums are written out
TO_FIRST = (0, 0)  # the weight of the last layer whose numbers are said: to the first output
A_LINE = 2  # terms of a sum
FEW = {"sum_(k=0)^(n_(L-1) - 1)": "sum_k", "sum_(j=0)^(n_L - 1)": "sum_j"}
MEASURED = {"measured": "measured_dC_dw", "epsilon": "epsilon"}
INK, COSTLY = {"w": "ink"}, {"w": "ink", "dC_dw": "cost", "delta": "cost", "deltas": "cost", "dC_da": "cost"}


class WorkedExample(TraceScene):
    """Every number of a forward and a backward pass and of an update at its place; all updates; then three rates."""

    chapter = "calculus"
    needs = ("worked", "rates", "graph")
    opens_with = columns_stand
    closes_with = graph_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        last, rates = len(trace["worked/C"]) - 1, len(trace["rates/eta"])
        return super().facts(trace) | {
            "C": trace.reading("worked/C", 0),
            "end": trace.reading("worked/C", last),
            "updates": updates_of_worked(trace),
            "eta": trace.reading("worked/eta"),
            "usual": trace.reading("rates/eta", 0),
            "quick": trace.reading("rates/eta", min(1, rates - 1)),
            "large": trace.reading("rates/eta", rates - 1),
            "layers": layers_of_worked(trace),
            "functions": functions_of_worked(trace),
            "function": trace.worked.activation(1).name,
            "outputs": trace.worked.activation(trace.worked.L).name,
            "learned": learned_in_worked(trace),
            "rule": rule_of_worked(trace),
            "kept": kept_of_worked(trace),
            "first": first_updates(trace),
            "rates_of": rates_are_of(trace),
        }

    def setup(self) -> None:
        self.hero: Columns = self.stands
        left, self.beside = self.stage.columns(NETWORK, PANEL, gap=gap.large)
        self.net = WorkedNetwork(self.trace, self.theme, left)
        self.panel = Panel(self.beside, self.theme, high=max(self.net.small.sizes) > A_LINE)
        self.sums, self.spoken_of = WorkedSums(self.net, self.panel.numbers), (self.net.L, *TO_FIRST)

    @beat("K15")
    def what_is_given(self) -> None:
        """Let the columns shrink to a few neurons each, and show weights, biases, inputs and targets."""
        net = self.net
        self.shrink()
        lights = [light for neuron in net.neurons[0] for light in neuron.light()]
        self.move(*lights, FadeIn(net.names), time="fade", still=False)
        given = LaggedStart(*map(FadeIn, [*net.weights.values(), *net.biases.values()]), lag_ratio=lag.close)
        self.move(*[edges.draw_forward() for edges in net.edges.values()], given, time="slow", still=False)
        self.move(FadeIn(net.targets), time="fade")

    def shrink(self) -> None:
        """Let each of the columns go into the neurons of the small network that stand in its place."""
        hero, net = self.hero, self.net
        parts = [part for part in hero.get_family() if part.has_points() and not isinstance(part, Group)]
        columns = {l: list(hero.column(l).neurons) for l in hero.network.columns}
        neurons = [neuron for column in columns.values() for neuron in column]
        shrinking = net.shrinking(columns)
        held = {part for neuron in neurons for part in neuron.get_family()}
        left = [part for part in parts if part not in held]
        self.remove(hero)
        self.add(*left, *neurons)
        self.move(FadeOut(*left), *shrinking, still=False)
        self.move(FadeOut(*neurons), FadeIn(net.rings()), time="fade", still=False)

    @beat
    def forward(self) -> None:
        """Let numbers run forward, and write out one sum and the cost."""
        net = self.net
        self.tell(self.panel.say(rule("weighted_sum", self.theme, instead=FEW | {"L": "l"}, roles=INK)))
        for l in net.layers:
            numbers, runs = net.running(l)
            self.add(numbers)
            self.move(net.edges[l].pass_forward(), *runs, still=False)
            self.remove(numbers)
            coming = [net.z[l, j] for j in range(net.small.sizes[l])]
            lights = [light for neuron in net.neurons[l] for light in neuron.light()]
            self.move(FadeIn(*coming), *lights, time="fade", still=False)
            if l == 1:
                self.tell(self.panel.add(self.sums.weighted_sum(NEURON), coming[NEURON]))
        self.tell(self.panel.add(rule(rule_of("cost_sum", net.small), self.theme, instead=FEW)))
        self.tell(self.panel.add(self.sums.cost()))

    @beat
    def backward(self) -> None:
        """Let the deltas come: of the outputs from their errors, of the hidden neurons from what comes back."""
        net = self.net
        for l in reversed(net.layers):
            name = "delta_last" if l == net.L else "delta"
            self.tell(self.panel.say(rule(name, self.theme, roles=COSTLY)))
            if l < net.L:
                back = net.comets()
                self.add(*back)
                self.play(*[comets.travel() for comets in back], run_time=self.theme.time.move)
            places = [(l, j) for j in range(net.small.sizes[l])]
            bars = [net.amounts[place].grow() for place in places if place in net.amounts]
            gone = [FadeOut(*[net.z[place] for place in places])] if net.places.crowded else []
            self.move(FadeIn(*[net.delta[place] for place in places]), *bars, *gone, time="move", still=False)
            inside = self.sums.error(NEURON) if l == net.L else self.sums.handed_back(NEURON)
            self.tell([*self.panel.add(inside), *self.panel.add(self.sums.delta(l, NEURON), net.delta[l, NEURON])])
            if l > 1:
                self.wait(self.theme.time.still / 2)

    @beat
    def derivatives(self) -> None:
        """Put each derivative where its weight stood, write out one, and what a nudge of that weight measures."""
        net = self.net
        self.tell(self.panel.say(rule("dC_dw", self.theme, roles=COSTLY)))
        self.move(*[edges.pass_backward() for edges in net.edges.values()], rest(net.given()), still=False)
        net.show_derivatives()
        net.given().set_opacity(1)
        self.heads = net.heads()
        self.move(FadeIn(*net.weights.values(), self.heads), time="fade", still=False)
        self.tell(self.panel.add(self.sums.derivative(*self.spoken_of), net.weights[self.spoken_of]))
        measured = {
            "measured": self.trace.reading("worked/measured_dC_dw"),
            "epsilon": self.trace.reading("worked/epsilon"),
        }
        self.tell(self.panel.add(Spoken(self.phrase("measured", **measured), self.theme, size="small")))

    @beat
    def the_step(self) -> None:
        """Write the new weights and biases: all else is out of date."""
        net = self.net
        self.tell(
            self.panel.say(rule("update", self.theme, instead={"partial C)": "partial C_0)"}, roles={"dC_dw": "cost"}))
        )
        old = [*net.results(), *net.lit()]
        self.move(
            *[rest(part, level.back) for part in old],
            FadeOut(*net.weights.values(), self.heads),
            time="fade",
            still=False,
        )
        net.show_parameters(1)
        for layer in net.layers:
            net.edges[layer].set_weights(net.value("W", 1, layer))
        self.move(FadeIn(*net.weights.values()), time="fade", still=False)
        self.tell(self.panel.add(self.sums.step(*self.spoken_of), net.weights[self.spoken_of]))

    @beat
    def again(self) -> None:
        """Go through all updates: everything is computed again after each, and the cost draws its curve."""
        net, curves = self.net, CostCurves.of_worked(self.trace, self.theme, self.words, self.beside)
        self.move(FadeOut(*net.results(), *self.panel.parts), time="fade", still=False)
        neurons = net.lit()
        for neuron in neurons:
            neuron.set_opacity(1).outline.set_fill(opacity=0)
        net.set_moment(1)
        self.move(FadeIn(curves.frame, *curves.tracers, *neurons), time="fade", still=False)

        def show(row: int) -> None:
            net.set_moment(row)
            curves.set_row(row)

        changing = [*net.edges.values(), *neurons, net.given(), *curves.tracers]
        self.play(Replay(*changing, rows=curves.rows[1:], show=show, run_time=2 * self.theme.time.slow))
        self.move(FadeIn(curves.ends(0)), time="fade")

    @beat(asks=("rates",))
    def the_rate(self) -> None:
        """Let the example and its mirror image be learned at three learning rates, and draw the three costs."""
        gone = self.staged()
        left, right = self.stage.columns(EXAMPLES, CURVES, gap=gap.large)
        pair = Mirrored(self.trace, self.theme, left.picture)
        curves = CostCurves.of_rates(self.trace, self.theme, self.words, right, aside=6 * gap.large)
        names = curves.names(rates(self.trace, self.theme))
        coming = FadeIn(pair.examples[0], curves.frame, curves.start(), *curves.tracers)
        self.move(*map(FadeOut, gone), coming, time="fade", still=False)
        self.move(*pair.arrive(), still=False)
        rows = Replay(*curves.tracers, rows=curves.rows, show=curves.set_row, run_time=2 * self.theme.time.slow)
        self.play(rows)
        self.move(LaggedStart(*map(FadeIn, names), lag_ratio=lag.apart), still=False)

    def hand_over(self) -> None:
        """Let another calculation begin to stand where the curves were."""
        self.move(*map(FadeOut, self.staged()), FadeIn(graph_stands(self)), time="fade", still=False)

    def tell(self, animations: list[Animation]) -> None:
        """Let something come on the panel."""
        self.move(*animations, time="fade", still=False)
