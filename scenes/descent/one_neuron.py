"""One neuron: its weights times the activations before it, added up, shifted, squashed (D2)."""

from __future__ import annotations

from manim import Create, Group, Mobject

from netsim import Trace
from netsim.figures.examples import dark_inputs
from netsim.figures.network import done_to_a_sum
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.all_edges import AllEdges
from scenes.mobjects.network.edges import WIDEST
from scenes.mobjects.network.marks import rim
from scenes.mobjects.replay import Replay, by_way_of
from scenes.parts.descent.beside.answering import OWN, Answering, unlit
from scenes.parts.descent.beside.weighing import Weighing
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.descent.hero.standing import network_stands
from scenes.parts.standing_network import RESTING
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

HALVES = (1, 1)  # shares of the width: weights and products, what comes of their sum
LONG = 5 / 2  # as long as a slow move: products are taken, and sums are tried


class OneNeuron(TraceScene):
    """A neuron of the first layer of the untrained network: weights times pixels, their sum, its function."""

    chapter = "descent"
    needs = ("neuron",)
    opens_with = network_stands
    closes_with = network_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "dark": dark_inputs(trace),
            "does": done_to_a_sum(trace),
            "function": trace.activation(1).name,
        }

    def setup(self) -> None:
        hero, trace = self.stands, self.trace
        self.hero: Learner = hero
        _, self.j = trace["neuron/place"].tolist()
        left, right = hero.beside.columns(*HALVES, gap=gap.large)
        self.weighing = Weighing(trace, self.theme, self.words, left)
        self.answering = Answering(trace, self.theme, self.words, right, hero.network.shape.spans[1])
        self.neuron = hero.network.neuron(1, self.j)
        self.ring = rim(hero.network, 1, self.j).set_color(self.theme.of("focus"))
        self.dark = unlit(self.neuron)
        self.added: list[Mobject] = []

    @beat("D2")
    def its_weights(self) -> None:
        """Ring one neuron and draw all its weights in the colours of their signs; lay them over the input."""
        hero, weighing = self.hero, self.weighing
        edges = self.own_edges()
        hero.over_the_edges(edges)
        ringed = self.come(self.dark, self.ring)
        self.move(*hero.step_back(self.trace.L), ringed, edges.draw_forward(), still=False)
        from_neuron = FadeIn(weighing, target_position=self.neuron.get_center(), scale=1 / 10)
        self.added += [weighing]
        self.move(from_neuron, self.come(self.answering.dark, self.answering.called), time="slow", still=False)
        self.edges = edges

    @beat
    def the_products(self) -> None:
        """Go through the input: each weight becomes a product, and their sum grows and shrinks on its axis."""
        weighing, answering = self.weighing, self.answering
        weighing.set_count(1)
        answering.set_count(1)
        coming = [answering.axis, answering.sum, answering.lines["sum"], *weighing.heads[1:]]
        self.move(self.come(*coming), *map(FadeOut, weighing.heads[:1]), time="fade", still=False)
        weighing.remove(*weighing.heads[:1])

        def show(count: int) -> None:
            weighing.set_count(count)
            answering.set_count(count)

        counts = range(1, self.trace.sizes[0] + 1)
        changing = (*weighing.changing, answering.sum, answering.lines["sum"])
        self.play(Replay(*changing, rows=counts, show=show, run_time=LONG * self.theme.time.slow))

    @beat
    def the_sum(self) -> None:
        """Add the bias: the sum is shifted."""
        answering = self.answering
        self.added += [answering.bias]
        self.move(answering.bias.grow(), self.come(answering.lines["bias"]), still=False)
        self.move(self.come(answering.dot, answering.lines["both"]), time="fade", still=False)

    @beat
    def the_squash(self) -> None:
        """Draw the curve over the sum, let other sums slide along it while the neuron answers, and come back."""
        answering = self.answering
        self.added += [answering.curve]
        self.move(Create(answering.curve), still=False)
        self.move(self.come(answering.rise, answering.light), time="fade", still=False)
        own, first, last = answering.places_around_its_own()
        self.added += [answering.neuron, answering.activation]
        self.remove(self.dark, answering.dark)
        changing = (answering.dot, answering.rise, answering.light, answering.neuron, answering.activation, self.neuron)

        def show(row: int) -> None:
            answering.stand(row)
            self.neuron.set_reading(answering.neuron.reading)

        rows = [*by_way_of(own, first, last, own), OWN]
        self.play(Replay(*changing, rows=rows, show=show, run_time=LONG * self.theme.time.slow))

    def hand_over(self) -> None:
        """Let all go that was added, and the edges come back."""
        self.hero.network.remove(self.edges)
        back = [edges.animate.set_level(RESTING) for edges in self.hero.network.edges.values()]
        self.move(FadeOut(Group(*self.added), self.edges), *back, time="fade", still=False)

    def come(self, *parts: Mobject) -> FadeIn:
        """Return the animation that lets parts appear that will leave again at the end."""
        self.added += parts
        return FadeIn(*parts)

    def own_edges(self) -> AllEdges:
        """Return the edges of all weights of the neuron, from every pixel or every input that is drawn."""
        network = self.hero.network
        row = self.hero.column(1).indices.index(self.j)
        weights = self.trace.reading("W1", 0)
        _, starts, ends = network.whole_layer(1, weights)
        inputs = self.hero.column(0).indices if network.image is None else range(self.trace.sizes[0])
        own = weights.take([self.j], inputs)
        starts = starts[row : row + 1] if len(starts) > 1 else starts
        return AllEdges(own, starts, ends[row : row + 1], Scale.fit([own], WIDEST), self.theme)
