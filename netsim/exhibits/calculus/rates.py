"""The rates exhibit: the worked example and its mirror image, learned together at three learning rates."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.backprop import backprop
from netsim.exhibits.calculus.worked import ETA, drawn_example
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.run import Run
from netsim.functions import Array, sigmoid, squares_of
from netsim.network import Network
from netsim.trace.declared import COST, INPUT, RATE, TARGET, Declared, Dimension
from netsim.trace.trace import Trace
from netsim.training import update

ARRAYS = {
    "x": Declared("pair worked_k", "inputs of the worked example, and the same in reverse order", INPUT),
    "y": Declared("pair worked_j", "their targets", TARGET),
    "eta": Declared("rate", "the worked example's learning rate, one that is quicker, one that is too large", RATE),
    "C": Declared("rate pair_step", "mean cost of the two, after each update with that learning rate", COST),
}

DIMS = {
    "pair": Dimension("the worked example, and its mirror image", 2),
    "rate": Dimension("learning rates, the smallest first", 3),
    "pair_step": Dimension("moments, one update apart"),
}

#: For one example alone no rate would be too large: its targets lie at the very ends of what a sigmoid can give.
#: Two examples that want opposite things can be overshot.
UPDATES = 10
DOUBLINGS = 12


def record(run: Run) -> Arrays:
    """Draw the worked example's network, and let it learn the two examples at each of the three rates."""
    cost = squares_of(run.recipe.network.cost).name
    worked = drawn_example(run.recipe.record.worked_seed, 0, cost)
    W, b = ({l: worked[f"{kind}{l}"][0] for l in (1, 2)} for kind in "Wb")
    return rates_of(Network(W, b, cost=cost), worked["x"], worked["y"])


def rates_of(network: Network, x: Array, y: Array) -> Arrays:
    """Let a given 2-2-2 network learn an example and its mirror image, at three learning rates.

    The first is that of the worked example. The others are found by doubling it: the one with the lowest cost at
    last, of those whose cost falls at every update; and the first whose cost ends above where it began.
    """
    pair = np.stack([x, x[::-1]]), np.stack([y, y[::-1]])
    runs = {ETA * 2.0**i: _costs(network, *pair, ETA * 2.0**i) for i in range(DOUBLINGS)}
    falling = [eta for eta, costs in runs.items() if eta > ETA and np.all(np.diff(costs) <= 0)]
    quick = min(falling, key=lambda eta: float(runs[eta][-1]))
    large = next(eta for eta, costs in runs.items() if costs[-1] > costs[0])
    etas = np.array([ETA, quick, large])
    return {"x": pair[0], "y": pair[1], "eta": etas, "C": np.stack([runs[float(eta)] for eta in etas])}


def _costs(network: Network, x: Array, y: Array, eta: float) -> Array:
    """Give the mean cost of some examples before each update, and after the last."""
    costs = []
    for _ in range(UPDATES + 1):
        back = backprop(network, network.forward(x), y)
        costs.append(back.C.mean())
        network = update(network, back, eta)
    return np.array(costs)


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: what the examples are, and every cost, worked out from the worked example's weights."""
    x, y, eta, C = (trace[f"rates/{name}"] for name in ("x", "y", "eta", "C"))
    yield "rates/x holds an example and its mirror image", x[1], x[0][::-1], 1.0
    yield "rates/y holds an example and its mirror image", y[1], y[0][::-1], 1.0
    yield "rates/eta doubles the first", np.log2(eta / eta[0]), np.rint(np.log2(eta / eta[0])), 1.0
    if not trace.has("worked"):
        return
    yield "rates/x = worked/x", x[0], trace["worked/x"], 1.0
    yield "rates/y = worked/y", y[0], trace["worked/y"], 1.0
    yield "the first of rates/eta = worked/eta", eta[0], trace["worked/eta"], 1.0
    for i in range(len(eta)):
        yield f"rates/C[{i}] = mean cost of the two", C[i], _costs_by_hand(trace, i), 1.0


def _costs_by_hand(trace: Trace, i: int) -> Array:
    """Compute the costs at rate i with the four equations, from the worked example's first weights."""
    W, b = ({l: trace[f"worked/{kind}{l}"][0] for l in (1, 2)} for kind in "Wb")
    x, y, eta = trace["rates/x"], trace["rates/y"], float(trace["rates/eta"][i])
    share, costs = trace.squares.share(2), []
    for _ in range(trace["rates/C"].shape[1]):
        hidden = sigmoid(x @ W[1].T + b[1])
        a = sigmoid(hidden @ W[2].T + b[2])
        costs.append(share * np.sum((a - y) ** 2, axis=1).mean())
        delta = 2 * share * (a - y) * a * (1 - a)
        before = delta @ W[2] * hidden * (1 - hidden)
        W = {1: W[1] - eta * before.T @ x / len(x), 2: W[2] - eta * delta.T @ hidden / len(x)}
        b = {1: b[1] - eta * before.mean(axis=0), 2: b[2] - eta * delta.mean(axis=0)}
    return np.array(costs)


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
