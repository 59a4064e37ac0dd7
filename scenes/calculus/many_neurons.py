"""From one neuron a layer to many: two indices on a weight, and sums over them (K10)."""

from __future__ import annotations

from manim import LEFT, RIGHT, Create, LaggedStart, VGroup

from netsim import Trace
from netsim.figures.calculus.costs import cost_over_outputs
from netsim.figures.network import neurons_of
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule
from scenes.look.measures import gap, lag, stroke
from scenes.mobjects.type.formula import Formula, fly
from scenes.mobjects.type.number import number_column, spec_for
from scenes.parts.calculus.columns.multiplying import Multiplying
from scenes.parts.calculus.columns.standing import columns_stand
from scenes.parts.calculus.in_numbers import function_of
from scenes.parts.calculus.link.chain import StandingChain
from scenes.parts.calculus.link.standing import chain_stands
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

SPREADS = 4 / 3  # times slow: how long the circles take to become columns
LINES = {"w": 4, "z": 5, "a": 3, "C": 5}  # shares of the height, line by line


class ManyNeurons(TraceScene):
    """The chain becomes the network; a weight with two indices, the sum that a neuron is, the sum that the cost is."""

    chapter = "calculus"
    needs = ("chain",)
    asks = ("hidden",)
    opens_with = chain_stands
    closes_with = columns_stand

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {
            "before": neurons_of(trace, trace.L - 1),
            "cost": cost_over_outputs(trace),
        }

    def setup(self) -> None:
        trace, theme, self.L = self.trace, self.theme, self.trace.L
        self.chain: StandingChain = self.stands
        self.hero = hero = columns_stand(self)
        self.way = hero.way(self.L, hero.j, hero.k)
        self.named = {"j": hero.index("j", self.L, hero.j), "k": hero.index("k", self.L - 1, hero.k)}
        rows = dict(zip(LINES, hero.beside.rows(*LINES.values()), strict=True))
        instead = function_of(trace, self.L)
        self.weight = Formula("w_({{ j : j }} {{ k : k }})^((L))", theme, role="focus", size="title")
        self.lines = {
            "w": self.weight,
            "z": rule("weighted_sum", theme, roles={}),
            "a": rule(rule_of("activation", trace), theme, instead=instead),
            "C": rule(rule_of("cost_sum", trace), theme),
        }
        for name, line in self.lines.items():
            hero.beside.fit(line, LEFT).shift((0, rows[name].y - line.get_y(), 0))
        w = trace.reading(f"W{self.L}", 0, hero.j, hero.k)
        source = f"w_({hero.j}, {hero.k})^((L)) = <w>"
        self.number = Formula(source, theme, numbers={"w": (w, spec_for([w], 4, sign=""))}, role="dim")
        self.number.next_to(self.weight, RIGHT, 2 * gap.large).stand_on(self.weight.baseline)

    @beat("K10")
    def many(self) -> None:
        """Let every circle of the chain multiply into its layer, and light run through the network that it becomes."""
        chain, hero = self.chain, self.hero
        network = hero.network
        for neuron in hero.lit():
            neuron.show_nothing().set_fill(opacity=0)
        labels = [network.names, *[column.more for column in network.columns.values() if column.more]]
        VGroup(*labels).set_opacity(0)
        numbers = [*chain.weights.values(), *chain.biases.values(), chain.cost, chain.target, chain.ways[1]]
        dark = [part for neuron in chain.neurons for part in (neuron.circle, neuron.value)]
        self.move(FadeOut(*numbers, *dark), time="fade", still=False)
        multiplying = Multiplying(chain, hero, run_time=SPREADS * self.theme.time.slow)
        self.remove(*chain.get_family())
        self.play(multiplying, *map(FadeOut, multiplying.left_behind))
        self.move(*[label.animate.set_opacity(1) for label in labels], time="fade", still=False)
        for l in range(1, self.L + 1):
            self.move(*hero.forward(l), still=False)
        self.move(FadeIn(self.sizes()), time="fade")

    @beat
    def two_indices(self) -> None:
        """Light up one weight, and let both indices fly to it."""
        named = self.named
        self.move(FadeIn(self.way, *named.values()), still=False)
        self.move(FadeIn(self.weight.rest("j", "k"), target_position=self.way.get_center()), still=False)
        self.move(*[fly(self.weight[name], named[name].letter) for name in "jk"], FadeIn(self.number))

    @beat
    def a_sum_over_k(self) -> None:
        """Let all that arrives at one neuron light up, and be written as a sum."""
        hero, total = self.hero, self.lines["z"]
        neuron = hero.network.neuron(self.L, hero.j)
        self.fan = VGroup(*[hero.way(self.L, hero.j, k, "ink") for k in hero.column(self.L - 1).indices])
        arriving = LaggedStart(*map(Create, self.fan), lag_ratio=lag.close)
        self.play(FadeOut(self.way, self.named["k"]), arriving, run_time=self.theme.time.slow)
        flown = {"w": self.fan, "before": hero.column(self.L - 1), "z": neuron}
        flights = [fly(total[name], source) for name, source in flown.items()]
        self.move(FadeIn(total.rest(*flown)), *flights, time="slow")
        self.move(FadeIn(self.lines["a"], target_position=neuron), still=False)

    @beat
    def a_sum_over_j(self) -> None:
        """Let every output's stroke to the cost light up, and be written as a sum too."""
        hero, cost = self.hero, self.lines["C"]
        self.ends = VGroup(*[one.copy() for one in hero.strokes])
        self.ends.set_stroke(self.theme.of("ink"), stroke.mark)
        arriving, self.targets = LaggedStart(*map(Create, self.ends), lag_ratio=lag.close), self.goals()
        gone = FadeOut(self.fan, self.named["j"])
        self.play(gone, FadeIn(self.targets), arriving, run_time=self.theme.time.slow)
        flown = {"C": hero.cost, "a": hero.outputs, "y": self.targets}
        flights = [fly(cost[name], source) for name, source in flown.items()]
        self.move(FadeIn(cost.rest(*flown)), *flights, time="slow")

    def hand_over(self) -> None:
        """Leave the network alone."""
        written = [glyph for line in self.lines.values() for glyph in line]
        self.move(FadeOut(*written, self.number, self.said, self.ends, self.targets), time="fade", still=False)

    def sizes(self) -> VGroup:
        """Return over the last two columns how many neurons they have, apart from each other."""
        hero, self.said = self.hero, VGroup()
        for l, name in ((self.L - 1, "L-1"), (self.L, "L")):
            size = Formula(f"n_({name}) = {self.trace.sizes[l]}", self.theme, role="dim", size="small")
            self.said.add(size.set_x(hero.column(l).neurons.get_x()).stand_on(hero.heading))
        before, last = self.said
        close = max(0, gap.medium - float(last.get_left()[0] - before.get_right()[0]))
        before.shift(close / 2 * LEFT)
        last.shift(close / 2 * RIGHT)
        return self.said

    def goals(self) -> VGroup:
        """Return behind the outputs' names what each should show, under its symbol."""
        hero, theme = self.hero, self.theme
        targets = self.trace.reading("y", 0)
        shown = [targets[j] for j in hero.outputs.indices]
        right, spec = hero.numbered - gap.small, hero.spec_of_targets
        numbers = number_column(shown, hero.rows(self.L), right, theme, spec=spec, role="ink")
        head = Formula("y_j", theme, size="small").set_x(numbers.get_x()).stand_on(hero.heading)
        return VGroup(head, numbers)
