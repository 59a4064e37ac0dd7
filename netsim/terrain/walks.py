"""Walks downhill through the weight space, the plane through their ends, and a grid around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from time import perf_counter

import numpy as np

from netsim.functions import Array
from netsim.measure import Probe, mean_cost
from netsim.network import Network
from netsim.recipe.training import TrainingSection
from netsim.terrain.landscape import Slice, countable, place
from netsim.training import Step, diverged, train

#: The grid: its longest form; and the margin round the walks, in
#: parts of their longer extent. A plane in which nothing moves is shown this far to each side.
LONGEST = 1.6
MARGIN = 0.15
STILL = 0.5


@dataclass(frozen=True)
class Walk:
    """A way downhill.

    Attributes
    ----------
    networks
        Where it leads, from the start on.
    C
        The mean cost of all examples there.
    examples
        How many gradients of single examples the steps up to there were made of.
    seconds
        How long these took to compute, with the updates.
    """

    networks: list[Network]
    C: list[float]
    examples: list[int]
    seconds: list[float]


def walk(network: Network, x: Array, y: Array, plan: TrainingSection, most: int, until: float | None = None) -> Walk:
    """Train as planned, at most so many steps, and measure the cost of all examples on the way.

    Parameters
    ----------
    network, x, y, plan, most
        Start, examples (N, n_0) and targets (N, n_L), the rules of the walk, its longest length.
    until
        A cost, if the walk ends where it is reached; but there is one step at least.

    Returns
    -------
    Walk
        If it diverges, up to the last point whose cost is one that the precision can count with.
    """
    probe = Probe.of(x, network, x.dtype.name)
    networks: list[Network] = []
    costs: list[float] = []
    examples, seconds = [0], [0.0]
    for step, took in _timed(islice(train(network, x, y, plan), most + 1)):
        whole = len(step.back.C) == len(x)  # then its gradient has measured the cost by the way
        with np.errstate(over="ignore", invalid="ignore"):
            cost = float(np.mean(step.back.C, dtype=np.float64)) if whole else mean_cost(step.network, probe, y)
        if networks and diverged(cost, plan.precision):
            break
        networks.append(step.network)
        costs.append(countable(cost, plan.precision))
        if until is not None and len(costs) > 1 and cost <= until:
            break
        examples.append(examples[-1] + len(step.back.C))
        seconds.append(seconds[-1] + took)
    reached = len(networks)  # the update from the last point on was not made
    return Walk(networks, costs, examples[:reached], seconds[:reached])


def plane_of(mini: Walk, full: Walk) -> Slice:
    """Lay a plane through the start and both ends, u toward that of the full walk, v on the mini walk's side.

    If they do not span one, it goes where the mini walk strays most.
    """
    start = mini.networks[0].astype("float64")
    ends = [place(way.networks[-1]) - place(start) for way in (full, mini)]
    line = Slice.through(start, ends, many=1)
    strayed = max(mini.networks, key=lambda network: line.off(place(network)))
    return Slice.through(start, [*ends, place(strayed) - place(start)])


def grid_round(points: Array, side: int) -> tuple[Array, Array]:
    """Make the ticks of a grid around points (n, 2): about side * side places, at most 1.6 to 1, equally spaced."""
    low, high = points.min(axis=0), points.max(axis=0)
    middle, half = (low + high) / 2, (high - low) / 2
    half = half + 2 * MARGIN * half.max() if half.any() else np.full(2, STILL)
    half = np.maximum(half, half.max() / LONGEST)
    counts = 2 * np.round(side * np.sqrt(half / half[::-1]) / 2 - 0.5).astype(int) + 1
    u, v = (np.linspace(m - h, m + h, n) for m, h, n in zip(middle, half, counts, strict=True))
    return u, v


def _timed(steps: Iterator[Step]) -> Iterator[tuple[Step, float]]:
    """Time how long each step, its gradient and its update, takes to compute, in seconds."""
    while True:
        begun = perf_counter()
        step = next(steps, None)
        took = perf_counter() - begun
        if step is None:
            return
        yield step, took
