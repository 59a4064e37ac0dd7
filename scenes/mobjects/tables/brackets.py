"""The brackets around a column of numbers: it is one thing, a vector."""

from __future__ import annotations

from manim import Mobject, VGroup, VMobject

from scenes.look.theme import Theme

FOOT = 0.12  # scene units of the short ends, and of room around the numbers


def brackets(column: Mobject, theme: Theme) -> VGroup:
    """Return a bracket left and right of a column."""
    left, right = column.get_left()[0] - 1.5 * FOOT, column.get_right()[0] + FOOT
    top, bottom = column.get_top()[1] + FOOT, column.get_bottom()[1] - FOOT
    sides = VGroup()
    for x, inward in ((left, FOOT), (right, -FOOT)):
        corners = [(x + inward, top, 0), (x, top, 0), (x, bottom, 0), (x + inward, bottom, 0)]
        sides.add(VMobject(stroke_width=2, color=theme.of("dim")).set_points_as_corners(corners))
    return sides
