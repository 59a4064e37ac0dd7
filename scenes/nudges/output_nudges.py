"""One example's outputs, and what it wants of them (N3, N4)."""

from __future__ import annotations

from manim import LaggedStart

from netsim import Trace
from netsim.figures.functions import coupling
from netsim.figures.nudges.wishes import answer, wishes_of_the_rest
from netsim.figures.outcomes import judged_by
from scenes.camera.fading import FadeIn
from scenes.look.measures import lag
from scenes.parts.answered import answered
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.nudges.hero.standing import network_stands, wishes_stand
from scenes.parts.selection import highest, ranked
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import output_name


class OutputNudges(TraceScene):
    """The untrained network's outputs, the target, and an arrow for each desired nudge."""

    chapter = "nudges"
    opens_with = network_stands
    closes_with = wishes_stand

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        wishes = -trace.reading(f"dC_da{trace.L}", 0, 0)
        order = ranked(wishes)
        return {
            **super().facts(trace),
            **answered(trace),
            "answer": answer(trace),
            "wish": wishes[trace.own_output(0)],
            "judged_by": judged_by(trace),
            "coupling": coupling(trace),
            "the_rest": wishes_of_the_rest(trace),
            "most": output_name(trace, order[0]),
            "least": output_name(trace, order[-1]),
        }

    def setup(self) -> None:
        self.hero: Protagonist = self.stands
        self.all_wishes = -self.trace.reading(f"dC_da{self.trace.L}", 0, 0)

    @beat("N3")
    def the_example(self) -> None:
        """Let the outputs be lit once more, from the layer before them."""
        self.move(*[neuron.darken() for neuron in self.hero.outputs.neurons], still=False)
        self.move(*self.hero.forward(self.trace.L), still=False)

    @beat
    def the_outputs(self) -> None:
        """Write the outputs beside their neurons, and leave the label's and the loudest other standing."""
        hero, a = self.hero.with_outputs(), self.trace.reading(f"a{self.trace.L}", 0, 0)
        self.move(FadeIn(hero.heads["shows"]), LaggedStart(*map(FadeIn, hero.shows), lag_ratio=lag.close), still=False)
        spoken = (hero.label, highest(a, besides=hero.label))
        self.quiet = [hero.shows[i] for i, j in enumerate(hero.outputs.indices) if j not in spoken]
        self.move(*map(self.set_back, self.quiet), still=False)

    @beat("N4")
    def the_target(self) -> None:
        """Write the targets beside the outputs."""
        hero = self.hero.with_targets()
        awake, should = map(self.bring_back, self.quiet), LaggedStart(*map(FadeIn, hero.should), lag_ratio=lag.close)
        self.move(*awake, FadeIn(hero.heads["should"]), should, still=False)

    @beat
    def the_wishes(self) -> None:
        """Let each output's wish grow, as long as it is large."""
        hero = self.hero.with_wishes()
        self.move(
            FadeIn(hero.heads["wish"]),
            LaggedStart(*[arrow.grow() for arrow in hero.arrows], lag_ratio=lag.close),
            LaggedStart(*map(FadeIn, hero.wishes), lag_ratio=lag.close),
            time="slow",
            still=False,
        )

    @beat
    def the_near_and_the_far(self) -> None:
        """Let the largest and the smallest wish stand out."""
        hero, order = self.hero, ranked(self.all_wishes)
        spoken = {j for j in (order[0], order[-1]) if float(self.all_wishes[j]) or j == hero.label}
        rows = [i for i, j in enumerate(hero.outputs.indices) if j not in spoken]
        self.resting = [part[i] for part in (hero.shows, hero.should, hero.arrows, hero.wishes) for i in rows]
        self.move(*map(self.set_back, self.resting), still=False)

    def hand_over(self) -> None:
        """Let all wishes stand again; the targets have done their work."""
        gone = self.hero.should
        awake = [self.bring_back(part) for part in self.resting if part not in gone]
        self.move(*awake, self.hero.without("should", gone), time="fade", still=False)
