"""The work of a gradient as areas: one sweep as a square, and as a wall of such squares a pass for each parameter."""

from __future__ import annotations

from math import ceil

from manim import DL, RIGHT, UP, Line, Square, VGroup

from netsim import Trace
from netsim.figures.calculus.sweep import one_sweep
from scenes.look.theme import Theme
from scenes.mobjects.amounts.areas import CountRows, CountSquare
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.amounts.stroke import STROKE
from scenes.stage.zones import Zone

JOINT = 1 / 8  # width of the lines between squares, as a share of a square's side


class Wall:
    """A square in the corner of a wall that is as large as its count of such squares, and the lines between them.

    Attributes
    ----------
    sweep
        The work of one pass forward and one back.
    all
        That of a forward pass for each parameter, row on row; the last row ends where the count does.
    lines
        Between squares as large as that of a sweep.
    corner
        The zone of the smaller square, and room for two more right of it.
    """

    def __init__(self, trace: Trace, theme: Theme, room: Zone) -> None:
        sweep, extent = one_sweep(trace), min(room.width, room.height)
        self.all = CountRows(trace.reading("graph/one_by_one"), sweep, extent, theme, "faint")
        side = self.all.side
        corner = room.put(Square(extent)).get_corner(DL)
        self.all.shift(corner - self.all.get_corner(DL))
        self.sweep = CountSquare(sweep, Scale.fit([sweep], side), theme, "focus")
        self.sweep.move_to(corner, aligned_edge=DL)
        left, bottom, _ = corner.tolist()
        self.corner = Zone(left, left + 3 * side, bottom, bottom + side)
        self.lines = VGroup()
        for i in range(1, ceil(extent / side)):
            for along, across in ((RIGHT, UP), (UP, RIGHT)):
                start = corner + i * side * along
                self.lines.add(Line(start, start + extent * across, stroke_width=STROKE * JOINT * side))
        self.lines.set_color(theme.of("background"))
