"""One example's outputs, and what it wants of them (N3, N4)."""

from __future__ import annotations

from manim import LEFT, RIGHT, Group, LaggedStart, VGroup

from netsim import Reading, Trace
from netsim.figures.functions import coupling
from netsim.figures.nudges.wishes import answer, wishes_of_the_rest
from netsim.figures.outcomes import judged_by
from scenes.camera.fading import FadeIn
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule
from scenes.look.measures import lag, level
from scenes.mobjects.amounts.arrows import NudgeArrow
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.type.formula import Formula, scale_note
from scenes.mobjects.type.number import number_column, spec_for
from scenes.parts.selection import activations, highest, network_shape, ranked
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import class_name

NETWORK, TABLE = 18, 7  # shares of the width
COLUMNS = {"a": 6, "y": 3, "arrow": 6, "wish": 4}  # of the table, and their shares
ARROW = 6, 7  # the longest arrow is so much of the room from neuron to neuron


class OutputNudges(TraceScene):
    """The untrained network's outputs, the target, and an arrow for each desired nudge."""

    chapter = "nudges"

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        label, outputs = trace.label(0), trace.reading(f"a{trace.L}", 0, 0)
        wishes = -trace.reading(f"dC_da{trace.L}", 0, 0)
        loudest, order = highest(outputs, besides=label), ranked(wishes)
        return {
            **super().facts(trace),
            "updates": trace.reading("steps", 0),
            "answer": answer(trace),
            "a_label": outputs[label],
            "loudest": class_name(trace, loudest),
            "a_loudest": outputs[loudest],
            "wish": wishes[label],
            "judged_by": judged_by(trace),
            "coupling": coupling(trace),
            "the_rest": wishes_of_the_rest(trace),
            "most": class_name(trace, order[0]),
            "least": class_name(trace, order[-1]),
        }

    def setup(self) -> None:
        trace, theme = self.trace, self.theme
        self.label, last = trace.label(0), trace.L
        self.a, self.y = trace.reading(f"a{last}", 0, 0), trace.reading("y", 0)
        self.wishes = -trace.reading(f"dC_da{last}", 0, 0)
        self.left, table = self.stage.columns(NETWORK, TABLE)
        self.places = dict(zip(COLUMNS, table.columns(*COLUMNS.values()), strict=True))
        self.network = NetworkDiagram(
            network_shape(trace, 0, 0), activations(trace, 0, 0), theme, self.words, **self.left.picture.sides
        ).connect({l: trace.reading(f"W{l}", 0) for l in range(1, last + 1)})
        self.rows = self.network.columns[last].indices

    @beat("N3")
    def the_example(self) -> None:
        """Show one example, and the network before it has learned."""
        legend = self.left.put(self.network.legend(), LEFT).set_y(self.left.legend)
        self.enter(self.network.light_all(), legend)

    @beat
    def the_outputs(self) -> None:
        """Write the outputs beside their neurons."""
        self.outputs = self.column(self.a, "a", ".3f")
        self.move(
            FadeIn(self.header("a^((L))", self.outputs), self.outputs),
            self.network.class_name(self.label).animate.set_color(self.theme.of("focus")),
            *[edges.animate.set_level(level.back) for edges in self.network.edges.values()],
        )

    @beat("N4")
    def the_target(self) -> None:
        """Write the targets beside the outputs."""
        self.targets = self.column(self.y, "y", ".0f", role="dim")
        self.targets[self.rows.index(self.label)].set_color(self.theme.of("focus"))
        self.move(FadeIn(self.header("y", self.targets), self.targets))

    @beat
    def the_wishes(self) -> None:
        """Let each output's wish grow, as long as it is large."""
        pitch = self.network.columns[self.trace.L].pitch
        self.scale = Scale.fit([self.wishes], pitch * ARROW[0] / ARROW[1])
        self.arrows = VGroup(*[NudgeArrow(self.wishes[j], self.scale, self.theme) for j in self.rows])
        for arrow, j in zip(self.arrows, self.rows, strict=True):
            arrow.move_to((self.places["arrow"].x, self.network.neuron(self.trace.L, j).get_y(), 0))
        self.numbers = self.column(self.wishes, "wish", spec_for([self.wishes], 2), role="sign")
        self.move(
            FadeIn(self.header("-(partial C_0) / (partial a^((L)))", self.numbers, "cost")),
            LaggedStart(*[arrow.grow() for arrow in self.arrows], lag_ratio=lag.close),
            time="slow",
        )
        note = scale_note(self.scale, self.theme, self.phrase("longest"))
        note.move_to((self.places["arrow"].x, self.stage.legend, 0))
        cost = rule(rule_of("cost_short", self.trace), self.theme, size="small")
        self.move(FadeIn(self.numbers, note, self.left.stand(cost, self.left.head, RIGHT)))

    @beat
    def the_near_and_the_far(self) -> None:
        """Leave the largest and the smallest wish standing."""
        order = ranked(self.wishes)
        spoken = {j for j in (order[0], order[-1]) if float(self.wishes[j]) or j == self.label}
        resting = Group(
            *[
                Group(self.outputs[i], self.targets[i], self.arrows[i], self.numbers[i])
                for i, j in enumerate(self.rows)
                if j not in spoken
            ]
        )
        names = {j: "focus" if j in spoken else "dim" for j in {*spoken, self.label}}
        quiet = [self.network.neuron(self.trace.L, j) for j in self.rows if j not in spoken]
        self.move(
            resting.animate.fade(1 - level.rest),
            *[self.network.class_name(j).animate.set_color(self.theme.of(role)) for j, role in names.items()],
            *[neuron.animate.set_stroke(opacity=level.back) for neuron in quiet],
        )

    def header(self, source: str, column: VGroup, role: str = "dim") -> Formula:
        """Return a column's name, standing over it."""
        head = Formula(source, self.theme, role=role, size="small")
        return self.stage.hold(head.set_x(column.get_x()).stand_on(self.stage.head))

    def column(self, readings: Reading, name: str, spec: str, role: str = "ink") -> VGroup:
        """Return a number beside each output, right edges in a line."""
        heights = [float(self.network.neuron(self.trace.L, j).get_y()) for j in self.rows]
        shown, right = [readings[j] for j in self.rows], self.places[name].right
        return number_column(shown, heights, right, self.theme, spec=spec, role=role)
