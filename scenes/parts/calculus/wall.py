"""The work of a gradient as areas: one sweep as a square, and as a wall of such squares a pass for each parameter."""

from __future__ import annotations

from math import floor

from manim import DL, RIGHT, UP, Line, VGroup

from netsim import Trace
from netsim.figures.calculus.sweep import one_sweep
from scenes.look.theme import Theme
from scenes.mobjects.amounts.areas import CountSquare
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.amounts.stroke import STROKE
from scenes.stage.zones import Zone

JOINT = 1 / 8  # width of the lines between squares, as a share of a square's side


class Wall:
    """Two squares on one scale, the smaller in a corner of the larger, and lines that divide that into such squares.

    Attributes
    ----------
    sweep
        The work of one pass forward and one back.
    all
        That of a forward pass for each parameter.
    lines
        Between squares as large as that of a sweep.
    corner
        The zone of the smaller square, and room for two more right of it.
    """

    def __init__(self, trace: Trace, theme: Theme, room: Zone) -> None:
        whole = trace.reading("graph/one_by_one")
        scale = Scale.fit([whole], min(room.width, room.height))
        self.all = room.put(CountSquare(whole, scale, theme, "faint"))
        corner = self.all.get_corner(DL)
        self.sweep = CountSquare(one_sweep(trace), scale, theme, "focus")
        self.sweep.move_to(corner, aligned_edge=DL)
        side, extent = float(self.sweep.width), float(self.all.width)
        left, bottom, _ = corner.tolist()
        self.corner = Zone(left, left + 3 * side, bottom, bottom + side)
        self.lines = VGroup()
        for i in range(1, floor(extent / side) + 1):
            for along, across in ((RIGHT, UP), (UP, RIGHT)):
                start = corner + i * side * along
                self.lines.add(Line(start, start + extent * across, stroke_width=STROKE * JOINT * side))
        self.lines.set_color(theme.of("background"))
