"""What lies on a surface: a row of it as a curve, a walk with its places, a ball, and the slope as an arrow."""

from __future__ import annotations

from math import floor
from typing import Any

import numpy as np
from manim import Animation, Circle, LineJointType, VGroup, VMobject, smooth

from netsim import Reading
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity, Scale
from scenes.mobjects.replay import Replay
from scenes.mobjects.terrain.relief import Relief

FINE = 12  # parts of a straight way over the ground, each of which lies on the surface
RADIUS, MARK = 0.1, 0.05  # of the ball, and of the places of a walk, in scene units
GLOW, GLOWS = 2.0, 0.22  # radius of the ball's glow in its own, and opacity
SHINE = 0.45  # radius of the light on the ball in its own
HEAD, HALF, STEM = 0.36, 0.14, 0.045  # of the longest arrow: its head, half the width of that, and of its stem
GROWTH = 200  # lengths that it has while it grows
TIP = FINE + 2  # which of the corners of an arrow is its tip
NAMED = 0.4  # of an edge, from the corner in front: where its name stands
SHORT = 0.6  # of the longest: arrows that are shorter than this are smaller in all


class Row(VMobject, Quantity):
    """One row of the surface, as a curve: between two rows it glides from the one to the other.

    Parameters
    ----------
    row
        A place in v; a whole number is a recorded row.
    """

    def __init__(self, row: float, relief: Relief, theme: Theme, role: str = "cost", width: float = 3.0) -> None:
        super().__init__(stroke_width=width, color=theme.of(role), joint_type=LineJointType.ROUND)
        assert relief.reading is not None
        self.relief, self.grid = relief, relief.reading
        self.set_row(row)

    def set_row(self, row: float) -> Row:
        """Be another row."""
        self.row, last = row, len(self.relief.v) - 1
        low = min(floor(row), last - 1)
        share = row - low
        self.reading = self.grid[low + 1 if share else low]
        self.glides_from = self.grid[low] if 0 < share < 1 else None
        v = (1 - share) * self.relief.v[low] + share * self.relief.v[low + 1]
        self.places = np.column_stack([self.relief.u, np.full(len(self.relief.u), v)])
        return self.lie()

    def lie(self) -> Row:
        """Lie on the surface as it is seen now."""
        self.rounding = self.relief.rounding
        return self.set_points_as_corners(self.relief.points_of(self.places))

    def shown(self) -> np.ndarray:
        """Return the costs that the corners stand for."""
        corners = np.concatenate([self.points[:1], self.points[3::4]])
        return self.relief.prospect.heights(corners, self.places[:, 0], self.places[:, 1])


class Walk(VGroup, Quantity):
    """A walk over the surface from recorded place to recorded place, with a mark on each.

    Parameters
    ----------
    places
        (steps + 1, 2), coordinates in the plane.
    C
        The measured cost at each of them, (steps + 1,).
    """

    def __init__(self, places: Reading, C: Reading, relief: Relief, theme: Theme, role: str = "focus") -> None:
        self.places, self.C, self.relief = np.asarray(places.value), C, relief
        ground = theme.of("background")
        round_ends: dict[str, Any] = {"joint_type": LineJointType.ROUND}
        self.rim = VMobject(stroke_width=2 * stroke.strong, stroke_opacity=0.5, color=ground, **round_ends)
        self.way = VMobject(stroke_width=stroke.strong, color=theme.of(role), **round_ends)
        self.marks = VGroup(*[Circle(MARK, color=theme.of(role), fill_opacity=1, stroke_width=0) for _ in self.places])
        super().__init__(self.rim, self.way)
        self.set_step(0.0)

    def set_step(self, step: float) -> Walk:
        """Be as long as so many steps, the last of which may be a part of one."""
        self.step, whole = step, floor(step + 1e-9)
        self.reading = self.C.take(range(whole + 1))
        self.submobjects = [self.rim, self.way, *self.marks[: whole + 1]]
        return self.lie()

    def lie(self) -> Walk:
        """Lie on the surface as it is seen now."""
        self.rounding = self.relief.rounding
        whole = floor(self.step + 1e-9)
        count = np.linspace(0, self.step, max(1, round(FINE * self.step)) + 1)
        for line in (self.rim, self.way):
            line.set_points_as_corners(self.relief.points_of(self.place_at(count)))
        costs = np.asarray(self.C.value)[: whole + 1]
        for mark, point in zip(self.marks, self.relief.points_of(self.places[: whole + 1], costs), strict=False):
            mark.move_to(point)
        return self

    def place_at(self, step: np.ndarray) -> np.ndarray:
        """Return the places (n, 2) after so many steps (n,), of which parts lie on straight ways."""
        steps = np.arange(len(self.places))
        return np.column_stack([np.interp(step, steps, self.places[:, i]) for i in (0, 1)])

    def shown(self) -> np.ndarray:
        """Return the costs that the marks stand at."""
        marks = self.submobjects[2:]
        points, places = np.array([mark.get_center() for mark in marks]), self.places[: len(marks)]
        return self.relief.prospect.heights(points, places[:, 0], places[:, 1])


class Ball(VGroup):
    """A ball on the surface, with a glow."""

    def __init__(self, place: np.ndarray, relief: Relief, theme: Theme, role: str = "focus") -> None:
        self.relief, self.place = relief, place
        colour, ground = theme.of(role), theme.of("background")
        glow = Circle(GLOW * RADIUS, color=colour, fill_opacity=GLOWS, stroke_width=0)
        ball = Circle(RADIUS, fill_color=colour, fill_opacity=1, stroke_width=stroke.thin, stroke_color=ground)
        shine = Circle(SHINE * RADIUS, color=theme.of("bright_neuron"), fill_opacity=0.6, stroke_width=0)
        shine.shift((-RADIUS / 3, RADIUS / 3, 0))
        super().__init__(glow, ball, shine)
        self.lie()

    def stand(self, place: np.ndarray) -> Ball:
        """Stand at another place, (2,)."""
        self.place = place
        return self.lie()

    def lie(self) -> Ball:
        """Stand on the surface as it is seen now."""
        return self.shift(self.relief.points_of(self.place[None])[0] - self.submobjects[0].get_center())


class SlopeArrow(VMobject, Quantity):
    """An arrow on the surface, along a recorded vector of the plane: as long over the ground as it is on a scale.

    Parameters
    ----------
    vector
        (2,), along u and v.
    place
        Where it starts, (2,).
    scale
        Units of the plane for length.
    """

    def __init__(
        self, vector: Reading, place: Reading, relief: Relief, scale: Scale, theme: Theme, role: str = "focus"
    ) -> None:
        super().__init__(
            fill_color=theme.of(role), fill_opacity=1, stroke_width=stroke.thin, joint_type=LineJointType.ROUND
        )
        self.set_stroke(theme.of("bright_neuron" if role == "cost" else "background"))
        self.relief, self.scale_of_length = relief, scale
        self.rounding = 1e-6 * scale.longest
        self.point(vector, place)

    def point(self, vector: Reading, place: Reading) -> SlopeArrow:
        """Show another vector at another place."""
        self.reading, self.place = vector, np.asarray(place.value)
        return self.glide(1.0)

    def glide(self, share: float) -> SlopeArrow:
        """Be a share of its length, 0 to 1: it grows from where it starts."""
        self._grown, self.glides_from = share, None if share == 1 else 0
        return self.lie()

    def grow(self, **kwargs: Any) -> Animation:
        """Return the animation that grows the arrow from where it starts."""
        return Replay(self, rows=range(GROWTH + 1), show=lambda i: self.glide(i / GROWTH), rate_func=smooth, **kwargs)

    def lie(self) -> SlopeArrow:
        """Lie on the surface as it is seen now."""
        assert self.reading is not None
        way = np.asarray(self.reading.value) * self.scale_of_length.unit * self._grown
        length, longest = float(np.linalg.norm(way)), self.scale_of_length.length
        along = way / length if length else np.array([1.0, 0.0])
        across = np.array([-along[1], along[0]])
        head, half, stem = (part * min(longest, length / SHORT) for part in (HEAD, HALF, STEM))
        neck = length - head
        shaft = np.linspace(0, neck, FINE)
        outline = [(0.0, 0.0), *[(a, stem) for a in shaft], (neck, half), (length, 0.0), (neck, -half)]
        outline += [(a, -stem) for a in shaft[::-1]]
        corners = np.array([self.place + a * along + b * across for a, b in [*outline, outline[0]]])
        self._costs = self.relief.at(corners)
        return self.set_points_as_corners(self.relief.points_of(corners))

    def shown(self) -> np.ndarray:
        """Return the vector that start and tip stand for."""
        corners, ends = np.concatenate([self.points[:1], self.points[3::4]]), [0, TIP]
        places = self.relief.prospect.places(corners[ends], self._costs[ends])
        return np.asarray((places[1] - places[0]) / self.scale_of_length.unit)


class EdgeName(VGroup):
    """A line of type beside one of the two edges of the ground that are in front.

    Parameters
    ----------
    line
        What stands there.
    along
        0 for the edge along u, 1 for the one along v.
    keep
        Left and right end of the room that it keeps to, and its bottom.
    """

    def __init__(self, line: VMobject, along: int, relief: Relief, keep: tuple[float, float, float]) -> None:
        super().__init__(line)
        self.along, self.relief, self.keep = along, relief, keep
        self.lie()

    def lie(self) -> EdgeName:
        """Stand beside the edge as it is seen now."""
        relief, left_front = self.relief, self.relief.prospect.azimuth > 0
        front = np.array([relief.u[0 if left_front else -1], relief.v[0]])
        far = front.copy()
        far[self.along] = relief.v[-1] if self.along else relief.u[-1 if left_front else 0]
        start, end, middle = relief.points_of(np.array([front, far, front + NAMED * (far - front)]))
        side = 1 if end[0] > start[0] else -1
        half = self.width / 2
        beside = float(middle[0]) + side * (half + gap.small)
        x = float(np.clip(beside, self.keep[0] + half, self.keep[1] - half))
        down = abs((beside - x) * float(end[1] - start[1]) / (float(end[0] - start[0]) or 1))  # the edge is lower there
        self.move_to((x, max(float(middle[1]) - gap.medium - down, self.keep[2] + self.height / 2), 0))
        return self
