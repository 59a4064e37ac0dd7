"""The components exhibit: the full gradient as a column of numbers, from the largest to those that are 0."""

from __future__ import annotations

import numpy as np

from netsim.exhibits.nudges.one import fewest
from netsim.exhibits.run import Subject
from netsim.functions import Array
from netsim.network import Network
from netsim.terrain.landscape import place

Arrays = dict[str, Array]

#: In how many ranks the sizes are kept, at most.
RANKS = 200

#: How many of the largest components are shown, and how many of those that are 0, or else of the smallest.
LARGEST = 3
LEAST = 2


def record_components(subject: Subject) -> Arrays:
    """Make the components/ group, of the gradient of the mean cost of all examples at the first recorded step.

    components/size (ranked,) are the sizes of its components at the ranks components/rank (ranked,), of which
    1 is the largest; components/all counts them, components/zero those that are exactly 0, components/most
    the fewest that have nine tenths of the squared length; components/ratio is the largest size by the median
    one of those that are not 0, or 0 if all are.

    components/place (top, 4) are some parameters, largest component first: 0 for a weight or 1 for a bias,
    layer, j, and k (0 for a bias). components/value (top,) is what each is, components/step (top,) minus its
    component, components/after (top,) = value + eta step with the learning rate components/eta.
    """
    gradient, network = subject.gradient.flat, subject.network
    order = np.argsort(-np.abs(gradient), kind="stable")
    size = np.abs(gradient)[order]
    ranks = spread_ranks(len(size))
    shown = order[chosen_ranks(size, gradient[order] > 0)]
    value, step, eta = place(network)[shown], 0.0 - gradient[shown], subject.first.eta
    kept = {
        "rank": ranks,
        "size": size[ranks - 1],
        "all": np.array(len(size)),
        "zero": np.array(np.count_nonzero(size == 0)),
        "most": np.array(fewest(gradient)),
        "ratio": np.array(largest_by_median(size)),
        "place": np.array([parameter_at(network, int(at)) for at in shown]),
        "value": value,
        "step": step,
        "eta": np.array(eta),
        "after": value + eta * step,
    }
    return {f"components/{name}": array for name, array in kept.items()}


def spread_ranks(many: int) -> np.ndarray:
    """List ranks from 1 to `many`, at most 200 of them, evenly spread in their logarithm, none twice."""
    return np.unique(np.geomspace(1, many, RANKS).round().astype(int))


def median_rank(size: Array) -> int:
    """Find the place of the median of the sizes that are not 0, which descend; of two the one of the smaller."""
    return int(np.count_nonzero(size)) // 2


def largest_by_median(size: Array) -> float:
    """Divide the largest of descending sizes by the median one of those that are not 0; 0 if there is none."""
    median = float(size[median_rank(size)])
    ratio = float(size[0]) / median if median > 0 else 0.0
    return ratio if np.isfinite(ratio) else 0.0


def chosen_ranks(size: Array, up: np.ndarray) -> list[int]:
    """Choose the components that are shown, as places in their order, ascending.

    They are the three largest; the median of those that are not 0, and the nearest to it of the other sign;
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
