"""What a network is: pixels are numbers, numbers are activations, and layer decides layer up to an answer (D1)."""

from __future__ import annotations

import numpy as np
from manim import RIGHT, Animation, Group, LaggedStart, Mobject

from netsim import Trace
from netsim.figures.examples import brightness, scaling_of_inputs
from netsim.figures.network import hidden_layers, neurons_of
from netsim.figures.outcomes import first_answer
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap, lag
from scenes.mobjects.network.marks import rim
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.descent.hero.close_up import CloseUp
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.descent.hero.standing import network_stands
from scenes.parts.selection import highest
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import output_name

QUICK = 4  # from so many layers on each is quicker
HIGH = 3  # the answer has at most one of so many parts of the height
SMALL = 1 / 10  # of its size as it leaves the output


class TheNetwork(TraceScene):
    """An image, its pixels as numbers, these as the first layer, and a forward pass through the untrained network."""

    chapter = "descent"
    opens_with = network_stands
    closes_with = network_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        outputs = trace.reading(f"a{trace.L}", 0, 0)
        brightest = highest(outputs)
        return {
            **super().facts(trace),
            "brightness": brightness(trace),
            "scaling": scaling_of_inputs(trace),
            "hidden": hidden_layers(trace),
            "updates": trace.reading("steps", 0),
            "answer": first_answer(trace),
            "brightest": output_name(trace, brightest),
            "a_label": outputs[trace.own_output(0)],
            "y_label": trace.reading("y", 0, trace.own_output(0)),
        }

    def setup(self) -> None:
        self.hero: Learner = self.stands
        self.near = CloseUp(self.hero)
        self.added: list[Mobject] = []
        self.lines: list[Mobject] = []

    @beat("D1")
    def the_numbers(self) -> None:
        """Go in on a part of the image, or on all inputs, until their numbers can be read."""
        self.look_at(self.near.zone, time="slow", still=False)
        arriving = [FadeIn(row) for row in self.near.rows]
        self.move(LaggedStart(*arriving, lag_ratio=lag.apart), time="slow", still=False)

    @beat
    def the_first_layer(self) -> None:
        """Let every pixel become a neuron, and go back until all of them are seen; from a column, until all is."""
        self.move(*self.rounded(1), still=False)
        image = self.hero.network.image
        back = self.viewpoint.on(image) if image else self.viewpoint.back()
        self.move(back, time="slow", still=False)
        self.move(FadeOut(self.near.rows), *self.come(self.layer(0)), time="fade", still=False)

    @beat
    def layer_by_layer(self) -> None:
        """Go back, all else dark; let light run through the edges, layer by layer, and name each as it is lit."""
        dark = [neuron.darken() for neuron in self.hero.lit()]
        self.move(*dark, self.viewpoint.back(), still=False)
        for l in range(1, self.trace.L + 1):
            time = "move" if self.trace.L < QUICK else "fade"
            self.move(*self.hero.forward(l), *self.come(self.layer(l)), time=time, still=False)

    @beat
    def the_answer(self) -> None:
        """Ring the brightest output, and let its class stand beside the network, large; or the numbers that came."""
        network, theme, L = self.hero.network, self.theme, self.trace.L
        outputs = self.trace[f"a{L}"][0, 0]
        each_a_class = self.known["outputs_are"] == "classes"
        loudest = [j for j in self.hero.outputs.indices if outputs[j] == outputs.max() or not each_a_class]
        rings = [rim(network, L, j).set_color(theme.of("focus")) for j in loudest]
        self.move(FadeOut(Group(*self.lines)), *self.come(*rings), time="fade", still=False)
        self.added = [part for part in self.added if part not in self.lines]
        answers = self.in_large(loudest) if len(loudest) == 1 or not each_a_class else []
        self.added += answers
        starts = [network.neuron(L, j).get_center() for j in loudest]
        coming = [FadeIn(one, target_position=at, scale=SMALL) for one, at in zip(answers, starts, strict=False)]
        if coming:
            self.move(*coming, time="slow", still=False)

    def hand_over(self) -> None:
        """Let all go that was added, and the pixels be pixels again."""
        self.move(FadeOut(Group(*self.added)), *self.rounded(0), time="fade", still=False)

    def in_large(self, those: list[int]) -> list[Mobject]:
        """Return what outputs answer, large: the name of a class; a number, with its name where there are several."""
        zone, theme, L = self.hero.beside, self.theme, self.trace.L
        outputs, size = self.trace.reading(f"a{L}", 0, 0), "title"
        answers: list[Mobject] = []
        for j in those:
            name = Words(self.hero.network.shape.classes[j], theme, size=size, role="focus").stand_on(0)
            number = Readout(outputs[j], theme, size=size).stand_on(0)
            both = Group(name, number.next_to(name, RIGHT, gap.medium, coor_mask=np.array([1, 0, 0])))
            answers.append({"classes": name, "one": number}.get(str(self.known["outputs_are"]), both))
        high = zone.rows(*[1] * HIGH)[0].height
        larger = min(min(zone.width / one.width, high / one.height) for one in answers)
        rows = zone.rows(*[1] * len(answers))
        return [row.put(one.scale(larger)) for row, one in zip(rows, answers, strict=True)]

    def come(self, *parts: Mobject) -> list[Animation]:
        """Return the animation that lets parts appear that will leave again at the end."""
        self.added += parts
        return [FadeIn(*parts)]

    def rounded(self, roundness: float) -> list[Animation]:
        """Return the animation that lets the image's pixels be neurons, or pixels again; [] if there is none."""
        image = self.hero.network.image
        return [image.picture.animate.set_roundness(roundness).build()] if image else []

    def layer(self, l: int) -> Spoken:
        """Return the line beside the network that says what a layer is."""
        kind = "input" if l == 0 else "output" if l == self.trace.L else "hidden"
        beside = self.hero.beside
        said = Spoken(self.phrase(kind, many=neurons_of(self.trace, l)), self.theme)
        self.lines.append(beside.stand(said, beside.rows(*[1] * (self.trace.L + 1))[l].y))
        return said
