"""Shuffle, deal, step: how far the gradient of a few examples is from that of all, and how that changes (N13)."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, Group, VGroup

from netsim import Trace
from netsim.figures.descent.run import asked_by_a_step
from netsim.figures.nudges.batches import (
    angles_in_degrees,
    batches_drawn,
    by_angle,
    course_of_angles,
    first_batches,
    flat_batches,
    gradient_of_a_batch,
    more_examples,
    uphill_at_last,
)
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.plots.plot import PlotDot, PlotFrame
from scenes.mobjects.plots.tracer import Trail
from scenes.mobjects.replay import Replay, evenly
from scenes.mobjects.terrain.fan import Fan, Pointer, placed
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.nudges.beside.deal import Deal
from scenes.parts.nudges.hero.standing import network_stands
from scenes.parts.selection import example_grid
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.stage.viewpoint import zone_of
from scenes.words.numbers import Fact

TILES = 2000  # examples that are drawn at most
CARDS = 10  # examples of a mini-batch that are seen
TABLE, FAN = 5, 6  # shares of the width
CARD = 1 / 6  # of the height, an example of the first mini-batch
LEAST = 30.0  # degrees to which a fan is drawn
FEW = 6  # moments that are each looked at for longer


class MiniBatches(TraceScene):
    """All examples shuffled and dealt into mini-batches; their gradients as a fan that opens as the network learns."""

    chapter = "nudges"
    needs = ("batches", "gradient")
    asks = ("batches",)
    opens_with = network_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        angles, order = trace.reading("batches/angle"), by_angle(trace)
        middle, updates = trace.reading("batches/middle"), trace.reading("batches/updates")
        ends = {"nearest": angles[order[0]], "farthest": angles[order[-1]]} if order else {}
        return {
            **super().facts(trace),
            "asked": asked_by_a_step(trace),
            "examples": trace.reading("gradient/examples"),
            **{name: trace.reading(f"batches/{name}") for name in ("size", "count")},
            "gradient": gradient_of_a_batch(trace),
            "firsts": first_batches(trace),
            "zeros": flat_batches(trace),
            "angles": angles_in_degrees(trace),
            **ends,
            "course": course_of_angles(trace),
            "uphill": uphill_at_last(trace),
            "middle_first": middle[0],
            "middle_last": middle[len(middle) - 1],
            "updates": updates[len(updates) - 1],
            "more": more_examples(trace),
        }

    def setup(self) -> None:
        trace, theme = self.trace, self.theme
        self.drawn, size = batches_drawn(trace, TILES), int(trace["batches/size"])
        self.table, self.beside = self.stage.picture.columns(TABLE, FAN, gap=gap.large)
        examples = min(int(float(self.drawn)) * size, int(trace["gradient/examples"]))
        told = min(len(trace["batches/angle"]), int(float(self.drawn)))
        self.cards, piles = self.table.rows(CARD, 1 - CARD, gap=gap.medium)
        start = zone_of(self.stands.network.layers[0])
        self.deal = Deal(examples, size, told, start, self.stage.picture, (self.stage.picture, piles), theme)
        self.all = Spoken(self.phrase("all"), theme, size="small", role="cost")
        self.spread("batches/angle", "batches/angle_of_size")

    @beat("N13")
    def shuffle_and_deal(self) -> None:
        """Let a tile for each example come from where the input stands, shuffle them, and deal out mini-batches."""
        note = Spoken(self.phrase("dealt", drawn=self.drawn), self.theme, size="small", role="dim")
        self.note = self.stage.stand(note, self.stage.note, LEFT)
        self.move(FadeOut(self.stands), FadeIn(self.deal), time="fade", still=False)
        self.move(*self.deal.pack(), FadeIn(self.note), still=False)
        self.move(*self.deal.mix(), still=False)
        self.play(*self.deal.deal(), run_time=2 * self.theme.time.move)

    @beat
    def one_step_each(self) -> None:
        """Draw the gradient of all examples as an arrow, and those of the first mini-batches at their angles to it."""
        theme = self.theme
        first, *others = self.deal.first[:-1]
        how = Words(self.phrase("how_drawn"), theme, size="small", role="dim")
        arrives = FadeIn(self.all, self.stage.stand(how, self.stage.note, RIGHT))
        self.move(*self.deal.gather(), self.whole.grow(), arrives, still=False)
        self.heard = self.first_batch()
        steps = [
            [tiles.animate.set_color(theme.of("focus")), *[pointer.grow()] * (pointer in self.fan.submobjects)]
            for pointer, tiles in zip(self.fan.pointers, [first, *others], strict=False)
        ]
        self.move(FadeIn(self.heard), *steps[0], still=False)
        for step in steps[1:]:
            self.play(*step, run_time=theme.time.fade / 2)

    @beat
    def how_many(self) -> None:
        """Let the fan go, and ask more and more examples: ten times as many from arrow to arrow."""
        theme, sizes = self.theme, self.trace.reading("batches/sizes")
        heads = [Words(self.phrase(name), theme, size="small", role="dim") for name in ("size", "away")]
        rows = self.table.rows(*[1] * (len(sizes) + 1))
        lefts, rights = zip(*[row.columns(1, 1) for row in rows], strict=True)
        for head, zone in zip(heads, (lefts[0], rights[0]), strict=True):
            zone.put(head, RIGHT)
        gone = FadeOut(Group(self.deal, self.note, self.heard, *self.fan.submobjects))
        first = Spoken(self.phrase("first"), theme, size="small", role="dim")
        self.stage.stand(first, self.stage.note, LEFT)
        self.move(gone, FadeIn(*heads, first), time="fade", still=False)
        self.sizes = Group(*heads, first)
        for i, size in enumerate(sizes):
            role = "focus" if int(float(size)) == int(self.trace["batches/size"]) else "ink"
            count = lefts[i + 1].put(Readout(size, theme, spec=",.0f", role=role), RIGHT)
            turn = rights[i + 1].put(self.angle_of(i, role), RIGHT)
            arrow = Pointer(self.trace.reading("batches/angle_of_size", i), self.origin, self.reach, theme, role=role)
            self.sizes.add(count, turn, arrow)
            self.move(FadeIn(count, turn), arrow.grow(), time="fade", still=False)

    @beat
    def the_fan_opens(self) -> None:
        """Let the training pass, and the same mini-batches point where they then point."""
        trace, theme = self.trace, self.theme
        self.leave(self.sizes, self.whole, self.all)
        self.spread("batches/angle_at")
        self.draw_plot()
        self.updates = trace.reading("batches/updates")
        self.now = Readout(self.updates[0], theme, spec=",.0f", size="body")
        said = Words(self.phrase("updates"), theme, size="small", role="dim")
        said = self.beside.stand(said, self.stage.head, RIGHT)
        self.now.next_to(said, LEFT, gap.small).stand_on(self.stage.head)
        plotted = self.table.stand(
            Words(self.phrase("plotted"), theme, role="dim", size="small"), self.stage.head, LEFT
        )
        self.enter(self.plot, self.ticks, plotted, self.now, said, self.fan, self.whole, self.all)
        rows = evenly(0, len(self.updates) - 1)
        each = theme.time.move if len(rows) < FEW else theme.time.fade
        pictures = [self.dots, self.trail, self.fan, self.now]
        self.play(Replay(*pictures, rows=rows, show=self.at_moment), run_time=max(theme.time.slow, each * len(rows)))

    def spread(self, *angles: str) -> None:
        """Make the fan as large as the room lets it be that holds some of the angles, in its first row."""
        trace, theme = self.trace, self.theme
        widest = max(LEAST, *[float(np.max(trace[key])) for key in angles])
        room = self.beside.inset(right=self.all.width + gap.medium)
        self.origin, self.reach = placed(widest, **room.sides)
        course, lengths = (trace.reading(f"batches/{name}_at") for name in ("angle", "length"))
        self.fan = Fan(course, lengths, self.origin, self.reach, theme)
        last = len(trace["batches/sizes"]) - 1
        self.whole = Pointer(trace.reading("batches/angle_of_size", last), self.origin, self.reach, theme, role="cost")
        self.all.next_to(self.whole, RIGHT, gap.small)

    def at_moment(self, row: int) -> None:
        """Show where the mini-batches point at a recorded moment."""
        self.fan.set_row(row)
        self.trail.set_row(row)
        self.now.set_reading(self.updates[row])
        self.dots.submobjects = [dot for dots in self.columns[: row + 1] for dot in dots]

    def draw_plot(self) -> None:
        """Make the plot of the angles over the recorded moments, with nothing in it yet."""
        trace, theme = self.trace, self.theme
        at, angles, lengths = (trace.reading(f"batches/{name}") for name in ("at", "angle_at", "length_at"))
        updates, last = trace.reading("batches/updates"), float(at[len(at) - 1])
        highest = 180.0 if float(np.max(angles.value)) > 90 else 90.0
        room = self.table.inset(left=3 * gap.large, bottom=gap.large)
        self.plot = PlotFrame((0.0, last or 1.0), (0.0, highest), room.width, room.height, theme)
        self.plot.shift((room.left, room.bottom, 0))
        self.columns = [
            [
                PlotDot(angle, self.plot.point(float(place), float(angle)), self.plot, theme, "ink", radius=gap.hair)
                for angle, length in zip(angles[row], lengths[row], strict=True)
                if float(length)
            ]
            for row, place in enumerate(at)
        ]
        self.dots = VGroup()
        self.trail = Trail(at, trace.reading("batches/middle"), 0, self.plot, theme, "focus")
        self.ticks = VGroup()
        for degrees in ("0°", "90°", "180°")[: 2 if highest == 90 else 3]:
            height = self.plot.point(0.0, float(degrees.rstrip("°")))
            self.ticks.add(Words(degrees, theme, size="small", role="dim").next_to(height, LEFT, gap.small))
        right = float("-inf")
        for place, made in zip(at, updates, strict=True):
            number = Readout(made, theme, spec=",.0f", role="dim")
            number.next_to(self.plot.point(float(place), 0.0), DOWN, gap.small)
            if float(number.get_left()[0]) > right + gap.small:
                self.ticks.add(number)
                right = float(number.get_right()[0])

    def first_batch(self) -> Group:
        """Return the examples of the first mini-batch, as many as there is room for."""
        examples = self.trace.reading("batches/x")
        shape, span = example_grid(self.trace, examples)
        many = min(int(self.trace["batches/size"]), CARDS, len(examples))
        cells = self.cards.columns(*[1] * max(many, CARDS // 2))
        return Group(
            *[
                cell.fit(InputImage(examples[i], shape, self.theme, cell.height, span).scale(0.9))
                for i, cell in zip(range(many), cells, strict=False)
            ]
        )

    def angle_of(self, i: int, role: str) -> Formula | Words:
        """Return the angle of the gradient of the first so many examples; a gradient of zeros points nowhere."""
        angle, length = (self.trace.reading(f"batches/{name}_of_size", i) for name in ("angle", "length"))
        if not float(length):
            return Words(self.phrase("none"), self.theme, role=role, size="small")
        return Formula("<angle> degree", self.theme, numbers={"angle": (angle, ".1f")}, role=role, size="small")
