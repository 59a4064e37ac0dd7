"""A network that stands at one place and of one size through a whole chapter, and the table beside its outputs.

All scenes of a chapter show the very same: it is made of the trace, the theme and the words alone. Edges are grey,
for blue and orange are changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import ClassVar, Self

import numpy as np
from manim import Animation, Group, Mobject, VGroup, smooth, squish_rate_func

from netsim import Reading, Trace
from scenes.camera.fading import FadeOut
from scenes.look.aspects import ASPECTS, USUAL
from scenes.look.measures import gap, level
from scenes.look.theme import Theme
from scenes.mobjects.network.edges import Edges
from scenes.mobjects.network.network import INPUT, NetworkDiagram
from scenes.mobjects.network.neuron import Column, Neuron
from scenes.mobjects.type.number import number_column
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import activations, network_shape
from scenes.stage.zones import Zone
from scenes.words.messages import Messages
from scenes.words.sentence import Sentence

OVER, UNDER = gap.large, gap.line + gap.small  # room over the columns for heads, under them for what is said of scales
ARRIVES = 3 / 5  # share of the time after which what passes along edges lights the first neurons
RESTING = 3 / 4  # level of edges that rest
# Shares of the height of an upright stage: network and table, and under them what is beside, if it is not the table.
STACKED = (5, 2)
NARROWER = 6 / 7  # so much of its usual width has the table on it: the network has the rest
IMAGE = 1 / 4  # and so much of the network's width an image has at least
# On a stage less wide than the usual one the table stays as wide as it is there, for it is type.
WIDEST = ASPECTS[USUAL].room


class StandingNetwork(Group):
    """The network for the star at a recorded moment, lit, and room for what it shows and should show.

    Parameters
    ----------
    trace, theme, words, stage
        What it is made of, and the zone that it fills.
    t
        A recorded moment, as an index.
    keep, matter
        By layer: neurons that are drawn however many there are, and how much each of the others matters, (n_l,).

    Attributes
    ----------
    network
        Image, columns, grey edges.
    room, beside
        Zones of the network, and of all that stands right of it.
    note, heading
        The heights on which stands what is said under it, and what is over columns.
    floor
        The lower end of the stage: down to it there is room for more lines under what is said.
    table
        Zones of the columns beside the outputs, by name: `shows`, `should`, and others of a chapter's own.
    shows, should
        What stands there, one for each output that is drawn, top to bottom.
    heads
        The names over them, by name.
    """

    #: Shares of the widest stage: the network, the table of its outputs, and what is beside, if that is not the table.
    shares: ClassVar[tuple[float, ...]]
    #: So much of the last share is the network's where the inputs have names.
    for_names: ClassVar[int] = 0
    #: So much more of it has the table where outputs are numbers, before which a sign may stand.
    for_signs: ClassVar[int] = 0
    #: The columns of the table, and their shares.
    columns: ClassVar[dict[str, float]]
    #: Columns that take the place of another.
    places: ClassVar[dict[str, str]] = {}
    #: The input at most: an image as a share of the width, image or column as a share of the height.
    input_share: ClassVar[tuple[float, float]] = INPUT
    #: The level of edges that rest.
    resting: ClassVar[float] = RESTING
    #: The colour of the star's class, and of what it should show.
    label_role: ClassVar[str] = "focus"

    def __init__(
        self,
        trace: Trace,
        theme: Theme,
        words: Messages,
        stage: Zone,
        t: int = 0,
        *,
        keep: Mapping[int, tuple[int, ...]],
        matter: dict[int, Reading] | None = None,
    ) -> None:
        super().__init__()
        self.trace, self.theme, self.words, self.t, self.L = trace, theme, words, t, trace.L
        self.label = trace.own_output(0)
        self._divide(stage, self.for_names if trace.features else 0)
        self.network = self._drawn(keep, matter)
        if trace.features and self.for_names and self.network.labels is None:  # a deep one has no room for names
            self._divide(stage, 0)
            self.network = self._drawn(keep, matter)
        self.network.connect({l: trace.reading(f"W{l}", t) for l in range(1, self.L + 1)}, grey=True)
        for edges in self.network.edges.values():
            edges.set_level(self.resting)
        self.network.class_name(self.label).set_color(theme.of(self.label_role))
        self.heads: dict[str, Words] = {}
        self.shows, self.should = VGroup(), VGroup()
        self.add(self.network.light_all())

    def _divide(self, stage: Zone, named: int) -> None:
        """Divide the stage; the network has so much of the last share for the names of its inputs.

        On an upright stage what is beside stands under network and table; where that is the table, they are as high
        as the stage.
        """
        first, *middle, rest = self.shares
        signed = self.for_signs if self.trace.answers.numbers else 0
        shares = [first + named, *(share + signed for share in middle), rest - named - signed * len(middle)]
        table = stage.type * WIDEST * shares[1] / sum(shares)
        over, under = (stage.type * room for room in (OVER, UNDER))
        whole = stage.inset(bottom=under) if stage.upright else stage
        upper, *below = whole.rows(*STACKED) if stage.upright and middle else (whole,)
        table, shares = (NARROWER * table, shares[:2]) if stage.upright else (table, shares)
        shares[1] = (sum(shares) - shares[1]) / (upper.width / table - 1)
        zones = [part.inset(top=over, bottom=under) for part in upper.columns(*shares)]
        self.room, self.beside = zones[0], [*zones, *below][-1]
        self.floor = stage.bottom
        wide, high = self.input_share
        self.input_at_most = (max(wide, IMAGE), high) if stage.upright else (wide, high)
        self.note, self.heading = upper.note, self.room.top + over / 2
        self.table = dict(zip(self.columns, zones[1].columns(*self.columns.values()), strict=True))

    def _drawn(self, keep: Mapping[int, tuple[int, ...]], matter: dict[int, Reading] | None) -> NetworkDiagram:
        """Return the network in its room, without edges."""
        return NetworkDiagram(
            network_shape(self.trace, self.t, 0),
            activations(self.trace, self.t, 0),
            self.theme,
            self.words,
            **self.room.sides,
            matter=matter,
            keep={l: neurons for l, neurons in keep.items() if neurons},
            input_share=self.input_at_most,
        )

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

    def lit(self) -> list[Neuron]:
        """Return the neurons that follow from the input: all but those that show it."""
        return [self.network.neuron(l, j) for l in range(1, self.L + 1) for j in self.column(l).indices]

    def make_room_for(self, l: int, activations: np.ndarray) -> None:
        """Let the range from dark to bright of a layer hold activations (rows, n_l) too, for those shown from now on.

        Where the activation's function has bounds the range is theirs, and stays.
        """
        if not self.trace.activation(l).bounded:
            for j in self.column(l).indices:
                neuron = self.network.neuron(l, j)
                low, high = neuron.span
                neuron.set_span((min(low, float(activations.min())), max(high, float(activations.max()))))

    # --- what stands beside the outputs -------------------------------------------------

    def numbers(self, readings: Reading, column: str, spec: str, role: str = "ink") -> VGroup:
        """Return a number for each output that is drawn, in a column of the table."""
        shown = [readings[j] for j in self.outputs.indices]
        return number_column(shown, self.rows(self.L), self.table[column].right, self.theme, spec=spec, role=role)

    def head(self, column: str) -> Words:
        """Return the name over a column of the table."""
        return self.named(column, self.words.say("standing-network", {}, column))

    def named(self, column: str, said: Sentence) -> Words:
        """Return words over a column of the table; over the second they keep their gap to those over the first."""
        head = Words(said, self.theme, size="small", role="dim")
        zone = self.table[self.places.get(column, column)]
        longer = float(head.width) + gap.medium - zone.width if zone == [*self.table.values()][1] else 0
        return head.shift((zone.right + max(0, longer) - head.get_right()[0], 0, 0)).stand_on(self.heading)

    def with_outputs(self) -> Self:
        """Write beside each output what it shows."""
        self.heads["shows"] = self.head("shows")
        self.shows = self.numbers(self.trace.reading(f"a{self.L}", self.t, 0), "shows", self.spec_of_outputs)
        return self.with_parts(self.heads["shows"], self.shows)

    def show_outputs(self, outputs: Reading) -> None:
        """Let the outputs, (n_L,), and the numbers beside them, if they stand there, show other activations."""
        self.outputs.set_readings(outputs)
        for j, number in zip(self.outputs.indices, self.shows, strict=False):
            number.set_reading(outputs[j])

    @property
    def spec_of_outputs(self) -> str:
        """The format of what outputs show."""
        return ".2f"

    @property
    def spec_of_targets(self) -> str:
        """The format of what outputs should show: whole numbers where they tell classes."""
        return ".2f" if self.trace.answers.numbers else ".0f"

    def with_targets(self) -> Self:
        """Write beside each output what it should show."""
        self.heads["should"] = self.head("should")
        self.should = self.numbers(self.trace.reading("y", 0), "should", self.spec_of_targets, role="dim")
        if self.label in self.outputs.indices:
            self.should[self.outputs.indices.index(self.label)].set_color(self.theme.of(self.label_role))
        return self.with_parts(self.heads["should"], self.should)

    def with_parts(self, *parts: Mobject) -> Self:
        """Let parts stand with it, and return it."""
        self.add(*parts)
        return self

    def without(self, column: str, *parts: Mobject) -> Animation:
        """Return the animation that lets a column of the table go, with its head."""
        gone = [self.heads.pop(column), *parts]
        self.remove(*gone)
        return FadeOut(Group(*gone))

    # --- edges --------------------------------------------------------------------------

    def forward(self, l: int) -> list[Animation]:
        """Return the animations that let light pass along the edges into a layer, and light it as it arrives."""
        lights = self.network.light(l)
        for light in lights:
            light.rate_func = squish_rate_func(smooth, ARRIVES, 1)
        return [self.edges(l).pass_forward(), *lights]

    def over_the_edges(self, *parts: Mobject) -> None:
        """Let parts stand over the edges, and under the neurons."""
        network = self.network
        network.submobjects[len(network.edges) : len(network.edges)] = parts

    def step_back(self, l: int, to: float = level.rest) -> list[Animation]:
        """Return the animations that take the edges into a layer, and into all before it, to a level."""
        here = [self.edges(layer) for layer in range(1, l + 1)]
        return [edges.animate.set_level(np.full(edges.value.shape, to)).build() for edges in here]

    def focus(self, l: int, j: int, rest: float = level.rest) -> np.ndarray:
        """Return the level that lets the edges into neuron j of layer l stand out, the others at ``rest``."""
        return self.edges(l).only_to(self.column(l).indices.index(j), rest)
