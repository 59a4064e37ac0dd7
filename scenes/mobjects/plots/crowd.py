"""A crowd of little arrows, one for each number, heaped up at their heights, and the line on which they balance."""

from __future__ import annotations

import numpy as np
from manim import Line, VGroup, VMobject

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.plots.plot import PlotFrame

LARGEST, SMALLEST, STEP = 0.3, 0.12, 0.02  # scene units from row to row
FILLED, FLAT = 0.8, 0.2  # of the room it has, an arrow; how high one is that points nowhere
NARROW = 1 / 4  # of its height, the room that an arrow has across, before it is made smaller


class Heap(VMobject, Quantity):
    """The arrows of one direction, in the order in which they come: so many of them are seen.

    Parameters
    ----------
    numbers, mine
        The numbers (N,), and the places in it of those that are this heap's (count,); each arrow's middle is at the
        height of its number.
    places
        (count, 2): where each stands in the frame, in scene units from its lower left corner.
    way
        1 for arrows that point up, -1 for down, 0 for flat ones.
    """

    def __init__(
        self,
        numbers: Reading,
        mine: np.ndarray,
        places: np.ndarray,
        size: np.ndarray,
        way: int,
        frame: PlotFrame,
        theme: Theme,
    ) -> None:
        role = {1: "up", -1: "down", 0: "dim"}[way]
        super().__init__(stroke_width=0, fill_opacity=1, fill_color=theme.of(role))
        self.numbers, self.mine, self.frame, self.rounding = numbers, mine, frame, 1e-6 / frame.unit_y
        half = FILLED * size / 2
        tip = half[1] * (way or FLAT)
        outline = np.array([(-half[0], -tip), (0.0, tip), (half[0], -tip), (-half[0], -tip)])
        corners = places[:, None] + outline + frame.corner.points[0][:2]
        arrow = VMobject()
        self._arrows = np.zeros((12 * len(places), 3))
        for i, four in enumerate(corners):
            arrow.set_points_as_corners(np.column_stack([four, np.zeros(4)]))
            self._arrows[12 * i : 12 * i + 12] = arrow.points
        self.set_count(len(places))

    def set_count(self, count: int) -> Heap:
        """Show the first so many."""
        self.reading = self.numbers.take(self.mine[:count].tolist())
        self.points = self._arrows[: 12 * count]
        return self

    def shown(self) -> np.ndarray:
        """Return the numbers at whose heights the arrows stand."""
        feet, tips = self.points[::12], self.points[3::12]
        return self.frame.value((feet + tips) / 2)


class Crowd(VGroup):
    """All numbers as arrows, up or down by the sign, at their heights; those that are nearly alike stand in a row.

    Parameters
    ----------
    numbers
        (count,), in the order in which they come.
    frame
        Its upright axis is that of the numbers; rows begin at its left end.
    """

    def __init__(self, numbers: Reading, frame: PlotFrame, theme: Theme) -> None:
        values = np.asarray(numbers.value)
        width = (frame.xs[1] - frame.xs[0]) * frame.unit_x
        heights = (values - frame.ys[0]) * frame.unit_y
        size, ranks = _heaped(heights, width)
        places = np.column_stack([(ranks + 0.5) * size[0], heights])
        self.heaps, self._counts = [], []
        for way in (1, -1, 0):
            mine = np.flatnonzero(np.sign(values) == way)
            self._counts.append(np.cumsum(np.sign(values) == way))
            self.heaps.append(Heap(numbers, mine, places[mine], size, way, frame, theme))
        super().__init__(*self.heaps)

    def set_row(self, row: int) -> Crowd:
        """Show all up to a place in their order."""
        for heap, counts in zip(self.heaps, self._counts, strict=True):
            heap.set_count(int(counts[row]))
        return self


class Balance(Line, Quantity):
    """A line across a frame at the height of a number."""

    reading: Reading

    def __init__(self, reading: Reading, frame: PlotFrame, theme: Theme, role: str = "focus") -> None:
        self.frame, self.rounding = frame, 1e-6 / frame.unit_y
        super().__init__(frame.point(frame.xs[0], 0.0), frame.point(frame.xs[1], 0.0), stroke_width=3)
        self.set_color(theme.of(role)).set_reading(reading)

    def set_reading(self, reading: Reading) -> Balance:
        """Stand at another height."""
        self.reading = reading
        return self.set_y(float(self.frame.point(0.0, float(reading))[1]))

    def shown(self) -> float:
        """Return the number at whose height it stands."""
        return float(self.frame.value(self.get_center()[None])[0])


def _heaped(heights: np.ndarray, width: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the room of an arrow (2,), and each one's rank in its row, so that no row is too wide."""
    for size in np.arange(LARGEST, SMALLEST, -STEP):
        rows = np.floor(heights / size).astype(int)
        if np.bincount(rows - rows.min()).max() * NARROW * size <= width:
            break
    order = np.argsort(rows, kind="stable")
    firsts = np.searchsorted(rows[order], rows)
    ranks = np.empty(len(rows), int)
    ranks[order] = np.arange(len(rows))
    most = int((ranks - firsts).max()) + 1
    return np.array([min(size, width / most), size]), ranks - firsts
