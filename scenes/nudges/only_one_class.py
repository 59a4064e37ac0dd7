"""What becomes of a network that hears one class alone: everything looks like that class (N11)."""

from __future__ import annotations

from manim import RIGHT, LaggedStart, Mobject, VGroup

from netsim import Trace
from netsim.figures.nudges.nudges import all_since, answers_before, answers_of_one_class, classes_shown
from scenes.camera.fading import FadeIn
from scenes.look.measures import gap, lag
from scenes.mobjects.replay import Replay, evenly
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.nudges.beside.asked import Asked
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.nudges.hero.standing import network_stands
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

SLOWLY = 3  # updates that are seen one by one; then they run
AT_ONCE = 2  # of the time of a slow move: how long they run at most


class OnlyOneClass(TraceScene):
    """An example of each class passes through the network, before and after it heard one class alone."""

    chapter = "nudges"
    asks = ("classes", "unseen")
    needs = ("only",)
    opens_with = network_stands
    closes_with = network_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        said = trace.reading("only/said")
        return {
            **super().facts(trace),
            "shown": classes_shown(trace),
            "at_first": answers_before(trace),
            "answers": answers_of_one_class(trace),
            "unseen": trace.reading("only/unseen"),
            "updates": trace.reading("only/updates"),
            "since": trace.reading("only/steps", all_since(trace)),
            "first": said[0],
            "last": said[len(said) - 1],
        }

    def setup(self) -> None:
        self.hero: Protagonist = self.stands
        self.asked = Asked(self.hero, self.hero.beside.inset(left=gap.medium))
        self.heard, self.since, self.moment = self.asked.labels.index(self.trace.label(0)), all_since(self.trace), 0

    @beat("N11")
    def before(self) -> None:
        """Let an example of each class pass through the network, and write beside it what is answered."""
        asked = self.asked
        self.move(LaggedStart(*map(FadeIn, [*asked.heads, *asked.images]), lag_ratio=lag.close), still=False)
        for i, answer in enumerate(asked.answers):
            if i == 0:
                self.go_in(i)
            self.ask(i, answer, seconds=self.theme.time.move if i == 0 else self.theme.time.fade / 2)

    @beat
    def after(self) -> None:
        """Let the network hear the one class, update by update, and all answers follow."""
        self.go_in(self.heard)
        self.counts = self.counters()
        self.ask(self.heard, self.counts, seconds=self.theme.time.fade)
        for moment in range(1, min(SLOWLY, self.since) + 1):
            back = [self.hero.edges(l).pass_backward() for l in range(self.trace.L, 0, -1)]
            self.move(LaggedStart(*back, lag_ratio=lag.apart), still=False)
            self.learn(moment)
        self.learn(self.since)

    @beat
    def everything_is_that_class(self) -> None:
        """Ask for the others again, then let the run go on to its end."""
        for i in [i for i in range(len(self.asked.labels)) if i != self.heard]:
            self.ask(i, seconds=self.theme.time.fade / 2)
        self.learn(self.asked.last)

    def hand_over(self) -> None:
        """Let all leave, and the star run through the network of before."""
        self.leave(self.asked, *self.asked.answers, self.counts)
        self.asked.visitors.take_the_star()
        self.move(self.asked.visitors.pass_the_star(), time="fade", still=False)
        self.add(self.hero)

    def go_in(self, i: int) -> None:
        """Let a picture of an example go from its place to where the input stands."""
        self.asked.mark(i)
        place, flying = self.hero.network.layers[0], self.asked.images[i].copy()
        self.move(flying.animate.match_height(place).move_to(place), time="fade", still=False)
        self.remove(flying)

    def ask(self, i: int, *coming: Mobject, seconds: float) -> None:
        """Let the input be an example, and light run through the network so long; then something may come."""
        self.asked.take_in(i)
        self.shown = i
        self.play(self.asked.pass_through(i, self.moment), *map(FadeIn, coming), run_time=seconds)

    def learn(self, moment: int) -> None:
        """Let all that is shown follow the run, as it was recorded, to another of its moments."""

        def show(at: int) -> None:
            self.asked.show_at(self.shown, at)
            self.steps.set_reading(self.trace.reading("only/steps", at))
            self.share.set_reading(self.trace.reading("only/said", at))

        if moment > self.moment:
            pictures = self.hero, *self.asked.answers, self.counts
            rows = evenly(self.moment, moment)
            seconds = min(AT_ONCE * self.theme.time.slow, (len(rows) - 1) * self.theme.time.fade)
            self.play(Replay(*pictures, rows=rows, show=show), run_time=seconds)
            self.moment = moment

    def counters(self) -> VGroup:
        """Return the line under the network that counts the updates, and says how many are answered with the class."""
        last, room = self.asked.last, self.hero.room
        self.steps = Readout(self.trace.reading("only/steps", last), self.theme, spec=",.0f", role="focus")
        self.share = Readout(self.trace.reading("only/said", last), self.theme, role="focus")
        line, x = VGroup(), room.left
        for phrase, number in (("updates_made", self.steps), ("share", self.share)):
            words = Spoken(self.phrase(phrase), self.theme, role="dim", size="small")
            words.shift((x - words.get_left()[0], 0, 0)).stand_on(self.hero.note)
            number.next_to(words, RIGHT, gap.small).stand_on(words.baseline)
            line.add(words, number)
            x = float(number.get_right()[0]) + gap.large
        self.steps.set_reading(self.trace.reading("only/steps", self.moment))
        self.share.set_reading(self.trace.reading("only/said", self.moment))
        return line
