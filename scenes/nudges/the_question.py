"""The question of the chapter: an answer that many dials made together, and which of them are to blame (N1)."""

from __future__ import annotations

from itertools import repeat

import numpy as np
from manim import RIGHT, Group, Mobject

from netsim import Reading, Trace
from netsim.figures.network import parameters
from netsim.figures.nudges.nudges import wanted_of_all
from netsim.figures.nudges.wishes import label_begins
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap
from scenes.mobjects.amounts.dial import Dial
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.turned import TurnedEdge
from scenes.mobjects.replay import Replay
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.answered import answered
from scenes.parts.nudged import Nudged, show_grey
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.nudges.hero.standing import dark_network_stands, network_stands
from scenes.parts.selection import highest, ranked
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

SUSPECTS = 6  # edges that are looked at, one after the other: of every layer one, whatever their number
TIMES = 2  # they are drawn so many times as wide as edges at rest
EACH = 3 / 2  # as long as a fade: one of them is looked at
FLARES = 2  # as long as a slow move: all that should be done comes, from the outputs back
RADIUS = 1 / 4  # of the dial, as a share of the room beside the outputs


class TheQuestion(TraceScene):
    """A wrong answer, the dials that made it, and what each of them should do."""

    chapter = "nudges"
    needs = ("one",)
    opens_with = dark_network_stands
    closes_with = network_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            **answered(trace),
            "begins": label_begins(trace),
            "count": parameters(trace),
            "wanted": wanted_of_all(trace),
        }

    def setup(self) -> None:
        self.hero: Protagonist = self.stands
        self.edges = self.suspects()

    @beat("N1")
    def the_example(self) -> None:
        """Let light run from the example at its input through the network, which is dark."""
        for l in range(1, self.hero.L + 1):
            self.move(*self.hero.forward(l), still=False)

    @beat
    def the_answer(self) -> None:
        """Write what the loudest output says, large; then what the example's own says, or if that is it, the next."""
        L, label = self.trace.L, self.trace.own_output(0)
        outputs = self.trace.reading(f"a{L}", 0, 0)
        loudest = highest(outputs)
        other = highest(outputs, besides=label) if loudest == label else label
        self.shout, self.whisper = (
            self.number(outputs, j, size, "focus" if j == label else "ink")
            for j, size in ((loudest, "title"), (other, "small"))
        )
        self.move(FadeIn(self.shout), still=False)
        if other != loudest:  # a single output has no other
            self.move(FadeIn(self.whisper), still=False)

    @beat
    def the_dials(self) -> None:
        """Look at one edge after the other, and at its dial: which is to blame, and which way should it go?"""
        zone, theme, network = self.hero.beside, self.theme, self.hero.network
        weights = [self.trace.reading(f"W{l}", 0, j, k) for l, j, k in self.edges]
        scale = network.edge_scale
        dial = zone.put(Dial(weights[0], scale, theme, RADIUS * min(zone.width, zone.height), role="focus"))
        one_of = Spoken(self.phrase("one_of"), theme, size="small", role="dim")
        zone.stand(one_of, dial.get_top()[1] + gap.large)
        ways = [Spoken(self.phrase(way), theme) for way in ("lower", "higher")]
        sides, stacked = zone.columns(1, 1), any(words.width > zone.width / 2 - gap.medium for words in ways)
        for i, (words, side) in enumerate(zip(ways, sides, strict=True)):
            down = gap.large * (2 - i if stacked else 1)  # one over the other, where they have no room side by side
            (zone if stacked else side).stand(words, dial.get_bottom()[1] - down)
        wide = Scale(scale.source, TIMES * scale.length)
        marks = [TurnedEdge(network, *edge) for edge in zip(self.edges, weights, repeat(wide))]

        def suspect(i: int) -> None:
            dial.set_reading(weights[i])
            for mark in marks:
                mark.set_stroke(opacity=int(mark is marks[i]))

        suspect(0)
        self.move(FadeOut(self.shout, self.whisper), FadeIn(dial, one_of, *marks), time="fade", still=False)
        rows = range(len(self.edges))
        self.play(Replay(dial, *marks, rows=rows, show=suspect), run_time=len(rows) * EACH * self.theme.time.fade)
        self.move(*map(FadeIn, ways), time="fade", still=False)
        self.asked = Group(dial, one_of, *ways, *marks)

    @beat
    def the_flare(self) -> None:
        """Let every edge and neuron show what it should do, from the outputs back."""
        self.move(FadeOut(self.asked), time="fade", still=False)
        self.play(*Nudged(self.hero).arrive_backward(), run_time=FLARES * self.theme.time.slow)

    def hand_over(self) -> None:
        """Let the flare go, or what else still stands beside the network, and its grey come back."""
        grey = [back for l in range(1, self.trace.L + 1) for back in show_grey(self.hero, l, 1)]
        self.move(FadeOut(*self.all_but(self.hero)), *grey, time="fade", still=False)

    def number(self, outputs: Reading, j: int, size: str, role: str) -> Mobject:
        """Return what an output shows, beside it."""
        number = Readout(outputs[j], self.theme, size=size, role=role)
        names, neuron = self.hero.network.names, self.hero.network.neuron(self.trace.L, j)
        return number.next_to(names, RIGHT, gap.medium).set_y(neuron.get_y())

    def suspects(self) -> list[tuple[int, int, int]]:
        """Return strong edges of all layers, (l, j, k), between neurons that are drawn, and from lit pixels."""
        trace, columns = self.trace, self.hero.network.columns
        x = trace.reading("x", 0)
        lit = [k for k in ranked(x) if float(x[k])]
        found, many = [], max(SUSPECTS, trace.L)
        for i in range(many):
            round_, l = i // trace.L, 1 + i % trace.L
            targets, sources = columns[l].indices, columns[l - 1].indices if l - 1 in columns else lit
            weights = np.abs(trace.reading(f"W{l}", 0).take(targets, sources).value)
            row, column = divmod(int(np.argsort(-weights, axis=None)[min(round_, weights.size - 1)]), len(sources))
            found.append((l, targets[row], sources[column]))
        return found
