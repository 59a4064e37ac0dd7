"""The worked exhibit: a 2-2-2 network whose numbers can be followed by hand, over some steps of learning."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.explain import nudge
from netsim.backprop import backprop
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.run import Run
from netsim.functions import ACTIVATIONS, Array, sigmoid, squares_of
from netsim.network import Network
from netsim.trace.declared import (
    ACTIVATION,
    BIAS,
    COST,
    DERIVATIVE,
    INPUT,
    RATE,
    SLOPE,
    SUM,
    TARGET,
    WEIGHT,
    Declared,
    Dimension,
    expanded,
)
from netsim.trace.trace import Trace
from netsim.training import update

ARRAYS = expanded(
    {
        "x": Declared("worked_k", "the example's inputs, with one decimal", INPUT),
        "y": Declared("worked_j", "its targets", TARGET),
        "eta": Declared("", "learning rate", RATE),
        "C": Declared("worked_step", "the example's cost", COST),
        "W{l}": Declared("worked_step worked_j worked_k", "weights of layer {l}", WEIGHT),
        "b{l}": Declared("worked_step worked_j", "biases of layer {l}", BIAS),
        "z{l}": Declared("worked_step worked_j", "weighted sums of layer {l}", SUM),
        "a{l}": Declared("worked_step worked_j", "activations of layer {l}", ACTIVATION),
        "da_dz{l}": Declared("worked_step worked_j", "slopes of these activations", SLOPE),
        "dC_da{l}": Declared("worked_step worked_j", "dC/da of layer {l}", DERIVATIVE),
        "delta{l}": Declared("worked_step worked_j", "dC/dz of layer {l}", DERIVATIVE),
        "dC_dW{l}": Declared("worked_step worked_j worked_k", "dC/dW of layer {l}", DERIVATIVE),
        "dC_db{l}": Declared("worked_step worked_j", "dC/db of layer {l}", DERIVATIVE),
    },
    2,
) | {
    "epsilon": Declared("", "by how much w_11 of layer 2 is nudged", WEIGHT),
    "measured_dC_dw": Declared("", "change of the first cost by that nudge, by the nudge", DERIVATIVE),
}

DIMS = {
    "worked_step": Dimension("moments of the example, one update apart"),
    "worked_j": Dimension("neurons of a layer of the 2-2-2 network", 2),
    "worked_k": Dimension("neurons of the layer before", 2),
}

#: The learning rate: half of each derivative is a step that can be taken in the head.
ETA = 0.5
EPSILON = 0.01  # the nudge of one weight that is measured
WANTED = (1.0, 0.0)

#: What makes two exercises equally hard: sums where the sigmoid is not flat, outputs that are clearly wrong,
#: derivatives of which two digits or more are left in four decimals.
ACTIVATIONS_WITHIN = (0.25, 0.75)
WRONG_BY = 0.35
SMALLEST_DERIVATIVE = 0.002


def record(run: Run) -> Arrays:
    """Draw the network and its example by the recipe's seed, and follow them over its updates."""
    plan, cost = run.recipe.record, run.recipe.network.cost
    return drawn_example(plan.worked_seed, plan.worked_steps, squares_of(cost).name)


def worked_version(seed: int, steps: int, cost: str = "quadratic") -> Arrays:
    """Make the arrays of another version of the exercise, by their names in a trace."""
    return EXHIBIT.grouped(drawn_example(seed, steps, cost))


def drawn_example(seed: int, steps: int, cost: str = "quadratic") -> Arrays:
    """Draw the network and its example, and give every number of `steps` updates.

    Weights, biases and inputs have one decimal: weights from 0.1 to 0.9 of either sign, biases from -0.5
    to 0.5, inputs from 0.1 to 0.9. The target is (1, 0), both activations are sigmoids, the cost is
    the one that is named, made of squares. Drawn are as many networks as it takes to find one that makes
    a fair exercise.
    """
    rng = np.random.default_rng(seed)
    while True:
        network, x = _draw(rng, cost)
        if _is_fair(network, x):
            return worked_of(network, x, np.array(WANTED), ETA, steps)


def worked_of(network: Network, x: Array, y: Array, eta: float, steps: int) -> Arrays:
    """Follow a given two-layer network and one example: steps + 1 moments, first to last.

    At each moment the forward pass, the cost, and the derivatives that the next update is made of:
    W1[t + 1] is W1[t] - eta dC_dW1[t].
    """
    moments, measured = [], nudge(network, x, y, 2, (0, 0), EPSILON).measured / EPSILON
    for _ in range(steps + 1):
        moments.append(_moment(network, x, y))
        network = update(network, backprop(network, network.forward(x), y), eta)
    kept = {key: np.stack([moment[key] for moment in moments]) for key in moments[0]}
    kept |= {"x": np.array(x), "y": np.array(y), "eta": np.array(eta), "epsilon": np.array(EPSILON)}
    kept["measured_dC_dw"] = np.array(measured)
    return kept


def _moment(network: Network, x: Array, y: Array) -> Arrays:
    fwd = network.forward(x)
    back = backprop(network, fwd, y)
    kept: Arrays = {"C": back.C[0]}
    for l in range(1, network.L + 1):
        slope = ACTIVATIONS[network.activation_of(l)].jacobian(fwd.z[l][0], fwd.a[l][0])
        kept |= {
            f"W{l}": network.W[l],
            f"b{l}": network.b[l],
            f"z{l}": fwd.z[l][0],
            f"a{l}": fwd.a[l][0],
            f"da_dz{l}": np.diagonal(slope),
            f"dC_da{l}": back.dC_da[l][0],
            f"delta{l}": back.delta[l][0],
            f"dC_dW{l}": back.mean_dC_dW[l],
            f"dC_db{l}": back.mean_dC_db[l],
        }
    return kept


def _draw(rng: np.random.Generator, cost: str) -> tuple[Network, Array]:
    """Draw tenths, so that the first sums are exact in two decimals."""
    W = {l: rng.integers(1, 10, (2, 2)) * rng.choice([-1, 1], (2, 2)) / 10 for l in (1, 2)}
    b = {l: rng.integers(-5, 6, 2) / 10 for l in (1, 2)}
    return Network(W, b, cost=cost), rng.integers(1, 10, 2) / 10


def _is_fair(network: Network, x: Array) -> bool:
    """Whether a network makes an exercise that is as hard as the others."""
    y = np.array(WANTED)
    fwd = network.forward(x)
    back = backprop(network, fwd, y)
    low, high = ACTIVATIONS_WITHIN
    tame = all(np.all((low < fwd.a[l]) & (fwd.a[l] < high)) for l in (1, 2))
    wrong = np.all(np.abs(fwd.a[2] - y) >= WRONG_BY)
    clear = all(np.abs(back.mean_dC_dW[l]).min() >= SMALLEST_DERIVATIVE for l in (1, 2))
    mixed = all(np.ptp(np.sign(network.W[l])) > 0 for l in (1, 2))
    unlike = len(np.unique(np.abs(network.W[1]))) == 4 and x[0] != x[1]
    biased = all(np.all(network.b[l] != 0) for l in (1, 2))
    return bool(tame and wrong and clear and mixed and unlike and biased)


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: forward pass, cost, the four equations, and each update."""
    y, C, eta = (trace[f"worked/{name}"] for name in ("y", "C", "eta"))
    a = {0: np.broadcast_to(trace["worked/x"], (len(C), 2))} | {l: trace[f"worked/a{l}"] for l in (1, 2)}
    share = trace.squares.share(2)
    epsilon = float(trace["worked/epsilon"])
    nudged = a[2][0] - [float(a[2][0, 0]) - sigmoid(trace["worked/z2"][0, 0] + epsilon * a[1][0, 0]), 0]
    change = share * np.sum((nudged - y) ** 2) - C[0]
    yield "worked/measured_dC_dw = change of C / epsilon", trace["worked/measured_dC_dw"], change / epsilon, 1 / epsilon
    yield "worked/C = cost of a2 and y", C, share * np.sum((a[2] - y) ** 2, axis=-1), 1.0
    for l in (1, 2):
        W, b, z, da_dz, dC_da, delta = (trace[f"worked/{n}{l}"] for n in ("W", "b", "z", "da_dz", "dC_da", "delta"))
        size = np.einsum("tjk,tk->tj", np.abs(W), np.abs(a[l - 1])) + np.abs(b)
        yield f"worked/z{l} = W{l} a{l - 1} + b{l}", z, np.einsum("tjk,tk->tj", W, a[l - 1]) + b, size
        yield f"worked/a{l} = sigmoid(z{l})", a[l], sigmoid(z), 1.0
        yield f"worked/da_dz{l} = a{l} (1 - a{l})", da_dz, a[l] * (1 - a[l]), 1.0
        if l == 2:
            yield "worked/dC_da2 = slope of the cost", dC_da, 2 * share * (a[2] - y), 1.0
        else:
            W2, delta2 = trace["worked/W2"], trace["worked/delta2"]
            size = np.einsum("tjk,tj->tk", np.abs(W2), np.abs(delta2))
            yield "worked/dC_da1 = delta2 W2", dC_da, np.einsum("tjk,tj->tk", W2, delta2), size
        yield f"worked/delta{l} = da_dz{l} dC_da{l}", delta, da_dz * dC_da, np.abs(dC_da)
        dC_dW = delta[:, :, None] * a[l - 1][:, None, :]
        yield f"worked/dC_dW{l} = delta{l} a{l - 1}", trace[f"worked/dC_dW{l}"], dC_dW, np.abs(dC_dW)
        yield f"worked/dC_db{l} = delta{l}", trace[f"worked/dC_db{l}"], delta, np.abs(delta)
        for name in (f"W{l}", f"b{l}"):
            now, slope = trace[f"worked/{name}"], trace[f"worked/dC_d{name}"]
            said = f"next worked/{name} = {name} - eta dC_d{name}"
            yield said, now[1:], (now - eta * slope)[:-1], np.abs(now[:-1]) + np.abs(eta * slope[:-1])


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
