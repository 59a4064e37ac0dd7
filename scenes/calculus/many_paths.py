"""One activation reaches the cost through every output: along every path a pulse comes back, and they add up (K12)."""

from __future__ import annotations

from typing import Any

from manim import LEFT, Create, LaggedStart, Mobject, VGroup

from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule
from scenes.look.measures import gap, lag, level, stroke
from scenes.mobjects.network.neuron import RIM
from scenes.mobjects.resting import rest, wake
from scenes.mobjects.type.formula import Formula, fly
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.calculus.columns.coming_back import ComingBack, Pulses
from scenes.parts.calculus.columns.hero import Columns
from scenes.parts.calculus.columns.path_table import PathTable
from scenes.parts.calculus.columns.standing import columns_stand
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone

LIT = 2  # times slow: how long all paths take to light up
WAVES = 6  # of the time of a move: how long all pulses take to set out, at most
CLOSEST = 3 / 4  # of the time of a move: from one pulse to the next, at most


class ManyPaths(TraceScene):
    """A neuron, its paths to the cost, and what comes back along each, adding up at the neuron."""

    chapter = "calculus"
    asks = ("hidden",)
    needs = ("one", "wishes")
    opens_with = columns_stand
    closes_with = columns_stand

    def setup(self) -> None:
        trace, self.L = self.trace, self.trace.L
        self.hero: Columns = self.stands
        self.table = PathTable(self.hero)
        hero = self.hero
        self.marks = VGroup(*[hero.path(j, hero.k, "ink") for j in hero.outputs.indices])
        self.neuron = hero.network.neuron(self.L - 1, hero.k)
        sets_out = f"delta{self.L}" if trace.activation(self.L).couples else f"dC_da{self.L}"
        costs, table = trace.reading(sets_out, 0, 0), trace.reading(f"wishes/table{self.L}")
        self.costs = [costs.take([j]) for j in range(trace.sizes[self.L])]
        self.products = [-table[j].take([hero.k]) for j in range(trace.sizes[self.L])]

    @beat("K12")
    def through_every_output(self) -> None:
        """Let one neuron stand out, and light up its paths to the cost, one after the other."""
        hero = self.hero
        self.ground = hero.left_of(self.L - 1)
        away = [rest(part, level.back) for part in self.ground]
        self.move(*away, self.rim("focus", stroke.strong), FadeIn(self.table.index))
        lights = LaggedStart(*[Create(path, lag_ratio=1) for path in self.marks], lag_ratio=lag.apart)
        self.play(lights, run_time=LIT * self.theme.time.slow)
        self.move(self.marks.animate.set_stroke(opacity=level.back), time="fade", still=False)

    @beat
    def they_add_up(self) -> None:
        """Let a pulse come back along every path, and its product join the sum at the neuron."""
        table, hero, move = self.table, self.hero, self.theme.time.move
        heads = FadeIn(*table.heads.values(), table.title, table.path.axis)
        self.move(heads, table.index.animate.shift(table.rise), time="fade", still=False)
        answering = [*table.numbers.values(), *table.bars(), table.sum, *table.at_neuron()]
        voices = hero.outputs.indices
        end, scale = hero.at_a(self.L - 1, hero.k), Pulses.of_size(*self.costs, *self.products)
        self.pulses = Pulses(hero, self.costs, self.products, end, scale)
        between = min(CLOSEST, WAVES / len(voices)) * move
        coming = ComingBack(self.pulses, voices, self.marks, way=2 * move, between=between, answering=answering)
        self.play(coming.answered_by(table.passes, table.arrive))
        longest = self.words.say("standing-network", {"longest": table.scale_of_bars.source}, "longest")
        self.note = Spoken(longest, self.theme, size="small", role="dim")
        bars, above = table.zones["bars"], table.over + gap.line
        if self.note.width <= bars.width or above <= hero.heading:
            over = table.over if self.note.width <= bars.width else above
            hero.beside.hold(bars.stand(self.note, over))
        else:
            self.note.next_to(table.title, LEFT, gap.large).stand_on(table.title.baseline)
        self.move(FadeIn(self.note), time="fade", still=False)

    @beat
    def the_sum(self) -> None:
        """Let the formula of the sum take the place of its numbers."""
        table = self.table
        factors = [name for name in table.heads if name != "product"]
        formula = self.formula()
        leaving = [*table.numbers.values(), table.heads["product"], table.title]
        parts = {"w": "dz_da"}
        flights = [fly(formula[parts.get(name, name)], table.heads[name]) for name in factors]
        told = [parts.get(name, name) for name in factors]
        self.move(FadeOut(*leaving, *[table.heads[name] for name in factors]), time="fade", still=False)
        self.move(FadeIn(formula.rest(*told)), *flights, time="slow", still=False)
        self.stated = VGroup(formula, self.weight)
        self.move(FadeIn(self.weight), still=False)
        way = 2 * self.theme.time.slow
        voices, over = self.hero.outputs.indices, table.at_neuron()
        self.play(ComingBack(self.pulses, voices, self.marks, way=way, between=0, answering=over))

    def formula(self) -> Formula:
        """Return the formula in the place of the columns of numbers, on two lines: what it is, and the sum."""
        zones = list(self.table.zones.values())
        room = Zone(zones[0].left, zones[-2].right, self.hero.beside.bottom, self.hero.beside.top)
        formula = rule(rule_of("paths_sum", self.trace), self.theme)
        first, second = formula["dC_dbefore"], formula.rest("dC_dbefore")
        upper, lower, *last = room.rows(3, 4, 2, 2)
        for part, row in ((first, upper), (second, lower)):
            part.shift((room.left - part.get_left()[0], row.y - part.get_y(), 0))
        self.weight = Formula("{{ (partial z_j^((L))) / (partial a_k^((L-1))) : dz_da }} = w_(j k)^((L))", self.theme)
        self.weight.shift((room.left - self.weight.get_left()[0], last[0].y - self.weight.get_y(), 0))
        if self.weight.get_right()[0] > self.table.sum.get_left()[0] - gap.small:
            self.weight.set_y(max((row.y for row in last), key=lambda y: abs(y - self.table.foot)))
        return formula

    def hand_over(self) -> None:
        """Let all that was added go, and the layers before come back."""
        table = self.table
        gone: list[Mobject] = [self.stated, self.note, self.marks, table.path.axis]
        gone += [*table.bars(), table.sum, *table.at_neuron()]
        back = [wake(part, level.back) for part in self.ground]
        self.move(FadeOut(*gone), *back, self.rim("ink", RIM), time="fade", still=False)

    def rim(self, role: str, width: float) -> Any:
        """Return the animation that gives the neuron's rim another colour and width."""
        return self.neuron.animate.set_stroke(self.theme.of(role), width=width)
