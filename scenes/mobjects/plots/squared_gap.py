"""The distance between an activation and its target, and what counts of the square on it: the cost as an area."""

from __future__ import annotations

import numpy as np
from manim import LEFT, RIGHT, UP, Animation, Line, Square, VGroup

from netsim import Reading
from scenes.camera.fading import FadeIn
from scenes.look.theme import Theme
from scenes.mobjects.amounts.poured import Poured
from scenes.mobjects.number_lines.value_dot import TICK, ValueDot
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.typeset import Words


class SquaredGap(VGroup):
    """A line from 0 to 1 with a dot for an activation and one for its target, and what counts of the square on it.

    Parameters
    ----------
    cost
        The area of that part: the distance, squared, times the share.
    share
        What part of the square counts: all of it, half of it.
    zero
        Where the value 0 stands.
    unit
        Scene units from 0 to 1.
    names
        What the activation and its target are called, as Typst mathematics.
    """

    def __init__(
        self,
        a: Reading,
        y: Reading,
        cost: Reading,
        zero: np.ndarray,
        unit: float,
        theme: Theme,
        names: tuple[str, str] = ("a^((L))", "y"),
        share: float = 1.0,
    ) -> None:
        super().__init__()
        start = np.asarray(zero, dtype=float)
        end = start + unit * RIGHT
        self.line = VGroup(Line(start, end, stroke_width=2))
        self.line.add(*[Line(at + [0, TICK, 0], at - [0, TICK, 0], stroke_width=2) for at in (start, end)])
        self.line.set_color(theme.of("dim"))
        labels = VGroup()
        for value, at in (("0", start), ("1", end)):
            labels.add(Words(value, theme, size="small", role="dim").move_to(at + [0, -0.3, 0]))
        self.dots = VGroup(*[ValueDot(value, start, unit, theme) for value in (a, y)])
        sides = (LEFT, RIGHT) if float(a) < float(y) else (RIGHT, LEFT)
        written = VGroup()
        for code, dot, away in zip(names, self.dots, sides, strict=True):
            written.add(Formula(code, theme, size="small").next_to(dot, UP + away, buff=0.04))
        self.area = Poured(cost, unit**2, unit * (float(cost) / share) ** 0.5, theme)
        whole = Square(self.area.width, stroke_width=1.5, color=theme.of("faint"))
        self.square = VGroup(*([whole] if share < 1 else []), self.area)
        for part in self.square:
            part.move_to(self.dots.get_center())
            part.shift((0, start[1] - part.get_bottom()[1], 0)).set_z_index(-1)  # behind the dots
        self.base = VGroup(self.line, labels, self.dots, written)
        self.add(self.square, self.base)

    def grow(self) -> Animation:
        """Return the animation in which the square, or its part, rises from the distance."""
        return FadeIn(self.square, scale=0.2, target_position=self.square.get_bottom())
