"""What one output wants of the layer before it; then another output, which wants otherwise (N7)."""

from __future__ import annotations

from manim import Animation, Group, ReplacementTransform

from netsim import Trace
from netsim.figures.functions import coupling
from netsim.figures.network import neurons_of
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import level
from scenes.parts.nudges.hero.narrowing import Narrowing, bead_alone
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.nudges.hero.standing import wishes_stand
from scenes.parts.nudges.hero.wishes import Wishes
from scenes.parts.selection import ranked
from scenes.parts.standing_network import RESTING
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import output_name


class PreviousLayer(TraceScene):
    """One output's wishes travel to the neurons before it, and become bars beside them; then another output's."""

    chapter = "nudges"
    asks = ("hidden",)
    needs = ("wishes",)
    opens_with = wishes_stand
    closes_with = wishes_stand

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        L, label, other = trace.L, trace.own_output(0), _other(trace)
        k, effects = _heard_most(trace), -trace.reading(f"delta{L}", 0, 0)
        return {
            **super().facts(trace),
            "before": neurons_of(trace, L - 1),
            "coupling": coupling(trace),
            "wish": -trace.reading(f"dC_da{L}", 0, 0, label),
            "effect": effects[label],
            "weight": trace.reading(f"W{L}", 0, label, k),
            "product": trace.reading(f"wishes/table{L}", label, k),
            "other": output_name(trace, other),
            "effect_of_other": effects[other],
        }

    def setup(self) -> None:
        self.hero: Protagonist = self.stands
        self.L, self.label, self.other = self.trace.L, self.trace.own_output(0), _other(self.trace)
        self.wishes = Wishes(self.hero, self.L)
        self.bars = self.wishes.bars(self.wishes.table[self.label])

    @beat("N7")
    def the_neurons_before(self) -> None:
        """Let light reach the label's output along its edges, and let it look back along them."""
        hero, edges = self.hero, self.hero.edges(self.L)
        back = hero.step_back(self.L - 1)
        quiet = map(self.set_back, self.rows_besides(self.label))
        self.move(*quiet, *back, edges.animate.set_level(hero.focus(self.L, self.label, rest=0)), still=False)
        for passing in (edges.pass_forward(), edges.pass_backward()):
            self.move(passing, time="slow", still=False)

    @beat
    def one_product(self) -> None:
        """Let what its curve lets through of its wish travel along one edge, times the weight of this."""
        hero, trace, L, edges, k = self.hero, self.trace, self.L, self.hero.edges(self.L), _heard_most(self.trace)
        wishes, effects = (-trace.reading(f"{name}{L}", 0, 0) for name in ("dC_da", "delta"))
        scale = bead_alone(hero, wishes[self.label], self.wishes.heads)
        through = Narrowing(hero, [self.label], wishes, effects, scale, run_time=2 * self.theme.time.slow)
        self.play(through)
        levels = edges.level.copy()
        j, at = hero.outputs.indices.index(self.label), hero.column(L - 1).indices.index(k)
        levels[j] = level.rest
        levels[j, at] = level.spoken
        self.line = hero.under_edges(L, self.phrase("product"))
        self.over = hero.over_bars(L - 1, "asked_by", output=output_name(trace, self.label))
        self.move(
            through.take_away(),
            FadeIn(self.line, self.over, self.bars.axis),
            edges.animate.set_level(levels),
            time="fade",
            still=False,
        )
        hero.with_parts(self.bars.axis, self.bars.bars[at])
        self.play(self.wishes.one(self.label, self.bars, only=k))

    @beat
    def the_wishes(self) -> None:
        """Let it ask all the others as well."""
        hero, edges = self.hero, self.hero.edges(self.L)
        level_of_all = hero.focus(self.L, self.label, rest=0)
        self.move(FadeOut(self.line), edges.animate.set_level(level_of_all), time="fade", still=False)
        hero.remove(*self.bars)
        hero.with_parts(self.bars)
        self.play(self.wishes.one(self.label, self.bars))
        shown = hero.among(self.L - 1, self.wishes.table[self.label], self.wishes.scale)
        self.note = hero.under_bars(self.L - 1, shown)
        if len(self.note):
            self.move(FadeIn(self.note), time="fade", still=False)

    @beat(asks=("outputs",))
    def another_opinion(self) -> None:
        """Let another output ask the very same neurons; what the first asked stays above it."""
        hero, l = self.hero, self.L - 1
        both, edges = (self.label, self.other), hero.edges(self.L)
        upper, lower = (self.wishes.bars(self.wishes.table[j], lane, len(both)) for lane, j in enumerate(both))
        for bar in upper.bars:
            bar.set_reading(bar.reading)
        names = {name: output_name(self.trace, j) for name, j in zip(("upper", "lower"), both, strict=True)}
        over = hero.over_bars(l, "asked_by_two", **names)
        self.move(
            self.bring_back(self.row(self.other)),
            self.set_back(self.row(self.label)),
            ReplacementTransform(self.bars, upper),
            FadeOut(self.over, *self.note),
            FadeIn(over),
            *self.names(self.other),
            edges.animate.set_level(hero.focus(self.L, self.other, rest=0)),
            still=False,
        )
        hero.remove(self.bars)
        hero.with_parts(upper, lower)
        self.play(self.wishes.one(self.other, lower))
        shown = self.wishes.table.take(both, hero.column(l).indices)
        note = hero.under_bars(l, self.wishes.scale.among([shown]))
        if len(note):
            self.move(FadeIn(note), time="fade", still=False)
        self.heard = [upper, lower, over, *note]

    def hand_over(self) -> None:
        """Let all be as it was."""
        hero, woken = self.hero, map(self.bring_back, self.rows_besides(self.other))
        hero.remove(*self.heard)
        self.move(FadeOut(*self.heard), *woken, *self.names(self.label), *hero.step_back(self.L, RESTING), still=False)

    def names(self, speaker: int) -> list[Animation]:
        """Return the animations that let the name of the one who speaks stand out, of the two that do."""
        roles = {j: "focus" if j == speaker else "dim" for j in (self.label, self.other)}
        return [self.hero.network.class_name(j).animate.set_color(self.theme.of(r)).build() for j, r in roles.items()]

    def row(self, j: int) -> Group:
        """Return what stands beside an output that is drawn."""
        hero = self.hero
        i = hero.outputs.indices.index(j)
        return Group(hero.shows[i], hero.arrows[i], hero.wishes[i])

    def rows_besides(self, j: int) -> list[Group]:
        """Return what stands beside each of the other outputs."""
        return [self.row(other) for other in self.hero.outputs.indices if other != j]


def _other(trace: Trace) -> int:
    """Return the output whose effect is largest, the label's left aside; a single one has no other."""
    own = trace.own_output(0)
    return next((j for j in ranked(trace.reading(f"delta{trace.L}", 0, 0)) if j != own), own)


def _heard_most(trace: Trace) -> int:
    """Return the neuron before the outputs to which the label's output has its largest weight."""
    return ranked(trace.reading(f"W{trace.L}", 0, trace.own_output(0)))[0]
