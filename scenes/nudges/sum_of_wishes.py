"""All outputs speak, one wave after the other, and what they ask of the layer before adds up (N9)."""

from __future__ import annotations

from manim import Animation, Group

from netsim import Trace
from netsim.figures.nudges.wishes import agreed_on, agreement, quarrelled_over, softest_voice, sums_told_of
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap, level, stroke
from scenes.mobjects.network.neuron import RIM
from scenes.mobjects.resting import rest, wake
from scenes.parts.nudges.beside.paths import Paths
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.nudges.hero.standing import effects_stand, first_sums_stand
from scenes.parts.nudges.hero.wishes import Wishes
from scenes.parts.standing_network import RESTING
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone
from scenes.words.numbers import Fact

PATH = 5 / 3  # of the time of what deserves to be followed: a sum comes about, part by part


class SumOfWishes(TraceScene):
    """The wishes of all outputs on their way back, the sums that they leave, and what slopes leave of these."""

    chapter = "nudges"
    asks = ("hidden",)
    needs = ("wishes", "one")
    opens_with = effects_stand
    closes_with = first_sums_stand
    paths: Paths | None = None

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        before, agreed, quarrelled = trace.L - 1, _agreed(trace), _quarrelled(trace)
        asked = -trace.reading(f"dC_da{before}", 0, 0)
        return {
            **super().facts(trace),
            "voices": softest_voice(trace),
            "told_of": sums_told_of(trace),
            "agreement": agreement(trace),
            "most_asked": asked[agreed],
            "quarrel": asked[quarrelled],
            "slope": trace.reading(f"one/da_dz{before}", agreed),
            "its_effect": -trace.reading(f"delta{before}", 0, 0, agreed),
        }

    def setup(self) -> None:
        self.hero: Protagonist = self.stands
        self.before = self.trace.L - 1
        self.wishes = Wishes(self.hero, self.trace.L)
        self.spoken_of = {"nothing": [], "one": [_agreed(self.trace)]}.get(
            sums_told_of(self.trace), [_agreed(self.trace), _quarrelled(self.trace)]
        )

    @beat("N9")
    def all_speak(self) -> None:
        """Let all outputs ask, one after the other, and every wish add to the sum so far."""
        hero, l = self.hero, self.before
        hero.sums[l], hero.over[l] = self.wishes.total, hero.over_bars(l, "asked", classes=self.known["classes"])
        hero.with_parts(hero.sums[l], hero.over[l])
        coming = FadeIn(hero.sums[l].axis, hero.over[l])
        self.move(coming, *hero.step_back(l), *map(self.set_back, hero.effects), time="fade", still=False)
        self.play(self.wishes.all(hero.effects))
        self.wishes.take_total()
        self.state_the_scale()

    @beat(asks=("outputs",))
    def agree_and_quarrel(self) -> None:
        """Let two sums come about once more, part by part: one that grows, and one that dies away."""
        if not self.spoken_of:
            return
        hero, stage, over = self.hero, self.stage, self.hero.over[self.before]
        before, self.ground = self.before, hero.left_of(self.before)
        end = hero.axis(before) - hero.longest(before) - gap.large
        if stage.upright:  # the bars make room too
            end = float(hero.column(before).neurons.get_left()[0]) - gap.medium
            self.ground.append(hero.sums[before])
        zone = Zone(stage.left, end, hero.room.bottom, hero.room.top)
        heads = [self.phrase(name) for name in ("agreed", "quarrelled")][: len(self.spoken_of)]
        self.paths = Paths(self.wishes, self.spoken_of, heads, self.phrase("sum"), self.phrase("one_scale"), zone)
        if self.paths.heads.get_right()[0] > over.get_left()[0] - gap.small:
            self.ground.append(over)
        coming = [*[rest(part, level.ground) for part in self.ground], FadeIn(self.paths.names, self.paths.note)]
        for line in [hero.sums[before]] if stage.upright else self.paths.note:
            coming += hero.without_notes(line)
        for i, k in enumerate(self.spoken_of):
            again, rim = self.paths.again[i], self.rim(k, "focus", stroke.strong)
            if i == len(self.paths.paths):
                coming += [rim, FadeIn(again)]
                continue
            head, path, total = self.paths.heads[i], self.paths.paths[i], self.paths.totals[i]
            self.move(*coming, FadeIn(head, path.axis), rim, time="fade", still=False)
            self.play(path.add_up(run_time=PATH * self.theme.time.slow))
            coming = [FadeIn(total, again)]
        self.move(*coming, time="fade", still=False)

    @beat
    def through_the_slopes(self) -> None:
        """Let each total pass its neuron's own curve: it is narrowed by its slope there, and a trace of it stays."""
        hero, l = self.hero, self.before
        self.line = Group()
        if self.spoken_of:
            self.line.add(self.hero.under_edges(self.trace.L, self.phrase("product")))
            self.move(*self.back_from_paths(), FadeIn(self.line), still=False)
        over = hero.over_bars(l, "effect")
        self.move(FadeOut(hero.over[l], *hero.under[l]), time="fade", still=False)
        hero.remove(hero.over[l], *hero.under[l])
        hero.over[l] = over
        self.totals = hero.bars(l, self.wishes.asked, self.wishes.scale).fade(1 - level.rest)
        self.add(self.totals)
        self.move(*self.wishes.through_the_slopes(), FadeIn(over), time="slow", still=False)
        self.state_the_scale(effects=True)
        hero.with_parts(over)

    def back_from_paths(self) -> list[Animation]:
        """Let the paths go, if a sum has any, and the first of those spoken of alone stand out."""
        if self.paths is None:  # a single output
            return [self.rim(k, "focus", stroke.strong) for k in self.spoken_of]
        gone = [FadeOut(self.paths), *[self.rim(k, "ink", RIM) for k in self.spoken_of[1:]]]
        return [*gone, *[wake(part, level.ground) for part in self.ground]]

    def hand_over(self) -> None:
        """Leave the effects alone."""
        rims = [self.rim(k, "ink", RIM) for k in self.spoken_of[:1]]
        self.move(
            FadeOut(self.line, self.totals), *self.hero.step_back(self.before, RESTING), *rims, time="fade", still=False
        )

    def state_the_scale(self, effects: bool = False) -> None:
        """Say under the bars what the longest of them stands for."""
        hero, l, wishes = self.hero, self.before, self.wishes
        shown = wishes.effects if effects else wishes.asked
        hero.under[l] = hero.under_bars(l, hero.among(l, shown, wishes.scale))
        hero.with_parts(*hero.under[l])
        if len(hero.under[l]):
            self.move(FadeIn(*hero.under[l]), time="fade", still=False)

    def rim(self, k: int, role: str, width: float) -> Animation:
        """Return the animation that gives the rim of a neuron that is asked another colour and width."""
        neuron = self.hero.network.neuron(self.before, k)
        return neuron.animate.set_stroke(self.theme.of(role), width=width).build()


def _agreed(trace: Trace) -> int:
    return int(float(agreed_on(trace)))


def _quarrelled(trace: Trace) -> int:
    return int(float(quarrelled_over(trace)))
