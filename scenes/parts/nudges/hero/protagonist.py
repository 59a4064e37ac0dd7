"""The protagonist of chapter Nudges: the network, what its outputs wish, and what that asks of the layers before."""

from __future__ import annotations

from math import inf
from typing import ClassVar

from manim import Animation, Group, Mobject, VGroup

from netsim import Reading, Trace
from scenes.camera.fading import FadeIn, FadeOut
from scenes.formulas.by_hand import spec_of_errors
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.amounts.arrows import NudgeArrow
from scenes.mobjects.amounts.bars import BarColumn
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.type.number import spec_for
from scenes.mobjects.type.spoken import Spoken, in_lines
from scenes.mobjects.type.typeset import Words
from scenes.parts.nudges.hero.spoken_of import spoken_of
from scenes.parts.standing_network import StandingNetwork
from scenes.stage.zones import Zone
from scenes.words.messages import Messages
from scenes.words.numbers import Fact
from scenes.words.sentence import Sentence

ARROW = 6 / 7  # the longest arrow, as a share of the room from output to output
# The longest bar at each side of its axis: a share of the gap before its layer, but no less than a length, if that
# leaves a hair between it and the layers; at most another.
BARS, LEAST, LONGEST = 3 / 10, 3 / 2 * gap.medium, 2 * gap.large
THICKEST = gap.medium  # of a bar
OVER_EACH = ("wish", "effect")  # what is written over the bars of several layers at once: each is as wide as has room
THICK = 3 / 5  # a bar at most, as a share of the room from neuron to neuron


class Protagonist(StandingNetwork):
    """The network for the star at a recorded moment, lit, and room for what it shows, should show, and wishes.

    Parameters
    ----------
    trace, theme, words, stage
        What it is made of, and the zone that it fills.
    t
        A recorded moment, as an index.

    Attributes
    ----------
    arrows, wishes, effects
        In the table, one for each output that is drawn, top to bottom: the arrows of wishes, and numbers.
    sums
        By layer: the bars beside its neurons, once they have been asked for something.
    over, under
        By layer: the words over these bars, and under them what the longest stands for.
    """

    shares = (45, 10)
    columns: ClassVar = {"shows": 8, "should": 8, "arrow": 5, "wish": 9}
    places: ClassVar = {"slope": "should", "effect": "wish", "updates": "wish"}

    def __init__(self, trace: Trace, theme: Theme, words: Messages, stage: Zone, t: int = 0) -> None:
        super().__init__(
            trace,
            theme,
            words,
            stage,
            t,
            keep={l: spoken_of(trace, l) for l in range(1, trace.L + 1)},
            matter={l: trace.reading(f"dC_da{l}", t, 0) for l in range(1, trace.L)},
        )
        self.sums: dict[int, BarColumn] = {}
        self.over: dict[int, Words] = {}
        self.under: dict[int, VGroup] = {}
        self.arrows, self.wishes, self.effects = VGroup(), VGroup(), VGroup()

    # --- parts by meaning ---------------------------------------------------------------

    def axis(self, l: int) -> float:
        """Return where the axis of the bars beside a layer stands, across."""
        longest = self.longest(l)
        beside = min(gap.medium, self.before(l) / 2 - longest)
        return float(self.column(l).neurons.get_left()[0]) - beside - longest

    def longest(self, l: int) -> float:
        """Return how long the bars beside a layer are at most, in scene units."""
        return min(LONGEST, max(BARS * self.before(l), min(LEAST, self.before(l) / 2 - gap.hair)))

    # --- what stands beside the outputs -------------------------------------------------

    @property
    def spec_of_outputs(self) -> str:
        """The format of what outputs show: their errors give their wishes by hand, if so many digits have room."""
        trace, indices, usual = self.trace, self.outputs.indices, super().spec_of_outputs
        if not trace.judge.squared:
            return usual
        a, y, wishes = trace.reading(f"a{self.L}", self.t, 0), trace.reading("y", 0), self._wishes()
        shown, goals, asked = (each.take(indices) for each in (a, y, wishes))
        spec = spec_of_errors(shown, goals, asked, self._spec_of_wishes, trace.judge.factor(trace.sizes[-1]))
        end = float(self.network.names.get_right()[0]) + gap.hair
        return spec if all(number.get_left()[0] > end for number in self.numbers(a, "shows", spec)) else usual

    @property
    def _spec_of_wishes(self) -> str:
        return spec_for([self._wishes()], 2)

    def _wishes(self) -> Reading:
        return -self.trace.reading(f"dC_da{self.L}", self.t, 0)

    def with_wishes(self) -> Protagonist:
        """Draw each output's wish, as an arrow and as a number."""
        wishes = self._wishes()
        scale = Scale.fit([wishes], ARROW * self.outputs.pitch)
        self.heads["wish"] = self.head("wish")
        self.arrows = self.arrows_of(wishes, scale)
        self.wishes = self.numbers(wishes, "wish", self._spec_of_wishes, role="sign")
        return self.with_parts(self.heads["wish"], self.arrows, self.wishes)

    def arrows_of(self, readings: Reading, scale: Scale) -> VGroup:
        """Return an arrow for each output that is drawn, in its column of the table."""
        arrows = VGroup(*[NudgeArrow(readings[j], scale, self.theme) for j in self.outputs.indices])
        for arrow, y in zip(arrows, self.rows(self.L), strict=True):
            arrow.move_to((self.table["arrow"].x, y, 0))
        return arrows

    def with_effects(self) -> Protagonist:
        """Write what each output asks of its own weighted sum: its effect."""
        effects = -self.trace.reading(f"delta{self.L}", self.t, 0)
        self.heads["effect"] = self.head("effect")
        self.effects = self.numbers(effects, "wish", spec_for([effects], 3), role="sign")
        return self.with_parts(self.heads["effect"], self.effects)

    def with_sums(self, l: int) -> Protagonist:
        """Draw beside a layer what each neuron asks of its own weighted sum, on the scale of what it was asked for."""
        scale, effects = self.scale_of_sums(l), -self.trace.reading(f"delta{l}", self.t, 0)
        self.sums[l] = self.bars(l, effects, scale)
        self.over[l], self.under[l] = self.over_bars(l, "effect"), self._under_sums(l)
        return self.with_parts(self.sums[l], self.over[l], *self.under[l])

    def parts_of_sums(self, l: int) -> list[Mobject]:
        """Return what stands beside a layer: bars, the words over them, and under them what the longest stands for."""
        return [self.sums[l], self.over[l], *self.under[l]]

    def without_sums(self, *layers: int) -> Animation:
        """Return the animation that lets go what stands beside some layers."""
        gone = [part for l in layers for part in self.parts_of_sums(l)]
        self.remove(*gone)
        return FadeOut(Group(*gone))

    def without_notes(self, line: Mobject) -> list[Animation]:
        """Return the animations that let go what is said under bars where a line is going to stand."""
        gone: list[Animation] = []
        start, end = float(line.get_left()[0]) - gap.small, float(line.get_right()[0]) + gap.small
        for l, note in self.under.items():
            if len(note) and note.get_right()[0] > start and note.get_left()[0] < end:
                self.under[l] = VGroup()
                self.remove(*note)
                gone.append(FadeOut(note))
        return gone

    def with_notes(self, line: Mobject) -> list[Animation]:
        """Return the animations that let what is said under bars come back, if it has room left of a line."""
        coming: list[Animation] = []
        for l in [l for l, note in self.under.items() if l in self.sums and not len(note)]:
            note = self._under_sums(l)
            if len(note) and note.get_right()[0] < line.get_left()[0] - gap.medium:
                self.under[l] = note
                coming.append(FadeIn(note))
                self.add(*note)
        return coming

    def _under_sums(self, l: int) -> VGroup:
        effects = -self.trace.reading(f"delta{l}", self.t, 0)
        return self.under_bars(l, self.among(l, effects, self.scale_of_sums(l)), self._apart(l) - gap.medium)

    def scale_of_sums(self, l: int) -> Scale:
        """Return the scale of the bars beside a layer: all that is asked of it, and every sum on the way, has room."""
        asked = [-self.trace.reading(f"dC_da{l}", self.t, 0)]
        on_the_way = [f"wishes/{name}{l + 1}" for name in ("table", "running")]
        return Scale.fit(asked + [self.trace.reading(key) for key in on_the_way if key in self.trace], self.longest(l))

    # --- what stands beside a hidden layer ----------------------------------------------

    def bars(self, l: int, readings: Reading, scale: Scale, lane: int = 0, lanes: int = 1) -> BarColumn:
        """Return bars beside the neurons of a layer that are drawn: one of so many that share a row, the upper is 0."""
        column = self.column(l)
        shown, whole = [readings[j] for j in column.indices], min(THICKEST, THICK * column.pitch)
        up = whole * ((lanes - 1) / 2 - lane) / lanes
        return BarColumn(shown, [y + up for y in self.rows(l)], self.axis(l), scale, self.theme, whole / lanes)

    def over_bars(self, l: int, name: str, **facts: Fact) -> Words:
        """Return words over the bars beside a layer, by their name among the labels."""
        said = Words(self.words.say("standing-network", facts, name), self.theme, size="small", role="dim")
        said.scale(min(1, (self._apart(l) - gap.small) / float(said.width)) if name in OVER_EACH else 1)
        said.move_to((self.axis(l), 0, 0)).stand_on(self.heading)
        return said.shift((max(0, self.room.left - float(said.get_left()[0])), 0, 0))

    def under_bars(self, l: int, scale: Scale, room: float | None = None) -> VGroup:
        """Return what is said under the bars beside a layer: what the longest stands for; nothing if it has no room.

        That is the gap before the layer, or where such lines alone stand side by side so much as is given. Where the
        stage goes on under it, it is broken, or said shorter, into lines as wide as bars of any two layers stand apart.
        Layers are compared by their numbers, never by their bars: each has a scale of its own.
        """
        room, apart = room or self.before(l), min(map(self._apart, range(1, self.L + 1))) - gap.small
        most = 1 + int((self.note - self.floor) / self.theme.leading("small"))
        for name, width in (("longest", inf), ("longest", apart), ("longest_short", apart), ("at_most", apart)):
            said = self.words.say("standing-network", {"longest": scale.source}, name)
            note = in_lines(said, self.theme, width, size="small", role="dim")
            if len(note) <= most and note.width < min(width, room if width == inf else inf):
                return note.shift((self.axis(l), self.note, 0))
        return VGroup()

    def _apart(self, l: int) -> float:
        """Return how far the bars beside a layer stand from those beside the layer before it."""
        return self.before(l) + float(self.column(l).neurons.width)

    def under_edges(self, l: int, said: Sentence) -> Spoken:
        """Return a line of numbers under the edges into a layer: what becomes of what passes along them.

        It stands apart from what is said under bars beside the layer before.
        """
        line = Spoken(said, self.theme, size="small")
        line.move_to((self.edges(l).get_x(), 0, 0)).stand_on(self.note)
        right = float(self.column(l - 1).neurons.get_right()[0]) if l - 1 in self.network.columns else self.room.left
        starts = [
            right + gap.small,
            *[float(note.get_right()[0]) + 2 * gap.large for note in self.under.get(l - 1, ())],
        ]
        return line.shift((max(0, max(starts) - line.get_left()[0]), 0, 0))

    def among(self, l: int, shown: Reading, scale: Scale) -> Scale:
        """Return a scale as it is stated: by the longest of the bars that stand beside a layer, (n_l,)."""
        return scale.among([shown.take(self.column(l).indices)])
