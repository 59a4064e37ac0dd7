"""The last link of the chain is gone into; each of its parts gets a name, and what has a line gets one (K2)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import numpy as np
from manim import DOWN, UP, Animation, Create, GrowFromPoint, Mobject, VGroup, VMobject

from netsim import Trace
from netsim.figures.calculus.chain import cost_of_chain
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule, twin
from scenes.look.measures import gap
from scenes.mobjects.number_lines.threads import Threads
from scenes.mobjects.type.formula import Formula, fly
from scenes.parts.calculus.link.chain import StandingChain
from scenes.parts.calculus.link.opening import opened
from scenes.parts.calculus.link.row import LAST, LinkRow, symbol_of
from scenes.parts.calculus.link.standing import chain_stands, link_stands
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

LAYERS = ("<layer> med 0", "1", "L-1 = 2", "L = 3")


class Names(TraceScene):
    """Names come out of the things that they name, and formulas say how one follows from another."""

    chapter = "calculus"
    needs = ("chain", "threads")
    opens_with = chain_stands
    closes_with = link_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {"squares": cost_of_chain(trace)}

    def setup(self) -> None:
        self.chain: StandingChain = self.stands
        self.row: LinkRow = link_stands(self)
        self.squash = self.row.things.squashes[LAST]
        self.row.things.remove(self.squash)
        self.added: list[Mobject] = []
        self.formulas: list[Formula] = []
        self.threads: list[Threads] = []

    @beat("K2")
    def the_layers(self) -> None:
        """Count the layers, and name the last activation, the one before, and the weight and bias between the two."""
        chain = self.chain
        self.layers = self.counted()
        self.move(FadeIn(self.layers), time="fade")
        self.first: dict[str, Formula] = {}
        self.call(LAST, a3=(chain.neurons[LAST], UP))
        self.call(LAST - 1, a2=(chain.neurons[LAST - 1], UP))
        self.move(chain.pass_forward(LAST), *self.called(), still=False)
        self.call(LAST, w3=(chain.weights[LAST], UP), b3=(chain.biases[LAST], DOWN))

    @beat
    def the_sum(self) -> None:
        """Go into the last link; state what its neuron makes of what comes in, and put it on a line."""
        row = self.row
        self.move(FadeOut(self.layers), *self.called(), time="fade", still=False)
        self.move(*opened(self.chain, row, self.first), time="slow", still=False)
        self.remove(*self.staged())
        self.add(row.things, row.symbols["C"], *[row.symbols[name] for name in self.first])
        self.drop("w3")
        self.name("z3")
        self.state("weighted_sum_one", {"z": "z3", "w": "w3", "before": "a2", "b": "b3"})

    @beat
    def the_activation(self) -> None:
        """State what becomes of the sum; an arrow within the neuron says so too."""
        self.row.things.add(self.squash)
        self.state("activation_one", {"a": "a3", "z": "z3"}, FadeIn(self.squash))

    @beat
    def the_cost(self) -> None:
        """Name the target, and state the cost."""
        self.name("y")
        self.state(rule_of("cost_one", self.trace), {"C": "C", "a": "a3", "y": "y"})
        self.remove(*self.threads, *[part for part in self.staged() if part not in self.added])
        self.add(self.row)

    def hand_over(self) -> None:
        """Let the formulas go."""
        self.move(FadeOut(*self.added), time="fade", still=False)

    def name(self, *names: str) -> None:
        """Let names come out of the things that they name, and stand under them."""
        things = self.row.things
        self.move(*[fly(self.row.symbols[name], things.thing(name)) for name in names], time="fade", still=False)

    def counted(self) -> VGroup:
        """Return the number of each layer, under the neurons."""
        names, words = VGroup(), {"layer": self.phrase("layer")}
        for code, neuron in zip(LAYERS, self.chain.neurons, strict=True):
            name = Formula(code, self.theme, words=words, size="small", role="dim").move_to(neuron)
            names.add(name.stand_on(self.chain.biases[1].get_bottom()[1] - 2 * gap.large))
        return names

    def call(self, l: int, **things: tuple[Mobject, np.ndarray]) -> None:
        """Let the names of a layer come out of things, to stand at a side of them, as its number is spoken of."""
        rested = self.called()
        symbols = {name: Formula(symbol_of(name), self.theme, role="focus") for name in things}
        flights = [fly(symbols[name].next_to(*at, gap.small), at[0]) for name, at in things.items()]
        self.move(*rested, *flights, self.painted("focus", self.layers[l]), time="slow", still=False)
        self.first |= symbols

    def called(self) -> list[Animation]:
        """Return the animations after which no layer, and no name of its things, is spoken of."""
        return [*map(partial(self.painted, "ink"), self.first.values()), self.painted("dim", self.layers)]

    def painted(self, role: str, letters: VMobject) -> Animation:
        """Return the animation that gives letters the colour of a role."""
        return letters.animate.set_color(self.theme.of(role)).build()

    def drop(self, name: str) -> None:
        """Let a number line drop from a thing, and a thread come to it from the line before."""
        row, line = self.row, self.row.lines[name]
        i = row.names.index(name)
        grows: list[Animation] = [GrowFromPoint(line, row.things.thing(name).get_bottom())]
        if i:
            thread = row.thread_into(i)
            self.threads.append(thread)
            grows.append(Create(thread))
        self.move(*grows, time="fade" if not i else "move", still=False)

    def state(self, stated: str, parts: Mapping[str, str], *besides: Animation) -> None:
        """State a rule over the line of what it makes, its symbols flying in from theirs; then the same in numbers.

        What comes besides comes with the rule.
        """
        row, (result, *_) = self.row, parts.values()
        if self.formulas:
            self.formulas[-1].set_color(self.theme.of("dim"))
        i = row.names.index(result)
        formula = row.places.put_over(i, rule(stated, self.theme, size="small"))
        flights = [fly(formula[part], row.symbols[name]) for part, name in parts.items()]
        bare = formula.rest(*parts)
        self.move(*flights, FadeIn(bare), *besides, still=False)
        self.remove(bare, *[formula[part] for part in parts])
        self.add(formula)
        self.drop(result)
        numbers = {part: (row.value(name), ".0f" if name == "y" else ".3f") for part, name in parts.items()}
        said = row.places.put_product(i, twin(stated, self.theme, numbers=numbers, size="small"))
        self.formulas += [formula]
        self.added += [formula, said]
        self.move(FadeIn(said), time="fade")
