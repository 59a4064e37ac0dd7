"""One weight is turned, and each setting is a thread; a nudge is a ribbon, and a pulse goes back along it (K4, K5)."""

from __future__ import annotations

import numpy as np
from manim import Animation, Create, LaggedStart, Mobject, Transform

from netsim import Trace
from netsim.figures.calculus.chain import answers_to_activation, smaller_by
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import lag
from scenes.mobjects.replay import Replay, by_way_of
from scenes.mobjects.type.formula import fly
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.calculus.derivatives.factors import Factors
from scenes.parts.calculus.derivatives.products import Products, change_label
from scenes.parts.calculus.link.far import Far
from scenes.parts.calculus.link.row import LinkRow
from scenes.parts.calculus.link.standing import link_stands, threads_stand
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

TURN, OUT = 3, 3  # slow moves of the weight: near by there and back; far to both sides
PULSE = 3 / 4  # of a slow move: from line to line
SMALL, TINY = 0.01, 3  # a nudge that is measured; so many positions


class SmallNudge(TraceScene):
    """The weight is dragged through its settings, near and far; a nudge is followed forward, a pulse backward."""

    chapter = "calculus"
    needs = ("chain", "threads", "links")
    opens_with = link_stands
    closes_with = threads_stand

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        small = int(np.argmin(np.abs(trace["chain/epsilon"] - SMALL)))
        return super().facts(trace) | {
            "nudge": trace.reading("threads/nudge", 4),
            "smaller": smaller_by(trace),
            "answer": answers_to_activation(trace),
            "epsilon": trace.reading("chain/epsilon", small),
            "predicted": trace.reading("chain/dC_dw"),
            "measured": trace.reading("chain/measured_dC_dw", small),
        }

    def setup(self) -> None:
        self.row: LinkRow = self.stands
        self.turned, self.weight = self.row.turned, self.row.lines[self.row.names[0]]
        self.left: list[Mobject] = []

    @beat("K4")
    def the_threads(self) -> None:
        """Drag the weight down, up and back; a thread stays wherever it has been."""
        row, rest = self.row, self.turned.rest
        row.many = row.threads().show_between(rest, rest)
        row.under.add(row.many)
        rows = by_way_of(rest, 0, row.turned.last, rest)
        seen = [rest, rest]

        def show(at: int) -> None:
            seen[:] = min(seen[0], at), max(seen[1], at)
            row.many.show_between(*seen)
            row.set_row(at)

        self.move(self.weight.take(), time="fade", still=False)
        self.play(Replay(row.many, *row.pictures, rows=rows, show=show, run_time=TURN * self.theme.time.slow))
        self.move(self.weight.let_go(), time="fade", still=False)

    @beat
    def crowding_and_crossing(self) -> None:
        """Mark where threads crowd, and where they cross."""
        outlines = [self.row.many.outline(i, self.theme) for i in range(len(self.row.names) - 1)]
        first, *others = outlines
        self.row.under.add(first)  # no number is struck through
        self.move(Create(first))
        for other in others:
            self.move(Transform(first, other))
        self.outline = first

    @beat
    def the_nudge(self) -> None:
        """Nudge the weight: the ribbon grows, and under each line stands by how much it changed."""
        row, rest = self.row, self.turned.rest
        self.move(FadeOut(self.outline), time="fade", still=False)
        row.under.remove(self.outline)
        row.band = row.ribbon()
        row.band.set_rows((rest, rest))
        row.under.add(row.band)
        self.widen(rest, self.turned.nudged, time="slow")
        self.labels = [change_label(row, name) for name in row.names]
        self.move(LaggedStart(*map(FadeIn, self.labels), lag_ratio=lag.apart))

    @beat
    def far(self) -> None:
        """Drag the weight far to both sides, on a longer scale, with a nudge at every place, and home again."""
        self.move(FadeOut(*self.labels, self.row.band), self.weight.take(), time="fade", still=False)
        self.row.under.remove(self.row.band)
        far, time = Far(self.row), self.theme.time
        note = Spoken(self.phrase("drawn_smaller"), self.theme, size="small", role="dim")
        self.note = self.row.places.put_number(0, note)
        self.play(far.zoom(), FadeIn(self.note), run_time=time.move)
        far.begin()
        self.play(far.widen(), run_time=time.fade)
        self.play(far.drag(far.rest, far.last, 0), run_time=OUT * time.slow)
        self.play(far.go_home(), run_time=time.move)
        self.move(self.weight.let_go(), time="fade", still=False)
        self.far_away = far

    @beat("K5")
    def the_ratios(self) -> None:
        """Come back to the near scale; divide neighbouring changes, cancel, and let the nudge get small."""
        row, rest, far = self.row, self.turned.rest, self.far_away
        self.move(FadeOut(far.threads, far.ribbon, self.note), time="fade", still=False)
        far.end()
        self.play(far.zoom(back=True), run_time=self.theme.time.move)
        row.band.set_rows((rest, rest))
        row.under.add(row.band)
        self.widen(rest, self.turned.nudged, time="fade")
        said = self.words.say("measured", self.facts(self.trace), "nudge")
        factors, products = Factors(row, self.turned.nudged), Products(row, self.turned.nudged, said)
        parts = [
            fly(ratio[part], row.band.bars[i + by])
            for i, ratio in enumerate(factors.ratios)
            for part, by in (("below", 0), ("above", 1))
        ]
        bare = [FadeIn(ratio.rest("below", "above")) for ratio in factors.ratios]
        self.move(*parts, *bare, FadeIn(*factors.signs, *factors.numbers))
        self.move(*factors.cancel(), still=False)
        measured = products.ratio
        flown = [fly(measured[part], factors.ratios[i][part]) for part, i in (("above", -1), ("below", 0))]
        self.move(*flown, FadeIn(measured.rest("above", "below"), products.measured))

        def show(at: int) -> None:
            row.band.set_rows((rest, at))
            factors.set_row(at)
            products.set_row(at)

        pictures = (row.band, *factors.numbers, products.measured)
        rows = range(self.turned.nudged, rest + TINY - 1, -1)
        self.play(Replay(*pictures, rows=rows, show=show, run_time=self.theme.time.slow))
        factors.set_row(rest)
        chain, names = products.rule, ("dz_dw", "da_dz", "dC_da")
        flown = [fly(chain[name], derivative) for name, derivative in zip(names, factors.derivatives, strict=True)]
        come = FadeIn(*factors.derivatives, chain.rest(*names), products.said)
        self.move(FadeOut(*factors.ratios), come, *flown, still=False)
        self.factors, self.products = factors, products

    @beat
    def the_pulse(self) -> None:
        """Let a pulse start at the cost, be multiplied at every gap, and leave at each line what it has become."""
        row, products, slow = self.row, self.products, self.theme.time.slow
        self.widen(self.turned.rest + TINY, self.turned.nudged, FadeOut(products.rule), time="fade")
        pulse = products.pulse()
        last = len(row.names) - 2
        self.move(pulse.bar.grow(), *self.factors.light(last), still=False)
        self.step()
        for i in range(last, -1, -1):
            way = row.thread.gap(i)[::-1]
            lit = self.factors.light(i) if i < last else []
            self.play(pulse.travel(way, products.amounts[i]), *lit, run_time=PULSE * slow)
            left = pulse.left()
            self.left.append(left)
            row.under.add(left)
            self.move(fly(products.numbers[i], left), *products.coming(i), time="fade", still=False)
        self.remove(pulse.bar)
        multiplied, parts = products.multiplied, ("dz_dw", "da_dz", "dC_da")
        flown = [fly(multiplied[part], number) for part, number in zip(parts, self.factors.numbers, strict=True)]
        self.move(*flown, FadeIn(multiplied.rest(*parts, "dC_dw")), fly(multiplied["dC_dw"], products.numbers[0]))

    def hand_over(self) -> None:
        """Let all go that was said of the gaps."""
        self.move(
            *[FadeOut(part) for part in (*self.left, *self.staged()) if part is not self.row], time="fade", still=False
        )
        self.row.under.remove(*self.left)

    def widen(self, start: int, end: int, *more: Animation, time: str) -> None:
        """Let the nudge become a larger one: the ribbon, with all that lies between, as it was recorded."""
        row, rest = self.row, self.turned.rest

        def show(at: int) -> None:
            row.band.set_rows((rest, at))

        step = 1 if end > start else -1
        seconds = getattr(self.theme.time, time)
        self.play(Replay(row.band, rows=range(start, end + step, step), show=show), *more, run_time=seconds)
