"""The cost of the network: the average of what its examples cost, one after the other (D7)."""

from __future__ import annotations

import numpy as np
from manim import RIGHT, Square

from netsim import Trace
from netsim.figures.descent.answers import answers_at_first
from netsim.figures.examples import widest_answer
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap, stroke
from scenes.mobjects.replay import Replay, evenly, ever_faster
from scenes.mobjects.type.formula import Formula
from scenes.parts.descent.cost.cost_stream import CostStream
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.descent.hero.standing import network_stands
from scenes.parts.example_wall import ExampleWall
from scenes.parts.selection import wider
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import class_name

WALL, PLOT = 3, 5  # shares of the height
CARD = 5 / 4  # ems of small type that an example of the wall is high
FIRST = 12  # so many examples are asked slowly
SLOWLY, QUICKLY, ALL = 3, 3, 2  # slow moves that those take, the others that are seen, and all the rest


class CostOfAll(TraceScene):
    """Examples that stream through the network, the cost of each as a dot, and their average, which comes to rest."""

    chapter = "descent"
    needs = ("data",)
    opens_with = network_stands
    closes_with = network_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "examples": trace.reading("data/examples"),
            "answers": answers_at_first(trace),
            **({"answer": class_name(trace, int(trace["data/said"][0]))} if trace.classes else {}),
            "widest": widest_answer(trace),
            "costs": trace.reading("data/C"),
            "mean": trace.reading("data/mean"),
        }

    hero: Learner

    def setup(self) -> None:
        trace = self.trace
        hero = self.hero = self.stands
        self.x = trace.reading("data/x")
        self.labels = trace["data/label"]
        self.given = [self.x, *[trace.reading(f"data/a{l}") for l in range(1, trace.L + 1)]]
        wall, plot = hero.beside.rows(WALL, PLOT, gap=gap.small)
        self.wall = ExampleWall(trace, self.theme, self.x, wall, card=CARD)
        self.stream = CostStream(trace, self.theme, plot, self.phrase("cost"), self.phrase("asked"))
        self.mark = Square().set_stroke(self.theme.of("focus"), stroke.strong)

    @beat("D7")
    def each_its_own(self) -> None:
        """Let examples of the wall go through the network: each leaves a dot, and their average runs on."""
        hero, last = self.hero.with_outputs(), min(FIRST, len(self.x)) - 1
        values = [np.asarray(layer.value) for layer in self.given]
        hero.network.set_spans([wider(*each) for each in zip(hero.network.shape.spans, values, strict=True)])
        self.show(0)
        coming = [hero.heads["shows"], hero.shows, self.wall, self.stream, self.mark, *self.stream.parts]
        self.move(FadeIn(*coming), time="fade", still=False)
        self.ask(0, last, SLOWLY)

    @beat
    def the_answers(self) -> None:
        """Let the others of the wall go through it: what its outputs say hardly changes."""
        first, last = min(FIRST, len(self.x)) - 1, len(self.x) - 1
        if first < last:
            self.ask(first, last, QUICKLY)

    @beat
    def over_all(self) -> None:
        """Let the star stand again, ask all the others, and write the mean over all."""
        hero, mean, seen, last = self.hero, self.trace.reading("data/mean"), len(self.x), len(self.stream.costs) - 1
        network = hero.network
        hero.name_the_label(hero.label)
        network.set_spans(network.shape.spans).show_activations(network.activations[:1])
        lights = [light for l in range(1, hero.L + 1) for light in network.light(l)]
        self.move(*lights, hero.without("shows", hero.shows), FadeOut(self.mark), time="fade", still=False)
        if seen <= last:
            rows = ever_faster(seen, last)
            self.play(
                Replay(*self.stream.parts, rows=rows, show=self.stream.set_row), run_time=ALL * self.theme.time.slow
            )
        total = Formula("C = <C>", self.theme, numbers={"C": (mean, self.stream.spec)}, role="cost")
        self.stream.room.stand(total, self.stream.head, RIGHT)
        self.move(FadeOut(self.stream.number), FadeIn(total), time="fade", still=False)

    def hand_over(self) -> None:
        """Let all but the network go."""
        self.move(FadeOut(*self.all_but(self.hero)), time="fade", still=False)

    def ask(self, first: int, last: int, seconds: float) -> None:
        """Ask one example after the other."""
        pictures = self.hero, self.mark, *self.stream.parts
        self.play(Replay(*pictures, rows=evenly(first, last), show=self.show), run_time=seconds * self.theme.time.slow)

    def show(self, i: int) -> None:
        """Show an example of the wall, what the network makes of it, and what stands after it has been asked."""
        hero = self.hero
        hero.network.show_activations([layer[i] for layer in self.given])
        hero.show_outputs(self.given[-1][i])
        hero.name_the_label(int(self.labels[i]))
        self.stream.set_row(i)
        if i < len(self.wall.images):
            self.mark.replace(self.wall.images[i].frame, stretch=True)
        else:
            self.mark.set_stroke(opacity=0)
