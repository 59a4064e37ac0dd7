"""The learner of chapter Descent: the network in the left half of the stage, and a wide zone right of it."""

from __future__ import annotations

from typing import ClassVar, Self

from netsim import Reading, Trace
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.parts.descent.cost.cost_curve import CostCurve
from scenes.parts.descent.hero.dial import TheDial
from scenes.parts.selection import highest
from scenes.parts.standing_network import StandingNetwork
from scenes.stage.zones import Zone
from scenes.words.messages import Messages

SIDE = 3 * gap.large  # of the room of a dial at most, where nothing else bounds it
DIALS = ("line/place", "plane/place")  # weights that are turned, each a place l, j, k: one, or one in each row


class Learner(StandingNetwork):
    """The network for the star at a recorded moment, and room for what it shows, should show, and learns from.

    Parameters
    ----------
    trace, theme, words, stage
        What it is made of, and the zone that it fills.
    t
        A recorded moment, as an index: the first, which has learned nothing, unless another is asked for.

    Attributes
    ----------
    under_input
        The zone under the image, or under the column of inputs: a dial stands there.
    dial, curve
        The one dial and the cost along it, once they stand there.
    """

    dial: TheDial
    curve: CostCurve

    shares = (22, 5, 28)
    for_names = 4
    for_signs = 1
    columns: ClassVar = {"shows": 1, "should": 1}
    input_share = (2 / 7, 1 / 2)
    label_role = "ink"

    def __init__(self, trace: Trace, theme: Theme, words: Messages, stage: Zone, t: int = 0) -> None:
        super().__init__(trace, theme, words, stage, t, keep=_spoken_of(trace, t))
        self.beside = self.beside.inset(left=gap.large)
        self.under_input = self._under_input()

    def with_dial(self, value: Reading | None = None) -> Self:
        """Set the one dial under the input, turned to a value, by default as it was learned; needs `line`."""
        self.dial = TheDial(self, self.under_input, value)
        return self.with_parts(self.dial)

    def with_curve(self) -> Self:
        """Set the cost along the one dial beside the network, with a dot where the dial stands; needs `line`."""
        self.curve = CostCurve(self.trace, self.theme, self.words, self.beside)
        return self.with_parts(self.curve.draw_all())

    def point_out(self, answer: int | None) -> None:
        """Mark the name of the class that is the answer, if it is drawn; without an answer, the names are as ever.

        A single output has the name of the second of two classes.
        """
        before = len(self.trace.classes) - self.trace.sizes[-1]
        for j in self.outputs.indices:
            rest = self.label_role if answer is None and j == self.label else "dim"
            self.network.class_name(j).set_color(self.theme.of("focus" if before + j == answer else rest))

    def name_the_label(self, label: int) -> None:
        """Let the output that a class is about stand out by its name, if it is drawn, as the star's does at first."""
        own = self.trace.answers.own_output(label)
        for j in self.outputs.indices:
            self.network.class_name(j).set_color(self.theme.of(self.label_role if j == own else "dim"))

    def _under_input(self) -> Zone:
        """Return the room under the image; under a column of inputs, or if that gives more, under all that is low."""
        room, image, first = self.room, self.network.image, self.column(1)
        if image is not None:
            right, bottom = float(image.get_right()[0]), float(image.get_bottom()[1])
            return Zone(room.left, right, room.bottom, bottom - gap.medium)
        lowest = min(float(column.get_bottom()[1]) for column in (self.column(0), first))
        beside = Zone(room.left, float(first.get_left()[0]), room.bottom, float(self.column(0).get_bottom()[1]))
        under = Zone(room.left, room.left + SIDE, room.bottom, lowest)
        return max((beside.inset(right=gap.small, top=gap.small), under.inset(top=gap.small)), key=_least)


def _least(zone: Zone) -> float:
    """Return the smaller of a zone's extents."""
    return min(zone.width, zone.height)


def _spoken_of(trace: Trace, t: int) -> dict[int, tuple[int, ...]]:
    """Return by layer the neurons that are spoken of."""
    outputs = trace.reading(f"a{trace.L}", t, 0)
    found = [(trace.L, trace.own_output(0)), (trace.L, highest(outputs))]
    for key in DIALS:
        if key in trace:
            for l, j, k in trace[key].reshape(-1, 3).tolist():
                found += [(l, j), (l - 1, k)]
    if trace.has("neuron"):
        l, j = trace["neuron/place"].tolist()
        found.append((l, j))
    return {l: tuple(dict.fromkeys(j for layer, j in found if layer == l)) for l in range(trace.L + 1)}
