"""The worked exhibit: a small network whose numbers can be followed by hand, over some steps of learning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from netsim.anatomy.worked_example import example_of, followed
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.run import Run
from netsim.functions import ACTIVATIONS, COSTS
from netsim.network import Network
from netsim.recipe.worked import MOST_UPDATES, WorkedSection
from netsim.trace.declared import (
    ACTIVATION,
    BIAS,
    COST,
    DERIVATIVE,
    INPUT,
    NUMBER,
    RATE,
    SLOPE,
    SUM,
    UPDATES,
    WEIGHT,
    Declared,
    Dimension,
    expanded,
)
from netsim.trace.store import TraceError
from netsim.trace.trace import Trace

_BOTH_LAYERS = expanded(
    {
        "W{l}": Declared("worked_step worked_{l} worked_{l-1}", "weights of layer {l}", WEIGHT),
        "b{l}": Declared("worked_step worked_{l}", "biases of layer {l}", BIAS),
        "z{l}": Declared("worked_step worked_{l}", "weighted sums of layer {l}", SUM),
        "a{l}": Declared("worked_step worked_{l}", "activations of layer {l}", ACTIVATION),
        "da_dz{l}": Declared("worked_step worked_{l}", "slopes of these activations", SLOPE),
        "dC_da{l}": Declared("worked_step worked_{l}", "dC/da of layer {l}", DERIVATIVE),
        "delta{l}": Declared("worked_step worked_{l}", "dC/dz of layer {l}", DERIVATIVE),
        "dC_dW{l}": Declared("worked_step worked_{l} worked_{l-1}", "dC/dW of layer {l}", DERIVATIVE),
        "dC_db{l}": Declared("worked_step worked_{l}", "dC/db of layer {l}", DERIVATIVE),
    },
    2,
)

#: Of a network with one layer of weights, there is nothing of layer 2.
ARRAYS = {
    "x": Declared("worked_0", "the example's inputs", INPUT),
    "y": Declared("worked_L", "its targets", NUMBER),
    "eta": Declared("", "learning rate", RATE),
    "steps": Declared("worked_step", "updates made before each moment", UPDATES),
    "C": Declared("worked_step", "the example's cost", COST),
    **{name: replace(array, optional=name.endswith("2")) for name, array in _BOTH_LAYERS.items()},
    "epsilon": Declared("", "by how much w_00 of the last layer is nudged", WEIGHT),
    "measured_dC_dw": Declared("", "change of the first cost by that nudge, by the nudge", DERIVATIVE),
}

DIMS = {
    "worked_step": Dimension("moments of the example: all up to 100 updates, or the first and a spread to the last"),
    "worked_0": Dimension("inputs of the worked example's network"),
    "worked_1": Dimension("neurons of its layer 1"),
    "worked_2": Dimension("neurons of its layer 2, if it has one"),
    "worked_L": Dimension("neurons of its last layer"),
}


def record(run: Run) -> Arrays:
    """Give or draw the network and its example as the recipe says, and follow them over its updates."""
    return followed_as_planned(run.recipe.worked, run.recipe.network.cost)


def followed_as_planned(plan: WorkedSection, lessons_cost: str) -> Arrays:
    """Follow the example that a recipe plans; it has the cost that the plan names, or the lesson's, if of squares."""
    return followed(example_of(plan, lessons_cost), plan.eta, plan.updates, plan.train_biases)


def worked_version(plan: WorkedSection, lessons_cost: str = "quadratic") -> Arrays:
    """Make the arrays of the example that a recipe plans, by their names in a trace."""
    return EXHIBIT.grouped(followed_as_planned(plan, lessons_cost))


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: forward pass, cost, the four equations, and each update."""
    network, x = _network(trace), trace["worked/x"]
    y, C, steps = (trace[f"worked/{name}"] for name in ("y", "C", "steps"))
    layers, L = range(1, network.L + 1), network.L
    share = COSTS[network.cost].traits.share(len(y))
    a = {0: np.broadcast_to(x, (len(C), len(x)))} | {l: trace[f"worked/a{l}"] for l in layers}
    yield from _measured(trace, network, share)
    yield "worked/steps begins at 0", steps[:1], np.zeros(1), 0.0
    yield "worked/C = cost of the outputs and y", C, share * np.sum((a[L] - y) ** 2, axis=-1), 1.0
    for l in layers:
        W, b, z, da_dz, dC_da, delta = (trace[f"worked/{n}{l}"] for n in ("W", "b", "z", "da_dz", "dC_da", "delta"))
        sigma, name = ACTIVATIONS[network.activation_of(l)], network.activation_of(l)
        size = np.einsum("tjk,tk->tj", np.abs(W), np.abs(a[l - 1])) + np.abs(b)
        yield f"worked/z{l} = W{l} a{l - 1} + b{l}", z, np.einsum("tjk,tk->tj", W, a[l - 1]) + b, size
        yield f"worked/a{l} = {name}(z{l})", a[l], sigma.value(z), 1 + np.abs(z)
        slopes = np.diagonal(sigma.jacobian(z, a[l]), axis1=-2, axis2=-1)
        yield f"worked/da_dz{l} = slope of {name}", da_dz, slopes, 1.0
        if l == L:
            yield f"worked/dC_da{l} = slope of the cost", dC_da, 2 * share * (a[l] - y), np.abs(a[l]) + np.abs(y)
        else:
            above, after = trace[f"worked/W{l + 1}"], trace[f"worked/delta{l + 1}"]
            size = np.einsum("tjk,tj->tk", np.abs(above), np.abs(after))
            yield f"worked/dC_da{l} = delta{l + 1} W{l + 1}", dC_da, np.einsum("tjk,tj->tk", above, after), size
        yield f"worked/delta{l} = da_dz{l} dC_da{l}", delta, da_dz * dC_da, np.abs(dC_da)
        dC_dW = delta[:, :, None] * a[l - 1][:, None, :]
        yield f"worked/dC_dW{l} = delta{l} a{l - 1}", trace[f"worked/dC_dW{l}"], dC_dW, np.abs(dC_dW)
        yield f"worked/dC_db{l} = delta{l}", trace[f"worked/dC_db{l}"], delta, np.abs(delta)
    yield from _updates(trace, network)


def _network(trace: Trace) -> Network:
    """Make the network of the first moment.

    Raises
    ------
    TraceError
        If it is none: a layer is only half there, or has other sizes than the targets.
    """
    header = trace.worked
    for name in _BOTH_LAYERS:
        if int(name[-1]) <= header.L and f"worked/{name}" not in trace:
            raise TraceError(f"{trace.name} lacks the array {f'worked/{name}'!r}; record the trace anew.")
    if len(trace["worked/y"]) != header.sizes[-1]:
        raise TraceError(
            f"{trace.name} has {len(trace['worked/y'])} targets in 'worked/y', expected {header.sizes[-1]}, "
            "one for each output; record the trace anew."
        )
    steps = trace["worked/steps"]
    if not np.all(np.diff(steps) > 0) or steps[-1] > MOST_UPDATES:
        raise TraceError(
            f"{trace.name} has {steps[:5].tolist()} ... {int(steps[-1])} as 'worked/steps', expected counts that "
            f"ascend to {MOST_UPDATES:,} at most; record the trace anew."
        )
    layers = range(1, header.L + 1)
    W, b = ({l: trace[f"worked/{kind}{l}"][0] for l in layers} for kind in "Wb")
    return Network(W, b, header.hidden, header.output, header.cost_name)


def _measured(trace: Trace, network: Network, share: float) -> Iterator[Claim]:
    """Claim what a nudge of the last layer's first weight measures."""
    L, y, epsilon = network.L, trace["worked/y"], float(trace["worked/epsilon"])
    before = trace["worked/x"] if L == 1 else trace["worked/a1"][0]
    sigma, z = ACTIVATIONS[network.output].value, trace[f"worked/z{L}"][0]
    nudged = sigma(z + np.eye(len(y))[0] * epsilon * before[0])
    change = share * np.sum((nudged - y) ** 2) - trace["worked/C"][0]
    said = "worked/measured_dC_dw = change of C / epsilon"
    yield said, trace["worked/measured_dC_dw"], change / epsilon, max(1.0, 1e-3 * trace["worked/C"][0]) / epsilon


def _updates(trace: Trace, network: Network) -> Iterator[Claim]:
    """Claim that each moment follows from the one before: by its derivatives, or by as many updates made anew."""
    steps, eta, moves = trace["worked/steps"], float(trace["worked/eta"]), trace.worked.trains_biases
    names = [f"{kind}{l}" for l in range(1, network.L + 1) for kind in "Wb"]
    (next_to,) = np.nonzero(np.diff(steps) == 1)
    for name in names:
        now, slope = trace[f"worked/{name}"], trace[f"worked/dC_d{name}"]
        goes = eta if moves or name.startswith("W") else 0.0
        derived = now[next_to] - goes * slope[next_to]
        size = np.abs(now[next_to]) + np.abs(goes * slope[next_to])
        said = f"next worked/{name} = {name} - eta dC_d{name}" if goes else f"worked/{name} stays"
        yield said, now[next_to + 1], derived, size
    (apart,) = np.nonzero(np.diff(steps) != 1)
    for t in apart:
        after = _after(trace, network, int(t), eta, moves)
        for name in names:
            said = f"worked/{name} after {int(steps[t + 1])} updates"
            yield said, trace[f"worked/{name}"][t + 1], after[name], 1 + np.abs(after[name])


def _after(trace: Trace, network: Network, t: int, eta: float, moves: bool) -> Arrays:
    """Compute weights and biases at moment t + 1 from those at t with the four equations, update by update."""
    x, y, L = trace["worked/x"], trace["worked/y"], network.L
    share, sigma = COSTS[network.cost].traits.share(len(y)), {l: ACTIVATIONS[network.activation_of(l)] for l in (1, L)}
    now = {f"{kind}{l}": trace[f"worked/{kind}{l}"][t] for l in range(1, L + 1) for kind in "Wb"}
    for _ in range(int(trace["worked/steps"][t + 1] - trace["worked/steps"][t])):
        z, a = {}, {0: x}
        for l in range(1, L + 1):
            z[l] = now[f"W{l}"] @ a[l - 1] + now[f"b{l}"]
            a[l] = sigma[l].value(z[l])
        delta = sigma[L].pull(z[L], a[L], 2 * share * (a[L] - y))
        new = dict(now)
        for l in range(L, 0, -1):
            new[f"W{l}"] = now[f"W{l}"] - eta * np.outer(delta, a[l - 1])
            new[f"b{l}"] = now[f"b{l}"] - eta * moves * delta
            if l > 1:
                delta = sigma[l - 1].pull(z[l - 1], a[l - 1], now[f"W{l}"].T @ delta)
        now = new
    return now


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
