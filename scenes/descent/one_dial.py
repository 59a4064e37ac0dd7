"""One dial alone: the measured cost along one weight, and walks down the curve (D9)."""

from __future__ import annotations

import numpy as np
from manim import DOWN, RIGHT, UP, Create, DashedLine, VGroup, VMobject

from netsim import Trace
from netsim.figures.descent import terrain
from scenes.camera.fading import FadeIn
from scenes.formulas.vocabulary import symbol_of_parameter
from scenes.mobjects.network.marks import link
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.plots.downhill import Downhill
from scenes.mobjects.plots.plot import Curve, PlotDot, PlotFrame, extent, spec_of_ends
from scenes.mobjects.type.formula import Formula, cost_said
from scenes.mobjects.type.number import Readout, spec_apart, spec_of_digits
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import activations, network_shape
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

RESTING = 0.3  # level of the network's edges
LEFT_END, WIDTH = -0.75, 6.6  # of the plot
BOTTOM, HEIGHT = -1.75, 3.3
HEADROOM = 0.08  # of the curve's extent, above and below it
NOTES = STAGE.legend  # height of what stands under the pictures
NUMBERS = 2.2  # height of the line of numbers over the plot
SLOPE = 0.68  # from the left end of the plot to what follows the word slope
SLOWLY = 3  # so many steps come one by one, then the rest


class OneDial(TraceScene):
    """The cost along one parameter; the slope tells the way, and each start its own minimum."""

    chapter = "descent"
    needs = ("line",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        lowest, other = trace.reading("line/minima_C"), terrain.other_valley(trace)
        ends = {} if other is None else {"here": lowest[terrain.valley_of(trace, 0)], "there": lowest[other]}
        return {
            **super().facts(trace),
            **ends,
            "examples": trace.reading("line/examples"),
            "updates": trace.reading("steps", len(trace["steps"]) - 1),
            "slope": terrain.first_slope(trace),
            "valleys": terrain.valleys(trace),
            "walks": terrain.walks(trace),
            "steps": terrain.steps_on_the_line(trace),
        }

    def setup(self) -> None:
        trace, theme = self.trace, self.theme
        self.l, self.j, self.k = (int(i) for i in trace["line/place"])
        self.w, self.C = trace.reading("line/w"), trace.reading("line/C")
        t = len(trace["steps"]) - 1
        shape = network_shape(trace, t, 0)
        keep = {l: shape.keep if l == trace.L else () for l in range(trace.L + 1)}
        keep[self.l] += (self.j,)
        keep[self.l - 1] += (self.k,)
        self.network = NetworkDiagram(
            shape,
            activations(trace, t, 0),
            theme,
            self.words,
            left=STAGE.left + 0.15,
            right=-2.4,
            bottom=STAGE.picture.bottom,
            top=STAGE.picture.top,
            keep=keep,
        ).connect({l: trace.reading(f"W{l}", t) for l in range(1, trace.L + 1)})
        for edges in self.network.edges.values():
            edges.set_level(RESTING)
        low, high = extent(self.C)
        room = HEADROOM * (high - low) or 0.1 * abs(high) or 0.1
        self.frame = PlotFrame(extent(self.w), (low - room, high + room), WIDTH, HEIGHT, theme)
        self.frame.shift((LEFT_END, BOTTOM, 0))

    @beat("D9")
    def the_curve(self) -> None:
        """Mark the parameter in the network, and draw the measured cost along it."""
        theme = self.theme
        moment = Spoken(self.phrase("moment"), theme, size="small", role="dim")
        self.enter(self.network.light_all(), moment.move_to((self.network.get_x(), 0, 0)).stand_on(NOTES))
        mark = self.mark()
        self.move(FadeIn(mark), still=False)
        across = Formula(self.name(), theme, role="focus", size="small")
        across.next_to(self.frame.point(sum(self.frame.xs) / 2, self.frame.ys[0]), DOWN, buff=0.12)
        up = cost_said(self.phrase("over"), theme)
        up.shift((LEFT_END - up.get_left()[0], 0, 0)).stand_on(BOTTOM + HEIGHT + 0.12)
        self.numbers = self.frame.ends(self.w, self.C, theme, ("+.0f", spec_of_ends(self.C)))
        self.move(FadeIn(self.frame, across, up, self.numbers), time="fade", still=False)
        self.move(Create(Curve(self.w, self.C, self.frame, theme, "cost")), time="slow", still=False)
        self.move(FadeIn(self.where_it_stands()), time="fade")

    @beat
    def the_slope(self) -> None:
        """Set a dot on the curve, with its tangent and its slope."""
        self.walks = [self.walker(start) for start in range(len(self.trace["line/starts"]))]
        walk = self.walks[0]
        self.label = Words(self.phrase("slope"), self.theme, size="small", role="cost")
        self.label.shift((LEFT_END - self.label.get_left()[0], 0, 0)).stand_on(NUMBERS)
        self.move(FadeIn(walk.dot, scale=2), still=False)
        self.move(Create(walk.tangent), FadeIn(self.label, walk.said))

    @beat
    def steps_down(self) -> None:
        """Walk down: some steps one by one, then the rest."""
        theme, walk = self.theme, self.walks[0]
        eta = self.trace.reading("line/eta")
        numbers = {"eta": (eta, spec_of_digits([eta], 2))}
        words = {word: self.phrase(word) for word in ("step", "slope")}
        source = "<step> = - eta times <slope>, quad eta = <eta>"
        rule = Formula(source, theme, numbers=numbers, words=words, size="small")
        rule.shift((STAGE.right - rule.get_right()[0], 0, 0)).stand_on(NUMBERS)
        self.move(FadeIn(rule), time="fade", still=False)
        self.add(walk)
        for i in range(1, SLOWLY + 1):
            self.move(walk.walk(i), time="fade", still=False)
            self.wait(theme.time.still / 2)
        self.play(walk.walk(walk.last), run_time=2 * theme.time.slow)

    @beat
    def another_start(self) -> None:
        """Walk down from the other starts; mark where another valley ends."""
        theme = self.theme
        for walk, before in zip(self.walks[1:], self.walks, strict=False):
            self.move(before.rest(), FadeIn(walk.dot, walk.tangent, walk.said), time="fade", still=False)
            self.add(walk)
            self.play(walk.walk(walk.last), run_time=theme.time.move)
        other = terrain.other_valley(self.trace)
        if other is not None:
            self.move(FadeIn(self.at_the_other(other)), time="fade", still=False)

    def walker(self, start: int) -> Downhill:
        """Return the walk from one of the starts; its slope stands over the plot."""
        walk, places, slopes = (self.trace.reading(f"line/{name}", start) for name in ("walk", "walk_C", "slope"))
        spec = spec_of_digits([self.trace.reading("line/slope")])
        walker = Downhill(walk, places, slopes, self.frame, self.theme, spec=f"+{spec}")
        walker.said.shift((LEFT_END + SLOPE - walker.said.get_left()[0], NUMBERS, 0))
        return walker

    def at_the_other(self, other: int) -> VGroup:
        """Return the cost at a minimum that the first walk does not find, at the right end of the plot."""
        w, C = (self.trace.reading(f"line/{name}") for name in ("minima", "minima_C"))
        low, end = (self.frame.point(x, float(C[other])) for x in (float(w[other]), self.frame.xs[1]))
        number = Readout(
            C[other], self.theme, spec=spec_apart(C[terrain.valley_of(self.trace, 0)], C[other]), role="dim"
        )
        across = DashedLine(low, end, dash_length=0.06, stroke_width=1.5, color=self.theme.of("dim"))
        number.next_to(end, UP + RIGHT, buff=0.1)
        return VGroup(across, number.shift((min(0.0, STAGE.right - number.get_right()[0]), 0, 0)))

    def where_it_stands(self) -> VGroup:
        """Return the mark of the value that the network has now, on the curve and under it."""
        value = self.trace.reading("line/value")
        i = int(np.flatnonzero(np.asarray(self.w.value) == float(value))[0])
        place, foot = (self.frame.point(float(value), y) for y in (float(self.C[i]), self.frame.ys[0]))
        dot = PlotDot(self.C[i], place, self.frame, self.theme, "ink")
        note = Spoken(self.phrase("stands_at", now=value), self.theme, role="dim", size="small")
        half = note.width / 2
        note.move_to((np.clip(foot[0], LEFT_END + half, STAGE.right - half), 0, 0)).stand_on(NOTES)
        drop = DashedLine(place, foot, dash_length=0.06, stroke_width=1.5, color=self.theme.of("dim"))
        return VGroup(drop, dot, note)

    def name(self) -> str:
        """Return the parameter's symbol, as Typst mathematics."""
        return symbol_of_parameter(0, self.l, self.j, self.k)

    def mark(self) -> VMobject:
        """Return what points at the parameter in the network: its edge, as it is drawn."""
        return link(self.network, self.l, self.j, self.k)
