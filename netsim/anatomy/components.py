"""The components of a gradient: how many matter, how they are spread, which to look at."""

from __future__ import annotations

import numpy as np

from netsim.functions import Array
from netsim.network import Network

#: The part of a gradient's squared length that its largest components are counted for.
MOST = 0.9

#: In how many ranks the sizes are kept, at most.
RANKS = 200

#: How many of the largest components are shown, and how many of those that are 0, or else of the smallest.
LARGEST = 4
LEAST = 2


def fewest(components: Array) -> int:
    """Count the fewest components that have nine tenths of the squared length; 0 if all are 0."""
    largest = np.abs(components).max()
    if largest == 0:
        return 0
    held = np.cumsum(np.sort((components / largest) ** 2)[::-1])
    return int(np.searchsorted(held, MOST * held[-1])) + 1


def spread_ranks(many: int) -> np.ndarray:
    """List ranks from 1 to `many`, at most 200 of them, evenly spread in their logarithm, none twice."""
    return np.unique(np.geomspace(1, many, RANKS).round().astype(int))


def median_rank(size: Array) -> int:
    """Find the place of the median of the sizes that are not 0, which descend; of two the one of the smaller."""
    return int(np.count_nonzero(size)) // 2


def chosen_ranks(size: Array, up: np.ndarray) -> list[int]:
    """Choose the components that are shown, as places in their order, ascending.

    They are the four largest; the median of those that are not 0, and the nearest to it of the other sign;
    and two that are 0, a third and two thirds through these, or if none is, the two smallest. There are
    fewer where one would come twice.

    Parameters
    ----------
    size, up
        The sizes, descending, (P,), and whether each component is above 0, (P,).
    """
    many, nonzero, middle = len(size), int(np.count_nonzero(size)), median_rank(size)
    others = np.flatnonzero(up[LARGEST:nonzero] != up[min(middle, many - 1)]) + LARGEST
    opposite = [int(others[np.argmin(np.abs(others - middle))])] if others.size else []
    zeros = many - nonzero
    least = [nonzero + zeros * part // 3 for part in (1, 2)] if zeros else [many - LEAST, many - 1]
    chosen = [*range(min(LARGEST, many)), middle, *opposite, *least]
    return sorted({rank for rank in chosen if 0 <= rank < many})


def parameter_at(network: Network, at: int) -> tuple[int, int, int, int]:
    """Tell which parameter stands at a place of the weight space: 0 or 1 for weight or bias, layer, j, k."""
    for l, W in network.W.items():
        if at < W.size:
            return 0, l, at // W.shape[1], at % W.shape[1]
        at -= W.size
        if at < len(W):
            return 1, l, at, 0
        at -= len(W)
    raise IndexError("The network has not so many parameters.")
