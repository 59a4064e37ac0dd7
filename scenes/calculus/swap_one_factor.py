"""The chain rule for the bias and for the activation before: one factor is swapped, the rest stays (K8)."""

from __future__ import annotations

from manim import DOWN, Circle, Mobject

from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap, level, stroke
from scenes.mobjects.replay import Replay, by_way_of
from scenes.mobjects.resting import rest, wake
from scenes.mobjects.type.formula import fly
from scenes.parts.calculus.derivatives.factors import Factors
from scenes.parts.calculus.derivatives.products import pulse_of
from scenes.parts.calculus.link.row import FIRST, LAST, LinkRow
from scenes.parts.calculus.link.standing import threads_stand
from scenes.parts.calculus.slopes.swapped import Place
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene

SWING = 2  # slow moves: of a nudge up, down and up


class SwapOneFactor(TraceScene):
    """The bias, then the activation before, takes the place of the weight: the first factor is another."""

    chapter = "calculus"
    needs = ("chain", "threads", "links")
    opens_with = threads_stand
    closes_with = threads_stand

    def setup(self) -> None:
        self.row: LinkRow = self.stands
        self.places = {name: Place(self.row, name, self.words) for name in FIRST}
        self.factors = Factors(self.row, self.row.turned.rest)
        self.name = self.row.symbols[FIRST[0]]  # it stands over its edge while the line under that is another's
        self.lift = (0, self.row.places.things + gap.small - self.name.get_bottom()[1], 0)

    @beat("K8")
    def the_bias(self) -> None:
        """Show the three factors of the weight, and swap the first for the bias."""
        first = self.places[FIRST[0]]
        first.fraction.set_color(self.theme.of("ink"))
        self.now: list[Mobject] = [part for part in first.changing if part not in (first.line, first.symbol)]
        factors, self.shared = self.factors, list[Mobject]()
        self.shared += [*factors.derivatives[1:], *factors.signs[1:], *factors.numbers[1:]]
        self.move(FadeIn(*self.now, *self.shared), time="fade", still=False)
        self.swap(FIRST[1])

    @beat
    def the_activation(self) -> None:
        """Swap it again, for the activation before."""
        self.swap(FIRST[-1])

    @beat
    def what_it_is_for(self) -> None:
        """Let a pulse come back to that activation, and go on to the neuron that holds it."""
        place, row, move = self.place, self.row, self.theme.time.move
        name = place.turned.name
        amounts = place.amounts_back()
        pulse = pulse_of(row, amounts[::-1])
        self.move(pulse.bar.grow(), time="fade", still=False)
        self.step()
        for way, amount in zip(place.ways_back(), amounts, strict=True):
            self.play(pulse.travel(way, amount), run_time=move)
        ring = Circle(row.places.radius + gap.hair, stroke_width=stroke.strong, color=self.theme.of("focus"))
        ring.move_to(row.things.at(name))
        number = pulse.number.next_to(row.symbols[name], DOWN, gap.medium)
        self.now += [ring, number]
        self.remove(pulse.bar)
        self.move(FadeIn(ring), fly(number, pulse.bar), still=False)

    def hand_over(self) -> None:
        """Let the weight have its place again."""
        self.move(
            FadeOut(*self.now, *self.shared),
            *[wake(part, level.ground) for part in self.weights],
            self.name.animate.shift([-by for by in self.lift]),
            time="fade",
            still=False,
        )

    @property
    def weights(self) -> list[Mobject]:
        """What stands for the weight."""
        row = self.row
        return [row.lines[f"w{LAST}"], row.many, row.band, row.thread]

    def swap(self, name: str) -> None:
        """Let another number take the first line's place, and its nudge grow."""
        place, first = self.places[name], not hasattr(self, "place")
        turned, before = place.turned, self.now
        place.nudge(turned.rest)
        under, gone = [place.threads, place.ribbon, place.thread], []
        if first:
            gone = [rest(part, level.ground) for part in self.weights]
            gone.append(self.name.animate.shift(self.lift))
        else:
            self.row.under.remove(*before)
        self.place, self.now = place, [*place.changing, *under]
        self.row.under.add(*under)
        self.move(*gone, FadeOut(*before), FadeIn(*self.now), still=False)
        self.bring_to_front(*self.row.lines.values(), place.line)  # threads pass behind their numbers
        down = min(max(2 * turned.rest - turned.nudged, 0), turned.last)
        rows = by_way_of(turned.rest, turned.nudged, down, turned.nudged)
        self.play(Replay(place.ribbon, rows=rows, show=place.nudge, run_time=SWING * self.theme.time.slow))
