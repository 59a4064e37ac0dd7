"""Why neurons change without jumps: the cost along the one dial, as it is and with neurons that switch (D13)."""

from __future__ import annotations

import numpy as np
from manim import Create

from netsim import Trace
from netsim.figures.descent.terrain import level_stretches, part_with_treads, valleys
from netsim.figures.outcomes import judged_by
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap
from scenes.mobjects.plots.plot import Curve, PlotDot
from scenes.mobjects.plots.tracer import Tracer
from scenes.mobjects.replay import Replay, by_way_of
from scenes.mobjects.type.typeset import Words
from scenes.parts.course import Course
from scenes.parts.descent.cost.cost_curve import CostCurve
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.descent.hero.standing import network_stands, trained_stands
from scenes.parts.descent.hero.turning import Turning
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone
from scenes.words.numbers import Fact

TURN = 2  # slow moves from end to end
FINE = 1  # width of the stairs' line: their steps are small
DOT, BALL = (
    gap.hair,
    gap.hair / 3,
)  # radii: what draws the stairs, what stands on a tread
NEAR = 8  # how many times as large as at first the stairs are seen at most


class Smoothness(TraceScene):
    """The dial is turned once with the lesson's neurons and once with switches, on the same axes."""

    chapter = "descent"
    needs = ("line", "stairs", "course")
    opens_with = network_stands
    closes_with = trained_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "judged": judged_by(trace),
            "valleys": valleys(trace),
            "levels": trace.reading("stairs/levels"),
        }

    def setup(self) -> None:
        trace = self.trace
        self.hero: Learner = self.stands
        self.w, self.C = trace.reading("stairs/w"), trace.reading("stairs/C")
        highest = self.C[int(np.argmax(self.C.value))]
        self.curve = CostCurve(trace, self.theme, self.words, self.hero.beside, highest)

    @beat("D13")
    def without_jumps(self) -> None:
        """Go on to the trained network, and turn the dial: the cost is drawn on axes that have room for more."""
        hero, time = self.hero, self.theme.time
        self.course = course = Course(hero)
        self.spans = {neuron: neuron.span for neuron in hero.lit()}
        dial = hero.with_dial().dial
        hero.remove(dial)
        self.turning = Turning(hero)
        self.play(Replay(*course.pictures, rows=range(course.rows), show=course.set_row, run_time=time.move))
        hero.add(dial)
        self.move(FadeIn(dial, self.curve), time="fade", still=False)

        def show(row: int) -> None:
            self.turning.set_row(row)
            self.curve.set_row(row)

        rows = by_way_of(self.turning.rest, 0, self.turning.last)
        self.play(Replay(*self.turning.pictures, self.curve, rows=rows, show=show, run_time=TURN * time.slow))

    @beat
    def switches(self) -> None:
        """Let every neuron be on or off, and turn the dial back: the cost jumps, or stays where it is."""
        switched = Turning(self.hero, exhibit="stairs")
        switched.set_row(switched.last)
        self.stairs = Tracer(self.w, self.C, switched.last, self.curve.frame, self.theme, "ink", DOT, stairs=True)
        self.stairs.trail.set_stroke(width=FINE)
        zone = self.hero.beside
        note = Words(self.phrase("switched"), self.theme, size="small")
        self.note = zone.stand(note.scale(min(1, zone.width / float(note.width))), self.stage.note)
        dot = (self.curve.tracer.dot, self.curve.drop, self.curve.number)
        self.move(FadeOut(*dot), FadeIn(self.stairs, self.note), time="fade", still=False)

        def show(row: int) -> None:
            switched.set_row(row)
            self.stairs.set_row(row)

        rows, time = by_way_of(switched.last, 0), TURN * self.theme.time.slow
        self.play(Replay(*switched.pictures, self.stairs, rows=rows, show=show, run_time=time))

    @beat
    def no_way(self) -> None:
        """Go near to a part of the stairs, if there are any, trace the treads, and set a ball on one: it stays."""
        part, stairs = part_with_treads(self.trace), float(self.known["levels"]) > 1
        seen = range(part.start - 2 * len(part), part.stop + 2 * len(part)) if stairs else range(len(self.w))
        found = [range(max(some.start, seen.start), min(some.stop, seen.stop)) for some in level_stretches(self.trace)]
        treads = [some for some in found if len(some) > 1]
        drawn = [Curve(self.w.take(some), self.C.take(some), self.curve.frame, self.theme, "focus") for some in treads]
        if stairs:
            nearer, gone = self.viewpoint.on(self.around(part), NEAR), (self.curve.labels, self.note, self.stairs.dot)
            self.move(nearer, FadeOut(*gone), time="slow", still=False)
        self.move(*[Create(tread.set_stroke(width=FINE)) for tread in drawn], still=False)
        longest = max(treads or [part], key=lambda some: len(some) if not stairs or some[len(some) // 2] in part else 0)
        at = longest[len(longest) // 2]
        place = self.curve.frame.point(float(self.w[at]), float(self.C[at]))
        ball = PlotDot(self.C[at], place, self.curve.frame, self.theme, "ink", BALL if stairs else DOT)
        self.move(FadeIn(ball), still=False)
        self.added = [*drawn, ball, *([] if stairs else [self.curve.labels, self.note, self.stairs.dot])]

    def hand_over(self) -> None:
        """Step back, and let the trained network stand as it is."""
        hero = self.hero
        for neuron, span in self.spans.items():
            neuron.set_span(span)
        shown = {l: self.trace.reading(f"course/a{l}", self.course.rows - 1) for l in range(1, self.trace.L + 1)}
        lights = [light for l, layer in shown.items() for light in hero.column(l).light(layer)]
        dial = hero.dial
        hero.remove(dial)
        gone = FadeOut(dial, self.curve.frame, self.curve.tracer.trail, self.stairs.trail, *self.added)
        self.move(self.viewpoint.back(), gone, *lights, still=False)

    def around(self, part: range) -> Zone:
        """Return the zone that a part of the stairs fills."""
        points = [self.curve.frame.point(float(self.w[i]), float(self.C[i])) for i in part]
        (left, bottom, _), (right, top, _) = np.min(points, axis=0), np.max(points, axis=0)
        return Zone(left, right, bottom, top).inset(-gap.small)
