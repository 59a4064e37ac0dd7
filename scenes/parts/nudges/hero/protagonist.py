"""The protagonist of the chapter: one network at one place and of one size, and what stands beside its layers.

All scenes of the chapter show the very same: it is made of the trace, the theme and the words alone. Edges are grey,
for blue and orange are changes here.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from manim import Animation, Group, Mobject, VGroup, smooth, squish_rate_func

from netsim import Reading, Trace
from scenes.camera.fading import FadeOut
from scenes.look.measures import gap, level
from scenes.look.theme import Theme
from scenes.mobjects.amounts.arrows import NudgeArrow
from scenes.mobjects.amounts.bars import BarColumn
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.comets import Comets
from scenes.mobjects.network.edges import Edges
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.network.neuron import Column, Neuron
from scenes.mobjects.type.number import number_column, spec_for
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.nudges.hero.spoken_of import spoken_of
from scenes.parts.selection import activations, network_shape
from scenes.stage.zones import Zone
from scenes.words.messages import Messages
from scenes.words.numbers import Fact
from scenes.words.sentence import Sentence

NETWORK, TABLE = 45, 10  # shares of the width: the network, and the table of its outputs
COLUMNS = {"shows": 7, "should": 7, "arrow": 5, "wish": 9}  # of the table, and their shares
PLACES = {"slope": "should"}  # columns that take the place of another than the last
ARROW = 6 / 7  # the longest arrow, as a share of the room from output to output
BARS = 3 / 10  # the longest bar at each side of its axis, as a share of the gap before its layer
LONGEST, THICKEST = 2 * gap.large, gap.medium  # of a bar
OVER, UNDER = gap.large, gap.line + gap.small  # room over the columns for heads, under them for what is said of scales
THICK = 3 / 5  # a bar at most, as a share of the room from neuron to neuron
HEAD = 2 / 5  # radius of the largest comet's head, as a share of the room from neuron to neuron
ARRIVES = 3 / 5  # share of the time after which what passes along edges lights the first neurons
RESTING = 3 / 4  # level of edges that rest


class Protagonist(Group):
    """The network for the star at a recorded moment, lit, and room for what it shows, should show, and wishes.

    Parameters
    ----------
    trace, theme, words, stage
        What it is made of, and the zone that it fills.
    t
        A recorded moment, as an index.

    Attributes
    ----------
    network
        Image, columns, grey edges.
    room, beside
        Zones of the network, and beside its outputs.
    note, heading
        The heights on which stands what is said under it, and what is over columns and bars.
    table
        Zones of the columns there, by name: `shows`, `should`, `arrow`, `wish`.
    shows, should, arrows, wishes, effects
        What stands there, one for each output that is drawn, top to bottom: numbers, and the arrows of the last two.
    heads
        The names over them, by name.
    sums
        By layer: the bars beside its neurons, once they have been asked for something.
    over, under
        By layer: the words over these bars, and under them what the longest stands for.
    """

    def __init__(self, trace: Trace, theme: Theme, words: Messages, stage: Zone, t: int = 0) -> None:
        super().__init__()
        self.trace, self.theme, self.words, self.t, self.L = trace, theme, words, t, trace.L
        self.room, self.beside = (part.inset(top=OVER, bottom=UNDER) for part in stage.columns(NETWORK, TABLE))
        self.note, self.heading = stage.note, self.room.top + gap.large / 2
        self.table = dict(zip(COLUMNS, self.beside.columns(*COLUMNS.values()), strict=True))
        self.label = trace.label(0)
        layers = range(1, self.L + 1)
        self.network = NetworkDiagram(
            network_shape(trace, t, 0),
            activations(trace, t, 0),
            theme,
            words,
            **self.room.sides,
            matter={l: trace.reading(f"dC_da{l}", t, 0) for l in range(1, self.L)},
            keep={l: neurons for l in layers if (neurons := spoken_of(trace, l))},
        ).connect({l: trace.reading(f"W{l}", t) for l in layers}, grey=True)
        for edges in self.network.edges.values():
            edges.set_level(RESTING)
        self.network.class_name(self.label).set_color(theme.of("focus"))
        self.heads: dict[str, Words] = {}
        self.sums: dict[int, BarColumn] = {}
        self.over: dict[int, Words] = {}
        self.under: dict[int, VGroup] = {}
        self.shows, self.should, self.arrows, self.wishes, self.effects = (VGroup() for _ in range(5))
        self.add(self.network.light_all())

    # --- parts by meaning ---------------------------------------------------------------

    @property
    def outputs(self) -> Column:
        """The column of outputs."""
        return self.network.columns[self.L]

    def column(self, l: int) -> Column:
        """Return the column of a layer."""
        return self.network.columns[l]

    def edges(self, l: int) -> Edges:
        """Return the edges into a layer."""
        return self.network.edges[l]

    def rows(self, l: int) -> list[float]:
        """Return the heights of the neurons of a layer that are drawn."""
        return [float(neuron.get_y()) for neuron in self.column(l).neurons]

    def left_of(self, l: int) -> list[Mobject]:
        """Return all of the network that stands before the column of a layer, with the edges into it."""
        network = self.network
        image = [network.image] if network.image else []
        columns = [column for layer, column in network.columns.items() if layer < l]
        return [*map(self.edges, range(1, l + 1)), *image, *columns]

    def before(self, l: int) -> float:
        """Return the gap before the column of a layer, in scene units."""
        layers = pairwise(self.network.layers)
        gaps = [float(two.get_left()[0] - one.get_right()[0]) for one, two in layers]
        return gaps[min(l - 1, len(gaps) - 1)]

    def axis(self, l: int) -> float:
        """Return where the axis of the bars beside a layer stands, across."""
        return float(self.column(l).neurons.get_left()[0]) - gap.medium - self.longest(l)

    def longest(self, l: int) -> float:
        """Return how long the bars beside a layer are at most, in scene units."""
        return min(LONGEST, BARS * self.before(l))

    # --- what stands beside the outputs -------------------------------------------------

    def numbers(self, readings: Reading, column: str, spec: str, role: str = "ink") -> VGroup:
        """Return a number for each output that is drawn, in a column of the table."""
        shown = [readings[j] for j in self.outputs.indices]
        return number_column(shown, self.rows(self.L), self.table[column].right, self.theme, spec=spec, role=role)

    def head(self, column: str) -> Words:
        """Return the name over a column of the table."""
        head = Words(self.words.say("protagonist", {}, column), self.theme, size="small", role="dim")
        zone = self.table.get(column, self.table[PLACES.get(column, "wish")])
        return head.shift((zone.right - head.get_right()[0], 0, 0)).stand_on(self.heading)

    def with_outputs(self) -> Protagonist:
        """Write beside each output what it shows."""
        self.heads["shows"] = self.head("shows")
        self.shows = self.numbers(self.trace.reading(f"a{self.L}", self.t, 0), "shows", ".2f")
        return self.with_parts(self.heads["shows"], self.shows)

    def show_outputs(self, outputs: Reading) -> None:
        """Let the outputs, (n_L,), and the numbers beside them, if they stand there, show other activations."""
        self.outputs.set_readings(outputs)
        for j, number in zip(self.outputs.indices, self.shows, strict=False):
            number.set_reading(outputs[j])

    def with_targets(self) -> Protagonist:
        """Write beside each output what it should show."""
        self.heads["should"] = self.head("should")
        self.should = self.numbers(self.trace.reading("y", 0), "should", ".0f", role="dim")
        if self.label in self.outputs.indices:
            self.should[self.outputs.indices.index(self.label)].set_color(self.theme.of("focus"))
        return self.with_parts(self.heads["should"], self.should)

    def with_wishes(self) -> Protagonist:
        """Draw each output's wish, as an arrow and as a number."""
        wishes = -self.trace.reading(f"dC_da{self.L}", self.t, 0)
        scale = Scale.fit([wishes], ARROW * self.outputs.pitch)
        self.heads["wish"] = self.head("wish")
        self.arrows = self.arrows_of(wishes, scale)
        self.wishes = self.numbers(wishes, "wish", spec_for([wishes], 2), role="sign")
        return self.with_parts(self.heads["wish"], self.arrows, self.wishes)

    def lit(self) -> list[Neuron]:
        """Return the neurons that follow from the input: all but those that show it."""
        return [self.network.neuron(l, j) for l in range(1, self.L + 1) for j in self.column(l).indices]

    def forward(self, l: int) -> list[Animation]:
        """Return the animations that let light pass along the edges into a layer, and light it as it arrives."""
        lights = self.network.light(l)
        for light in lights:
            light.rate_func = squish_rate_func(smooth, ARRIVES, 1)
        return [self.edges(l).pass_forward(), *lights]

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
        self.over[l], self.under[l] = self.over_bars(l, "effect"), self.under_bars(l, self.among(l, effects, scale))
        return self.with_parts(self.sums[l], self.over[l], *self.under[l])

    def parts_of_sums(self, l: int) -> list[Mobject]:
        """Return what stands beside a layer: bars, the words over them, and under them what the longest stands for."""
        return [self.sums[l], self.over[l], *self.under[l]]

    def without_sums(self, *layers: int) -> Animation:
        """Return the animation that lets go what stands beside some layers."""
        gone = [part for l in layers for part in self.parts_of_sums(l)]
        self.remove(*gone)
        return FadeOut(Group(*gone))

    def scale_of_sums(self, l: int) -> Scale:
        """Return the scale of the bars beside a layer: all that is asked of it, and every sum on the way, has room."""
        asked = [-self.trace.reading(f"dC_da{l}", self.t, 0)]
        on_the_way = [f"wishes/{name}{l + 1}" for name in ("table", "running")]
        return Scale.fit(asked + [self.trace.reading(key) for key in on_the_way if key in self.trace], self.longest(l))

    def with_parts(self, *parts: Mobject) -> Protagonist:
        """Let parts stand with it, and return it."""
        self.add(*parts)
        return self

    def without(self, column: str, *parts: Mobject) -> Animation:
        """Return the animation that lets a column of the table go, with its head."""
        gone = [self.heads.pop(column), *parts]
        self.remove(*gone)
        return FadeOut(Group(*gone))

    # --- what stands beside a hidden layer ----------------------------------------------

    def bars(self, l: int, readings: Reading, scale: Scale, lane: int = 0, lanes: int = 1) -> BarColumn:
        """Return bars beside the neurons of a layer that are drawn: one of so many that share a row, the upper is 0."""
        column = self.column(l)
        shown, whole = [readings[j] for j in column.indices], min(THICKEST, THICK * column.pitch)
        up = whole * ((lanes - 1) / 2 - lane) / lanes
        return BarColumn(shown, [y + up for y in self.rows(l)], self.axis(l), scale, self.theme, whole / lanes)

    def over_bars(self, l: int, name: str, **facts: Fact) -> Words:
        """Return words over the bars beside a layer, by their name among the labels."""
        said = Words(self.words.say("protagonist", facts, name), self.theme, size="small", role="dim")
        return said.move_to((self.axis(l), 0, 0)).stand_on(self.heading)

    def under_bars(self, l: int, scale: Scale) -> VGroup:
        """Return the line under the bars beside a layer that says what the longest stands for; none if it has no room.

        Layers are compared by their numbers, never by their bars: each has a scale of its own.
        """
        said = self.words.say("protagonist", {"longest": scale.source}, "longest")
        note = Spoken(said, self.theme, size="small", role="dim")
        note.move_to((self.axis(l), 0, 0)).stand_on(self.note)
        return VGroup(note) if note.width < self.before(l) else VGroup()

    def under_edges(self, l: int, said: Sentence) -> Spoken:
        """Return a line of numbers under the edges into a layer: what becomes of what passes along them."""
        line = Spoken(said, self.theme, size="small")
        line.move_to((self.edges(l).get_x(), 0, 0)).stand_on(self.note)
        right = float(self.column(l - 1).neurons.get_right()[0]) if l - 1 in self.network.columns else self.room.left
        return line.shift((max(0, right + gap.small - line.get_left()[0]), 0, 0))

    def among(self, l: int, shown: Reading, scale: Scale) -> Scale:
        """Return a scale as it is stated: by the longest of the bars that stand beside a layer, (n_l,)."""
        return scale.among([shown.take(self.column(l).indices)])

    def over_the_edges(self, *parts: Mobject) -> None:
        """Let parts stand over the edges, and under the neurons."""
        network = self.network
        network.submobjects[len(network.edges) : len(network.edges)] = parts

    def comets(self, l: int, j: int, asked: Reading, heads: Scale, of: Sequence[int] = ()) -> Comets:
        """Return what neuron j of layer l asks of the layer before it, (n_{l-1},), on its way: of all, or of some.

        One that is not drawn asks from the line that says how many are not.
        """
        column, here, edges = self.column(l), self.column(l - 1).indices, self.edges(l)
        if j in column.indices:
            start = edges.end_points(column.indices.index(j), 0)[1]
        else:
            assert column.more is not None
            start = column.more.get_left()
        asked_of = list(of or here)
        ends = np.array([edges.end_points(0, here.index(k))[0] for k in asked_of])
        return Comets(asked.take(asked_of), start, ends, heads, self.theme)

    def heads_of(self, l: int, table: Reading) -> Scale:
        """Return the scale of the comets that travel to a layer."""
        return Scale.fit([table], HEAD * self.column(l).pitch)

    def step_back(self, l: int, to: float = level.rest) -> list[Animation]:
        """Return the animations that take the edges into a layer, and into all before it, to a level."""
        here = [self.edges(layer) for layer in range(1, l + 1)]
        return [edges.animate.set_level(np.full(edges.value.shape, to)).build() for edges in here]

    def focus(self, l: int, j: int, rest: float = level.rest) -> np.ndarray:
        """Return the level that lets the edges into neuron j of layer l stand out, the others at ``rest``."""
        return self.edges(l).only_to(self.column(l).indices.index(j), rest)
