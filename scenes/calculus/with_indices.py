"""The chain rule of one weight among many: the same factors with indices, in numbers, and measured (K11)."""

from __future__ import annotations

from manim import VGroup

from netsim import Trace
from netsim.figures.calculus.costs import outputs_share
from netsim.figures.calculus.neurons import neuron
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule, twin
from scenes.look.measures import gap, level
from scenes.mobjects.tables.columns import in_columns
from scenes.mobjects.type.formula import Formula, fly
from scenes.parts.calculus.columns.coming_back import ComingBack, Pulses
from scenes.parts.calculus.columns.hero import Columns
from scenes.parts.calculus.columns.standing import columns_stand
from scenes.parts.calculus.in_numbers import function_of, numbers_of
from scenes.parts.calculus.measured import measured_under
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import output_name

LINES = (4, 3, 2, 3)  # shares of the height: the chain, what its factors are, their numbers, what was measured
APART, CLOSEST = 2 * gap.large, 3 / 2 * gap.medium  # from part to part at most and at least: the signs stand between
MET = {"dC_da": 0, "dC_dz": 0, "da_dz": 1 / 2, "dz_dw": 4 / 5}  # how far the pulse is when it meets a factor


class WithIndices(TraceScene):
    """One weight between the last two layers; its chain, its factors and their numbers, one under the other."""

    chapter = "calculus"
    asks = ("hidden",)
    needs = ("one", "told")
    opens_with = columns_stand
    closes_with = columns_stand

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        _, j, k = map(int, trace["told/place"])
        return super().facts(trace) | {
            "k": neuron(trace, trace.L - 1, k),
            "output": output_name(trace, j),
            "derivative": trace.reading(f"one/dC_dW{trace.L}", j, k),
            "shared": outputs_share(trace),
        }

    def setup(self) -> None:
        trace, theme, L = self.trace, self.theme, self.trace.L
        self.hero: Columns = self.stands
        hero, j, k = self.hero, self.hero.j, self.hero.k
        self.mark = hero.path(j, k)
        self.labels = {"j": hero.index("j", L, j), "k": hero.index("k", L - 1, k)}
        shared = trace.activation(L).couples
        self.lines = hero.beside.rows(*LINES)
        self.readings = {
            "dC_dw": trace.reading(f"one/dC_dW{L}", j, k),
            "dz_dw": trace.reading(f"a{L - 1}", 0, 0, k),
        }
        if shared:
            self.readings["dC_dz"] = trace.reading(f"delta{L}", 0, 0, j)
        else:
            self.readings["da_dz"] = trace.reading(f"one/da_dz{L}", j)
            self.readings["dC_da"] = trace.reading(f"dC_da{L}", 0, 0, j)
        self.links = [name for name in self.readings if name != "dC_dw"]
        name, instead = rule_of("weight_factors", trace), function_of(trace, L)
        self.chain = rule(rule_of("chain_with_indices", trace), theme)
        self.factors = rule(name, theme, instead=instead)
        self.numbers = twin(name, theme, numbers=numbers_of(self.readings))
        self.in_lines(self.chain, self.factors, self.numbers)

    @beat("K11")
    def the_same_chain(self) -> None:
        """Let the chain come out of one weight between the last two layers, and its factors fall from it."""
        hero, labels = self.hero, self.labels
        aside = hero.strokes.animate.set_stroke(opacity=level.back)
        self.move(aside, FadeIn(self.mark, *labels.values()), still=False)
        edge, end = self.mark
        sources = {"dz_dw": edge, "da_dz": hero.network.neuron(self.trace.L, hero.j), "dC_da": end, "dC_dz": end}
        flights = [fly(self.chain[name], sources[name]) for name in self.links]
        self.move(FadeIn(self.chain.rest(*self.links)), *flights, time="slow", still=False)
        flights = [fly(self.factors[name], self.chain[name]) for name in self.links]
        self.move(FadeIn(self.factors.rest(*self.links)), *flights)

    @beat
    def the_numbers(self) -> None:
        """Let a pulse come back along the path, multiplied at each link, and measure what comes of it."""
        hero, L, trace = self.hero, self.trace.L, self.trace
        sets_out, goes_on = "delta" if trace.activation(L).couples else "dC_da", "delta"
        cost, back = (trace.reading(f"{name}{L}", 0, 0).take([hero.j]) for name in (sets_out, goes_on))
        end = self.mark[0].get_center()
        pulses = Pulses(hero, {hero.j: cost}, {hero.j: back}, end, Pulses.of_size(cost, back))
        for name in self.links:
            self.numbers[name].set_opacity(0)
        way, between = 2 * self.theme.time.slow, self.theme.time.fade
        over = [*self.labels.values(), *[self.numbers[name] for name in self.links]]
        mark = VGroup(self.mark)
        coming = ComingBack(pulses, [hero.j], mark, way=way, between=between, resting=1, answering=over)
        self.play(coming.answered_by(self.meets))
        self.meets(hero.j, 1)
        product = self.numbers.rest(*self.links, "dC_dw")
        self.move(FadeIn(product), fly(self.numbers["dC_dw"], self.mark[0]), still=False)
        value, epsilon = trace.reading("told/measured_dC_dw"), trace.reading("told/epsilon")
        at = float(self.numbers["dC_dw"].get_x()), self.lines[-1].top
        self.measured = measured_under(value, epsilon, at, self.theme, self.words)
        self.move(FadeIn(self.measured), time="fade")

    def meets(self, _: int, at: float) -> None:
        """Show the numbers of the factors that the pulse has met, so far on its way."""
        for name in self.links:
            if MET[name] <= at:
                self.numbers[name].set_opacity(1)

    def hand_over(self) -> None:
        """Let all that was added go."""
        hero = self.hero
        written = [part for line in (self.chain, self.factors, self.numbers) for part in line]
        gone = FadeOut(VGroup(self.mark, *self.labels.values(), *written, self.measured))
        self.move(gone, hero.strokes.animate.set_stroke(opacity=1), time="fade", still=False)

    def in_lines(self, *formulas: Formula) -> None:
        """Put each formula in its row, each part in its column: as wide as the widest in it, all equally far apart.

        They are smaller where signs would have no room between them.
        """
        zone, names = self.hero.beside, ["dC_dw", *self.links]
        wide = sum(max(float(formula[name].width) for formula in formulas) for name in names)
        for formula in formulas:
            formula.scale(min(1, (zone.width - CLOSEST * len(self.links)) / wide))
        widths = {name: max(float(formula[name].width) for formula in formulas) for name in names}
        apart = min(APART, (zone.width - sum(widths.values())) / len(self.links))
        middles, left = {}, zone.left
        for name, width in widths.items():
            middles[name] = left + width / 2
            left += width + apart
        for formula, row in zip(formulas, self.lines, strict=False):
            formula.shift((0, row.y - formula.get_y(), 0))
            in_columns(formula, middles)
