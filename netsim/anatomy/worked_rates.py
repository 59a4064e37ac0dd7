"""The worked example learned at other rates: one that is quicker, and one that is too large."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from netsim.anatomy.worked_example import example_of
from netsim.backprop import backprop
from netsim.functions import Array
from netsim.network import Network
from netsim.recipe.worked import WorkedSection
from netsim.training import update

#: For one example alone no rate would be too large where its targets lie at the very ends of what a function gives.
#: Two examples that want opposite things can be overshot.
UPDATES = 10
DOUBLINGS = 12
READABLE = 10  # times the first cost: a curve that rises higher leaves nothing to see of the others


@lru_cache(maxsize=16)
def rates_as_planned(plan: WorkedSection, lessons_cost: str) -> Mapping[str, Array]:
    """Let the example that a recipe plans be learned at three rates; its cost is the plan's, or the lesson's.

    Nothing else decides it, and who asks whether there are three rates will want them: so it is kept, read-only.
    """
    example = example_of(plan, lessons_cost)
    found = rates_of(example.network, example.x, example.y, plan.eta, plan.train_biases)
    for numbers in found.values():
        numbers.flags.writeable = False
    return MappingProxyType(found)


def rates_of(network: Network, x: Array, y: Array, eta: float, train_biases: bool = True) -> dict[str, Array]:
    """Let a network learn an example and its mirror image, at three learning rates.

    The first rate is that of the worked example. The others are found by doubling it: the one with the lowest cost
    at last, of those whose cost falls at every update; and the first whose cost ends above where it began. Where
    there are no such two the example is learned alone; and where there are none then either, at its own rate only.
    """
    rates = [eta * 2.0**i for i in range(DOUBLINGS)]
    alone, pair = (x[None], y[None]), (np.stack([x, x[::-1]]), np.stack([y, y[::-1]]))
    for some in [pair, alone] if not np.array_equal(*pair[0]) else [alone]:
        runs = {rate: _costs(network, some[0], some[1], rate, train_biases) for rate in rates}
        etas = _telling(runs, eta)
        if len(etas) > 1:
            break
    return {"x": some[0], "y": some[1], "eta": np.array(etas), "C": np.stack([runs[rate] for rate in etas])}


def _telling(runs: dict[float, Array], eta: float) -> list[float]:
    """Give the rates of which the first is slow, the second quick, the third too large; or the first alone."""
    own = runs[eta]
    falling = [rate for rate, costs in runs.items() if np.all(np.diff(costs) <= 0) and costs[-1] < own[-1]]
    large = [r for r, costs in runs.items() if costs[-1] > costs[0] and costs.max() <= READABLE * costs[0]]
    if not falling or not large or not np.all(np.diff(own) <= 0):
        return [eta]
    quick = min(falling, key=lambda rate: float(runs[rate][-1]))
    beyond = [rate for rate in large if rate > quick]
    return [eta, quick, beyond[0]] if beyond else [eta]


def _costs(network: Network, x: Array, y: Array, eta: float, train_biases: bool) -> Array:
    """Give the mean cost of some examples before each update, and after the last; huge where it grows beyond all."""
    costs = []
    with np.errstate(over="ignore", invalid="ignore"):
        for _ in range(UPDATES + 1):
            back = backprop(network, network.forward(x), y)
            costs.append(back.C.mean())
            after = update(network, back, eta)
            network = after if train_biases else network.with_weights(after.W)
    kept: Array = np.nan_to_num(np.array(costs), nan=np.finfo(float).max)
    return kept
