"""How wrong the network is on one example: the squares on the gaps of its outputs, and their sum (D6)."""

from __future__ import annotations

from netsim import Trace
from netsim.figures.outcomes import judged_by
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap
from scenes.mobjects.type.typeset import Words
from scenes.parts.descent.cost.added import Squares, Strips
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.descent.hero.standing import network_stands, outputs_stand
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

POURS = 3  # slow moves: all amounts are poured into one


class CostOfOne(TraceScene):
    """Each output's gap becomes the side of a square; the squares are poured into one amount."""

    chapter = "descent"
    needs = ("terms",)
    opens_with = outputs_stand
    closes_with = network_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "a_label": trace.reading(f"a{trace.L}", 0, 0, trace.own_output(0)),
            "y_label": trace.reading("y", 0, trace.own_output(0)),
            "judged": judged_by(trace),
            "cost": trace.reading("C", 0, 0),
        }

    def setup(self) -> None:
        self.hero: Learner = self.stands
        added = Squares if self.trace.judge.squared else Strips
        self.added = added(self.hero, self.hero.beside)

    @beat("D6")
    def one_output(self) -> None:
        """Draw the gap of the label's output, and its square."""
        for move in self.added.of_the_label():
            self.move(*move, still=False)

    @beat(asks=("outputs",))
    def all_outputs(self) -> None:
        """Draw those of all the others."""
        for move in self.added.of_the_others():
            self.move(*move, still=False)

    @beat
    def the_sum(self) -> None:
        """Pour all of them into one column: the cost of this example."""
        pile = self.added.pile
        name = Words(self.phrase("cost"), self.theme, size="small", role="cost")
        self.hero.beside.hold(name.move_to(pile.number)).stand_on(float(pile.number.get_top()[1]) + gap.small)
        self.move(FadeIn(pile, name), FadeOut(self.added.square), time="fade", still=False)
        self.play(*pile.fill(), run_time=POURS * self.theme.time.slow)
        if len(pile.named):
            self.move(FadeIn(pile.named), time="fade", still=False)

    def hand_over(self) -> None:
        """Let all of it go, and what the outputs show and should."""
        gone = [self.hero.without("shows", self.hero.shows), self.hero.without("should", self.hero.should)]
        self.move(FadeOut(*self.all_but(self.hero)), *gone, time="fade", still=False)
