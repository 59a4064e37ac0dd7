"""What the wishes of one example leave at every weight and every bias (N11)."""

from __future__ import annotations

from manim import LEFT, Group, Mobject, VGroup

from netsim import Trace
from netsim.figures.nudges.nudges import share_of_its_largest, where_its_largest_are, zeros_of_dark_inputs
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.resting import rest
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.nudges.nudged import Largest, Nudged
from scenes.parts.nudges.one_weight import OneWeight, told_of
from scenes.parts.nudges.protagonist import UNDER, Protagonist
from scenes.parts.nudges.standing import all_sums_stand, network_stands
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

SLOWLY = 2  # so many layers of nudges come slowly, then the rest
ROWS = 4  # rows of which three are for counts
FAINT = 1 / 8  # of the opacity of nudges while the largest flare


class EveryWeight(TraceScene):
    """Each edge takes the colour and the width of what one example wants of its weight."""

    chapter = "nudges"
    needs = ("one",)
    opens_with = all_sums_stand
    closes_with = network_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            **{name: trace.reading(f"one/{name}") for name in ("components", "zero", "most")},
            "dark_inputs": zeros_of_dark_inputs(trace),
            "share": share_of_its_largest(trace),
            "where": where_its_largest_are(trace),
        }

    def setup(self) -> None:
        self.hero: Protagonist = self.stands
        self.nudged, self.counts = Nudged(self.hero), VGroup()

    @beat("N11")
    def one_weight(self) -> None:
        """Let the wish leave at one weight what it should do, then at one that carries little."""
        self.left: list[Mobject] = []
        for j, k in told_of(self.nudged):
            one = OneWeight(self.nudged, j, k)
            parts = {"effect": one.effect, "carried": one.carried, "nudge": one.nudge}
            one.say({name: self.phrase(name, **{name: reading}) for name, reading in parts.items()})
            gone = [FadeOut(self.left.pop())] if self.left else []
            self.move(FadeIn(one.source, one.target), *gone, time="fade", still=False)
            self.move(*one.factors())
            self.move(*one.leaves())
            self.left += [one.edge, one]

    @beat
    def every_weight(self) -> None:
        """Let every edge and every rim take the colour and the width of its nudge, from right to left."""
        for i, l in enumerate(range(self.trace.L, 0, -1)):
            gone = [FadeOut(*self.left)] if i == 0 else []
            self.move(*self.nudged.sweep(l), *gone, time="slow" if i < SLOWLY else "move", still=False)
        said = self.phrase("widest", **self.nudged.widest())
        self.legend = Spoken(said, self.theme, size="small", role="dim")
        self.legend.stand_on(self.hero.room.bottom - UNDER + gap.hair)
        self.legend.shift((self.hero.beside.right - self.legend.get_right()[0], 0, 0))
        self.move(FadeIn(self.legend), time="fade")

    @beat
    def many(self) -> None:
        """Count the nudges; then let the weights of dark inputs be seen for a moment, and count those that are 0."""
        hero, dark = self.hero, self.nudged.of_dark_inputs()
        self.move(hero.without("shows", hero.shows), hero.without("effect", hero.effects), time="fade", still=False)
        self.move(FadeIn(self.count("components", "dim")))
        if int(self.trace["one/zero"]):
            self.move(FadeIn(self.count("zero", "dim"), *dark), time="slow")
        if dark:
            self.move(FadeOut(*dark), time="slow")

    @beat
    def few(self) -> None:
        """Let the few that matter flare up, the largest first."""
        nudged, self.largest = self.nudged, Largest(self.nudged)
        resting = Group(*nudged.edges.values(), *nudged.rims.values())
        self.move(rest(resting, FAINT), FadeIn(self.count("most", "focus")), still=False)
        self.play(self.largest.flare(), run_time=3 * self.theme.time.slow)

    def hand_over(self) -> None:
        """Let all colours fade and all sums leave: the network stands again."""
        leaving = [change for l in self.nudged.edges for change in self.nudged.leave(l)]
        sums = self.hero.without_sums(*range(1, self.trace.L))
        self.move(FadeOut(self.largest, self.counts, self.legend), sums, *leaving, still=False)

    def count(self, name: str, role: str) -> VGroup:
        """Return a number of nudges, what it counts, and a bar for its share of all."""
        reading, beside = self.trace.reading(f"one/{name}"), self.hero.beside.inset(left=gap.large)
        room = beside.rows(*[1] * ROWS)[len(self.counts)]
        scale = Scale(self.trace.reading("one/components"), beside.width)
        bar = Bar(reading, scale, self.theme, room.at(LEFT), gap.small, role)
        number = Readout(reading, self.theme, spec=",.0f", size="body", role="ink")
        room.stand(number, room.y + gap.medium + gap.line, LEFT)
        words = room.stand(Spoken(self.phrase(name), self.theme, size="small", role="dim"), room.y + gap.medium, LEFT)
        count = VGroup(number, words, bar)
        self.counts.add(count)
        return count
