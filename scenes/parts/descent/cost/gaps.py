"""How far each output is from its goal: a line in its row, whose length is that gap."""

from __future__ import annotations

import numpy as np
from manim import Line, VGroup

from netsim import Reading
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.number_lines.value_dot import ValueDot
from scenes.mobjects.type.typeset import Words
from scenes.parts.standing_network import StandingNetwork

DOT = 1 / 5  # radius of the dot that an output is, as a share of the room from row to row at most


class GapLine(Line, Quantity):
    """The way from an output to its goal, as long as that gap; where it is 0, nothing is seen of it.

    Parameters
    ----------
    reading
        The gap, a - y.
    goal
        Where the goal stands.
    unit
        Scene units per unit of activation.
    """

    signless = True

    def __init__(self, reading: Reading, goal: np.ndarray, unit: float, theme: Theme) -> None:
        self.reading, self.unit = reading, unit
        super().__init__(goal, goal + np.array([float(reading) * unit, 0, 0]))
        self.set_stroke(theme.of("cost"), stroke.strong)

    def shown(self) -> float:
        """Return how long it is, without a sign."""
        return float(self.width) / self.unit


class Row(VGroup):
    """One output on a line from 0 to 1, its goal, and the gap between the two.

    Attributes
    ----------
    line, dot, way
        The line, the output on it, and the gap.
    """

    def __init__(self, line: Line, dot: ValueDot, way: GapLine) -> None:
        self.line, self.dot, self.way = line, dot, way
        super().__init__(line, way, dot)


class Gaps(VGroup):
    """A row for each output that is drawn, beside it.

    Parameters
    ----------
    hero
        The network; needs the exhibit `terms`.
    left
        Where the least value stands.
    unit
        Scene units per unit of activation.

    Attributes
    ----------
    rows
        By output.
    heads
        What stands over 0 and 1.
    """

    def __init__(self, hero: StandingNetwork, left: float, unit: float) -> None:
        trace, theme = hero.trace, hero.theme
        a, y, ways = trace.reading(f"a{trace.L}", hero.t, 0), trace.reading("y", 0), trace.reading("terms/gap")
        low, _ = reach(hero)
        radius = min(DOT * hero.outputs.pitch, gap.small / 2)
        self.rows: dict[int, Row] = {}
        for j, height in zip(hero.outputs.indices, hero.rows(hero.L), strict=True):
            zero = np.array([left - low * unit, height, 0])
            line = Line(zero, zero + [unit, 0, 0]).set_stroke(theme.of("faint"), stroke.thin)
            goal = zero + [float(y[j]) * unit, 0, 0]
            self.rows[j] = Row(
                line, ValueDot(a[j], zero, unit, theme, radius=radius), GapLine(ways[j], goal, unit, theme)
            )
        top = next(iter(self.rows.values())).line
        self.heads = VGroup()
        for name, end in zip(("0", "1"), top.get_start_and_end(), strict=True):
            self.heads.add(Words(name, theme, size="small", role="dim").move_to((end[0], 0, 0)).stand_on(hero.heading))
        super().__init__(*self.rows.values(), self.heads)


def reach(hero: StandingNetwork) -> tuple[float, float]:
    """Return the least and the largest of 0, 1 and the outputs that are drawn."""
    a = hero.trace[f"a{hero.L}"][hero.t, 0][hero.outputs.indices]
    return min(0, float(a.min())), max(1, float(a.max()))
