"""Whose weights matter: those of neurons that carry much (N6)."""

from __future__ import annotations

import numpy as np
from manim import DOWN, RIGHT, UP, Create, LaggedStart, VGroup

from netsim import Reading, Trace
from netsim.figures.functions import coupling
from netsim.figures.network import neurons_of
from netsim.figures.nudges.wishes import activations_before
from scenes.camera.fading import FadeIn
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.edges import WIDEST, Edges
from scenes.mobjects.network.neuron import Column, Neuron
from scenes.mobjects.plots.plot import Drops, PlotFrame, Ray
from scenes.mobjects.plots.scatter import PlacedNeuron
from scenes.mobjects.type.formula import Formula, scale_note
from scenes.mobjects.type.number import spec_for
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import activations, network_shape
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

TOP = 2.1  # height of the column's upper end
OUTPUT = -3.4  # where the output stands
LEFT_END, BOTTOM = 0.2, -1.75  # the plot's lower left corner
WIDTH, HEIGHT = 5.3, 3.5  # of the plot
MARK = 0.13  # radius of a neuron in the plot
COUNTS = "- (partial C_0) / (partial w_k)"


class BangForTheBuck(TraceScene):
    """The neurons before one output in a plot: their activations against what their weights count."""

    chapter = "nudges"
    needs_hidden = True
    needs = ("levers",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "before": neurons_of(trace, trace.L - 1),
            "activations": activations_before(trace),
            "coupling": coupling(trace),
            "effect": -trace.reading("levers/dC_db"),
            "wish": -trace.reading(f"dC_da{trace.L}", 0, 0, trace.label(0)),
        }

    def setup(self) -> None:
        trace, theme = self.trace, self.theme
        t, e, l, j = map(int, trace["levers/at"])
        self.before, self.counts = activations(trace, t, e)[l - 1], -trace.reading("levers/dC_dw")
        self.slope = -trace.reading("levers/dC_db")
        shape = network_shape(trace, t, e)
        self.span = shape.spans[l - 1]
        by_brightness = [int(k) for k in np.argsort(-np.asarray(self.before.value), kind="stable")]
        size, height = shape.sizes[l - 1], TOP - STAGE.picture.bottom
        self.column = Column(size, height, theme, self.words, span=self.span, keep=tuple(_spread(by_brightness)))
        self.column.stand(STAGE.left + 0.3, TOP, STAGE.left)
        spare = height - float(self.column.height)
        self.column.shift((0, -spare / 2, 0))
        self.column.set_readings(self.before)
        self.order = [k for k in by_brightness if k in self.column.indices]
        self.output = Neuron(0.3, shape.spans[l], theme).set_reading(trace.reading(f"a{l}", t, e, j))
        self.output.move_to((OUTPUT, self.column.neurons.get_y(), 0))
        self.name = Words(shape.classes[j], theme, role="focus").next_to(self.output, RIGHT, 0.15)
        weights = trace.reading(f"W{l}", t).take([j], self.column.indices)
        self.weights = self.edges(weights, Scale.fit([weights], 1.6 * WIDEST))
        self.frame = self.plot_frame()
        self.marks = {
            k: PlacedNeuron(self.before[k], self.counts[k], self.frame, MARK, self.span, theme) for k in self.order
        }

    @beat("N6")
    def by_brightness(self) -> None:
        """Sort the neurons by brightness, and let each fly to its place in the plot."""
        self.enter(self.column, self.weights, self.output, self.name)
        self.sort()
        self.names = self.axis_names()
        self.move(FadeIn(self.frame, self.names))
        flights = [mark.fly_from(self.column.neuron(k).get_center()) for k, mark in self.marks.items()]
        self.move(LaggedStart(*flights, lag_ratio=0.08), time="slow")

    @beat
    def one_line(self) -> None:
        """Draw the line on which all stand, and the numbers of its two ends."""
        self.line = Ray(self.slope, self.frame, self.theme)
        self.move(Create(self.line), still=False)
        spoken = list(dict.fromkeys((self.order[0], self.order[-1])))
        resting = [mark for k, mark in self.marks.items() if k not in spoken]
        self.spec = spec_for([self.counts], 3)
        self.numbers = self.drops(spoken)
        self.add(self.numbers)
        self.bring_to_front(*self.marks.values())
        self.move(
            FadeIn(self.numbers),
            *[mark.neuron.animate.set_stroke(self.theme.of("focus")) for k, mark in self.marks.items() if k in spoken],
            *[mark.animate.fade(0.6) for mark in resting],
        )

    @beat
    def fire_together(self) -> None:
        """Draw the edges as wide as their weights count, with the small print."""
        wanted = self.counts.take(self.column.indices)
        scale = Scale.fit([wanted], 2.2 * WIDEST)
        raises = self.edges(wanted, scale)
        symbol = Formula(COUNTS, self.theme, role="cost", size="small")
        note = scale_note(scale, self.theme, self.phrase("widest"), decimals=3)
        VGroup(symbol, note).arrange(DOWN, buff=0.14).next_to(self.output, DOWN, buff=0.5)
        self.move(raises.draw_backward(), time="slow", still=False)
        self.move(FadeIn(symbol, *([note] if float(self.slope) else []), *self.asterisk()))

    def sort(self) -> None:
        """Let the neurons change places until the brightest is on top."""
        places = [self.column.neuron(k).get_center() for k in self.column.indices]
        self.leave(self.weights)
        moves = zip(self.order, places, strict=True)
        self.move(*[self.column.neuron(k).animate.move_to(place) for k, place in moves])

    def edges(self, readings: Reading, scale: Scale) -> Edges:
        """Return edges from the column, as it stands now, to the output."""
        ends = (self.output.get_left())[None, None]
        return Edges(readings, self.column.points_of(RIGHT)[None], ends, scale, self.theme)

    def plot_frame(self) -> PlotFrame:
        """Return the axes: brightness from the column's dark to its bright end, and what weights count; both hold 0."""
        counts = [*np.asarray(self.counts.value), float(self.slope), 0.0]
        low, high = min(counts), max(counts)
        ys = (low, high) if low < high else (0.0, 1.0)
        frame = PlotFrame(self.span, ys, WIDTH, HEIGHT, self.theme, cross=(0.0, 0.0))
        return frame.shift((LEFT_END, BOTTOM, 0))

    def axis_names(self) -> VGroup:
        """Return what the axes are, at their ends."""
        frame, theme = self.frame, self.theme
        across = Formula("a_k", theme, role="dim", size="small").next_to(frame.point(frame.xs[1], 0), RIGHT, buff=0.15)
        end, way = (frame.ys[1], UP) if frame.ys[1] else (frame.ys[0], DOWN)
        up = Formula(COUNTS, theme, role="cost", size="small").next_to(frame.point(0, end), way, buff=0.12)
        return VGroup(across, up)

    def drops(self, spoken: list[int]) -> VGroup:
        """Return the numbers of some neurons at the axes; one that would stand on another is left out."""
        found: list[Drops] = []
        for k in spoken:
            x, y = self.before[k], self.counts[k]
            drops = Drops(x, y, self.frame, self.theme, spec=".2f", spec_y=self.spec, buff=MARK + 0.08)
            for earlier in found:
                if abs(drops.x.get_x() - earlier.x.get_x()) < drops.x.width + 0.1:
                    drops.remove(drops.x)
                if abs(drops.y.get_y() - earlier.y.get_y()) < drops.y.height + 0.1:
                    drops.remove(drops.y)
            found.append(drops)
        return VGroup(*found)

    def asterisk(self) -> list[Words]:
        """Return the small print, if anything fires and wires."""
        if not float(self.slope):
            return []
        words = Words(self.phrase("likeness"), self.theme, size="small", role="dim")
        return [words.move_to((LEFT_END + WIDTH / 2, STAGE.legend, 0))]


def _spread(order: list[int]) -> list[int]:
    """Return an order's ends first, then ever finer what lies between: the first n of it are spread evenly."""
    found: dict[int, None] = {}
    parts = 1
    while len(found) < len(order):
        found |= dict.fromkeys(order[round(i * (len(order) - 1) / parts)] for i in range(parts + 1))
        parts *= 2
    return list(found)
