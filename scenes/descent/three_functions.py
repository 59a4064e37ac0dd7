"""The three functions of the chapter, once more on its first picture, and what is still to be found out (D16)."""

from __future__ import annotations

from bisect import bisect_right

from manim import LEFT, Group, Mobject
from manim.utils.rate_functions import ease_out_sine

from netsim import Trace
from netsim.figures.examples import examples_shown
from netsim.figures.network import parameters
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap
from scenes.mobjects.replay import Replay
from scenes.mobjects.type.number import Readout, spec_for
from scenes.mobjects.type.typeset import Words
from scenes.parts.course import Course
from scenes.parts.descent.hero.first_picture import FirstPicture
from scenes.parts.descent.hero.standing import trained_stands
from scenes.parts.nudged import Nudged
from scenes.parts.nudges.hero.standing import dark_network_stands
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

REWOUND = 2  # how many times a slow move the way back through the training lasts


class ThreeFunctions(TraceScene):
    """The network, the cost, the gradient: what goes in, what comes out, and what is inside."""

    chapter = "descent"
    asks = ("classes",)
    needs = ("data", "learning", "course", "gradient")
    opens_with = trained_stands
    closes_with = dark_network_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "count": parameters(trace),
            "made": trace.reading("steps", len(trace["steps"]) - 1),
            "shown": examples_shown(trace),
            "examples": trace.reading("data/examples"),
        }

    def setup(self) -> None:
        self.hero = self.stands
        self.heads: list[Mobject] = []
        self.layers = range(1, self.trace.L + 1)

    @beat("D16")
    def the_network(self) -> None:
        """Let the first picture come back, as it is after the training, and light run from pixels to answers."""
        self.remove(self.hero)
        self.first, self.course = FirstPicture(self, self.hero), Course(self.hero)
        self.first.set_row(self.course.rows - 1)
        self.move(*self.first.arrive(), time="slow", still=False)
        self.add(self.first)
        network = self.hero.network
        source, outputs = network.input, self.hero.outputs
        self.say(self.head("in", source), self.head("inside", self.edges()), self.head("out", outputs))
        for l in self.layers:
            self.move(self.hero.edges(l).pass_forward(), still=False)

    @beat
    def the_cost(self) -> None:
        """Go back through the training: the dials turn, the answers get worse, and the mean cost of all rises."""
        costs, costed = self.trace.reading("course/mean_C"), self.trace["course/costed"].tolist()
        number = Readout(
            costs[len(costs) - 1], self.theme, spec=spec_for([costs], 3, sign=""), size="body", role="cost"
        )
        self.cost = self.first.counter(number, costs[0], self.phrase("cost"), "hero", LEFT)
        self.say(self.head("dials_in", self.edges()), self.head("examples", self.first.wall), self.cost)

        def show(row: int) -> None:
            self.course.set_row(row)
            self.first.set_row(row)
            self.cost.number.set_reading(costs[bisect_right(costed, row) - 1])

        start = self.course.row_after(int(self.trace.steps[0]))
        rows, seconds = range(self.course.rows - 1, start - 1, -1), REWOUND * self.theme.time.slow
        changing = self.first, self.cost
        self.play(Replay(*changing, rows=rows, show=show, rate_func=ease_out_sine, run_time=seconds))
        self.first.as_at_first()

    @beat
    def the_gradient(self) -> None:
        """Let every edge and neuron show which way it should go, and how far."""
        self.nudged = Nudged(self.hero, "gradient")
        self.say(self.head("direction", self.hero.network))
        self.move(*[change for l in self.layers for change in self.nudged.arrive(l)], time="slow", still=False)

    @beat
    def the_question(self) -> None:
        """Let all that was found go again, and come once more: from the outputs back, layer after layer."""
        gone = [change for l in self.layers for change in self.nudged.leave(l)]
        aside = self.first.wall.step_back(self.hero.network.layer(0))
        self.move(FadeOut(*self.heads), *gone, *aside, still=False)
        for l in reversed(self.layers):
            self.move(*self.nudged.sweep(l), still=False)

    def hand_over(self) -> None:
        """Let the network of the next chapter come in the place of this one's: as dark, and larger."""
        gone, self.hero = self.staged(), dark_network_stands(self)
        self.move(FadeOut(*gone), FadeIn(self.hero), still=False)

    def say(self, *heads: Mobject) -> None:
        """Write what goes in, what comes out and what is inside, in the place of what was written."""
        self.move(*[FadeOut(head) for head in self.heads], FadeIn(*heads), time="fade", still=False)
        self.heads = list(heads)

    def edges(self) -> Group:
        """Return what stands at the ends of the edges in the middle of the network, without the names of inputs."""
        l, network = (self.trace.L + 1) // 2, self.hero.network
        layers = [network.layer(at) for at in (l - 1, l)]
        return Group(*[layer if layer is network.image else Group(*layer.neurons) for layer in layers])

    def head(self, name: str, over: Mobject) -> Words:
        """Return words over a part of the picture."""
        head = Words(self.phrase(name), self.theme, size="small")
        head.shift((over.get_x() - head.get_x(), 0, 0)).stand_on(float(over.get_top()[1]) + gap.small)
        return self.stage.hold(head)
