"""One step against the gradient, then everything anew: the followed example's outputs over the run (N15)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from manim import LEFT, RIGHT, AnimationGroup, LaggedStart, VGroup

from netsim import Trace
from netsim.figures.descent.run import asked_by_a_step
from netsim.figures.nudges.course import course_of_the_star
from netsim.figures.outcomes import last_answer
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.vocabulary import rule, twin
from scenes.mobjects.network.edges import WIDEST
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.network.neuron import Column
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout, number_column, spec_for
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import activations, highest, moments, network_shape
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import class_name

ALONE = 8.0  # level at which even a thin edge is seen
CYCLES = 3  # recorded moments that the network is seen at before they stand side by side
MOST, WIDEST_GAP = 14, 1.8  # recorded moments that stand side by side, and how far apart at most
TOP = 1.75  # upper end of the columns
MIDDLE, RULE, NUMBERS = 3.3, 0.85, -0.25  # of the update: its middle, heights as symbols and as numbers
FIRST, LAST = -4.3, STAGE.right - 0.55  # columns of the outputs
HEADS, COSTS = 2.12, STAGE.legend  # heights of the update counts, and of the costs


class AgainAndAgain(TraceScene):
    """One weight's update with its numbers; then the outputs for one example at each recorded moment."""

    chapter = "nudges"
    needs_hidden = True
    needs = ("update",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        L, label, last = trace.L, trace.label(0), len(trace.steps) - 1
        end = trace.reading(f"a{L}", last, 0)
        return {
            **super().facts(trace),
            "eta": trace.reading("update/eta"),
            "asked": asked_by_a_step(trace),
            "course": course_of_the_star(trace),
            "at_last": last_answer(trace),
            "a_first": trace.reading(f"a{L}", 0, 0, label),
            "a_then": end[label],
            "updates_first": trace.reading("steps", 0),
            "updates_then": trace.reading("steps", last),
            "loudest": class_name(trace, highest(end)),
        }

    def setup(self) -> None:
        trace, last = self.trace, self.trace.L
        _, self.j, self.k = map(int, trace["update/place"])
        shape = self.shape = network_shape(trace, 0, 0, range(len(trace.steps)))
        self.network = NetworkDiagram(
            replace(shape, keep=(self.j, *shape.keep)),
            activations(trace, 0, 0),
            self.theme,
            self.words,
            left=-5.6,
            right=-0.4,
            bottom=STAGE.picture.bottom,
            top=TOP,
            first=last - 1,
            matter={last - 1: trace.reading(f"mean_dC_dW{last}", 0, self.j)},
        ).connect(
            {last: trace.reading(f"W{last}", 0)},
            widest=2 * WIDEST,
            later=[{last: trace.reading(f"W{last}", t)} for t in range(min(CYCLES, len(trace.steps)))],
        )
        self.network.light_all()

    @beat("N15")
    def one_step(self) -> None:
        """Mark one weight, and write its update as symbols and with its numbers."""
        network, edges = self.network, self.network.edges[self.trace.L]
        self.legend = network.legend().move_to((network.get_x(), STAGE.legend, 0))
        self.enter(network, self.legend)
        ends = [network.neuron(self.trace.L, self.j), network.neuron(self.trace.L - 1, self.k)]
        self.move(
            edges.animate.set_level(self.one_edge()),
            *[neuron.animate.set_stroke(self.theme.of("focus")) for neuron in ends],
            still=False,
        )
        self.rule, self.numbers = self.update_rule()
        self.whose = self.whose_mean()
        self.move(FadeIn(self.rule), FadeIn(self.whose))
        self.move(FadeIn(self.numbers))

    @beat
    def the_moment_is_gone(self) -> None:
        """Let the network go through its first recorded moments, forward and backward at each."""
        L, network = self.trace.L, self.network
        edges, count = network.edges[L], self.updates_made(0)
        self.leave(self.legend, self.rule, self.numbers, self.whose)
        self.move(edges.animate.set_level(1.0), FadeIn(count), time="fade", still=False)
        for t in range(1, min(CYCLES, len(self.trace.steps))):
            self.remove(*network.take_weights({L: self.trace.reading(f"W{L}", t)}))
            self.add(network.edges[L])
            before, count = count, self.updates_made(t)
            self.move(FadeOut(before), FadeIn(count), time="fade", still=False)
            layers = activations(self.trace, t, 0)
            lights = [light for l in (L - 1, L) for light in network.columns[l].light(layers[l])]
            self.move(LaggedStart(network.edges[L].pass_forward(), AnimationGroup(*lights), lag_ratio=0.6), still=False)
            self.move(network.edges[L].pass_backward(), still=False)
        self.wait(self.theme.time.still)

    @beat
    def the_outputs_sharpen(self) -> None:
        """Set the outputs of the recorded moments side by side, and under each its cost."""
        theme = self.theme
        self.leave(*self.staged())
        self.shown = moments(self.trace, MOST)
        gap = min(WIDEST_GAP, (LAST - FIRST) / max(len(self.shown) - 1, 1))
        self.xs = [FIRST + i * gap for i in range(len(self.shown))]
        columns = [self.outputs_at(t, x) for t, x in zip(self.shown, self.xs, strict=True)]
        heads = [self.updates_over(t, x) for t, x in zip(self.shown, self.xs, strict=True)]
        said = Words(self.phrase("updates"), theme, size="small", role="dim").stand_on(HEADS)
        said.shift((STAGE.left - said.get_left()[0], 0, 0))
        self.enter(said, self.names_beside(columns[0]), columns[0], heads[0])
        later = [FadeIn(VGroup(*pair), shift=0.2 * RIGHT) for pair in zip(columns[1:], heads[1:], strict=True)]
        if later:
            self.move(LaggedStart(*later, lag_ratio=0.7), time="slow")
        self.show_costs()

    def show_costs(self) -> None:
        """Let the costs of the followed example appear under its outputs."""
        name = Formula("C_0", self.theme, role="cost", size="small").stand_on(COSTS)
        name.shift((STAGE.left - name.get_left()[0], 0, 0))
        costs = VGroup()
        readings = [self.trace.reading("C", t, 0) for t in self.shown]
        spec = spec_for(readings, 3, sign="")
        for reading, x in zip(readings, self.xs, strict=True):
            number = number_column([reading], [COSTS], 0.0, self.theme, spec=spec, role="cost")[0]
            costs.add(number.shift((x - number.get_x(), 0, 0)).stand_on(COSTS))
        self.move(FadeIn(name), LaggedStart(*map(FadeIn, costs), lag_ratio=0.4), time="slow")

    def updates_made(self, t: int) -> Spoken:
        """Return the line that says how many updates were made at a recorded moment."""
        made = self.trace.reading("steps", t)
        words = Spoken(self.phrase("after", made=made), self.theme, size="small", role="dim")
        return words.move_to((self.network.get_x(), STAGE.legend, 0))

    def one_edge(self) -> np.ndarray:
        """Return the level at which the weight that is spoken of stands out."""
        before, outputs = (self.network.columns[l].indices for l in (self.trace.L - 1, self.trace.L))
        level = np.full((len(outputs), len(before)), 0.08)
        level[outputs.index(self.j), before.index(self.k)] = ALONE
        return level

    def update_rule(self) -> tuple[Formula, Formula]:
        """Return the update of the weight, as symbols and with its numbers."""
        readings = {name: self.trace.reading(f"update/{name}") for name in ("after", "before", "dC_dw")}
        spec = spec_for(list(readings.values()), 4, sign="")
        numbers = {name: (reading, spec) for name, reading in readings.items()}
        numbers["eta"] = (self.trace.reading("update/eta"), ".2g")
        symbols, said = rule("update", self.theme), twin("update", self.theme, numbers=numbers)
        return symbols.move_to((MIDDLE, RULE, 0)), said.move_to((MIDDLE, NUMBERS, 0))

    def whose_mean(self) -> Formula:
        """Return the line that says which weight it is, and which examples the cost is the mean of."""
        code, words = f"w = w_({self.j},{self.k})^(({self.trace.L})) <mean>", {"mean": self.phrase("mean")}
        note = Formula(code, self.theme, words=words, role="dim", size="small")
        return note.move_to((MIDDLE, STAGE.legend, 0))

    def outputs_at(self, t: int, x: float) -> Column:
        """Return the outputs at a recorded moment as a column."""
        trace, last = self.trace, self.trace.L
        outputs, span = trace.reading(f"a{last}", t, 0), self.shape.spans[last]
        matter = np.abs(trace[f"a{last}"][self.shown, 0]).max(axis=0)  # the same rows at every moment
        keep = (trace.label(0), highest(trace.reading(f"a{last}", len(trace.steps) - 1, 0)))
        column = Column(
            trace.sizes[last],
            TOP - STAGE.picture.bottom - 0.2,
            self.theme,
            self.words,
            matter=matter,
            span=span,
            keep=keep,
        )
        column.set_readings(outputs).move_to((x, (TOP + STAGE.picture.bottom + 0.2) / 2, 0))
        return column

    def updates_over(self, t: int, x: float) -> Readout:
        """Return the count of updates over the column of a recorded moment."""
        count = Readout(self.trace.reading("steps", t), self.theme, spec=",.0f", role="dim")
        return count.move_to((x, 0, 0)).stand_on(HEADS)

    def names_beside(self, column: Column) -> VGroup:
        """Return the outputs' names, left of the first column."""
        names = VGroup()
        for j in column.indices:
            role = "focus" if j == self.trace.label(0) else "dim"
            name = Words(self.shape.classes[j], self.theme, size="small", role=role)
            name.next_to(column.neuron(j), LEFT, buff=0.2).level_with(column.neuron(j).get_y())
            names.add(name)
        return names
