"""Gradient descent in three lines, then the recorded run: the cost falls, and one example's outputs follow (D11)."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, Animation, Create, LaggedStart, VGroup

from netsim import Reading, Trace
from netsim.figures.descent.run import asked_by_a_step, batch, kept_of_a_step
from netsim.figures.network import parameters
from netsim.figures.outcomes import last_answer, recorded_moments
from scenes.camera.fading import FadeIn, FadeOut
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.plots.plot import Curve, PlotDot, PlotFrame, extent
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

MOST = 7  # recorded moments that the network passes through
OUTPUTS = 1.5  # right edge of the numbers beside the outputs
PANEL = 2.3  # left edge of what stands right of the network
LINES = (2.05, 1.5, 0.95)  # heights of the three lines
PLOT = (3.1, -1.75, 2.85, 1.7)  # left, bottom, width, height
HEAD = 0.2  # height of the plot's name
COUNT = 2.42  # height of the line that counts the steps


class StepByStep(TraceScene):
    """The algorithm's three lines, and what they did in this lesson's run."""

    chapter = "descent"

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        costs, last, label = trace.reading("cost"), len(trace.steps) - 1, trace.label(0)
        before, after = (trace.reading(f"a{trace.L}", t, 0) for t in (0, last))
        return {
            **super().facts(trace),
            "updates": trace.reading("run_steps", len(costs) - 1),
            "asked": asked_by_a_step(trace),
            "batch": batch(trace),
            "kept": kept_of_a_step(trace),
            "costs": costs,
            "first": costs[0],
            "last": costs[len(costs) - 1],
            "moments": recorded_moments(trace),
            "before": before[label],
            "after": after[label],
            "answer": last_answer(trace),
            "brightest": class_name(trace, highest(after)),
            "count": parameters(trace),
        }

    def setup(self) -> None:
        trace = self.trace
        self.shown = moments(trace, MOST)
        self.network = NetworkDiagram(
            network_shape(trace, self.shown[0], 0, self.shown),
            activations(trace, self.shown[0], 0),
            self.theme,
            self.words,
            left=STAGE.left,
            right=0.75,
            bottom=STAGE.picture.bottom,
            top=STAGE.picture.top,
        ).connect(self.weights(self.shown[0]), later=[self.weights(t) for t in self.shown[1:]])
        self.steps, self.costs = trace.reading("run_steps"), trace.reading("cost")

    @beat("D11")
    def three_lines(self) -> None:
        """Write the three lines beside the network."""
        theme = self.theme
        said = [Words(self.phrase(line), theme) for line in ("first_line", "second_line", "third_line")]
        symbols = [
            Formula("nabla C", theme, role="cost"),
            Formula('class("normal", -) eta thin nabla C', theme, role="cost"),
        ]
        for words, y in zip(said, LINES, strict=True):
            words.shift((PANEL - words.get_left()[0], 0, 0)).stand_on(y)
        for symbol, y in zip(symbols, LINES, strict=False):
            symbol.shift((STAGE.right - symbol.get_right()[0], 0, 0)).stand_on(y)
        legend = self.network.legend().move_to((STAGE.left, STAGE.legend, 0), aligned_edge=LEFT)
        self.enter(self.network.light_all(), legend)
        self.move(FadeIn(said[0], symbols[0]))
        self.move(FadeIn(said[1], symbols[1]))
        self.move(FadeIn(said[2]))

    @beat
    def the_run(self) -> None:
        """Let the network go through recorded moments, and the curve of its cost with it."""
        self.count, self.numbers = self.count_at(self.shown[0]), self.outputs_at(self.shown[0])
        frame, labels = self.plot()
        self.frame, self.seen = frame, 0
        self.dot = PlotDot(self.costs[0], frame.point(0.0, float(self.costs[0])), frame, self.theme, "cost")
        self.move(FadeIn(frame, labels, self.dot, self.cost_at(0, LEFT), self.count, self.numbers), time="fade")
        pieces = self.curve_to(self.shown[0])
        if pieces:
            self.move(*pieces)
        for t in self.shown[1:]:
            self.take_step(t)
        self.move(FadeIn(self.cost_at(len(self.costs) - 1, RIGHT)), time="fade", still=False)

    @beat
    def the_same_example(self) -> None:
        """Leave the label's output standing."""
        label = self.trace.label(0)
        network, rows = self.network, self.network.columns[self.trace.L].indices
        quiet = VGroup(*[number for j, number in zip(rows, self.numbers, strict=True) if j != label])
        self.move(
            network.class_name(label).animate.set_color(self.theme.of("focus")),
            self.numbers[rows.index(label)].animate.set_color(self.theme.of("focus")),
            quiet.animate.set_color(self.theme.of("dim")),
        )

    def take_step(self, t: int) -> None:
        """Take the weights of a later recorded moment, and let what is shown follow."""
        network, layers = self.network, activations(self.trace, t, 0)
        network.show_weights(self.weights(t), network.edge_scale)
        count, numbers = self.count_at(t), self.outputs_at(t)
        passes = [
            LaggedStart(network.edges[l].pass_forward(), *network.columns[l].light(layers[l]), lag_ratio=0.1)
            for l in range(1, self.trace.L + 1)
        ]
        changes = [FadeOut(self.count, self.numbers), FadeIn(count, numbers), *self.curve_to(t)]
        self.move(LaggedStart(*passes, lag_ratio=0.3), *changes, still=False)
        self.count, self.numbers = count, numbers

    def curve_to(self, t: int) -> list[Animation]:
        """Return the animations in which the measured curve goes on to a recorded moment, and its dot with it."""
        known = np.flatnonzero(np.asarray(self.steps.value) <= int(self.trace.steps[t]))
        start, self.seen = self.seen, max(self.seen, int(known[-1]))
        if self.seen == start:
            return []
        picked = range(start, self.seen + 1)
        piece = Curve(self.steps.take(picked), self.costs.take(picked), self.frame, self.theme, "cost")
        self.dot.reading = self.costs[self.seen]
        place = self.frame.point(float(self.steps[self.seen]), float(self.costs[self.seen]))
        return [Create(piece), self.dot.animate.move_to(place).build()]

    def plot(self) -> tuple[PlotFrame, VGroup]:
        """Return the axes of the run: updates across, the mean cost up; and the words and numbers at them."""
        theme, (left, bottom, width, height) = self.theme, PLOT
        most = extent(self.steps)[1]
        frame = PlotFrame((0.0, most), (0.0, extent(self.costs)[1] or 1.0), width, height, theme)
        frame.shift((left, bottom, 0))
        head = Words(self.phrase("cost"), theme, size="small", role="dim")
        head.shift((STAGE.right - head.get_right()[0], 0, 0)).stand_on(HEAD)
        labels = VGroup(head, Words(self.phrase("across"), theme, size="small", role="dim"))
        labels[1].next_to(frame.point(most / 2, 0.0), DOWN, buff=0.15)
        for i in (0, len(self.costs) - 1):
            count = Readout(self.steps[i], theme, spec=",.0f", role="dim")
            labels.add(count.next_to(frame.point(float(self.steps[i]), 0.0), DOWN, buff=0.15))
        return frame, labels

    def cost_at(self, i: int, side: np.ndarray) -> Readout:
        """Return the cost at a moment of the run as a number beside its place on the curve."""
        cost = Readout(self.costs[i], self.theme, spec=spec_for([self.costs], 3, sign=""), role="cost")
        return cost.next_to(self.frame.point(float(self.steps[i]), float(self.costs[i])), side, buff=0.15)

    def weights(self, t: int) -> dict[int, Reading]:
        """Return the weights of all layers at a recorded moment."""
        return {l: self.trace.reading(f"W{l}", t) for l in range(1, self.trace.L + 1)}

    def outputs_at(self, t: int) -> VGroup:
        """Return the outputs at a recorded moment as numbers beside their names."""
        last = self.trace.L
        rows = self.network.columns[last].indices
        heights = [float(self.network.neuron(last, j).get_y()) for j in rows]
        outputs = self.trace.reading(f"a{last}", t, 0)
        return number_column([outputs[j] for j in rows], heights, OUTPUTS, self.theme, spec=".2f", role="ink")

    def count_at(self, t: int) -> Spoken:
        """Return the line that says how many steps were taken at a recorded moment."""
        said = self.phrase("count", updates=self.trace.reading("steps", t))
        words = Spoken(said, self.theme, size="small", role="dim")
        return words.move_to((self.network.get_x(), COUNT, 0))
