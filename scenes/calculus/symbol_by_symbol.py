"""The close: what each symbol was, the pulse once more through the whole chain, and what just this computes (K16)."""

from __future__ import annotations

from itertools import pairwise

from manim import DOWN, RIGHT, UP, Circle, Create, RoundedRectangle, Transform, VGroup, VMobject

from netsim import Trace
from netsim.figures.calculus.chain import answers_most
from netsim.figures.network import parameters
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap, stroke
from scenes.mobjects.network.chain import ValuedNeuron
from scenes.mobjects.type.formula import Formula, fly
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words
from scenes.parts.calculus.columns.hero import Columns
from scenes.parts.calculus.columns.standing import columns_stand
from scenes.parts.calculus.derivatives.slopes import Slopes
from scenes.parts.calculus.link.chain import StandingChain
from scenes.parts.calculus.link.standing import chain_stands
from scenes.parts.nudged import Nudged
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

L = 3  # the chain's layers
OVER, UNDER = 4, -5.5  # lines from the row up to a symbol and its word
#: Each symbol, in the order of the way forward, its Typst mathematics, and where it stands; C_0 stands there already.
SYMBOLS = {
    "before": ("a^((L-1))", UNDER),
    "w": ("w^((L))", OVER),
    "b": ("b^((L))", UNDER),
    "z": ("z^((L))", OVER),
    "a": ("a^((L))", OVER),
    "y": ("y", UNDER),
    "C": ("", UNDER),
}


class SymbolBySymbol(TraceScene):
    """On the chain of the beginning: seven symbols in a word each, three derivatives, then the lesson's network."""

    chapter = "calculus"
    needs = ("chain", "links", "one")
    opens_with = chain_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {
            "count": parameters(trace),
        }

    def setup(self) -> None:
        self.chain: StandingChain = self.stands

    @beat("K16")
    def symbols(self) -> None:
        """Let each symbol come to its thing, with a word for it, a mark going from one to the next."""
        mark = None
        labels = [self.label(name) for name in SYMBOLS]
        for left, right in pairwise(labels[i] for i, (_, lines) in enumerate(SYMBOLS.values()) if lines == OVER):
            right.next_to(left, RIGHT, gap.medium).match_y(left)
        self.said = VGroup(*labels)
        for name, label in zip(SYMBOLS, labels, strict=True):
            thing = self.thing(name)
            outline = self.outline(thing)
            coming = Create(outline) if mark is None else Transform(mark, outline)
            mark = outline if mark is None else mark
            *symbol, word = label
            self.move(coming, *[fly(part, thing) for part in symbol], FadeIn(word), time="fade", still=False)
            self.wait(self.theme.time.still / 4)
        assert mark is not None
        self.move(FadeOut(mark), time="fade", still=False)

    @beat
    def the_pulse(self) -> None:
        """Let the pulse go back through the whole chain; under each weight and bias it leaves a derivative."""
        chain, step, slopes = self.chain, self.theme.time.fade, Slopes(self.chain, self.stage)
        pulse = slopes.pulse()
        self.move(FadeOut(self.said), FadeIn(pulse.number), pulse.bar.grow(), time="fade", still=False)
        self.play(slopes.travel(pulse, chain.ways[0].get_start(), pulse.bar.reading), run_time=step)
        for l in range(L, 0, -1):
            at_z = chain.neurons[l].outline.get_left()
            self.play(slopes.travel(pulse, at_z, slopes.delta(l)), run_time=step)
            self.play(*slopes.leave(l), run_time=step)
            if l > 1:
                at_a = chain.neurons[l - 1].outline.get_right()
                self.play(slopes.travel(pulse, at_a, slopes.dC_da(l - 1)), run_time=step)
        self.remove(pulse.bar)
        self.move(FadeOut(pulse.number), Create(slopes.mark(answers_most(self.trace))), time="fade")

    @beat
    def so_many(self) -> None:
        """Let the chain become the lesson's network, and one sweep back find all its derivatives."""
        hero: Columns = columns_stand(self)
        self.move(*map(FadeOut, self.staged()), FadeIn(hero), still=False)
        count = Readout(parameters(self.trace), self.theme, spec=",.0f", size="title", role="cost")
        said = Words(self.phrase("derivatives"), self.theme)
        both = hero.beside.put(VGroup(count, said.next_to(count, DOWN, gap.medium)))
        derivatives = Nudged(hero, derivatives=True)
        hero.over_the_edges(*derivatives.edges.values())
        self.move(*derivatives.arrive_backward(), time="slow", still=False)
        self.move(FadeIn(both), time="fade")

    def hand_over(self) -> None:
        """Let the network go: the chain stands again."""
        self.move(*map(FadeOut, self.staged()), FadeIn(chain_stands(self)), time="fade", still=False)

    # --- parts ----------------------------------------------------------------------------

    def thing(self, name: str) -> VMobject:
        """Return what a symbol stands for on the chain."""
        chain, target = self.chain, self.chain.target
        assert isinstance(target, ValuedNeuron)
        found: dict[str, VMobject] = {
            "before": chain.neurons[L - 1].outline,
            "w": chain.weights[L],
            "b": chain.biases[L],
            "z": Circle(gap.small).move_to(chain.neurons[L].outline.get_left()),
            "a": chain.neurons[L].outline,
            "y": target.outline,
            "C": chain.C,
        }
        return found[name]

    def outline(self, thing: VMobject) -> VMobject:
        """Return a mark around a thing."""
        if isinstance(thing, Circle):
            mark: VMobject = Circle(thing.width / 2 + gap.hair).move_to(thing)
        else:
            width, height = float(thing.width) + gap.medium, float(thing.height) + gap.medium
            mark = RoundedRectangle(corner_radius=gap.small, width=width, height=height).move_to(thing)
        return mark.set_stroke(self.theme.of("focus"), stroke.mark).set_fill(opacity=0)

    def label(self, name: str) -> VGroup:
        """Return a symbol over or under its thing, if it does not stand there, and its word."""
        code, lines = SYMBOLS[name]
        word = Words(self.phrase(f"of_{name}"), self.theme, size="small", role="dim")
        x, y = self.thing(name).get_x(), self.chain.neurons[0].get_y() + lines * gap.line
        word.move_to((x, y - gap.medium, 0))
        if not code:
            return VGroup(word)
        both = VGroup(Formula(code, self.theme, size="title").next_to(word, UP, gap.medium), word)
        return both.shift(min(0, self.stage.top - both.get_top()[1]) * UP)
