"""What one output wants of the layer before it; then another output, which wants otherwise (N7)."""

from __future__ import annotations

from manim import LaggedStart, VGroup

from netsim import Reading, Trace
from netsim.figures.functions import coupling
from netsim.figures.network import neurons_of
from scenes.camera.fading import FadeIn, FadeOut
from scenes.mobjects.amounts.bars import BarColumn
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.edges import WIDEST
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.type.formula import Formula, scale_note
from scenes.mobjects.type.number import number_column, spec_for
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import activations, network_shape, ranked
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import class_name

TOP, HEAD = 1.8, 0.6  # height of the first row, and how far over it the columns' names stand
COLUMNS = {"weight": -5.75, "wish": -2.6}  # right edges of the numbers
AXIS = -4.45
LONGEST = 1.0  # scene units of the longest bar


class PreviousLayer(TraceScene):
    """One output's wishes for the neurons before it, as bars beside them; then another output's."""

    chapter = "nudges"
    needs_hidden = True
    needs = ("wishes",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        effects, label, other = _speakers(trace)
        return {
            **super().facts(trace),
            "before": neurons_of(trace, trace.L - 1),
            "coupling": coupling(trace),
            "effect": effects[label],
            "other": class_name(trace, other),
            "a_other": trace.reading(f"a{trace.L}", 0, 0, other),
            "effect_of_other": effects[other],
        }

    def setup(self) -> None:
        trace, theme, last = self.trace, self.theme, self.trace.L
        self.effects, self.label, self.other = _speakers(trace)
        self.weights = trace.reading(f"W{last}", 0)
        self.table = trace.reading(f"wishes/table{last}")
        self.network = NetworkDiagram(
            network_shape(trace, 0, 0),
            activations(trace, 0, 0),
            theme,
            self.words,
            left=-1.5,
            right=5.4,
            bottom=STAGE.picture.bottom,
            top=TOP,
            first=last - 1,
        ).connect({last: self.weights}, widest=2 * WIDEST)
        self.network.light_all()
        self.before = self.network.columns[last - 1]
        told = [self.table[self.label], self.table[self.other]]
        self.scale, self.spec = Scale.fit(told, LONGEST), spec_for(told, 3)
        self.weight_spec = spec_for([self.weights], 2)
        self.rows = [float(self.before.neuron(k).get_y()) for k in self.before.indices]

    @beat("N7")
    def the_neurons_before(self) -> None:
        """Show the last two layers, and of the edges only those to the label's output."""
        network, edges = self.network, self.network.edges[self.trace.L]
        row = network.columns[self.trace.L].indices.index(self.label)
        looking_back = edges.set_level(edges.only_to(row, 0.08)).draw_backward()
        legend = network.legend()
        self.enter(network, legend.move_to((network.get_x(), STAGE.legend, 0)))
        self.move(network.class_name(self.label).animate.set_color(self.theme.of("focus")), looking_back)

    @beat
    def the_wishes(self) -> None:
        """Write the weights of the label's output beside the neurons before it, and let its wishes grow."""
        head = Formula("w_k", self.theme, role="dim", size="small")
        self.weights_shown, self.bars, self.numbers = self.opinion(self.label)
        head.move_to((self.weights_shown.get_x(), 0, 0)).stand_on(self.rows[0] + HEAD)
        self.move(FadeIn(head, self.weights_shown))
        wish = Words(self.phrase("wish"), self.theme, role="dim", size="small")
        wish.move_to((AXIS, 0, 0)).stand_on(self.rows[0] + HEAD)
        self.note = self.scale_of(self.label)
        self.move(FadeIn(wish, self.bars.axis), still=False)
        self.move(LaggedStart(*self.bars.grow(), lag_ratio=0.06), time="slow", still=False)
        self.move(FadeIn(self.numbers, self.note))

    @beat
    def only_noted(self) -> None:
        """Mark the neurons whose activations nobody can set."""
        rows = VGroup(*self.before.neurons)
        self.move(rows.animate.set_stroke(self.theme.of("focus")))

    @beat
    def another_opinion(self) -> None:
        """Let another output speak: other edges, other wishes of the same neurons."""
        network, edges = self.network, self.network.edges[self.trace.L]
        row = network.columns[self.trace.L].indices.index(self.other)
        self.move(
            self.before.neurons.animate.set_stroke(self.theme.of("ink")),
            network.class_name(self.label).animate.set_color(self.theme.of("dim")),
            network.class_name(self.other).animate.set_color(self.theme.of("focus")),
            edges.animate.set_level(edges.only_to(row, 0.08)),
            FadeOut(self.weights_shown, self.numbers, self.note),
            still=False,
        )
        weights, bars, numbers = self.opinion(self.other)
        self.move(FadeIn(weights), time="fade", still=False)
        changes = zip(self.bars.bars, bars.bars, strict=True)
        self.move(*[bar.change(new.reading) for bar, new in changes], still=False)
        self.move(FadeIn(numbers, self.scale_of(self.other)), time="fade")

    def scale_of(self, j: int) -> Spoken:
        """Return the line that states the bars' scale by the longest of output j's wishes that are shown."""
        shown = [self.table[j][k] for k in self.before.indices]
        return scale_note(self.scale.among(shown), self.theme, self.phrase("longest"), decimals=3).move_to(
            (AXIS, STAGE.legend, 0)
        )

    def opinion(self, j: int) -> tuple[VGroup, BarColumn, VGroup]:
        """Return output j's weights, its wishes as bars, and their numbers, a row a neuron."""
        kept, thickness = self.before.indices, 0.6 * self.before.pitch
        weights, wishes = [self.weights[j][k] for k in kept], [self.table[j][k] for k in kept]
        return (
            number_column(weights, self.rows, COLUMNS["weight"], self.theme, spec=self.weight_spec),
            BarColumn(wishes, self.rows, AXIS, self.scale, self.theme, thickness),
            number_column(wishes, self.rows, COLUMNS["wish"], self.theme, spec=self.spec),
        )


def _speakers(trace: Trace) -> tuple[Reading, int, int]:
    """Return the outputs' effects, the label, and the other output whose effect is largest."""
    effects = -trace.reading(f"delta{trace.L}", 0, 0)
    label = trace.label(0)
    return effects, label, next(j for j in ranked(effects) if j != label)
