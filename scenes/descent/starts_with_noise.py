"""How a network starts: its dials at random, the same example goes in, and something comes out (D5)."""

from __future__ import annotations

from manim import LaggedStart, VGroup

from netsim import Trace
from netsim.figures.nudges.wishes import answer
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import lag
from scenes.mobjects.resting import rest, wake
from scenes.parts.answered import answered
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.descent.hero.standing import network_stands, outputs_stand
from scenes.parts.selection import highest
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

QUIET = 1 / 2  # opacity of the outputs that are not spoken of: they can still be read


class StartsWithNoise(TraceScene):
    """The dials are drawn at random; light runs through them, and what comes out stands beside what should."""

    chapter = "descent"
    opens_with = network_stands
    closes_with = outputs_stand

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {**super().facts(trace), **answered(trace), "answer": answer(trace)}

    def setup(self) -> None:
        self.hero: Learner = self.stands

    @beat("D5")
    def random_dials(self) -> None:
        """Let the network go dark and without edges, draw every edge anew, as chance had it, and let light run in."""
        hero = self.hero
        edges = list(hero.network.edges.values())
        self.move(FadeOut(*edges), *[neuron.darken() for neuron in hero.lit()], time="fade", still=False)
        self.move(LaggedStart(*[some.draw_forward() for some in edges], lag_ratio=lag.apart), time="slow", still=False)
        for l in range(1, hero.L + 1):
            self.move(*hero.forward(l), time="fade", still=False)
        self.remove(*self.staged())  # edges that were taken away came back over the neurons
        self.add(hero)

    @beat
    def the_same_example(self) -> None:
        """Write what comes out, and what should; then leave the label's and the loudest other standing."""
        hero, a = self.hero.with_outputs(), self.trace.reading(f"a{self.trace.L}", 0, 0)
        self.come("shows", hero.shows)
        self.come("should", hero.with_targets().should)
        spoken = (hero.label, highest(a, besides=hero.label))
        rows = [i for i, j in enumerate(hero.outputs.indices) if j not in spoken]
        self.quiet = [hero.shows[i] for i in rows]
        self.move(*[rest(number, QUIET) for number in self.quiet], still=False)

    def hand_over(self) -> None:
        """Let all outputs stand again."""
        self.move(*[wake(number, QUIET) for number in self.quiet], time="fade", still=False)

    def come(self, column: str, numbers: VGroup) -> None:
        """Let a column of numbers appear under its head."""
        appear = LaggedStart(*map(FadeIn, numbers), lag_ratio=lag.close)
        self.move(FadeIn(self.hero.heads[column]), appear, still=False)
