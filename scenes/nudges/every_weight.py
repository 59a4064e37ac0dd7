"""What the wishes of one example leave at every weight and every bias (N11)."""

from __future__ import annotations

from manim import Animation, Group, VGroup

from netsim import Trace
from netsim.figures.nudges.nudges import share_of_its_largest, zeros_of_dark_inputs
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap
from scenes.mobjects.resting import rest
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.largest import Largest
from scenes.parts.nudged import Nudged
from scenes.parts.nudges.beside.one_weight import OneWeight
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.nudges.hero.standing import all_sums_stand, network_stands
from scenes.parts.share_of_all import ShareOfAll
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
        }

    def setup(self) -> None:
        self.hero: Protagonist = self.stands
        self.nudged, self.counts, self.beside, self.dark = Nudged(self.hero), VGroup(), Group(), Group()

    @beat("N11")
    def one_weight(self) -> None:
        """Let the wish leave at one weight what it should do."""
        one = OneWeight(self.hero, self.nudged)
        parts = {"effect": one.effect, "carried": one.carried, "nudge": one.nudge}
        one.say({name: self.phrase(name, **{name: reading}) for name, reading in parts.items()})
        self.move(FadeIn(one.source, one.target), *self.hero.without_notes(one.line), time="fade", still=False)
        self.move(*one.factors())
        self.move(*one.leaves(), time="slow", still=False)
        self.beside.add(one.edge, one)

    @beat
    def every_weight(self) -> None:
        """Let every edge and rim take the colour and width of its nudge; the weights of dark inputs stay grey."""
        for i, l in enumerate(range(self.trace.L, 0, -1)):
            gone = [FadeOut(*self.beside)] if i == 0 and len(self.beside) else []
            if l == 1:
                self.dark.add(*self.nudged.of_dark_inputs())
            grey = [FadeIn(*self.dark)] if len(self.dark) else []
            self.move(*grey, *self.nudged.sweep(l), *gone, time="slow" if i < SLOWLY else "move", still=False)
        legend = Spoken(self.phrase("widest", **self.nudged.widest()), self.theme, size="small", role="dim")
        legend.stand_on(self.hero.note)
        legend.shift((self.hero.beside.right - legend.get_right()[0], 0, 0))
        self.move(FadeIn(legend), *self.hero.with_notes(legend), time="fade", still=False)
        self.beside.remove(*self.beside).add(legend)

    @beat
    def many_and_few(self) -> None:
        """Count the nudges; let the weights of dark inputs go dark; then let the largest flare up."""
        hero, nudged = self.hero, self.nudged
        leaving = [hero.without("shows", hero.shows), hero.without("effect", hero.effects), *self.sums_leave()]
        leaving += [FadeOut(*self.beside)] if len(self.beside) else []
        leaving.append(self.set_back(hero.network.names))  # numbers that are none of theirs come
        self.move(*leaving, time="fade", still=False)
        self.beside.remove(*self.beside)
        self.move(FadeIn(self.count("components", "dim")), still=False)
        if int(self.trace["one/zero"]):
            self.move(FadeIn(self.count("zero", "dim")), *self.go_dark(), time="slow", still=False)
        largest, resting = Largest(nudged), Group(*nudged.edges.values(), *nudged.rims.values())
        self.move(rest(resting, FAINT), FadeIn(self.count("most", "focus")), still=False)
        self.play(largest.flare(), run_time=2 * self.theme.time.slow)
        self.beside.add(largest)

    def hand_over(self) -> None:
        """Let all colours fade and all sums leave: the network stands again."""
        shown, nudged = self.get_mobject_family_members(), self.nudged
        leaving = [change for l, edges in nudged.edges.items() if edges in shown for change in nudged.leave(l)]
        beside = [FadeOut(*self.beside, *self.counts)] if len(self.beside) + len(self.counts) else []
        names = self.bring_back(self.hero.network.names)
        self.move(*beside, *self.go_dark(), *self.sums_leave(), *leaving, names, time="fade", still=False)

    def go_dark(self) -> list[Animation]:
        """Return how the weights of dark inputs go, if they are seen."""
        gone = list(self.dark)
        self.dark.remove(*gone)
        return [FadeOut(*gone)] if gone else []

    def sums_leave(self) -> list[Animation]:
        """Return how the effects beside the hidden layers leave, if they stand there."""
        layers = [l for l in range(1, self.trace.L) if self.hero.sums[l] in self.hero.submobjects]
        return [self.hero.without_sums(*layers)] if layers else []

    def count(self, name: str, role: str) -> VGroup:
        """Return a number of nudges, what it counts, and a bar for its share of all."""
        reading, whole = (self.trace.reading(f"one/{what}") for what in (name, "components"))
        beside = self.hero.beside.inset(left=gap.small if self.stage.upright else gap.large)
        room = beside.rows(*[1] * ROWS, gap=gap.small)[len(self.counts)]
        count = ShareOfAll(reading, whole, self.phrase(name), room, self.theme, role)
        self.counts.add(count)
        return count
