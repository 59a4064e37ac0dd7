"""The whole of it in one breath: forward, the wishes backward, a step, again; what came of it, and from what (N16)."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, Animation, AnimationGroup, Create, Group, LaggedStart, VGroup

from netsim import Reading, Trace
from netsim.figures.nudges.course import epochs, examples_on_the_wall
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.vocabulary import rule
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.plots.plot import Curve, PlotFrame, extent
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import activations, example_grid, moments, network_shape, on_stage
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

CYCLES = 4  # recorded moments that the network passes through
COUNTS = (STAGE.right, 1.2, 0.55)  # right edge of the counts, height of the first, and between two
PLOTS = {"cost": (-5.9, -1.3), "accuracy": (1.1, 5.7)}  # left and right end of each
HEIGHT, HEADS = 3.3, 1.75  # of the plots, and where their names stand
CARD, ROWS = 0.62, 4  # height of an example of the wall, and its rows
SPACE = (0.24, 0.42)  # beside and under an example


class WholeOfIt(TraceScene):
    """The network through the run, the measured curves, and the examples that it was made from."""

    chapter = "nudges"
    needs = ("batches", "gradient")

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        cost, right, updates = (trace.reading(key) for key in ("cost", "accuracy", "run_steps"))
        last = len(cost) - 1
        return {
            **super().facts(trace),
            "updates": updates[last],
            "cost_first": cost[0],
            "cost_last": cost[last],
            "right": right[last],
            "examples": trace.reading("gradient/examples"),
            "epochs": epochs(trace),
        }

    def setup(self) -> None:
        trace = self.trace
        self.shown = moments(trace, CYCLES)
        self.network = NetworkDiagram(
            network_shape(trace, 0, 0, self.shown),
            activations(trace, 0, 0),
            self.theme,
            self.words,
            left=STAGE.left,
            right=3.6,
            bottom=STAGE.picture.bottom,
            top=STAGE.picture.top,
        )
        self.network.connect(self.weights(0), later=[self.weights(t) for t in self.shown])

    @beat("N16")
    def one_breath(self) -> None:
        """Let an example pass, then go through the recorded moments: backward, other weights, forward."""
        network, shown = self.network, self.shown
        self.counts = self.counts_at(shown[0])
        legend = network.legend().move_to((STAGE.left, STAGE.legend, 0), aligned_edge=LEFT)
        self.enter(network.light_input(), network.names, legend, self.counts)
        passes = [self.first_pass(l) for l in range(1, self.trace.L + 1)]
        self.move(LaggedStart(*passes, lag_ratio=0.5), time="slow", still=False)
        for i, t in enumerate(shown[1:]):
            self.step_to(t, time="fade" if i else "move")
        self.wait(self.theme.time.still)

    @beat
    def what_came_of_it(self) -> None:
        """Draw the course of the cost, and of the share that is right."""
        self.leave(*self.staged())
        for name, head in (
            ("cost", self.phrase("mean_cost")),
            ("accuracy", self.phrase("share_right")),
        ):
            frame, labels, curve = self.plot(name, head)
            self.move(FadeIn(frame, labels), Create(curve))

    @beat
    def what_it_was_made_of(self) -> None:
        """Show a wall of the examples, each over its label."""
        self.leave(*self.staged())
        cards = self.wall()
        self.move(LaggedStart(*map(FadeIn, cards), lag_ratio=0.03), time="slow", still=False)
        note = Spoken(self.phrase("wall", drawn=self.drawn), self.theme, size="small", role="dim")
        self.move(FadeIn(note.move_to((0, STAGE.legend, 0))))

    @beat
    def what_comes_next(self) -> None:
        """Bring the network back, and beside it the rule of a step."""
        self.leave(*self.staged())
        self.enter(self.network)
        formula = rule("update", self.theme, roles={"dC_dw": "cost"})
        back = [self.network.edges[l].pass_backward() for l in range(self.trace.L, 0, -1)]
        self.move(LaggedStart(*back, lag_ratio=0.6), still=False)
        self.move(FadeIn(formula.move_to((5.25, self.network.get_y(), 0))))

    def weights(self, t: int) -> dict[int, Reading]:
        """Return the weights of all layers at a recorded moment."""
        return {l: self.trace.reading(f"W{l}", t) for l in range(1, self.trace.L + 1)}

    def first_pass(self, l: int) -> Animation:
        """Return the animation that draws the edges into a layer, and lets it light up."""
        column, layer = self.network.columns[l], activations(self.trace, self.shown[0], 0)[l]
        lights = AnimationGroup(FadeIn(column), *column.light(layer))
        return LaggedStart(self.network.edges[l].draw_forward(), lights, lag_ratio=0.4)

    def step_to(self, t: int, time: str) -> None:
        """Pass backward, then take the weights of a later recorded moment, and pass forward."""
        network, layers = self.network, range(1, self.trace.L + 1)
        back = [network.edges[l].pass_backward() for l in reversed(layers)]
        self.move(LaggedStart(*back, lag_ratio=0.6), time=time, still=False)
        self.remove(*network.take_weights(self.weights(t)))
        self.add(*network.edges.values(), *network.columns.values())
        shown, counts = activations(self.trace, t, 0), self.counts_at(t)
        passes = [
            LaggedStart(
                network.edges[l].pass_forward(), AnimationGroup(*network.columns[l].light(shown[l])), lag_ratio=0.5
            )
            for l in layers
        ]
        self.move(LaggedStart(*passes, lag_ratio=0.6), FadeOut(self.counts), FadeIn(counts), time="move", still=False)
        self.counts = counts

    def counts_at(self, t: int) -> VGroup:
        """Return how many updates were made at a recorded moment, and the cost of the followed example."""
        theme, (right, top, pitch) = self.theme, COUNTS
        updates = Spoken(self.phrase("after", made=self.trace.reading("steps", t)), theme, size="small", role="dim")
        cost = Formula(
            "C_0 = <C>", theme, numbers={"C": (self.trace.reading("C", t, 0), ".3f")}, role="cost", size="small"
        )
        for line, y in ((updates, top), (cost, top - pitch)):
            line.shift((right - line.get_right()[0], 0, 0)).stand_on(y)
        return VGroup(updates, cost)

    def plot(self, name: str, head: str) -> tuple[PlotFrame, VGroup, Curve]:
        """Return one measured curve over the updates of the run, with its frame and the words at it."""
        theme, (left, right) = self.theme, PLOTS[name]
        xs, ys = self.trace.reading("run_steps"), self.trace.reading(name)
        top = 1.0 if name == "accuracy" else max(extent(ys)[1], 1e-9)
        frame = PlotFrame((0.0, extent(xs)[1]), (0.0, top), right - left, HEIGHT, theme)
        frame.shift((left, STAGE.picture.bottom + 0.35, 0))
        curve = Curve(xs, ys, frame, theme, "cost" if name == "cost" else "ink")
        labels = VGroup(Words(head, theme, size="small", role="dim").move_to((left, 0, 0), aligned_edge=LEFT))
        labels[0].stand_on(HEADS)
        updates = Words(self.phrase("axis"), theme, size="small", role="dim")
        labels.add(updates.next_to(frame.point(extent(xs)[1] / 2, 0.0), DOWN, buff=0.15))
        last = len(ys) - 1
        for i in (0, last):
            value = Readout(ys[i], theme, spec=".3f", role="cost" if name == "cost" else "ink")
            count = Readout(xs[i], theme, spec=",.0f", role="dim")
            x = float(xs[i])
            labels.add(value.next_to(frame.point(x, float(ys[i])), RIGHT if i else LEFT, buff=0.15))
            labels.add(count.next_to(frame.point(x, 0.0), DOWN, buff=0.15))
        return frame, labels, curve

    def wall(self) -> list[Group]:
        """Return some of the training examples, each over its label."""
        trace = self.trace
        examples, labels = trace.reading("batches/x"), trace["batches/label"]
        shape, span = example_grid(trace, examples)
        names = [Words(on_stage(name), self.theme, size="small", role="dim") for name in trace.classes]
        cell = max(CARD * shape[1] / shape[0], *(name.width for name in names)) + SPACE[0]
        across = int(STAGE.width / cell)
        cards, self.drawn = [], examples_on_the_wall(trace, across * ROWS)
        for i in range(int(float(self.drawn))):
            row, column = divmod(i, across)
            x, y = (column - (across - 1) / 2) * cell, 1.75 - row * (CARD + SPACE[1])
            card = InputImage(examples[i], shape, self.theme, CARD, span).move_to((x, y, 0))
            name = names[int(labels[i])].copy().move_to((x, 0, 0)).stand_on(y - CARD / 2 - 0.25)
            cards.append(Group(card, name))
        return cards
