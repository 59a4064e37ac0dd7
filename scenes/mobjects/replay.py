"""Replays: recorded rows shown one after the other, as films show frames; nothing is made up between two of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from manim import Group, Mobject, Scene, linear

from scenes.camera.in_place import InPlace

MOMENTS = 600  # of a replay that goes ever faster
ROUND = 1e-9  # what the rounding of powers may take from a whole number


class Replay(InPlace):
    """Shows in each frame the recorded row that is nearest to it.

    Parameters
    ----------
    pictures
        What changes. Manim paints anew, in each frame, the lowest of them and all that stands above it.
    rows
        The rows in the order in which they are shown, in equal times; a row may stand in it several times.
    show
        Lets the pictures show a row: it is called when that is another than the one that was shown. A row at which
        the way turns is never left out, however few frames are made: a trail reaches as far as the way did.
    rate_func
        The pace, from 0 to 1; even by default.
    kwargs
        As for Manim's animations.
    """

    def __init__(
        self,
        *pictures: Mobject,
        rows: Sequence[int],
        show: Callable[[int], object],
        rate_func: Callable[[float], float] = linear,
        **kwargs: Any,
    ) -> None:
        self._rows, self._show, self._pictures = [int(row) for row in rows], show, Group(*pictures)
        steps = np.sign(np.diff(self._rows))
        moved = [i for i, step in enumerate(steps) if step]
        self._turns = [two for one, two in pairwise(moved) if steps[one] != steps[two]]
        self._shown: int | None = None
        self._at = 0
        # What introduces pictures adds them itself: they stay where they are, and Manim makes no group of them.
        super().__init__(self._pictures, rate_func=rate_func, introducer=True, **kwargs)

    def _setup_scene(self, scene: Scene) -> None:
        """Add the pictures that do not stand on the scene."""
        standing = set(scene.get_mobject_family_members())
        scene.add(*[picture for picture in self._pictures.submobjects if picture not in standing])

    def begin(self) -> None:
        """Show the first row."""
        self._shown, self._at = None, 0
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        """Show the row that is nearest to a share of the time, 0 to 1."""
        last = len(self._rows) - 1
        now = min(last, max(0, int(self.rate_func(alpha) * last + 0.5)))
        passed = [i for i in self._turns if self._at < i < now]
        self._at = now
        for i in (*passed, now):
            if self._rows[i] != self._shown:
                self._shown = self._rows[i]
                self._show(self._shown)


def evenly(*stops: int) -> list[int]:
    """Return rows from stop to stop that leave none out, each for the same time."""
    rows = [stops[0]]
    for start, end in pairwise(stops):
        step = 1 if end > start else -1
        rows += range(start + step, end + step, step) if end != start else []
    return rows


def by_way_of(*stops: int) -> list[int]:
    """Return rows from stop to stop that leave none out: slow at each stop, fastest half-way between two."""
    rows = [stops[0]]
    for start, end in pairwise(stops):
        moments = int(np.ceil(abs(end - start) * np.pi / 2))  # so many that the fastest step is one row
        share = (1 - np.cos(np.linspace(0, np.pi, moments + 1)[1:])) / 2
        rows += [round(place) for place in start + share * (end - start)]
    return rows


def ever_faster(first: int, last: int) -> list[int]:
    """Return rows from one to another, each shown for a shorter time than the one before: some are left out at last.

    What has gone by, counted from row 0, grows at every moment by the same share.
    """
    return [int(count + ROUND) - 1 for count in np.geomspace(first + 1, last + 1, MOMENTS)]


def there_and_back(middle: int, low: int, high: int) -> list[int]:
    """Return rows from the middle up to the highest, down to the lowest and back to the middle."""
    return by_way_of(middle, high, low, middle)
