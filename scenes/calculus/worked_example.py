"""A 2-2-2 network with all its numbers: forward, backward, a step, again and again, and at other rates (K15)."""

from __future__ import annotations

from manim import Animation, Group, LaggedStart

from netsim import Trace
from netsim.figures.calculus.worked import updates_of_worked
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule, twin
from scenes.look.measures import gap, lag, level
from scenes.mobjects.replay import Replay
from scenes.mobjects.resting import rest
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.calculus.columns.hero import Columns
from scenes.parts.calculus.columns.standing import columns_stand
from scenes.parts.calculus.small_graph import graph_stands
from scenes.parts.calculus.worked.costs import CostCurves
from scenes.parts.calculus.worked.mirrored import Mirrored
from scenes.parts.calculus.worked.network import FINE, GIVEN, TWO, WorkedNetwork
from scenes.parts.calculus.worked.panel import Panel
from scenes.parts.calculus.worked.sums import WorkedSums
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

NETWORK, PANEL = 2, 1  # shares of the width; the rules stand on the panel
EXAMPLES, CURVES = 1, 3  # shares of the width: the two examples, the curves of their cost
NEURON = 0  # of the hidden layer: the one whose sums are written out
SPOKEN = (2, 0, 0)  # the weight whose numbers are said: from the first hidden neuron to the first output
ROUGH = ".3f"  # of costs that runs come to
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
        last = len(trace["worked/C"]) - 1
        return super().facts(trace) | {
            "C": trace.reading("worked/C", 0),
            "end": trace.reading("worked/C", last),
            "updates": updates_of_worked(trace),
            "eta": trace.reading("worked/eta"),
            "usual": trace.reading("rates/eta", 0),
            "quick": trace.reading("rates/eta", 1),
            "large": trace.reading("rates/eta", 2),
        }

    def setup(self) -> None:
        self.hero: Columns = self.stands
        left, self.beside = self.stage.columns(NETWORK, PANEL, gap=gap.large)
        self.panel = Panel(self.beside, self.theme)
        self.net = WorkedNetwork(self.trace, self.theme, left)
        self.sums = WorkedSums(self.net)

    @beat("K15")
    def what_is_given(self) -> None:
        """Let the columns shrink to two neurons each, and show weights, biases, inputs and targets."""
        net = self.net
        self.shrink()
        lights = [light for neuron in net.neurons[0] for light in neuron.light()]
        self.move(*lights, FadeIn(net.names), time="fade", still=False)
        given = LaggedStart(*map(FadeIn, [*net.weights.values(), *net.biases.values()]), lag_ratio=lag.close)
        self.move(*[edges.draw_forward() for edges in net.edges.values()], given, time="slow", still=False)
        self.move(FadeIn(net.targets), time="fade")

    def shrink(self) -> None:
        """Let each of the columns go into two neurons of the small network that stands in its place."""
        hero, net, last = self.hero, self.net, self.hero.L
        parts = [part for part in hero.get_family() if part.has_points() and not isinstance(part, Group)]
        columns = {l: hero.column(l).neurons for l in hero.network.columns}
        neurons = [neuron for column in columns.values() for neuron in column]
        shrinking = []
        for l, column in columns.items():
            for i, neuron in enumerate(column):
                into = net.at(round(2 * l / last), min(1, 2 * i // len(column)))
                shrinking.append(neuron.animate.move_to(into).build())
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
        for l in (1, 2):
            numbers, runs = net.running(l)
            self.add(numbers)
            self.move(net.edges[l].pass_forward(), *runs, still=False)
            self.remove(numbers)
            coming = [net.z[l, j] for j in TWO]
            lights = [light for neuron in net.neurons[l] for light in neuron.light()]
            self.move(FadeIn(*coming), *lights, time="fade", still=False)
            if l == 1:
                self.tell(self.panel.add(self.sums.weighted_sum(NEURON), coming[NEURON]))
        self.tell(self.panel.add(rule(rule_of("cost_sum_worked", self.trace), self.theme, instead=FEW)))
        self.tell(self.panel.add(self.sums.cost()))

    @beat
    def backward(self) -> None:
        """Let the deltas come: of the outputs from their errors, of the hidden neurons from what comes back."""
        net = self.net
        for l in (2, 1):
            self.tell(self.panel.say(rule("delta_last" if l == 2 else "delta", self.theme, roles=COSTLY)))
            if l == 1:
                back = net.comets()
                self.add(*back)
                self.play(*[comets.travel() for comets in back], run_time=self.theme.time.move)
            bars = [net.amounts[l, j].grow() for j in TWO]
            self.move(FadeIn(*[net.delta[l, j] for j in TWO]), *bars, time="move", still=False)
            inside = self.sums.error(NEURON) if l == 2 else self.sums.handed_back(NEURON)
            numbers = {name: (net.value(name, 0, l, 0), FINE) for name in ("delta", "da_dz", "dC_da")}
            line = twin("delta_last" if l == 2 else "delta", self.theme, numbers=numbers)
            self.tell([*self.panel.add(inside), *self.panel.add(line, net.delta[l, 0])])
            if l == 2:
                self.wait(self.theme.time.still / 2)

    @beat
    def derivatives(self) -> None:
        """Put each derivative where its weight stood, write out one, and what a nudge of that weight measures."""
        net, (l, j, k) = self.net, SPOKEN
        self.tell(self.panel.say(rule("dC_dw", self.theme, roles=COSTLY)))
        self.move(*[edges.pass_backward() for edges in net.edges.values()], rest(net.given()), still=False)
        net.show_derivatives()
        net.given().set_opacity(1)
        self.heads = net.heads()
        self.move(FadeIn(*net.weights.values(), self.heads), time="fade", still=False)
        numbers = {
            "dC_dw": (net.value("dC_dW", 0, l, j, k), FINE),
            "before": (net.value("a", 0, l - 1, k), FINE),
            "delta": (net.value("delta", 0, l, j), FINE),
        }
        self.tell(self.panel.add(twin("dC_dw", self.theme, numbers=numbers), net.weights[SPOKEN]))
        measured = {
            "measured": self.trace.reading("worked/measured_dC_dw"),
            "epsilon": self.trace.reading("worked/epsilon"),
        }
        self.tell(self.panel.add(Spoken(self.phrase("measured", **measured), self.theme, size="small")))

    @beat
    def the_step(self) -> None:
        """Write the new weights and biases: all else is out of date."""
        net, (l, j, k) = self.net, SPOKEN
        self.tell(
            self.panel.say(rule("update", self.theme, instead={"partial C)": "partial C_0)"}, roles={"dC_dw": "cost"}))
        )
        old = [*net.z.values(), *net.delta.values(), *net.amounts.values(), *net.neurons[1], *net.neurons[2]]
        self.move(
            *[rest(part, level.back) for part in old],
            FadeOut(*net.weights.values(), self.heads),
            time="fade",
            still=False,
        )
        net.show_parameters(1)
        for layer in (1, 2):
            net.edges[layer].set_weights(net.value("W", 1, layer))
        numbers = {
            "after": (net.value("W", 1, l, j, k), FINE),
            "before": (net.value("W", 0, l, j, k), GIVEN),
            "eta": (self.trace.reading("worked/eta"), GIVEN),
            "dC_dw": (net.value("dC_dW", 0, l, j, k), FINE),
        }
        self.move(FadeIn(*net.weights.values()), time="fade", still=False)
        self.tell(
            self.panel.add(twin("update", self.theme, numbers=numbers, roles={"dC_dw": "cost"}), net.weights[SPOKEN])
        )

    @beat
    def again(self) -> None:
        """Go through all updates: everything is computed again after each, and the cost draws its curve."""
        net, curves = self.net, CostCurves.of_worked(self.trace, self.theme, self.words, self.beside)
        old = [*net.z.values(), *net.delta.values(), *net.amounts.values()]
        self.move(FadeOut(*old, *self.panel.parts), time="fade", still=False)
        neurons = [*net.neurons[1], *net.neurons[2]]
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

    @beat
    def the_rate(self) -> None:
        """Let the example and its mirror image be learned at three learning rates, and draw the three costs."""
        gone = self.staged()
        left, right = self.stage.columns(EXAMPLES, CURVES, gap=gap.large)
        pair = Mirrored(self.trace, self.theme, left.picture)
        curves = CostCurves.of_rates(self.trace, self.theme, self.words, right, aside=6 * gap.large)
        names = curves.names([self.rate(i) for i in range(len(curves.tracers))])
        coming = FadeIn(pair.examples[0], curves.frame, curves.start(ROUGH), *curves.tracers)
        self.move(*map(FadeOut, gone), coming, time="fade", still=False)
        self.move(*pair.arrive(), still=False)
        rows = Replay(*curves.tracers, rows=curves.rows, show=curves.set_row, run_time=2 * self.theme.time.slow)
        self.play(rows)
        self.move(LaggedStart(*map(FadeIn, names), lag_ratio=lag.apart), still=False)

    def hand_over(self) -> None:
        """Let another calculation begin to stand where the curves were."""
        self.move(*map(FadeOut, self.staged()), FadeIn(graph_stands(self)), time="fade", still=False)

    def rate(self, i: int) -> Formula:
        """Return what stands beside the end of a curve: its learning rate, and the cost it comes to."""
        last = len(self.trace["rates/C"][i]) - 1
        numbers = {
            "eta": (self.trace.reading("rates/eta", i), GIVEN),
            "C": (self.trace.reading("rates/C", i, last), ROUGH),
        }
        return Formula("eta = <eta> quad <C>", self.theme, numbers=numbers, roles={"C": "cost"}, size="small")

    def tell(self, animations: list[Animation]) -> None:
        """Let something come on the panel."""
        self.move(*animations, time="fade", still=False)
