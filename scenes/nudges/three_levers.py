"""The three ways to change one output: its bias, its weights, the activations before it (N5)."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, LaggedStart, Line, Mobject, Transform, VGroup

from netsim import Reading, Trace
from scenes.camera.fading import FadeIn
from scenes.formulas.rules_of_activations import sign_of
from scenes.mobjects.amounts.bars import Bar, BarColumn
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.edges import WIDEST, Edges
from scenes.mobjects.network.neuron import Column, Neuron
from scenes.mobjects.type.formula import Formula, scale_note
from scenes.mobjects.type.number import Readout, number_column, spec_for
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import activations, network_shape
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

LONGEST = 1.0  # scene units of the longest bar
HEAD, HINT, TOP = 2.34, 1.84, 1.62  # heights: panel heads, the words under them, the first row
AXES = {"b": -1.75, "w": 0.9, "a": 4.6}
NUMBERS = {"b": 0.15, "w": 2.85, "a": STAGE.right}  # right edges


class ThreeLevers(TraceScene):
    """One output neuron with its three levers, each one's sensitivity as a bar on one scale."""

    chapter = "nudges"
    needs_hidden = True
    needs = ("levers",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        _, _, l, j = map(int, trace["levers/at"])
        return {
            **super().facts(trace),
            "a_label": trace.reading(f"a{l}", 0, 0, j),
            "y_label": trace.reading("y", 0, j),
            "wish": -trace.reading(f"dC_da{l}", 0, 0, j),
            "by_bias": -trace.reading("levers/dC_db"),
            "by_weights": -trace.reading("levers/dC_dw"),
            "by_activations": -trace.reading("levers/dC_da"),
        }

    def setup(self) -> None:
        trace, theme = self.trace, self.theme
        t, e, l, j = map(int, trace["levers/at"])
        self.before = activations(trace, t, e)[l - 1]
        shape = network_shape(trace, t, e)
        self.column = Column(
            shape.sizes[l - 1],
            TOP - STAGE.picture.bottom,
            theme,
            self.words,
            matter=np.asarray(self.before.value),
            span=shape.spans[l - 1],
        )
        self.column.stand(STAGE.left + 0.3, TOP, STAGE.left)
        self.output = Neuron(0.3, shape.spans[l], theme)
        self.output.set_reading(trace.reading(f"a{l}", t, e, j))
        self.output.move_to((-3.6, self.column.get_y(), 0))
        self.name = Words(shape.classes[j], theme, role="focus").next_to(self.output, RIGHT, 0.15)
        self.value = Readout(trace.reading(f"a{l}", t, e, j), theme).next_to(self.output, DOWN, 0.15)
        weights = trace.reading(f"W{l}", t).take([j], self.column.indices)
        self.edges = Edges(
            weights,
            self.column.points_of(RIGHT)[None],
            (self.output.get_left())[None, None],
            Scale.fit([weights], 1.6 * WIDEST),
            theme,
        )
        self.levers: dict[str, Reading] = {
            "b": -trace.reading("levers/dC_db"),
            "w": -trace.reading("levers/dC_dw"),
            "a": -trace.reading("levers/dC_da"),
        }
        self.scale = Scale.fit(self.levers.values(), LONGEST)
        self.spec = spec_for(self.levers.values(), 3)
        self.rows = [float(neuron.get_y()) for neuron in self.column.neurons]

    @beat("N5")
    def one_output(self) -> None:
        """Show one output, all that goes into it, and its weighted sum."""
        self.column.set_readings(self.before)
        self.enter(self.column)
        self.move(self.edges.draw_forward(), still=False)
        self.formula = self.weighted_sum()
        self.move(FadeIn(self.output, self.name, self.value))
        self.move(FadeIn(self.formula))

    @beat
    def the_bias(self) -> None:
        """Draw what raising the bias does to the cost."""
        head = self.head("b", self.rate("b"), self.phrase("raise_bias"))
        bar = Bar(self.levers["b"], self.scale, self.theme, np.array([AXES["b"], self.output.get_y(), 0]))
        axis = Line(bar.base + [0, 0.25, 0], bar.base - [0, 0.25, 0], stroke_width=1.5)
        axis.set_color(self.theme.of("faint"))
        number = number_column([self.levers["b"]], [self.output.get_y()], NUMBERS["b"], self.theme, spec=self.spec)
        note = scale_note(self.scale, self.theme, self.phrase("longest"), decimals=3).move_to(
            (AXES["w"], STAGE.legend, 0)
        )
        ways = Words(self.phrase("ways"), self.theme, size="small", role="dim").move_to(
            (STAGE.right, STAGE.legend, 0), aligned_edge=RIGHT
        )
        self.speak_of("b")
        self.move(FadeIn(head, axis), bar.grow(), still=False)
        self.move(FadeIn(number, *([note] if float(self.scale.source) else []), ways))

    @beat
    def the_weights(self) -> None:
        """Draw what raising each weight does, beside the activation that it carries."""
        carried = self.column.neurons.copy().set_x(AXES["w"] - 0.28)
        self.speak_of("w")
        self.panel("w", self.head("w", self.rate("w_k"), self.phrase("by_activation")), carried)

    @beat
    def the_activations(self) -> None:
        """Draw what the output wishes of each activation before it."""
        self.speak_of("a")
        wish = Words(self.phrase("wish"), self.theme, size="small")
        self.panel("a", self.head("a", wish, self.phrase("by_weight")))

    def speak_of(self, lever: str) -> None:
        """Let the formula rest in its corner, the lever's terms in the colour of what is spoken of."""
        if self.formula.em > 1.01 * self.theme.em():
            small = self.formula.copy().scale(self.theme.em() / self.formula.em)
            small.move_to((STAGE.left, STAGE.legend, 0), aligned_edge=LEFT)
            self.move(Transform(self.formula, small), still=False)
        resting = [name for name in AXES if name != lever]
        self.move(self.formula.paint("focus", lever), self.formula.paint("ink", *resting), time="fade", still=False)

    def panel(self, lever: str, head: VGroup, *more: Mobject) -> None:
        """Let a lever's head, its bars and its numbers appear, one row for each neuron."""
        readings = self.levers[lever]
        drawn = [readings[k] for k in self.column.indices]
        bars = BarColumn(drawn, self.rows, AXES[lever], self.scale, self.theme, 0.6 * self.column.pitch)
        numbers = number_column(drawn, self.rows, NUMBERS[lever], self.theme, spec=self.spec)
        self.move(FadeIn(head, bars.axis, *more), still=False)
        self.move(LaggedStart(*bars.grow(), lag_ratio=0.06), time="slow", still=False)
        self.move(FadeIn(numbers))

    def weighted_sum(self) -> Formula:
        """Return what the output computes, between its name and the edge of the stage."""
        source, left = _weighted_sum(self.trace), float(self.name.get_right()[0]) + 0.3
        formula = Formula(source, self.theme, size="title")
        if formula.width > STAGE.right - left:
            formula = Formula(source, self.theme)
        formula.move_to((1.7, self.column.get_y(), 0))
        return formula.shift((max(0.0, left - formula.get_left()[0]), 0, 0))

    def rate(self, lever: str) -> Formula:
        """Return the symbol of how fast the cost falls as a lever is raised."""
        return Formula(f"-(partial C_0) / (partial {lever})", self.theme, role="cost", size="small")

    def head(self, lever: str, shown: Formula | Words, hint: str) -> VGroup:
        """Return a panel's head: what the bars are, and what the lever does under it."""
        x = (AXES[lever] + NUMBERS[lever]) / 2 - (0.25 if lever != "a" else 0.17)
        words = Words(hint, self.theme, role="dim", size="small")
        return VGroup(shown.move_to((x, 0, 0)).stand_on(HEAD), words.move_to((x, 0, 0)).stand_on(HINT))


def _weighted_sum(trace: Trace) -> str:
    """Return what an output computes, as Typst mathematics."""
    count, function = trace.sizes[-2], trace.activation(trace.L)
    name = "" if function.linear else sign_of(trace, trace.L)
    shown = range(count) if count <= 3 else (0, count - 1)
    terms = [f"{{{{ w_({k}) : w }}}} {{{{ a_({k}) : a }}}}" for k in shown]
    if count > 3:
        terms.insert(1, "dots.c")
    total = f"{' + '.join(terms)} + {{{{ b : b }}}}"
    if function.couples:  # every output depends on the sums of all
        return f"z = {total} quad a = e^z \\/ (e^(z_0) + e^(z_1) + dots.c)"
    return f"a = {name} ( {total} )" if name else f"a = {total}"
