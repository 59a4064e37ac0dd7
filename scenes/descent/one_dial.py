"""One dial alone: the measured cost along one weight, and walks down the curve (D9)."""

from __future__ import annotations

from manim import DOWN, RIGHT, Create, FadeIn, VMobject

from netsim import Trace
from scenes.beats import beat
from scenes.choices import activations, network_shape
from scenes.mobjects.downhill import Downhill
from scenes.mobjects.formula import Formula
from scenes.mobjects.marks import link, ring
from scenes.mobjects.network import NetworkDiagram
from scenes.mobjects.number import spec_of_digits
from scenes.mobjects.plot import Curve, PlotFrame, extent
from scenes.mobjects.typeset import Words
from scenes.stage import Fact, TraceScene
from scenes.words_for_slopes import along_one, name_of_parameter, spec_of_ends
from scenes.zones import FLOOR, STAGE

RESTING = 0.3  # level of the network's edges
LEFT_END, WIDTH = -0.75, 6.6  # of the plot
BOTTOM, HEIGHT = -1.75, 3.3
HEADROOM = 0.08  # of the curve's extent, above and below it
NUMBERS = 2.2  # height of the line of numbers over the plot
SLOWLY = 3  # so many steps come one by one, then the rest


class OneDial(TraceScene):
    """The cost along one parameter; the slope tells the way, and each start its own minimum."""

    chapter = "descent"
    title = "One dial alone"
    needs = ("line",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {**super().facts(trace), **along_one(trace)}

    def setup(self) -> None:
        trace, theme = self.trace, self.theme
        self.kind, self.l, self.j, self.k = (int(i) for i in trace["line/place"])
        self.w, self.C = trace.reading("line/w"), trace.reading("line/C")
        t = int(trace["line/at"])
        shape = network_shape(trace, t, 0)
        keep = {l: shape.keep if l == trace.L else () for l in range(trace.L + 1)}
        keep[self.l] += (self.j,)
        keep[self.l - 1] += () if self.kind else (self.k,)
        self.network = NetworkDiagram(
            shape, activations(trace, t, 0), theme, left=STAGE.left + 0.15, right=-2.4, bottom=FLOOR, top=2.1, keep=keep
        ).connect({l: trace.reading(f"W{l}", t) for l in range(1, trace.L + 1)})
        for edges in self.network.edges.values():
            edges.set_level(RESTING)
        low, high = extent(self.C)
        room = HEADROOM * (high - low) or 0.1 * abs(high) or 0.1
        self.frame = PlotFrame(extent(self.w), (low - room, high + room), WIDTH, HEIGHT, theme)
        self.frame.shift((LEFT_END, BOTTOM, 0))

    @beat("D9")
    def the_curve(self) -> None:
        """Turn one [{kind}](focus) alone, and measure the [cost](cost) of {examples} at each value."""
        theme = self.theme
        moment = Words(str(self.facts(self.trace)["moment"]), theme, size="small", role="dim")
        self.enter(self.network.light_all(), moment.move_to((self.network.get_x(), FLOOR - 0.2, 0)))
        mark = self.mark()
        self.move(FadeIn(mark), still=False)
        across = Formula(self.name(), theme, role="focus", size="small")
        across.next_to(self.frame.point(sum(self.frame.xs) / 2, self.frame.ys[0]), DOWN, buff=0.12)
        up = Formula("C", theme, role="cost", size="small").next_to(
            self.frame.point(self.frame.xs[0], self.frame.ys[1]), RIGHT, buff=0.15
        )
        self.numbers = self.frame.ends(self.w, self.C, theme, ("+.0f", spec_of_ends(self.C)))
        self.move(FadeIn(self.frame, across, up, self.numbers), time="fade", still=False)
        self.move(Create(Curve(self.w, self.C, self.frame, theme, "cost")), time="slow")

    @beat
    def the_slope(self) -> None:
        """Start somewhere and look at the slope of the curve. {down}"""
        self.walks = [self.walker(start) for start in range(len(self.trace["line/starts"]))]
        walk = self.walks[0]
        self.label = self.slope_label(walk)
        self.move(FadeIn(walk.dot, scale=2), still=False)
        self.move(Create(walk.tangent), FadeIn(self.label, walk.slope))

    @beat
    def steps_down(self) -> None:
        """{steps}"""
        theme, walk = self.theme, self.walks[0]
        eta = self.trace.reading("line/eta")
        numbers = {"eta": (eta, spec_of_digits([eta], 2))}
        rule = Formula('"step" = - eta times "slope", quad eta = <eta>', theme, numbers=numbers, size="small")
        rule.shift((STAGE.right - rule.get_right()[0], 0, 0)).stand_on(NUMBERS)
        self.move(FadeIn(rule), time="fade", still=False)
        self.add(walk)
        for i in range(1, SLOWLY + 1):
            self.move(walk.walk(i), time="fade", still=False)
            self.wait(theme.time.still / 2)
        self.play(walk.walk(walk.last), run_time=2 * theme.time.slow)

    @beat
    def another_start(self) -> None:
        """{others}"""
        theme = self.theme
        for walk, before in zip(self.walks[1:], self.walks, strict=False):
            self.move(before.rest(), FadeIn(walk.dot, walk.tangent, walk.slope), time="fade", still=False)
            self.add(walk)
            self.play(walk.walk(walk.last), run_time=theme.time.move)

    def walker(self, start: int) -> Downhill:
        """Return the walk from one of the starts; its slope stands over the plot."""
        walk, places, slopes = (self.trace.reading(f"line/{name}", start) for name in ("walk", "walk_C", "slope"))
        spec = spec_of_digits([self.trace.reading("line/slope")])
        walker = Downhill(walk, places, slopes, self.frame, self.theme, spec=f"+{spec}")
        walker.slope.shift((LEFT_END + 2.6 - walker.slope.get_right()[0], 0, 0)).stand_on(NUMBERS)
        return walker

    def slope_label(self, walk: Downhill) -> Formula:
        """Return what stands before the slope."""
        label = Formula(f'"slope" (partial C) / (partial {self.name()}) =', self.theme, role="cost", size="small")
        label.shift((walk.slope.get_left()[0] - 0.15 - label.get_right()[0], 0, 0)).stand_on(NUMBERS)
        return label

    def name(self) -> str:
        """Return the parameter's symbol, as Typst mathematics."""
        return name_of_parameter(self.kind, self.l, self.j, self.k)

    def mark(self) -> VMobject:
        """Return what points at the parameter in the network: its edge, or the neuron that has it as a bias."""
        if self.kind:
            return ring(self.network, self.l, self.j).set_color(self.theme.of("focus"))
        return link(self.network, self.l, self.j, self.k)
