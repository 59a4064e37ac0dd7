"""What one example wants of every weight and every bias at once (N11)."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, VGroup

from netsim import Trace
from netsim.figures.nudges.nudges import share_of_its_largest, zeros_of_dark_inputs
from scenes.camera.fading import FadeIn, FadeOut
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.edges import WIDEST
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.network.rim import Rim
from scenes.mobjects.type.formula import Formula, scale_note
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import activations, network_shape
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

TOP = 2.1  # height of the columns' upper end
COUNTS = 3.75  # left edge of the counts
ROWS = (1.25, 0.05, -1.15)  # heights that the counts stand on
WHOLE = 2.9  # scene units of the bar that stands for all parameters
QUIET = 0.6  # level of the edges while the talk is of the biases


class EveryWeight(TraceScene):
    """The whole network, each edge as wide as the nudge that one example wants of its weight."""

    chapter = "nudges"
    needs = ("one",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            **{name: trace.reading(f"one/{name}") for name in ("components", "zero", "most")},
            "dark_inputs": zeros_of_dark_inputs(trace),
            "share": share_of_its_largest(trace),
        }

    def setup(self) -> None:
        trace, layers = self.trace, range(1, self.trace.L + 1)
        self.biases = {l: -trace.reading(f"one/dC_db{l}") for l in layers}
        self.network = NetworkDiagram(
            network_shape(trace, 0, 0),
            activations(trace, 0, 0),
            self.theme,
            self.words,
            left=STAGE.left,
            right=COUNTS - 0.5,
            bottom=STAGE.picture.bottom,
            top=TOP,
            matter=self.biases,
        ).connect({l: -trace.reading(f"one/dC_dW{l}") for l in layers}, 2 * WIDEST)
        self.scale = Scale(trace.reading("one/components"), WHOLE)

    @beat("N11")
    def every_weight(self) -> None:
        """Draw the edges backward, each as wide as the nudge of its weight."""
        network = self.network.light_all()
        signs = Words(self.phrase("wanted"), self.theme, size="small", role="dim")
        widest = scale_note(network.edge_scale, self.theme, self.phrase("widest"))
        widest.next_to(signs, RIGHT, 0.14).stand_on(signs.baseline)
        legend = VGroup(signs, widest).move_to((STAGE.left, STAGE.legend, 0), aligned_edge=LEFT)
        self.widest = widest
        self.enter(*([network.image] if network.image else []), *network.columns.values(), network.names)
        for l in range(self.trace.L, 0, -1):
            edges = network.edges[l]
            assert edges.reading is not None
            edges.set_level(np.asarray(edges.reading.value) != 0)  # where nothing is wanted, nothing is drawn
            self.move(edges.draw_backward(), still=False)
        self.enter(legend)

    @beat
    def every_bias(self) -> None:
        """Draw the nudges of the biases as rims, and name the whole."""
        network = self.network
        resting = [edges.animate.set_level(QUIET * edges.level) for edges in network.edges.values()]
        for l in range(self.trace.L, 0, -1):
            drawn = [network.neuron(l, j) for j in network.columns[l].indices]
            wanted = [self.biases[l][j] for j in network.columns[l].indices]
            rims = [
                Rim(wish, network.edge_scale, neuron, self.theme) for wish, neuron in zip(wanted, drawn, strict=True)
            ]
            outlines = [neuron.animate.set_stroke(opacity=0) for neuron in drawn]
            self.move(FadeIn(VGroup(*rims)), *outlines, *resting, time="fade", still=False)
            resting = []
        self.restate_scale()
        name = Formula("- nabla C_0", self.theme, role="cost", size="title")
        name.move_to((COUNTS, 0, 0), aligned_edge=LEFT).stand_on(2.1)
        self.move(FadeIn(name, self.count("components", "parameters", 0, "dim")))

    @beat
    def many_and_few(self) -> None:
        """Count the nudges that are 0, and the few that weigh most."""
        self.move(FadeIn(self.count("zero", "exactly_zero", 1, "dim")))
        self.move(FadeIn(self.count("most", "gain", 2, "focus")))

    def restate_scale(self) -> None:
        """Say what the widest of edges and rims stands for: the unit stays as it is."""
        scale = self.network.edge_scale.among([self.network.edge_scale.source, *self.biases.values()])
        note = scale_note(scale, self.theme, self.phrase("widest"))
        note.move_to(self.widest, aligned_edge=LEFT).stand_on(self.widest.baseline)
        self.move(FadeOut(self.widest), FadeIn(note), time="fade", still=False)

    def count(self, name: str, label: str, row: int, role: str) -> VGroup:
        """Return a number of parameters, what it counts, and a bar for its share of all."""
        reading = self.trace.reading(f"one/{name}")
        number = Readout(reading, self.theme, spec=",.0f", size="body", role="ink")
        number.move_to((COUNTS, 0, 0), aligned_edge=LEFT).stand_on(ROWS[row])
        words = Spoken(self.phrase(label), self.theme, size="small", role="dim")
        words.next_to(number, DOWN, 0.12, aligned_edge=LEFT)
        bar = Bar(reading, self.scale, self.theme, np.array([COUNTS, ROWS[row] - 0.62, 0]), 0.12, role)
        return VGroup(number, words, bar)
