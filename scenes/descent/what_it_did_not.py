"""What the network did not learn: its weights look like noise, and of noise it can be sure (D15)."""

from __future__ import annotations

from itertools import chain

from manim import RIGHT, Animation, LaggedStart, VGroup

from netsim import Trace
from netsim.figures.descent.learned import noise_examples, real_examples, works
from netsim.figures.network import neurons_of, pictures_of_weights
from scenes.camera.fading import FadeIn
from scenes.look.measures import gap, lag
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.pixels import SignedPixels
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.course import Course
from scenes.parts.descent.beside.answered import Answered
from scenes.parts.descent.beside.hoped import Hoped
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.descent.hero.standing import trained_stands
from scenes.parts.selection import example_grid
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone
from scenes.words.numbers import Fact
from scenes.words.sentence import class_name

ROWS, ACROSS = 4, 4  # of the pictures of weights
HOPED, SEEN = 1, 4  # shares of the width: what one hoped for, and these pictures


class WhatItDidNot(TraceScene):
    """The first layer's weights grow out of its neurons; then noise passes through the network."""

    chapter = "descent"
    asks = ("classes", "outputs", "unseen")
    needs = ("confident", "course")
    opens_with = trained_stands
    closes_with = trained_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "neurons": neurons_of(trace, 1),
            "drawn": pictures_of_weights(trace),
            "works": works(trace),
            "noise": noise_examples(trace),
            "said": class_name(trace, int(trace["confident/said"][0])),
            "top": trace.reading("confident/top", 0),
            "sure": trace.reading("confident/sure"),
            "real_sure": trace.reading("confident/real_sure"),
            "real": real_examples(trace),
        }

    def setup(self) -> None:
        self.hero: Learner = self.stands
        self.hoped_in, self.seen_in = self.hero.beside.columns(HOPED, SEEN, gap=gap.large)
        self.hoped: Hoped | None = None

    @beat("D15")
    def what_one_hoped(self) -> None:
        """Draw what one would hope that the neurons look for in handwriting; let light pass to them."""
        hero = self.hero
        if self.known["kind"] == "handwritten":
            self.hoped = Hoped(self.theme, *chain(*hero.beside.grid(2, 2, gap=gap.large)))
            self.move(FadeIn(*[frame for frame, _ in self.hoped.cards]), time="fade", still=False)
            self.move(LaggedStart(*self.hoped.draw(), lag_ratio=lag.apart), time="slow", still=False)
        self.move(hero.edges(1).pass_forward(), still=False)

    @beat
    def its_weights(self) -> None:
        """Let a picture of its weights grow out of each neuron of the first layer."""
        trace, hero, last = self.trace, self.hero, len(self.trace.steps) - 1
        room = self.seen_in if self.hoped else hero.beside
        weights, neurons = trace.reading("W1", last), hero.column(1).indices[: int(float(self.known["drawn"]))]
        rows = [weights[j] for j in neurons]
        shape, _ = example_grid(trace, trace.reading("x", 0))
        cells = list(chain(*room.grid(max(ROWS // 2, -(-len(rows) // ACROSS)), ACROSS, gap=gap.medium)))
        self.pictures = [SignedPixels(row, shape, Scale.fit([row], 1.0), self.theme, cells[0].height) for row in rows]
        grown = [self.grow(j, cell, picture) for j, cell, picture in zip(neurons, cells, self.pictures, strict=False)]
        signs = Words(self.phrase("signs"), self.theme, size="small", role="dim")
        note = VGroup(
            signs, Words(self.phrase("scale"), self.theme, size="small", role="dim").next_to(signs, RIGHT, gap.large)
        )
        note.shift((room.right - note.get_right()[0], hero.note - signs.baseline, 0))
        note[1].stand_on(hero.note)
        self.legend = VGroup(self.over(room, "seen"), note)
        going = []
        if self.hoped:
            going = self.hoped.go_to(*self.hoped_in.rows(*[1] * ROWS, gap=gap.medium))
            self.legend.add(self.over(self.hoped_in, "hoped"))
        self.move(FadeIn(self.legend), *going, time="fade", still=False)
        self.move(LaggedStart(*grown, lag_ratio=lag.close), time="slow", still=False)

    @beat
    def noise(self) -> None:
        """Show the noise of which the network is surest, large, and let it pass through."""
        star = [self.trace.reading("x", 0), *Course(self.hero).lights(-1)]
        self.leave(*self.pictures, self.legend, *([self.hoped] if self.hoped else []))
        self.asked = Answered(self.hero, star, "confident/", self.hero.beside, self.phrase)
        surest, place = self.asked.images[0], self.hero.network.layers[0]
        self.card, room = surest.copy(), self.hero.beside.inset(gap.large)
        room.fit(surest.scale(room.height / float(surest.height)))
        self.move(*self.asked.come(0), time="fade", still=False)
        flying = surest.copy()
        self.move(flying.animate.match_height(place).move_to(place), still=False)
        self.remove(flying)
        self.move(self.asked.ask(0), time="slow", still=False)

    @beat
    def how_sure(self) -> None:
        """Let the others pass, the least sure last, then the surest again; mark those with an output above one half."""
        others = range(1, len(self.asked.images))
        smaller = self.asked.images[0].animate.match_height(self.card).move_to(self.card)
        coming = self.asked.tell(0), *self.asked.come(*others)
        self.move(smaller, LaggedStart(*coming, lag_ratio=lag.close), still=False)
        for i in others:
            self.play(self.asked.ask(i), self.asked.tell(i), run_time=self.asked.seconds())
        ranks, sure = self.trace["confident/rank"], int(self.trace["confident/sure"])
        self.play(self.asked.ask(0), run_time=self.asked.seconds())
        self.asked.mark(*[i for i, rank in enumerate(ranks) if rank < sure])

    def hand_over(self) -> None:
        """Let the noise leave, and the star run through the network."""
        self.leave(self.asked)
        self.move(self.asked.take_the_star(), time="fade", still=False)
        self.add(self.hero)

    def over(self, room: Zone, name: str) -> Spoken:
        """Return the name over a part of the zone beside the network."""
        return room.stand(Spoken(self.phrase(name), self.theme, size="small", role="dim"), self.hero.heading)

    def grow(self, j: int, cell: Zone, picture: SignedPixels) -> Animation:
        """Return the animation in which a picture grows out of a neuron of the first layer to fill its cell."""
        whole = cell.fit(picture).copy()
        neuron = self.hero.network.neuron(1, j)
        self.add(picture.match_height(neuron).move_to(neuron))
        return picture.animate.match_height(whole).move_to(whole).build()
