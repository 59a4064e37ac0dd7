"""The paths exhibit: a walk in mini-batches and one with all examples, on the landscape that both cross."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from math import isqrt
from time import perf_counter

import numpy as np

from netsim.exhibits.nudges.batches import batch_size, shuffled
from netsim.exhibits.run import Subject
from netsim.functions import Array
from netsim.measure import Probe, mean_cost
from netsim.network import Network
from netsim.recipe.recipe import TrainingSection
from netsim.terrain.landscape import Slice, countable, place
from netsim.training import Step, diverged, train

Arrays = dict[str, Array]

#: The longest walk, and the most examples that its cost is the mean of.
MOST_STEPS = 300
MOST_EXAMPLES = 2000

#: What keeps the walks of large networks short: numbers in the networks that are passed, and weights times
#: examples times steps, or times points of the grid.
MOST_NUMBERS = 2**25
MOST_WORK = 10**10

#: The grid: points of a side if it is a square, at least; its longest form; and the margin round the walks, in
#: parts of their longer extent. A plane in which nothing moves is shown this far to each side.
SIDE, LEAST_SIDE = 31, 11
LONGEST = 1.6
MARGIN = 0.15
STILL = 0.5

#: How many contours the landscape has.
LEVELS = 12


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
        How many gradients of single examples its steps were made of.
    seconds
        How long these took to compute, with the updates.
    """

    networks: list[Network]
    C: list[float]
    examples: int
    seconds: float


def record_paths(subject: Subject) -> Arrays:
    """Make the paths/ group: both walks, projected on the plane through their ends, and the cost over it.

    Both start from the network at the first recorded step and have the lesson's learning rate, held
    constant, without momentum and shift. They use its first 2000 training examples, as its seed shuffles them
    (fewer for a network of very many weights), and so do all costs. Walks and costs are computed in float32,
    and without the inputs that are 0 in all these examples, whose weights do not move. The seconds are the
    only numbers of a trace that differ from one recording to the next.
    """
    plan = subject.recipe.training
    steps, x, y = examples_to_walk_on(subject)
    start, x = lit_part(subject.network, x)
    batch = batch_size(plan, len(x))
    plan = plan.plain().model_copy(update={"precision": "float32"})
    mini = walk(start, x, y, plan.model_copy(update={"method": "sgd", "batch": batch, "epochs": 1}), steps)
    full_plan = plan.model_copy(update={"method": "full_batch", "epochs": steps})
    full = walk(start, x, y, full_plan, steps, until=mini.C[-1])
    plane = plane_of(mini, full)
    kept = {"examples": np.array(len(x)), "batch": np.array(batch), "eta": np.array(plan.eta)}
    for name, way in (("mini", mini), ("full", full)):
        kept[name] = np.stack([plane.coordinates(place(network)) for network in way.networks])
        kept[f"{name}_off"] = np.array([plane.off(place(network)) for network in way.networks])
        kept[f"{name}_C"] = np.array(way.C)
        kept[f"{name}_examples"] = np.array(way.examples)
        kept[f"{name}_seconds"] = np.array(way.seconds)
    kept["u"], kept["v"] = grid_round(np.concatenate([kept["mini"], kept["full"]]), _side(start, len(x)))
    kept["C"] = plane.costs(x, y, kept["u"], kept["v"])
    kept["levels"] = contour_levels(kept["C"])
    return {f"paths/{name}": array for name, array in kept.items()}


def examples_to_walk_on(subject: Subject) -> tuple[int, Array, Array]:
    """Choose how many steps a walk may have, and its examples x (N, n_0) and targets y (N, n_L), in float32.

    They lie so that a run with the lesson's seed, which shuffles them anew, takes them in the lesson's order.
    """
    plan, weights = subject.recipe.training, sum(part.size for part in subject.network.W.values())
    steps = min(MOST_STEPS, max(1, MOST_NUMBERS // weights))
    many = min(MOST_EXAMPLES, max(1, MOST_WORK // (weights * steps)), len(subject.data.x))
    places = np.empty(many, int)
    places[shuffled(plan, many)] = shuffled(plan, len(subject.data.x))[:many]
    x, y = subject.data.x[places], subject.targets[places]
    return steps, x.astype(np.float32), y.astype(np.float32)


def lit_part(network: Network, x: Array) -> tuple[Network, Array]:
    """Leave out the inputs that are 0 in all examples x (N, n_0), with their weights: they add nothing, nor move."""
    lit = np.flatnonzero(x.any(axis=0)) if x.any() else np.array([0])
    W = {**network.W, 1: network.W[1][:, lit]}
    part = Network(W, network.b, network.hidden, network.output, network.cost)
    return part, np.ascontiguousarray(x[:, lit])


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
    probe = Probe.of(x, network)
    networks: list[Network] = []
    costs: list[float] = []
    made: list[tuple[int, float]] = []
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
        made.append((len(step.back.C), took))
    made = made[: len(networks) - 1]  # the update from the last point on was not made
    return Walk(networks, costs, sum(many for many, _ in made), sum(took for _, took in made))


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


def contour_levels(C: Array) -> Array:
    """List the costs whose contours are drawn, (12,), ascending between the lowest and the highest of a grid.

    They lie closer together near the lowest, where walks lead to: as the squares of even steps.
    """
    low, high = float(C.min()), float(C.max())
    return low + (high - low) * (np.arange(1, LEVELS + 1) / (LEVELS + 1)) ** 2


def _side(network: Network, examples: int) -> int:
    behind_the_first = sum(w.size for l, w in network.W.items() if l > 1)
    return max(LEAST_SIDE, min(SIDE, isqrt(3 * MOST_WORK // (examples * max(1, behind_the_first)))))


def _timed(steps: Iterator[Step]) -> Iterator[tuple[Step, float]]:
    """Time how long each step, its gradient and its update, takes to compute, in seconds."""
    while True:
        begun = perf_counter()
        step = next(steps, None)
        took = perf_counter() - begun
        if step is None:
            return
        yield step, took
