"""Every output's wishes for the layer before it, seen travelling back and adding up (N9)."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from manim import DL, Animation, AnimationGroup, LaggedStart, linear

from netsim import Reading, Trace
from netsim.figures.network import neurons_of
from netsim.figures.nudges.wishes import softest_voice
from scenes.camera.fading import FadeIn, FadeOut
from scenes.mobjects.amounts.bars import BarColumn
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.comets import Comets
from scenes.mobjects.network.edges import SPOKEN, Edges
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.network.neuron import RIM
from scenes.mobjects.type.formula import Formula, scale_note
from scenes.mobjects.type.number import number_column, spec_for
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import activations, network_shape, ranked
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import Sentence, class_name

ROOM = STAGE.inset(top=0.9)  # of the network: over it stand the names of what is beside it
NUMBERS, AXIS, HIDDEN = STAGE.left + 1.2, STAGE.left + 2.85, STAGE.left + 4.5  # from the left: numbers, bars, neurons
WORDS, FRACTION = ROOM.top + 0.28, ROOM.top + 0.42  # heights that words over the network stand on, and a fraction
EFFECTS = 1.0  # room at the right for what the outputs ask of their sums
LONGEST = 1.2  # of a bar, in scene units
HEAD = 0.24  # radius of the largest comet's head
RESTING, SILENT = 0.55, 0.25  # level of edges at rest, and of all others while one output speaks
RING = 4.0  # width of the rim of an output that speaks
ARRIVING = 0.85  # share of a comet's way after which the bars begin to grow
ALONE = 1.6  # how many times slower than a wave one output's wishes travel alone
ONE_AFTER_THE_OTHER, WAVES = 0.75, 8.0  # seconds between two waves, and of all waves at most, at pace 1


class SumOfWishes(TraceScene):
    """The wishes of all outputs on their way back, and the sums that they leave: the wishes of the layer before."""

    chapter = "nudges"
    needs_hidden = True
    needs = ("wishes",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        effects = -trace.reading(f"delta{trace.L}", 0, 0)
        return {
            **super().facts(trace),
            "before": neurons_of(trace, trace.L - 1),
            "effect": effects[trace.label(0)],
            "voices": softest_voice(trace),
            "least": class_name(trace, ranked(effects)[-1]),
        }

    def setup(self) -> None:
        trace, last = self.trace, self.trace.L
        self.label, self.effects = trace.label(0), -trace.reading(f"delta{last}", 0, 0)
        self.table, self.running = (trace.reading(f"wishes/{name}{last}") for name in ("table", "running"))
        self.total_wish = -trace.reading(f"dC_da{last - 1}", 0, 0)
        self.network = NetworkDiagram(
            network_shape(trace, 0, 0),
            activations(trace, 0, 0),
            self.theme,
            self.words,
            left=HIDDEN,
            right=STAGE.right - EFFECTS,
            bottom=ROOM.picture.bottom + 0.2,
            top=ROOM.top,
            first=last - 1,
            matter={last - 1: self.total_wish, last: self.effects},
        ).connect({last: trace.reading(f"W{last}", 0)}, grey=True)
        self.network.light_all()
        self.edges = self.network.edges[last].set_level(RESTING)
        self.column, self.outputs = self.network.columns[last - 1], self.network.columns[last]
        self.rows = [float(neuron.get_y()) for neuron in self.column.neurons]
        self.scale = Scale.fit([self.table, self.running], LONGEST).among([self.table])
        heads = Scale.fit([self.table], min(HEAD, 0.4 * self.column.pitch))
        self.speaker: int | None = None
        self.comets = [self.comets_of(j, heads) for j in range(trace.sizes[last])]
        self.bars = {j: self.bar_column([self.table[j][k] for k in self.column.indices]) for j in self.speakers()}

    @beat("N9")
    def one_opinion(self) -> None:
        """Show the last two layers, and let the label's output ask the neurons before it."""
        before = Formula("a^((L-1))", self.theme, role="dim", size="small")
        before.move_to((self.column.neurons.get_x(), 0, 0)).stand_on(WORDS)
        drawn = [self.effects[j] for j in self.outputs.indices]
        rows = [float(neuron.get_y()) for neuron in self.outputs.neurons]
        asked = number_column(drawn, rows, STAGE.right, self.theme, spec=spec_for([self.effects], 2))
        name = Words(self.phrase("effect"), self.theme, size="small", role="dim").stand_on(WORDS)
        name.shift((STAGE.right - name.get_right()[0], 0, 0))
        self.network.class_name(self.label).set_color(self.theme.of("focus"))
        self.enter(self.network, before)
        self.move(FadeIn(name, asked, self.bars[self.label].axis), time="fade")
        self.speak(self.label)
        if float(self.scale.source):
            note = scale_note(self.scale, self.theme, self.phrase("longest"), decimals=3)
            self.move(FadeIn(note.move_to((STAGE.left, STAGE.note, 0), aligned_edge=DL)), time="fade")

    @beat
    def all_opinions(self) -> None:
        """Let others ask: first the one that asks for least, then the one that asks for most."""
        for j in self.speakers()[1:]:
            self.speak(j)

    @beat
    def the_sum(self) -> None:
        """Let all outputs ask, one after the other, and every wish add to the sum so far."""
        self.fall_silent()
        self.total = self.bar_column([self.running[0][k] for k in self.column.indices])
        for bar in self.total.bars:
            bar.glide(0.0, 0.0)
        self.remove(self.bars[self.label].axis)
        self.add(self.total)
        self.whose = self.over_the_bars(self.phrase("so_far"))
        self.move(FadeIn(self.whose), time="fade", still=False)
        between = min(ONE_AFTER_THE_OTHER, WAVES / len(self.comets)) * self.theme.time.move
        self.add(*self.comets)
        self.play(_Waves(self, self.theme.time.slow, between))
        self.remove(*self.comets)
        self.leave(self.whose)
        self.whose = self.over_the_bars(self.phrase("added"))
        self.move(FadeIn(self.whose), time="fade", still=False)

    @beat
    def the_total(self) -> None:
        """Name the total, and write its numbers."""
        head = Formula("-(partial C_0) / (partial a_k^((L-1)))", self.theme, role="cost", size="small")
        head.move_to((AXIS, 0, 0)).stand_on(FRACTION)
        wishes = [self.total_wish[k] for k in self.column.indices]
        for bar, wish in zip(self.total.bars, wishes, strict=True):
            bar.set_reading(wish)
        numbers = number_column(wishes, self.rows, NUMBERS, self.theme, spec=spec_for([self.total_wish], 3))
        self.leave(self.whose)
        self.move(FadeIn(head, numbers), self.edges.animate.set_level(self.level(SILENT)))

    def speakers(self) -> list[int]:
        """Return the outputs that are heard alone: the label's, the softest of the others, and the loudest."""
        order = ranked(self.effects)
        others = [j for j in order if j != self.label and j in self.outputs.indices]
        return [self.label, *dict.fromkeys([*others[-1:], *others[:1]])]

    def speak(self, j: int) -> None:
        """Let an output's wishes travel along its edges, and become bars where they arrive; they and its light stay."""
        self.fall_silent()
        self.speaker, neuron = j, self.outputs.neuron(j)
        self.whose = self.over_the_bars(self.phrase("asked_by", output=class_name(self.trace, j)))
        level = self.edges.only_to(self.outputs.indices.index(j), SILENT)
        lit = neuron.animate.set_stroke(self.theme.of("focus"), width=RING)
        self.move(self.edges.animate.set_level(level), lit, FadeIn(self.whose), time="fade", still=False)
        way = self.comets[j].travel(run_time=ALONE * self.theme.time.slow)
        growing = AnimationGroup(*self.bars[j].grow(), run_time=self.theme.time.fade)
        self.play(LaggedStart(way, growing, lag_ratio=ARRIVING))
        self.wait(self.theme.time.still)

    def fall_silent(self) -> None:
        """Let the bars of who spoke last go, and its light."""
        if self.speaker is None:
            return
        neuron = self.outputs.neuron(self.speaker)
        rim = neuron.animate.set_stroke(self.theme.of("ink"), width=RIM)
        gone = FadeOut(self.whose, *self.bars[self.speaker].bars)
        self.move(gone, rim, self.edges.animate.set_level(self.level(RESTING)), time="fade", still=False)
        self.speaker = None

    def level(self, value: float) -> np.ndarray:
        """Return the same level for all edges."""
        return np.full(self.edges.value.shape, value)

    def over_the_bars(self, words: Sentence) -> Words:
        """Set words over the bars: whose they are."""
        head = Words(words, self.theme, size="small", role="dim")
        return head.move_to((AXIS, 0, 0)).stand_on(WORDS)

    def arrive(self, j: int, share: float) -> None:
        """Show the sums when a share of output j's wishes has been added to those of the outputs before it."""
        for bar, k in zip(self.total.bars, self.column.indices, strict=True):
            bar.reading = self.running[j][k]
            bar.glide(self.running[j - 1][k] if j else 0.0, share)

    def comets_of(self, j: int, heads: Scale) -> Comets:
        """Return what output j asks, on its way; of one that is not drawn, from the line that says how many are not."""
        column, here = self.outputs, self.column.indices
        if j in column.indices:
            start = self.edges.end_points(column.indices.index(j), 0)[1]
        else:
            assert column.more is not None
            start = column.more.get_left()
        ends = np.array([self.edges.end_points(0, place)[0] for place in range(len(here))])
        return Comets(self.table[j].take(here), start, ends, heads, self.theme)

    def bar_column(self, readings: list[Reading]) -> BarColumn:
        """Return a column of bars beside the neurons."""
        return BarColumn(readings, self.rows, AXIS, self.scale, self.theme, min(0.2, 0.6 * self.column.pitch))


class _Waves(Animation):
    """Let every output's wishes set out, one output after the other; as they arrive, the sums grow by them.

    Parameters
    ----------
    way, between
        Seconds that a wish is on its way, and from one output to the next: so long it is added, too.
    """

    def __init__(self, scene: SumOfWishes, way: float, between: float) -> None:
        self.scene, self.way, self.between, self.arrived = scene, way, between, 0
        self.duration = way + len(scene.comets) * between
        # The edges lie under all that changes: from them on everything is painted anew.
        super().__init__(scene.edges, run_time=self.duration, rate_func=linear)

    def create_starting_mobject(self) -> Edges:
        """Return the edges: what they show is worked out anew."""
        return self.scene.edges

    def interpolate_mobject(self, alpha: float) -> None:
        """Show a moment: where all wishes are, and what has been added."""
        time, scene = alpha * self.duration, self.scene
        on_the_way = [(time - j * self.between) / self.way for j in range(len(scene.comets))]
        for comets, at in zip(scene.comets, on_the_way, strict=True):
            comets.at = at
        level = [SPOKEN if 0 <= on_the_way[j] < 1 else RESTING for j in scene.outputs.indices]
        scene.edges.set_level(np.array(level)[:, None])
        added = max(0.0, (time - self.way) / self.between)
        for j in self._adding(added):
            scene.arrive(j, min(1.0, added - j))

    def _adding(self, added: float) -> Iterable[int]:
        """Return the outputs whose wishes are added in this moment, those that were completed since the last first."""
        first, self.arrived = self.arrived, min(int(added), len(self.scene.comets) - 1)
        return range(first, self.arrived + 1)
