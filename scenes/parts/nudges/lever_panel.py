"""Beside the outputs, while one thing that they hang on is turned: its slider, the cost, and what was found so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from manim import DOWN, UP, Mobject, VGroup

from netsim import Reading
from scenes.look.measures import gap
from scenes.mobjects.amounts.gauge import Gauge
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.amounts.slider import Slider
from scenes.mobjects.network.neuron import Neuron
from scenes.mobjects.type.number import number_column, spec_for
from scenes.mobjects.type.typeset import Words
from scenes.parts.nudges.protagonist import Protagonist
from scenes.stage.zones import Zone
from scenes.words.sentence import Sentence

TURNED, FOUND = 5, 3  # shares of the height: slider and gauge, and under them what was found
LINES = ("head", "bias", "bright", "dark", "wish")  # of what was found


class LeverPanel:
    """What stands in the room of goals and wishes, which are not those of another output than the recorded one.

    Parameters
    ----------
    hero
        The network beside which it stands; its targets and wishes have left.
    say
        Says a label of the scene: the name of a lever, ``cost``, and of a line of what was found.
    """

    def __init__(self, hero: Protagonist, say: Callable[[str], Sentence]) -> None:
        self.hero, self.say, self.trace, self.theme = hero, say, hero.trace, hero.theme
        table = hero.table
        room = Zone(table["should"].left, table["wish"].right, table["wish"].bottom, table["wish"].top)
        turned, found = room.inset(left=gap.line).rows(TURNED, FOUND, gap=gap.line)
        self.beside, self.measured = turned.inset(top=gap.line, bottom=gap.line).columns(1, 1)
        self.lines = dict(zip(LINES, found.rows(*[1] * len(LINES)), strict=True))
        found_by = -self.trace.reading("levers/dC_db"), -self.trace.reading("levers/dC_dw")
        self.spec = spec_for([*found_by, -self.trace.reading("levers/dC_da")], 3)
        self.gauge = self._gauge()

    def slider(self, turn: int, name: str) -> tuple[Slider, Words]:
        """Return the slider of one of the turns, and its name over it."""
        values, changes = (self.trace.reading(f"sweeps/{which}", turn) for which in ("value", "change"))
        slider = Slider(values, changes, self.rest(turn), self.beside.height, self.theme)
        slider.shift(self.beside.at(DOWN) - slider.rail.get_bottom())
        return slider, self._over(slider.rail, Words(self.say(name), self.theme, size="small", role="focus"))

    def rest(self, turn: int) -> int:
        """Return the position of a turn at which nothing is changed."""
        return int(self.trace.reading("sweeps/rest", turn).value)

    def show(self, turn: int, slider: Slider, row: int) -> None:
        """Let slider, cost and all outputs, their neurons and their numbers, show a recorded position."""
        slider.set_row(row)
        self.gauge.set_row(row)
        shown = self.trace.reading("sweeps/a", turn, row)
        for j, number in zip(self.hero.outputs.indices, self.hero.shows, strict=True):
            self.hero.outputs.neuron(j).set_reading(shown[j])
            number.set_reading(shown[j])

    def shows(self, slider: Slider) -> Iterator[Mobject]:
        """Yield what these are."""
        yield from (self.hero.outputs, self.hero.shows, slider, self.gauge)

    def found(self, line: str, reading: Reading, neuron: Neuron | None = None) -> VGroup:
        """Return a line of what was found: how fast the cost falls, and by what, in words or as the neuron it is of."""
        zone = self.lines[line]
        if neuron is None:
            name: Mobject = Words(self.say(f"of_{line}"), self.theme, size="small", role="dim").level_with(zone.y)
        else:
            name = neuron.copy().move_to(zone.center)
        name.shift((zone.left - name.get_left()[0], 0, 0))
        return VGroup(name, *number_column([reading], [zone.y], zone.right, self.theme, spec=self.spec))

    def head(self) -> Words:
        """Return the name over what was found."""
        zone = self.lines["head"]
        head = Words(self.say("nudge"), self.theme, size="small", role="dim")
        return head.shift((zone.right - head.get_right()[0], 0, 0)).level_with(zone.y)

    def cost(self) -> VGroup:
        """Return the gauge of the cost, with its name over it."""
        return VGroup(
            self.gauge, self._over(self.gauge.axis, Words(self.say("cost"), self.theme, size="small", role="cost"))
        )

    def _gauge(self) -> Gauge:
        """Return the gauge: one scale for all turns."""
        scale = Scale.fit([self.trace.reading("sweeps/C")], self.measured.height)
        gauge = Gauge(self.trace.reading("sweeps/C", 0), self.rest(0), scale, self.theme, upright=True, size="small")
        gauge.marks[-1].next_to(gauge.ends[-1], UP, gap.small)
        return gauge.shift(self.measured.at(DOWN) - gauge.axis.get_start())

    def _over(self, rail: Mobject, name: Words) -> Words:
        return name.move_to((rail.get_x(), 0, 0)).stand_on(self.hero.room.top + gap.large / 2)
