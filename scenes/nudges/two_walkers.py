"""The careful walker and the hasty one: one landscape, one clock, and what each of them asks (N14)."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, BackgroundRectangle, Create, DashedLine, Group, Rectangle, VGroup

from netsim import Reading, Trace
from netsim.figures.nudges.walks import (
    careful_steps,
    end_in_batches,
    gap_in_time,
    good_as_trained,
    hasty_steps,
    truth_of_the_map,
    way_in_batches,
    worst_of_the_map,
)
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap, lag, stroke
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.plots.log_frame import LogFrame
from scenes.mobjects.replay import Replay, ever_faster
from scenes.mobjects.terrain.landscape import ContourMap, Ground
from scenes.mobjects.type.number import Readout, fine_spec
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.nudges.beside.walked import Walked
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

ROLES = {"full": "ink", "mini": "focus"}
MAP, COURSE = 6, 7  # shares of the width: the landscape, and the costs
PLOT, ROWS = 13, 7  # shares of the height of the latter: the plot, and what each walker took
NAMES, COLUMN = 5, 4  # shares of its width
TOOK = ("asked", "seconds", "cost")  # its lines
SHARES = 2  # what the number beside a bar has of the width
RACE, DRAWN = 3, 2  # slow moves: each part of the race, the contours as they are drawn
THICK = 0.24  # of a bar


class TwoWalkers(TraceScene):
    """Two walks downhill from one start by one clock, on a map and in a plot of their true costs."""

    chapter = "nudges"
    needs = ("paths",)
    asks = ("batches",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        walk, row = worst_of_the_map(trace)
        return {
            **super().facts(trace),
            "whole": trace.reading("paths/examples"),
            "batch": trace.reading("paths/batch"),
            "steps": hasty_steps(trace),
            "careful": careful_steps(trace),
            "asked": _last(trace, "paths/mini_examples"),
            "asked_by_the_careful": _last(trace, "paths/full_examples"),
            "low": _last(trace, "paths/mini_C"),
            "way": way_in_batches(trace),
            "end": end_in_batches(trace),
            "time": gap_in_time(trace),
            "map": truth_of_the_map(trace),
            "on_the_map": trace.reading(f"paths/{walk}_plane_C", row),
            "in_truth": trace.reading(f"paths/{walk}_C", row),
            **(_right(trace) if "paths/unseen" in trace else {}),
        }

    def setup(self) -> None:
        trace, theme = self.trace, self.theme
        self.land, course = self.stage.picture.columns(MAP, COURSE, gap=2 * gap.large)
        plot, self.below = course.rows(PLOT, course.type * ROWS)
        self.room = plot.inset(left=2 * gap.large, right=gap.large, bottom=2 * gap.large)
        u, v, C = (trace.reading(f"paths/{name}") for name in ("u", "v", "C"))
        ground = Ground(u, v, self.land.left, self.land.bottom, self.land.right, self.land.top)
        self.contours = ContourMap(trace.reading("paths/levels"), C, ground, theme)
        self.border = Rectangle(width=ground.width, height=ground.height, color=theme.of("faint"))
        self.border.set_stroke(width=stroke.thin).move_to(self.land.center)
        most = max(float(trace[f"paths/{name}_examples"][-1]) for name in ROLES)
        highest = max(float(trace[f"paths/{name}_C"].max()) for name in ROLES)
        self.frame = LogFrame(
            float(trace["paths/batch"]), most, (0.0, highest), self.room.width, self.room.height, theme
        )
        self.frame.shift((self.room.left, self.room.bottom, 0))
        spec = fine_spec([_last(trace, f"paths/{name}_seconds") for name in ROLES], sign="")
        self.names, *columns = [zone.rows(*[1] * (len(TOOK) + 1)) for zone in self.below.columns(NAMES, COLUMN, COLUMN)]
        self.heads = {
            name: column[0].put(Spoken(self.phrase(name), theme, size="small", role=role), RIGHT)
            for (name, role), column in zip(ROLES.items(), columns, strict=True)
        }
        self.walks = {
            name: Walked(trace, name, ground, self.frame, column[1:], spec, theme, role)
            for (name, role), column in zip(ROLES.items(), columns, strict=True)
        }

    @beat("N14")
    def the_landscape(self) -> None:
        """Draw the lines of equal cost on their plane, and beside it the plot in which the true costs will stand."""
        theme, levels = self.theme, self.trace.reading("paths/levels")
        said = self.phrase("contours", lowest=levels[0], highest=levels[len(levels) - 1])
        self.note = self.stage.stand(Spoken(said, theme, size="small", role="dim"), self.stage.note, LEFT)
        arrives = FadeIn(self.note, self.border, run_time=theme.time.fade)
        self.play(arrives, Create(self.contours, lag_ratio=lag.apart, run_time=DRAWN * theme.time.slow))
        dots = [walk.dot for walk in self.walks.values()]
        start = Words(self.phrase("start"), theme, size="small").next_to(dots[0], LEFT, gap.small)
        self.land.inset(gap.hair).hold(start)
        ground = BackgroundRectangle(start, color=theme.of("background"), fill_opacity=1, buff=gap.hair)
        plot = self.frame, self.axes(), *[walk.tracer for walk in self.walks.values()]
        self.enter(ground, start, *dots, *plot)

    @beat
    def the_race(self) -> None:
        """Let both go by one clock, that of examples asked, until the careful one has made its first step."""
        names = [
            zone.put(Spoken(self.phrase(of), self.theme, size="small", role="dim"), LEFT)
            for zone, of in zip(self.names[1:], TOOK, strict=True)
        ]
        self.table = [
            *names,
            *self.heads.values(),
            *[number for walk in self.walks.values() for number in walk.numbers],
        ]
        self.enter(*self.table)
        self.go(int(self.trace["paths/batch"]), int(self.trace["paths/examples"]))

    @beat
    def the_careful_walker(self) -> None:
        """Say how far the map errs; let the careful one go on until it is as low, and draw how low that is."""
        errs = Spoken(self.phrase("errs"), self.theme, role="dim", size="small")
        gone, self.note = FadeOut(self.note), self.stage.stand(errs, self.stage.note, LEFT)
        self.move(gone, FadeIn(self.note), time="fade", still=False)
        self.go(int(self.trace["paths/examples"]), int(self.trace["paths/full_examples"][-1]))
        low = self.walks["mini"].end
        left = self.frame.point(0.0, float(low))
        line = DashedLine(left, left + self.room.width * RIGHT, stroke_width=1.5, color=self.theme.of("cost"))
        number = Readout(low, self.theme, spec=".2f", role="cost").next_to(left, LEFT, gap.small)
        apart = float(number.get_top()[1]) < float(self.first.get_bottom()[1])
        self.move(Create(line), *[FadeIn(number)] * apart, still=False)

    @beat(asks=("classes", "unseen", "updates"))
    def how_good(self) -> None:
        """Hold how many unseen examples start, ends and the whole training get right."""
        theme, trace = self.theme, self.trace
        right = {name: trace.reading(f"paths/{name}_right") for name in ("start", *ROLES)}
        right["trained"] = _last(trace, "accuracy")
        _, bars, numbers = self.below.columns(NAMES, 2 * COLUMN - SHARES, SHARES)
        scale = Scale.fit(right.values(), bars.width)
        head, *rows = self.below.rows(*[1] * (len(right) + 1))
        head.put(title := Spoken(self.phrase("right"), theme, role="dim", size="small"), LEFT)
        self.move(FadeOut(Group(*self.table)), FadeIn(title), time="fade", still=False)
        for (name, share), row in zip(right.items(), rows, strict=True):
            role = ROLES.get(name, "dim")
            label = row.put(Spoken(self.phrase(f"of_{name}"), theme, size="small", role=role), LEFT)
            number = Spoken(self.phrase("share", share=share), theme, size="small", role=role)
            numbers.put(number, RIGHT).set_y(row.y)
            bar = Bar(share, scale, theme, np.array([bars.left, row.y, 0.0]), THICK, role)
            self.move(FadeIn(label, number), bar.grow(), still=False)

    def go(self, first: int, last: int) -> None:
        """Let both walk while the examples that each of them has asked become so many, ever faster."""
        parts = [part for walk in self.walks.values() for part in (walk.way, walk.dot, walk.tracer, *walk.numbers)]

        def show(count: int) -> None:
            for walk in self.walks.values():
                walk.set_count(count)

        self.play(Replay(*parts, rows=ever_faster(first, last), show=show), run_time=RACE * self.theme.time.slow)

    def axes(self) -> VGroup:
        """Return what is written at the axes: the numbers of examples that tell, and the cost at the start."""
        theme, frame, trace = self.theme, self.frame, self.trace
        start, ticks = trace.reading("paths/mini_C", 0), VGroup()
        corner = Words("0", theme, size="small", role="dim").next_to(frame.point(0.0, 0.0), DOWN, gap.small)
        for count in (
            trace.reading("paths/batch"),
            *[_last(trace, f"paths/{name}_examples") for name in ("mini", "full")],
        ):
            tick = Readout(count, theme, spec=",.0f", role="dim")
            self.stage.hold(tick.next_to(frame.point(float(count), 0.0), DOWN, gap.small))
            if not ticks or tick.get_left()[0] > ticks.get_right()[0] + gap.small:
                ticks.add(tick)
        across = Words(self.phrase("examples"), theme, size="small", role="dim")
        across.next_to(corner, DOWN, gap.small).set_x(self.room.x)
        upward = Spoken(self.phrase("cost"), theme, size="small", role="dim")
        upward.next_to(frame.point(0.0, frame.ys[1]), UP, gap.medium, aligned_edge=LEFT)
        self.first = Readout(start, theme, spec=".2f", role="cost")
        self.first.next_to(frame.point(0.0, float(start)), LEFT, gap.small)
        return VGroup(corner, ticks, across, upward, self.first)


def _right(trace: Trace) -> dict[str, Fact]:
    """Return what is said of how many unseen examples start, end and the whole training get right."""
    return {
        "good": good_as_trained(trace),
        "unseen": trace.reading("paths/unseen"),
        **{f"{name}_right": trace.reading(f"paths/{name}_right") for name in ("start", "mini")},
        "trained_right": _last(trace, "accuracy"),
    }


def _last(trace: Trace, key: str) -> Reading:
    """Return where a course has come to at its end."""
    course = trace.reading(key)
    return course[len(course) - 1]
