"""The rates exhibit: the worked example and its mirror image, learned together at three learning rates."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.worked_example import example_of
from netsim.backprop import backprop
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.run import Run
from netsim.functions import ACTIVATIONS, COSTS, Array, squares_of
from netsim.network import Network
from netsim.trace.declared import COST, INPUT, NUMBER, RATE, Declared, Dimension
from netsim.trace.trace import Trace
from netsim.training import update

ARRAYS = {
    "x": Declared("pair worked_0", "inputs of the worked example, and the same in reverse order if that is another", INPUT),
    "y": Declared("pair worked_L", "their targets", NUMBER),
    "eta": Declared("rate", "the worked example's learning rate, one that is quicker, one that is too large", RATE),
    "C": Declared("rate pair_step", "mean cost of the examples, after each update with that learning rate", COST),
}

DIMS = {
    "pair": Dimension("the worked example and its mirror image, or the example alone"),
    "rate": Dimension("learning rates, the smallest first: three, or one where doubling it finds none too large"),
    "pair_step": Dimension("moments, one update apart"),
}

#: For one example alone no rate would be too large where its targets lie at the very ends of what a function gives.
#: Two examples that want opposite things can be overshot.
UPDATES = 10
DOUBLINGS = 12
READABLE = 10  # times the first cost: a curve that rises higher leaves nothing to see of the others


def record(run: Run) -> Arrays:
    """Give or draw the worked example, and let its network learn it with its mirror image at three rates."""
    plan = run.recipe.worked
    example = example_of(plan, plan.cost or squares_of(run.recipe.network.cost).name)
    return rates_of(example.network, example.x, example.y, plan.eta, plan.train_biases)


def rates_of(network: Network, x: Array, y: Array, eta: float, train_biases: bool = True) -> Arrays:
    """Let a network learn an example and its mirror image, at three learning rates.

    The first rate is that of the worked example. The others are found by doubling it: the one with the lowest cost
    at last, of those whose cost falls at every update; and the first whose cost ends above where it began. Where
    there are no such two the example is learned alone; and where there are none then either, at its own rate only.
    """
    alone, pair = (x[None], y[None]), (np.stack([x, x[::-1]]), np.stack([y, y[::-1]]))
    for some in [pair, alone] if not np.array_equal(*pair[0]) else [alone]:
        runs = {eta * 2.0**i: _costs(network, *some, eta * 2.0**i, train_biases) for i in range(DOUBLINGS)}
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
    return np.nan_to_num(np.array(costs), nan=np.finfo(float).max)


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: what the examples are, and every cost, worked out from the worked example's weights."""
    x, y, eta, C = (trace[f"rates/{name}"] for name in ("x", "y", "eta", "C"))
    for e in range(1, len(x)):
        yield "rates/x holds an example and its mirror image", x[e], x[0][::-1], 1.0
        yield "rates/y holds an example and its mirror image", y[e], y[0][::-1], 1.0
    yield "rates/eta doubles the first", np.log2(eta / eta[0]), np.rint(np.log2(eta / eta[0])), 1.0
    if not trace.has("worked"):
        return
    yield "rates/x = worked/x", x[0], trace["worked/x"], 1.0
    yield "rates/y = worked/y", y[0], trace["worked/y"], 1.0
    yield "the first of rates/eta = worked/eta", eta[0], trace["worked/eta"], 1.0
    for i in range(len(eta)):
        yield f"rates/C[{i}] = mean cost of the examples", C[i], _costs_by_hand(trace, i), 1.0 + C[i]


def _costs_by_hand(trace: Trace, i: int) -> Array:
    """Compute the costs at rate i with the four equations, from the worked example's first weights."""
    header, costs = trace.worked, []
    L, moves = header.L, header.trains_biases
    W, b = ({l: trace[f"worked/{kind}{l}"][0] for l in range(1, L + 1)} for kind in "Wb")
    sigma = {l: ACTIVATIONS[header.activation(l).name] for l in range(1, L + 1)}
    x, y, eta = trace["rates/x"], trace["rates/y"], float(trace["rates/eta"][i])
    share = COSTS[header.cost_name].traits.share(y.shape[1])
    for _ in range(trace["rates/C"].shape[1]):
        z, a = {}, {0: x}
        for l in range(1, L + 1):
            z[l] = a[l - 1] @ W[l].T + b[l]
            a[l] = sigma[l].value(z[l])
        costs.append(share * np.sum((a[L] - y) ** 2, axis=1).mean())
        back = 2 * share * (a[L] - y)
        for l in range(L, 0, -1):
            delta = sigma[l].pull(z[l], a[l], back)
            back = delta @ W[l]
            W[l] = W[l] - eta * delta.T @ a[l - 1] / len(x)
            b[l] = b[l] - eta * moves * delta.mean(axis=0)
    return np.array(costs)


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
