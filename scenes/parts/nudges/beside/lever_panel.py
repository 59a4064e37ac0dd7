"""Beside the outputs, while one thing that they hang on is turned: its slider, the cost, and what was found so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

import numpy as np
from manim import DOWN, UP, Mobject, VGroup

from netsim import Reading, Trace
from scenes.look.measures import gap
from scenes.mobjects.amounts.gauge import Gauge
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.amounts.slider import Slider
from scenes.mobjects.network.neuron import Neuron
from scenes.mobjects.network.strand import Strand
from scenes.mobjects.replay import Replay, by_way_of
from scenes.mobjects.type.number import number_column, spec_for
from scenes.mobjects.type.typeset import Words
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.stage.zones import Zone
from scenes.words.sentence import Sentence

TURNED, FOUND = 4, 3  # shares of the height: slider and gauge, and under them what was found
LINES = ("nudge", "bias", "bright", "dark", "wish", "held")  # of what was found: two of them heads


class LeverPanel:
    """What stands in the room of goals and wishes, which are not those of another output than the recorded one.

    Parameters
    ----------
    hero
        The network beside which it stands; its targets and wishes have left.
    say
        Says a label of the scene: the name of a lever, ``cost``, ``nudge``, ``wish``, and ``of_bias``.

    Attributes
    ----------
    turn
        Which of the recorded turns is made.
    slider, name
        Its lever, and what that is called.
    own
        What shows the value that is turned, besides the slider.
    held
        Whether the lever is away from where it stood.
    cost
        The gauge with its name.
    """

    slider: Slider
    name: Words
    own: tuple[Strand | Neuron, ...] = ()
    held = False

    def __init__(self, hero: Protagonist, say: Callable[[str], Sentence]) -> None:
        self.hero, self.say, self.trace, self.theme = hero, say, hero.trace, hero.theme
        table = hero.table
        room = table["wish"].inset(left=table["should"].left - table["wish"].left)
        turned, found = room.rows(TURNED, room.type * FOUND, gap=gap.line)
        self.beside, self.measured = turned.inset(top=gap.line, bottom=gap.line).columns(4, 3)
        self.lines = dict(zip(LINES, found.inset(left=gap.line).rows(*[1] * len(LINES)), strict=True))
        self.spec, self.turn = spec_of_levers(self.trace), 0
        self.gauge = self._gauge()
        self.cost = VGroup(self.gauge, self._over(self.gauge.axis, "cost", "cost"))

    def take(self, turn: int, name: str) -> tuple[Slider, Words]:
        """Make another turn from now on; return its slider, and its name over it."""
        self.turn = turn
        values, changes = (self.trace.reading(f"sweeps/{which}", turn) for which in ("value", "change"))
        self.slider = Slider(values, changes, self.rest, self.beside.height, self.theme)
        self.slider.shift(self.beside.at(DOWN) - self.slider.rail.get_bottom())
        self.name = self._over(self.slider.rail, name, "focus")
        self.gauge.follow(self.trace.reading("sweeps/C", turn))
        return self.slider, self.name

    @property
    def rest(self) -> int:
        """The position at which nothing is changed."""
        return int(self.trace["sweeps/rest"][self.turn])

    @property
    def ends(self) -> tuple[int, int]:
        """The lowest and the highest position up to which all that answers is as bright as its range can show."""
        seen = np.ones(len(self.trace["sweeps/change"][self.turn]), dtype=bool)
        for j in self.hero.outputs.indices:
            seen &= _within(self.trace["sweeps/a"][self.turn, :, j], self.hero.outputs.neuron(j).span)
        l, _, k = self.trace["sweeps/place"][self.turn]
        if self.turn == len(self.trace["sweeps/place"]) - 1:  # the activation
            held = self.hero.network.neuron(int(l) - 1, int(k))
            seen &= _within(self.trace["sweeps/value"][self.turn], held.span)
        unseen = [-1, *(int(row) for row in np.flatnonzero(~seen)), len(seen)]
        return max(row for row in unseen if row < self.rest) + 1, min(row for row in unseen if row > self.rest) - 1

    def pull(self, rows: Sequence[int], *own: Strand | Neuron, run_time: float) -> Replay:
        """Return the animation that goes through recorded positions: what is its own shows the value that is turned.

        Slider, cost and all outputs, their neurons and their numbers, answer.
        """

        def show(row: int) -> None:
            self.held = row != self.rest
            self.slider.set_row(row)
            self.gauge.set_row(row)
            for picture in own:
                picture.set_reading(self.slider.values[row])
            self.hero.show_outputs(self.trace.reading("sweeps/a", self.turn, row))

        self.own = own
        changing = (*own, self.hero.outputs, self.hero.shows, self.slider, self.gauge)
        return Replay(*changing, rows=rows, show=show, run_time=run_time)

    def let_go(self, run_time: float) -> Replay:
        """Return the animation that goes back from the highest position that is shown to where the lever stood."""
        return self.pull(by_way_of(self.ends[-1], self.rest), *self.own, run_time=run_time)

    def near(self, stage: Zone) -> tuple[Zone, float]:
        """Return where a camera looks to see the label's output with all that comes in, and how many times as large.

        The line that numbers end at is then a gap before the panel, so that no two are read as one; between two rows no
        type is cut.
        """
        hero, L = self.hero, self.hero.L
        rows, end, pitch = hero.rows(L), hero.table["shows"].right, hero.outputs.pitch
        seen = end - gap.large
        widest = (seen - stage.left) / (end - float(hero.column(L - 1).get_left()[0]) + gap.large)
        count = min(len(rows), ceil(stage.height / (pitch * widest)))
        below = 0 if hero.outputs.more else 1
        first = min(max(-1, hero.outputs.indices.index(hero.label) - count // 2), len(rows) + below - count)
        zoom = min(widest, stage.height / (count * pitch))
        x, y = end - (seen - stage.x) / zoom, rows[0] - (first + (count - 1) / 2) * pitch
        return Zone(x, x, y, y), zoom

    def found(self, line: str, reading: Reading, neuron: Neuron | None = None) -> VGroup:
        """Return a line of what was found: how fast the cost falls, and by what, in words or as the neuron it is of."""
        zone = self.lines[line]
        name = (
            self._words(f"of_{line}").level_with(zone.y)
            if neuron is None
            else zone.inset(gap.hair / 2).fit(neuron.copy())
        )
        name.shift((zone.left - name.get_left()[0], 0, 0))
        return VGroup(name, *number_column([reading], [zone.y], zone.right, self.theme, spec=self.spec))

    def head(self, name: str) -> Words:
        """Return a name over what was found: ``nudge`` or ``wish``."""
        zone, head = self.lines[name], self._words(name)
        return head.shift((zone.right - head.get_right()[0], 0, 0)).level_with(zone.y)

    def _words(self, name: str, role: str = "dim") -> Words:
        return Words(self.say(name), self.theme, size="small", role=role)

    def _gauge(self) -> Gauge:
        """Return the gauge: one scale for all turns."""
        scale = Scale.fit([self.trace.reading("sweeps/C")], self.measured.height)
        gauge = Gauge(self.trace.reading("sweeps/C", 0), self.rest, scale, self.theme, upright=True, size="small")
        gauge.marks[-1].next_to(gauge.ends[-1], UP, gap.small)
        return gauge.shift(self.measured.at(DOWN) - gauge.axis.get_start())

    def _over(self, rail: Mobject, name: str, role: str) -> Words:
        return self._words(name, role).move_to((rail.get_x(), 0, 0)).stand_on(self.hero.heading)


def spec_of_levers(trace: Trace) -> str:
    """Return the format of the rates at which the cost falls by the levers of one output: the same in all scenes."""
    return spec_for([-trace.reading(f"levers/dC_d{of}") for of in "bwa"], 3)


def _within(values: np.ndarray, span: tuple[float, float]) -> np.ndarray:
    """Say of each value whether it lies in a range."""
    return np.asarray((span[0] <= values) & (values <= span[1]))
