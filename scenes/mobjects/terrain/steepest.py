"""Vectors in a plane of the weight space as arrows on the ground, and the places of a walk as dots."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import Animation, Dot, GrowFromPoint, Mobject, UpdateFromAlphaFunc, VGroup, VMobject

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity, Scale
from scenes.mobjects.terrain.landscape import Ground

SHORTEST = 0.2  # share of the length asked for that arrows keep, however little room there is
HEAD = 0.26  # scene units of the arrow's head at most


class GroundArrow(VMobject, Quantity):
    """An arrow from a place of the ground, in the direction of a recorded vector, as long as it is on a scale.

    Parameters
    ----------
    vector
        (2,), along the axes u and v of the ground.
    place
        Where it starts, (2,).
    scale
        Scene units for length.
    """

    def __init__(
        self, vector: Reading, place: Reading, ground: Ground, scale: Scale, theme: Theme, role: str = "focus"
    ) -> None:
        super().__init__(stroke_width=0, fill_opacity=1, fill_color=theme.of(role))
        self.ground, self.scale_of_length = ground, scale
        self.rounding = 1e-6 * scale.longest
        self.point(vector, place)

    def point(self, vector: Reading, place: Reading) -> GroundArrow:
        """Show another vector at another place."""
        self.reading = vector
        tail = self.ground.points(np.asarray(place.value)[None])[0]
        way = np.append(np.asarray(vector.value) * self.scale_of_length.unit, 0.0)
        length = float(np.linalg.norm(way))
        along = way / length if length else np.array([1.0, 0.0, 0.0])
        across = np.array([-along[1], along[0], 0.0])
        head = min(HEAD, 0.6 * length)
        half, stem = 0.42 * head, 0.13 * head
        outline = [(0, stem), (length - head, stem), (length - head, half), (length, 0)]
        outline += [(length - head, -half), (length - head, -stem), (0, -stem), (0, stem)]
        self.set_points_as_corners(np.array([tail + a * along + b * across for a, b in outline]))
        return self

    def tail(self) -> np.ndarray:
        """Return the point that the arrow starts from."""
        return np.asarray((self.points[0] + self.points[4 * 6]) / 2)

    def tip(self) -> np.ndarray:
        """Return the point that the arrow ends in."""
        return np.asarray(self.points[4 * 3])

    def shown(self) -> np.ndarray:
        """Return the vector that tail and tip stand for."""
        return np.asarray((self.tip() - self.tail())[:2] / self.scale_of_length.unit)

    def grow(self, **kwargs: Any) -> Animation:
        """Return the animation that grows the arrow from where it starts."""
        return GrowFromPoint(self, self.tail(), **kwargs)

    def follow(self, vectors: Reading, places: Reading, **kwargs: Any) -> Animation:
        """Return the animation in which the arrow stands at place after place of a walk, (steps + 1, 2)."""
        last = len(places) - 1

        def stand(arrow: Mobject, share: float) -> None:
            i = int(share * last + 1e-9)
            self.point(vectors[i], places[i])

        return UpdateFromAlphaFunc(self, stand, **kwargs)


class Footprints(VGroup, Quantity):
    """A small dot on each place of a walk, (steps + 1, 2)."""

    def __init__(self, places: Reading, ground: Ground, theme: Theme, role: str, radius: float = 0.045) -> None:
        points = ground.points(np.asarray(places.value))
        super().__init__(*[Dot(point, radius=radius, color=theme.of(role)) for point in points])
        self.reading, self.ground = places, ground

    def shown(self) -> np.ndarray:
        """Return the places that the dots stand on."""
        return self.ground.places(np.array([dot.get_center() for dot in self]))


def scale_inside(
    room: tuple[float, float, float, float],
    lengths: Reading,
    vectors: Reading,
    places: Reading,
    ground: Ground,
    longest: float,
) -> Scale:
    """Return the scale of vectors (n, 2) of lengths (n,): the longest as long as asked, if no arrow leaves the room.

    The room is left, bottom, right, top; the first vector is to fit there and back, of the others only the way back.
    """
    scale = Scale.fit([lengths], longest)
    ways = np.asarray(vectors.value) * scale.unit
    tails = ground.points(np.asarray(places.value))[:, :2]
    tails, ways = np.concatenate([tails[:1], tails]), np.concatenate([ways[:1], -ways])
    low, high = np.array(room[:2]), np.array(room[2:])
    ends = np.where(ways > 0, high, low)
    shares = np.where(ways, (ends - tails) / np.where(ways, ways, 1.0), 1.0)
    return Scale(scale.source, longest * float(np.clip(shares.min(), SHORTEST, 1.0)))
