"""The rates exhibit: the worked example and its mirror image, learned together at three learning rates."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.worked_rates import rates_as_planned
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.run import Run
from netsim.functions import ACTIVATIONS, COSTS, Array
from netsim.trace.declared import COST, INPUT, NUMBER, RATE, Declared, Dimension
from netsim.trace.trace import Trace

ARRAYS = {
    "x": Declared(
        "pair worked_0", "inputs of the worked example, and the same in reverse order if that is another", INPUT
    ),
    "y": Declared("pair worked_L", "their targets", NUMBER),
    "eta": Declared("rate", "the worked example's learning rate, one that is quicker, one that is too large", RATE),
    "C": Declared("rate pair_step", "mean cost of the examples, after each update with that learning rate", COST),
}

DIMS = {
    "pair": Dimension("the worked example and its mirror image, or the example alone"),
    "rate": Dimension("learning rates, the smallest first: three, or one where doubling it finds none too large"),
    "pair_step": Dimension("moments, one update apart"),
}


def record(run: Run) -> Arrays:
    """Give or draw the worked example, and let its network learn it with its mirror image at three rates."""
    return dict(rates_as_planned(run.recipe.worked, run.recipe.network.cost))


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
