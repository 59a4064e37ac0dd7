"""Where the worked example's neurons and numbers stand: one to four neurons a layer, one or two layers of weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import numpy as np
from manim import RIGHT, UP

from scenes.look.measures import gap
from scenes.stage.zones import Zone

LAYER, EDGES, TARGETS = 3, 8, 3  # shares of the width
CROWDED = (2, 9, 3)  # the same where layers are crowded
LINES, NEURON, BETWEEN = 8, 4, 9  # shares of the height: lines of numbers, a neuron, room between two neurons
SLOT = (8, 13, 7)  # shares of a row where there are more than two: a line, a neuron, a line
ROOM = gap.line * np.array([5, 2]) / 2  # of a number on an edge, with four decimals: width and height in scene units
LINE = gap.line * np.array([7, 2]) / 2  # of a neuron's number with its name
NEAR = 1 / 3  # of an edge, from its start: there its number stands if no other edge is near
ALONG = np.arange(5, 46) / 50  # where else it may stand
SWEEPS = 4  # through all numbers, until none finds a better place
APART = 10  # how much worse it is to lie over a number than over an edge from end to end


class Places:
    """Where all stands.

    Parameters
    ----------
    sizes
        Neurons of each layer, the inputs first.
    room
        The zone that is filled.

    Attributes
    ----------
    radius
        Of a neuron, in scene units.
    crowded
        Whether a layer has more neurons than have room for every line: delta stands where z stood, without a bar.
    """

    def __init__(self, sizes: Sequence[int], room: Zone) -> None:
        self.sizes, self.room, self.crowded = sizes, room, max(sizes[1:]) > 2
        self.area = replace(room, top=room.top - gap.medium, bottom=room.bottom + gap.medium)
        layer, edges, targets = CROWDED if self.crowded else (LAYER, EDGES, TARGETS)
        between = [edges] * 2 if len(sizes) == 3 else [2 * edges + layer]
        shares = [layer, *[share for way in between for share in (way, layer)], targets]
        self.layers = self.area.columns(*shares)[0 : 2 * len(sizes) - 1 : 2]
        self.radius = (self.layers[0].width - (0 if self.crowded else gap.medium)) / 2
        if max(sizes) > 2:
            _, neuron, _ = self.slots(max(sizes))[0].rows(*SLOT)
            self.radius = min(self.radius, neuron.height / 2)
        upper, one, _, two, lower = self.area.rows(LINES, NEURON, BETWEEN, NEURON, LINES)
        self._two = (one.y, two.y)
        # nearest first, of the upper neuron of two and of the lower
        self._lines = (
            upper.inset(bottom=gap.medium).rows(2, 4, 3)[::-1],
            lower.inset(top=gap.medium).rows(3, 4, 2),
        )
        self._near = {l: _numbers_along(self._starts_and_ends(l), self._beside(l)) for l in range(1, len(sizes))}

    def slots(self, n: int) -> tuple[Zone, ...]:
        """Return the rows of a layer of more than two neurons."""
        return self.room.rows(*[1] * n)

    def up(self, l: int, j: int) -> int:
        """Return 1 for a neuron whose lines stand over it, -1 for the lower one of two, whose lines stand under it."""
        return -1 if self.sizes[l] == 2 and j == 1 else 1

    def at(self, l: int, j: int) -> np.ndarray:
        """Return the middle of neuron j of layer l."""
        n = self.sizes[l]
        y = self.area.y if n == 1 else self._two[j] if n == 2 else self.slots(n)[j].rows(*SLOT)[1].y
        return np.array([self.layers[l].x, y, 0])

    def line(self, l: int, j: int, row: int) -> np.ndarray:
        """Return the middle of a line of a neuron's numbers: 0 is the nearest to it."""
        if self.sizes[l] > 2:
            return np.array([self.layers[l].x, self.slots(self.sizes[l])[j].rows(*SLOT)[0].y, 0])
        lower = self.up(l, j) < 0
        away = self._lines[lower][row].y - self._two[lower]
        return np.asarray(self.at(l, j) + away * UP)

    def bias(self, l: int, j: int) -> np.ndarray:
        """Return where a neuron's bias stands: on the other side of it than its lines."""
        if self.sizes[l] > 2:
            return np.array([self.layers[l].x, self.slots(self.sizes[l])[j].rows(*SLOT)[2].y, 0])
        return np.asarray(self.at(l, j) - (self.radius + gap.medium) * self.up(l, j) * UP)

    def ends(self, l: int, j: int, k: int) -> tuple[np.ndarray, np.ndarray]:
        """Return where the edge from neuron k of layer l - 1 to neuron j of layer l starts and ends."""
        side = self.radius * RIGHT
        return self.at(l - 1, k) + side, self.at(l, j) - side

    def on_edge(self, l: int, j: int, k: int) -> np.ndarray:
        """Return where the number of an edge stands."""
        start, end = self.ends(l, j, k)
        return np.asarray(start + self._near[l][j, k] * (end - start))

    def over_edges(self, l: int) -> np.ndarray:
        """Return where a head over the numbers of a layer's edges stands: over all edges there."""
        places = [self.on_edge(l, j, k) for j, k in product(range(self.sizes[l]), range(self.sizes[l - 1]))]
        x = float(np.mean([min(p[0] for p in places), max(p[0] for p in places)]))
        (start, end) = self.ends(l, 0, 0)
        across = [min(max(x + side, start[0]), end[0]) for side in (-ROOM[0] / 2, 0, ROOM[0] / 2)]
        y = max(start[1] + (at - start[0]) / (end[0] - start[0]) * (end[1] - start[1]) for at in across)
        return np.array([x, max(y, max(p[1] for p in places)), 0])

    def _beside(self, l: int) -> np.ndarray:
        """Return the middles of the lines that stand at the neurons on both sides of a layer's edges, (lines, 2)."""
        found = [self.at(m, j) for m in (l - 1, l) for j in range(self.sizes[m])]
        for m in (l - 1, l):
            if m:
                found += [place for j in range(self.sizes[m]) for place in (self.line(m, j, 0), self.bias(m, j))]
        return np.array(found)[:, :2]

    def _starts_and_ends(self, l: int) -> np.ndarray:
        """Return both ends of all edges into a layer, (n_l, n_{l-1}, 2, 2)."""
        each = [[self.ends(l, j, k) for k in range(self.sizes[l - 1])] for j in range(self.sizes[l])]
        return np.array(each)[..., :2]


def _numbers_along(edges: np.ndarray, lines: np.ndarray) -> np.ndarray:
    """Choose for each edge, (J, K, 2, 2), where along it its number stands, (J, K), 0 to 1.

    Each as near to a third of the way as it can without another number or one of the lines, (lines, 2), and with as
    little as possible of other edges, within its room.
    """
    J, K = edges.shape[:2]
    ways = edges.reshape(-1, 2, 2)
    along = np.full(len(ways), NEAR)
    choices = np.array([NEAR, *ALONG])
    for _ in range(SWEEPS):
        for i, (start, end) in enumerate(ways):
            others = np.arange(len(ways)) != i
            middles = ways[others, 0] + along[others, None] * (ways[others, 1] - ways[others, 0])
            places = start + choices[:, None] * (end - start)
            over = _shared(places, middles, ROOM) + _shared(places, lines, (ROOM + LINE) / 2)
            on = np.array([_touched(place, ways[others]) for place in places])
            worse = APART * over + on + np.abs(choices - NEAR) / 10
            along[i] = choices[int(np.argmin(np.round(worse, 6)))]
    return along.reshape(J, K)


def _shared(places: np.ndarray, others: np.ndarray, apart: np.ndarray) -> np.ndarray:
    """Return how much each place shares with others that need to be so far apart, across or up."""
    return np.asarray(np.prod(np.clip(1 - np.abs(places[:, None] - others) / apart, 0, None), axis=-1).sum(axis=1))


def _touched(place: np.ndarray, ways: np.ndarray) -> float:
    """Return how much of other edges lies within the room of a number: nearest to its middle counts most."""
    points = ways[:, None, 0] + np.linspace(0, 1, 61)[None, :, None] * (ways[:, None, 1] - ways[:, None, 0])
    far = np.abs(points - place) / (ROOM / 2)
    return float(np.clip(1 - far.max(axis=-1), 0, None).sum())
