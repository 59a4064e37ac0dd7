"""How a network starts: its dials at random, the same example goes in, and something comes out (D5)."""

from __future__ import annotations

from manim import LEFT, AnimationGroup, LaggedStart, VGroup

from netsim import Reading, Trace
from netsim.figures.nudges.wishes import answer
from scenes.camera.fading import FadeIn
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import number_column
from scenes.parts.selection import activations, highest, network_shape
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import class_name

RIGHT_OF = {"network": 4.3, "a": 5.45, "y": 6.35}  # right edges of the network and of the columns beside it
HEAD, TOP = 2.4, 2.1  # the line that the names of columns stand on; upper end of the network
RESTING = 0.4  # level of the edges once the talk is of the outputs
QUICK = 4  # from so many layers on each is quicker


class StartsWithNoise(TraceScene):
    """The network at the first recorded step: its weights, a forward pass, what comes out beside the target."""

    chapter = "descent"

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        label, outputs = trace.label(0), trace.reading(f"a{trace.L}", 0, 0)
        loudest = highest(outputs, besides=label)
        return {
            **super().facts(trace),
            "updates": trace.reading("steps", 0),
            "answer": answer(trace),
            "a_label": outputs[label],
            "loudest": class_name(trace, loudest),
            "a_loudest": outputs[loudest],
        }

    def setup(self) -> None:
        trace, last = self.trace, self.trace.L
        self.network = NetworkDiagram(
            network_shape(trace, 0, 0),
            activations(trace, 0, 0),
            self.theme,
            self.words,
            left=STAGE.left,
            right=RIGHT_OF["network"],
            bottom=STAGE.picture.bottom,
            top=TOP,
        ).connect({l: trace.reading(f"W{l}", 0) for l in range(1, last + 1)})
        self.rows = self.network.columns[last].indices

    @beat("D5")
    def random_dials(self) -> None:
        """Draw the edges, as they were drawn by chance, between neurons that are still dark."""
        network = self.network
        legend = network.legend().move_to((STAGE.left, STAGE.legend, 0), aligned_edge=LEFT)
        frame = [FadeIn(network.image.frame)] if network.image else []
        self.outlines = {l: column.outlines() for l, column in network.columns.items()}
        drawn = [edges.draw_forward() for edges in network.edges.values()]
        self.move(
            *frame,
            FadeIn(*self.outlines.values(), network.names, legend),
            LaggedStart(*drawn, lag_ratio=0.3),
            time="slow",
        )

    @beat
    def the_same_example(self) -> None:
        """Let the example go through, layer by layer, and write the outputs."""
        network, last = self.network, self.trace.L
        self.move(FadeIn(network.light_input()), still=False)
        if 0 in self.outlines:
            self.remove(self.outlines[0])
        for l in range(1, last + 1):
            lights = AnimationGroup(FadeIn(network.columns[l]), *network.light(l))
            passed = LaggedStart(network.edges[l].pass_forward(), lights, lag_ratio=0.6)
            self.move(passed, time="move" if last < QUICK else "fade", still=False)
            self.remove(self.outlines[l])
        self.outputs = self.column(self.trace.reading(f"a{last}", 0, 0), "a", ".2f")
        resting = [edges.animate.set_level(RESTING) for edges in network.edges.values()]
        self.move(FadeIn(self.header(f"a^(({last}))", self.outputs), self.outputs), *resting)

    @beat
    def what_was_wanted(self) -> None:
        """Write the targets beside the outputs."""
        wanted, label = self.column(self.trace.reading("y", 0), "y", ".0f"), self.trace.label(0)
        focus = self.theme.of("focus")
        wanted[self.rows.index(label)].set_color(focus)
        self.move(FadeIn(self.header("y", wanted), wanted), self.network.class_name(label).animate.set_color(focus))

    def header(self, source: str, column: VGroup) -> Formula:
        """Return a column's name, standing over it."""
        head = Formula(source, self.theme, role="dim", size="small")
        return head.move_to((column.get_x(), 0, 0)).stand_on(HEAD)

    def column(self, readings: Reading, name: str, spec: str) -> VGroup:
        """Return a number beside each output, right edges in a line."""
        heights = [float(self.network.neuron(self.trace.L, j).get_y()) for j in self.rows]
        shown = [readings[j] for j in self.rows]
        return number_column(shown, heights, RIGHT_OF[name], self.theme, spec=spec, role="ink")
