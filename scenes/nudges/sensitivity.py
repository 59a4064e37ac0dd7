"""What a number of the gradient says: how much the cost listens to one weight, measured (N2)."""

from __future__ import annotations

import numpy as np
from manim import RIGHT, Animation, Create, Line, VGroup

from netsim import Trace
from netsim.figures.network import weights
from netsim.figures.nudges.wiggles import first_change, second_change, wiggled
from scenes.camera.fading import FadeIn
from scenes.mobjects.network.marks import link
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.plots.plot import Curve, PlotFrame
from scenes.mobjects.plots.walker import Walker
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import fine_spec
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import activations, network_shape
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

RESTING = 0.3  # level of the network's edges
LABELS = STAGE.left + 0.25  # middle of the two weights' names, left of the input
APART = 0.4  # scene units between two names one above another
LEFT_END, WIDTH, HEIGHT = 1.75, 2.15, 1.4  # of the plots
BOTTOMS = (0.42, -2.3)  # of the two plots
HEAD = 1.66  # height of a plot's name over its lower end
NUMBERS = 4.75  # left edge of the numbers beside the plots
LINES = (0.95, 0.45)  # their heights over a plot's lower end
BETWEEN = -0.1  # height of the line that compares the two


class Sensitivity(TraceScene):
    """Two weights, their numbers in the gradient, and the measured cost while each is wiggled."""

    chapter = "nudges"
    needs = ("sensitivity", "gradient")

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "weights": weights(trace),
            "examples": trace.reading("gradient/examples"),
            "slope": trace.reading("sensitivity/dC_dw", 0),
            "ratio": trace.reading("sensitivity/ratio"),
            "wiggled": wiggled(trace),
            "first": first_change(trace),
            "second": second_change(trace),
        }

    def setup(self) -> None:
        trace, theme = self.trace, self.theme
        places = [[int(i) for i in place] for place in trace["sensitivity/place"]]
        self.places = places[:1] if places[0] == places[1] else places
        self.nudges, self.changes = trace.reading("sensitivity/nudge"), trace.reading("sensitivity/change_C")
        self.network = NetworkDiagram(
            network_shape(trace, 0, 0),
            activations(trace, 0, 0),
            theme,
            self.words,
            left=STAGE.left + 0.75,
            right=1.2,
            bottom=STAGE.picture.bottom,
            top=STAGE.picture.top,
            keep={0: tuple(k for _, _, k in self.places), 1: tuple(j for _, j, _ in self.places)},
        )
        self.network.connect({l: trace.reading(f"W{l}", 0) for l in range(1, trace.L + 1)}).light_all()
        for edges in self.network.edges.values():
            edges.set_level(RESTING)
        self.names = ["w"] if len(self.places) == 1 else ['w_"A"', 'w_"B"']
        self.marks = self.marked()
        self.change_spec = fine_spec([self.changes[i][-1] for i in range(len(self.places))], digits=3)
        self.heads = [self.component(i) for i in range(len(self.places))]

    @beat("N2")
    def two_numbers(self) -> None:
        """Mark the two weights, and write their numbers in the gradient."""
        self.enter(self.network)
        for i, mark in enumerate(self.marks):
            self.move(FadeIn(mark), *self.attention(i), still=False)
            self.move(FadeIn(self.heads[i]))
        self.compare("ratio", "counts")

    @beat
    def the_first(self) -> None:
        """Wiggle the first weight along its measured curve."""
        self.wiggle(0)

    @beat
    def the_second(self) -> None:
        """Wiggle the second weight, on the same scale; a single one stays as it is."""
        if len(self.places) > 1:
            self.wiggle(1)
            note = Words(self.phrase("one_scale"), self.theme, size="small", role="dim")
            self.move(FadeIn(note.move_to(((LEFT_END + STAGE.right) / 2, STAGE.legend, 0))))

    @beat
    def what_it_says(self) -> None:
        """Hold how many times more the first counts against what was measured."""
        self.move(*self.attention(*range(len(self.places))), still=False)
        self.compare("measured_ratio", "measured")

    def wiggle(self, i: int) -> None:
        """Draw a weight's measured curve and let a dot walk along it, down and up; the second time faster."""
        theme, name, curve = self.theme, self.names[i], self.changes[i]
        frame = self.plot_frame().shift((LEFT_END, BOTTOMS[i], 0))
        across = Formula(f"Delta {name}", theme, role="dim", size="small")
        across.next_to(frame.point(frame.xs[1], 0), RIGHT, buff=0.18)
        up = Formula("Delta C", theme, role="cost", size="small")
        up.next_to(frame.point(0, frame.ys[1]), RIGHT, buff=0.12).shift((0, -up.height / 2, 0))
        line = Curve(self.nudges, curve, frame, theme, "cost")
        middle = len(self.nudges) // 2
        walker = Walker(self.nudges, curve, middle, frame, theme, specs=("+.2f", self.change_spec))
        labels = VGroup()
        for code, number, role, y in (
            (f"Delta {name} =", walker.x, "ink", LINES[0]),
            ("Delta C =", walker.y, "cost", LINES[1]),
        ):
            label = Formula(code, theme, role=role, size="small").stand_on(BOTTOMS[i] + y)
            number.shift((STAGE.right - number.get_right()[0], 0, 0)).stand_on(BOTTOMS[i] + y)
            left = min(NUMBERS, number.get_left()[0] - 0.15 - label.width)
            labels.add(label.shift((left - label.get_left()[0], 0, 0)))
        self.move(FadeIn(frame, across, up), *self.attention(i), still=False)
        self.move(Create(line), still=False)
        self.move(FadeIn(walker, labels), time="fade", still=False)
        self.play(walker.walk(0, len(self.nudges) - 1), run_time=(2 - i) * theme.time.slow)

    def plot_frame(self) -> PlotFrame:
        """Return the axes of a plot: every nudge, and on one scale for all the changes of the cost; both cross at 0."""
        nudges, most = np.asarray(self.nudges.value), float(np.abs(self.changes.value).max()) or 1.0
        xs = float(nudges.min()), float(nudges.max())
        return PlotFrame(xs, (-most, most), WIDTH, HEIGHT, self.theme, cross=(0.0, 0.0))

    def component(self, i: int) -> VGroup:
        """Return a weight's number in the gradient, over where its plot will stand, and which weight it is."""
        numbers = [self.trace.reading("sensitivity/dC_dw", i) for i in range(len(self.places))]
        head = Formula(
            f"partial C \\/ partial {self.names[i]} = <d>",
            self.theme,
            numbers={"d": (numbers[i], fine_spec(numbers, digits=3))},
            role="cost",
        )
        l, j, k = self.places[i]
        which = Formula(f"{self.names[i]} = w_({j},{k})^(({l}))", self.theme, role="dim", size="small")
        return VGroup(
            head.shift((LEFT_END - head.get_left()[0], 0, 0)).stand_on(BOTTOMS[i] + HEAD),
            which.shift((STAGE.right - which.get_right()[0], 0, 0)).stand_on(BOTTOMS[i] + HEAD),
        )

    def compare(self, key: str, label: str) -> None:
        """State how many times larger the first number is, if that can be said."""
        ratio = self.trace.reading(f"sensitivity/{key}")
        if len(self.places) > 1 and float(ratio):
            line = Spoken(self.phrase(label, ratio=ratio), self.theme, size="small")
            left = LEFT_END if key == "ratio" else STAGE.right - line.width
            self.move(FadeIn(line.shift((left - line.get_left()[0], 0, 0)).stand_on(BETWEEN)))

    def attention(self, *spoken: int) -> list[Animation]:
        """Return the animations that let some of the weights on stage stand out, the others rest."""
        roles = ["focus" if i in spoken else "dim" for i in range(len(self.marks))]
        shown = [i for i in range(len(self.marks)) if self.marks[i] in self.mobjects]
        return [self.marks[i].animate.set_color(self.theme.of(roles[i])).build() for i in shown]

    def marked(self) -> list[VGroup]:
        """Return each weight's edge, from the very pixel to its neuron, with rings around both and its name."""
        links = [link(self.network, l, j, k) for l, j, k in self.places]
        heights = _apart([float(found[0].get_y()) for found in links])
        for name, found, y in zip(self.names, links, heights, strict=True):
            label = Formula(name, self.theme, size="small", role="focus").move_to((LABELS, y, 0))
            leader = Line(label.get_right() + 0.06 * RIGHT, found[0].get_left(), stroke_width=1.5)
            found.add(leader.set_color(self.theme.of("focus")), label)
        return links


def _apart(heights: list[float]) -> list[float]:
    """Return where one or two names stand so that they do not overlap."""
    if len(heights) < 2 or abs(heights[0] - heights[1]) >= APART:
        return heights
    middle, way = sum(heights) / 2, APART / 2 if heights[0] >= heights[1] else -APART / 2
    return [middle + way, middle - way]
