"""Boxes of whole pixels: where a frame changed, and what must be painted anew there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from math import ceil, floor
from typing import NamedTuple

import numpy as np

# Boxes nearer to each other than this, in pixels, become one: each costs a pass over what lies in it.
BETWEEN_BANDS, BESIDE = 24, 160


class Box(NamedTuple):
    """The pixels from `left` and `top` up to, not including, `right` and `bottom`; rows are counted downwards."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def area(self) -> int:
        """Its number of pixels; 0 if it is empty."""
        return max(0, self.right - self.left) * max(0, self.bottom - self.top)

    def meets(self, other: Box) -> bool:
        """Say whether both have a pixel in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def around(self, other: Box) -> Box:
        """Return the smallest box that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def within(self, other: Box) -> Box:
        """Return what both have in common."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


def box_around(points: np.ndarray, room: float) -> Box:
    """Return the box of the pixels that points, (n, 2) in pixels, touch with room around them."""
    (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return Box(floor(left - room), floor(top - room), ceil(right + room), ceil(bottom + room))


def merged(boxes: Iterable[Box], frame: Box) -> list[Box]:
    """Return a few boxes that hold all of some, cut to the frame; no two of them have a pixel in common.

    They lie in bands, one under the other, with room between them; in a band they stand side by side.
    """
    seen = [cut for box in boxes if (cut := box.within(frame)).area]
    found: list[Box] = []
    for band in _apart(sorted(seen, key=lambda box: box.top), 1, 3, BETWEEN_BANDS):
        groups = _apart(sorted(band, key=lambda box: box.left), 0, 2, BESIDE)
        found += [reduce(Box.around, group) for group in groups]
    return found


def _apart(boxes: Sequence[Box], start: int, end: int, room: int) -> list[list[Box]]:
    """Part boxes, in the order in which they start along an axis, wherever there is room between them."""
    groups: list[list[Box]] = []
    reached = 0
    for box in boxes:
        if not groups or box[start] > reached + room:
            groups.append([])
            reached = box[end]
        groups[-1].append(box)
        reached = max(reached, box[end])
    return groups
