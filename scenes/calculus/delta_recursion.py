"""Delta: what has come back to a sum gets a name, and goes on, layer by layer, by one rule (K13)."""

from __future__ import annotations

from manim import Animation

from netsim import Reading, Trace
from netsim.figures.calculus.deltas import any_drawn_larger
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule, twin
from scenes.mobjects.network.marks import rim
from scenes.mobjects.type.formula import Formula, fly
from scenes.parts.calculus.columns.hero import Columns
from scenes.parts.calculus.columns.standing import columns_stand
from scenes.parts.calculus.deltas import Deltas, SendBack
from scenes.parts.calculus.in_numbers import function_of, numbers_of
from scenes.parts.nudged import Nudged
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

LINES = (1, 1, 1, 1)  # shares of the height of the zone beside
ALL = 2  # times as long as a move: all outputs send something back to one neuron


class DeltaRecursion(TraceScene):
    """The deltas of the outputs go back to the layer before, and on, until every layer has its own."""

    chapter = "calculus"
    asks = ("hidden",)
    needs = ("one", "wishes")
    opens_with = columns_stand
    closes_with = columns_stand

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {"larger": any_drawn_larger(trace)}

    def setup(self) -> None:
        self.hero: Columns = self.stands
        self.deltas = Deltas(self.hero)
        self.lines = self.hero.beside.rows(*LINES)

    @beat("K13")
    def a_name(self) -> None:
        """Let pulses come back from the cost to the sum of each output, and name what stands there."""
        trace, L = self.trace, self.trace.L
        self.name = self.line("delta_name", 0, {"((l))": "((L))"})
        self.first = self.line(rule_of("delta_last", trace), 1, function_of(trace, L))
        self.play(self.deltas.from_cost().travel(run_time=self.theme.time.slow))
        bars = self.deltas.bars[L] = self.deltas.column(L, self.deltas.delta(L))
        head = self.deltas.heads[L] = self.deltas.head(L)
        self.move(FadeIn(bars.axis, head), *bars.grow(), FadeIn(self.name), still=False)
        self.move(FadeIn(self.first), still=False)

    @beat
    def one_neuron(self) -> None:
        """Let each delta go back to one neuron of the layer before, times its weight; then the slope."""
        hero, l, k, time = self.hero, self.trace.L - 1, self.hero.k, self.theme.time
        self.formula = self.line("delta", 2, {"((l+1))": "((L))", "((l))": "((L-1))"} | function_of(self.trace, l))
        self.mark = rim(hero.network, l, k).set_color(self.theme.of("focus"))
        total = self.deltas.column(l, self.trace.reading(f"dC_da{l}", 0, 0))
        self.deltas.bars[l], self.deltas.heads[l] = total, self.deltas.head(l)
        for bar in total.bars:
            bar.glide(0, 0)
        products = FadeIn(self.formula["w"], self.formula["deltas"])
        self.move(FadeIn(self.mark, total.axis), products, time="fade", still=False)
        chosen = total.bars[hero.column(l).indices.index(k)]
        self.add(chosen)
        between = ALL * time.move / max(6, len(hero.outputs.indices))
        self.play(SendBack(self.deltas, l + 1, self.deltas.adding(l, total, [k]), [k], way=time.move, between=between))
        chosen.set_reading(self.trace.reading(f"dC_da{l}", 0, 0, k))
        self.move(FadeIn(self.formula["sum"]), time="fade", still=False)
        slope = fly(self.formula["da_dz"], hero.network.neuron(l, k))
        rest = FadeIn(self.formula.rest("w", "deltas", "sum", "da_dz"))
        self.move(chosen.change(self.deltas.delta(l)[k]), slope, rest, FadeIn(self.deltas.heads[l]), still=False)
        self.numbers = self.in_numbers(l, k)
        self.move(FadeIn(self.numbers), time="fade", still=False)

    @beat
    def layer_by_layer(self) -> None:
        """Let all neurons get theirs, then those of each layer before, wave by wave, to the first."""
        last = self.trace.L
        gone: list[Animation] = [FadeOut(self.mark, self.numbers, self.first, self.name)]
        for l in range(last - 1, 0, -1):
            if l < last - 1:
                self.deltas.bars[l] = self.deltas.column(l, self.trace.reading(f"dC_da{l}", 0, 0))
                self.deltas.heads[l] = self.deltas.head(l)
                gone.append(FadeIn(self.deltas.bars[l].axis, self.deltas.heads[l]))
            self.move(*gone, time="fade", still=False)
            gone = []
            self.go_back(l)
            if l == last - 1:
                general = self.line("delta", 1, function_of(self.trace, 1))
                gone = [FadeOut(self.formula), FadeIn(general)]
                self.formula = general
        self.draw_larger(*gone)

    @beat
    def every_parameter(self) -> None:
        """Let the bars go, and each edge be as wide as its derivative, and each rim; state the two products."""
        trace, hero, last = self.trace, self.hero, self.trace.L
        derivatives = Nudged(hero, derivatives=True)
        weight, bias = self.line("dC_dw", 0), self.line("dC_db", 1)
        gone = map(FadeOut, self.all_but(hero))
        self.move(*gone, FadeIn(weight), FadeIn(bias), time="fade", still=False)
        j, k = hero.j, hero.k
        readings = {
            "dC_dw": trace.reading(f"one/dC_dW{last}", j, k),
            "before": trace.reading(f"a{last - 1}", 0, 0, k),
            "delta": trace.reading(f"delta{last}", 0, 0, j),
        }
        this = {"w_(j k)^((l))": f"w_({j}, {k})^((L))"}
        numbers = twin("dC_dw", self.theme, numbers=numbers_of(readings), symbol="dC_dw", instead=this)
        self.lines[2].fit(numbers)
        for l in range(last, 0, -1):
            hero.over_the_edges(derivatives.edges[l])
            self.move(*derivatives.sweep(l), *([FadeIn(numbers)] if l == last else []), still=False)

    def hand_over(self) -> None:
        """Let all go, and the network stand as it stood."""
        self.move(*map(FadeOut, self.staged()), FadeIn(columns_stand(self)), time="fade", still=False)

    # --- parts ----------------------------------------------------------------------------

    def go_back(self, l: int) -> None:
        """Let all neurons of layer l get their deltas from the layer after it."""
        total = self.deltas.bars[l]
        drawn = self.hero.column(l).indices
        here = [k for k in drawn if (l, k) != (self.trace.L - 1, self.hero.k)]
        self.add(*total.bars)
        if self.trace.has(f"wishes/running{l + 1}"):
            arrive = self.deltas.adding(l, total, here)
            back = SendBack(self.deltas, l + 1, arrive, way=self.theme.time.move, between=0.2)
            self.play(back, run_time=2 * self.theme.time.move)
            for k in here:
                total.bars[drawn.index(k)].set_reading(self.trace.reading(f"dC_da{l}", 0, 0, k))
        else:
            self.move(
                self.hero.edges(l + 1).pass_backward(), *[total.bars[drawn.index(k)].grow() for k in here], still=False
            )
        delta = self.deltas.delta(l)
        changes = [total.bars[drawn.index(k)].change(delta[k]) for k in here]
        self.move(*changes, time="fade", still=False)

    def draw_larger(self, *more: Animation) -> None:
        """Draw the deltas of some layers larger, and say so under them."""
        moves = list(more)
        for l, (bars, said) in self.deltas.larger().items():
            moves += [FadeOut(*self.deltas.bars[l].bars), FadeIn(said), *bars.grow()]
            self.deltas.bars[l] = bars
        if moves:
            self.move(*moves, time="fade", still=False)

    def in_numbers(self, l: int, k: int) -> Formula:
        """Return the delta of a neuron in numbers: its slope times what has come back to it."""
        readings: dict[str, Reading] = {
            "delta": self.trace.reading(f"delta{l}", 0, 0, k),
            "da_dz": self.trace.reading(f"one/da_dz{l}", k),
            "dC_da": self.trace.reading(f"dC_da{l}", 0, 0, k),
        }
        this = {"delta_j^((L))": f"delta_({k})^((L-1))"}
        numbers = twin("delta_last", self.theme, numbers=numbers_of(readings), symbol="delta", instead=this)
        self.lines[3].fit(numbers)
        return numbers

    def line(self, name: str, row: int, instead: dict[str, str] | None = None) -> Formula:
        """Return a rule on a line of the zone beside."""
        formula = rule(name, self.theme, instead=instead)
        self.lines[row].fit(formula)
        return formula
