"""The several exhibit: six examples that the 1-1-1-1 network is trained on, and the mean of their derivatives."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.chain import LAYERS, activations_along, derivatives_along, drawn_chain, same_side
from netsim.backprop import backprop
from netsim.exhibits.claims import SINGLE, Claim, ascending
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import no_place
from netsim.exhibits.run import Run
from netsim.functions import COSTS, Array, squares_of
from netsim.network import Network
from netsim.recipe.training import TrainingSection
from netsim.trace.declared import (
    ACTIVATION,
    BIAS,
    COST,
    DERIVATIVE,
    INPUT,
    PLACE,
    RATE,
    SUM,
    TARGET,
    UPDATES,
    WEIGHT,
    Declared,
    Dimension,
)
from netsim.trace.trace import Trace
from netsim.training import train

ARRAYS = {
    "x": Declared("several", "inputs; the first is the chain exhibit's", INPUT),
    "y": Declared("several", "targets: 1 on the first input's side of 1/2, 0 on the other", TARGET),
    "eta": Declared("", "the learning rate of the training", RATE),
    "steps": Declared("several_moment", "updates made at each moment", UPDATES),
    "W": Declared("several_moment chain_layer", "weights", WEIGHT),
    "b": Declared("several_moment chain_layer", "biases", BIAS),
    "z": Declared("several_moment several chain_layer", "weighted sums of each example", SUM),
    "a": Declared("several_moment several chain_layer_from_0", "input and activations of each example", ACTIVATION),
    "C": Declared("several_moment several", "cost of each example", COST),
    "mean_C": Declared("several_moment", "mean cost of the examples", COST),
    "at": Declared("", "the moment of the derivatives, as an index: the first at which all are told apart", PLACE),
    "dC_da": Declared("several", "dC/da of each example's output, at that moment", DERIVATIVE),
    "dC_dw": Declared("several chain_layer", "dC/dw of each example and layer, at that moment", DERIVATIVE),
    "dC_db": Declared("several chain_layer", "dC/db of each example and layer, at that moment", DERIVATIVE),
    "mean_dC_dw": Declared("chain_layer", "mean of dC_dw over the examples", DERIVATIVE),
    "mean_dC_db": Declared("chain_layer", "mean of dC_db over the examples", DERIVATIVE),
}

DIMS = {
    "several": Dimension("examples of the 1-1-1-1 network"),
    "several_moment": Dimension("moments of its training on them, chosen so that numbers change alike between two"),
}

#: How many examples the mean is taken over.
SEVERAL = 6

#: The learning rate where the cost is the square (a - y)^2; with half of it, twice as much trains alike. With more,
#: a single step of some networks is so long that a film of it would jump.
ETA = 1.0

#: How far from its target an output is at most that is told apart, and one that is right. The training ends when
#: all are right, or after so many updates: from some starts it takes far longer.
TOLD_APART, RIGHT = 0.4, 0.3
MOST_UPDATES = 4000

#: About how many moments are kept.
MOMENTS = 240


def record(run: Run) -> Arrays:
    """Draw six examples of the chain exhibit's network, of which the first is its own, and train it on them."""
    cost = squares_of(run.recipe.network.cost)
    network, x, y = drawn_chain(run.recipe.record.chain_seed, SEVERAL, cost.name)
    return several_of(network, x, y, ETA / cost.traits.share(1))


def several_of(network: Network, x: Array, y: Array, eta: float) -> Arrays:
    """Train a 1-1-1-1 network on all of the examples x (E,) with targets y (E,) at each step."""
    networks, at = _trained(network, x, y, eta)
    steps = _telling(networks, at, x)
    forwards = [networks[step].forward(x[:, None]) for step in steps]
    C = np.stack([backprop(network, fwd, y[:, None]).C for fwd in forwards])
    back = backprop(networks[at], networks[at].forward(x[:, None]), y[:, None])
    delta = np.column_stack([back.delta[l][:, 0] for l in LAYERS])
    place = int(np.searchsorted(steps, at))
    a = np.stack([np.column_stack([fwd.a[l] for l in (0, *LAYERS)]) for fwd in forwards])
    return {
        "x": x,
        "y": y,
        "eta": np.array(eta),
        "steps": steps,
        "W": np.array([[networks[step].W[l][0, 0] for l in LAYERS] for step in steps]),
        "b": np.array([[networks[step].b[l][0] for l in LAYERS] for step in steps]),
        "z": np.stack([np.column_stack([fwd.z[l] for l in LAYERS]) for fwd in forwards]),
        "a": a,
        "C": C,
        "mean_C": C.mean(axis=1),
        "at": np.array(place),
        "dC_da": back.dC_da[LAYERS[-1]][:, 0],
        "dC_dw": delta * a[place, :, :-1],
        "dC_db": delta,
        "mean_dC_dw": np.array([back.mean_dC_dW[l][0, 0] for l in LAYERS]),
        "mean_dC_db": np.array([back.mean_dC_db[l][0] for l in LAYERS]),
    }


def _trained(network: Network, x: Array, y: Array, eta: float) -> tuple[list[Network], int]:
    """Train until all outputs are right: the network after each update, and the first that tells all apart."""
    plan, networks, at = TrainingSection(method="full_batch", epochs=MOST_UPDATES, eta=eta), [], None
    apart, right = (COSTS[network.cost].traits.share(1) * off**2 for off in (TOLD_APART, RIGHT))
    for step in train(network, x[:, None], y[:, None], plan):
        networks.append(step.network)
        if at is None and step.back.C.max() <= apart:
            at = step.number
        if step.back.C.max() <= right:
            break
    return networks, len(networks) - 1 if at is None else at


def _telling(networks: list[Network], at: int, x: Array) -> Array:
    """Choose the steps that are kept: evenly by how far what changes most of the picture has gone, and one named."""
    W, b = (np.array([[getattr(one, kind)[l].item() for l in LAYERS] for one in networks]) for kind in "Wb")
    a = activations_along(W, b, x)
    z = W[:, None, 2] * a[:, :, 2] + b[:, None, 2]
    seen = np.concatenate([a.reshape(len(a), -1), z], axis=1)
    gone = np.append(0, np.abs(np.diff(seen, axis=0)).max(axis=1).cumsum())
    evenly = np.searchsorted(gone, np.linspace(0, gone[-1], MOMENTS))
    return np.unique([0, at, *evenly, len(networks) - 1])


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: examples, forward passes, the training, derivatives, and that it begins as the chain."""
    x, y, W, b, z, a, C = (trace[f"several/{name}"] for name in ("x", "y", "W", "b", "z", "a", "C"))
    at, share = int(trace["several/at"]), trace.squares.share(1)
    if not 0 <= at < len(W):
        raise no_place(trace, "several/at", [at])
    yield "several/y = 1 on the first input's side", y, same_side(x), 0.0
    yield "several/y is both", np.array([y.min(), y.max()]), np.array([0.0, 1.0]), 0.0
    yield "several/eta = 1, for half of the cost twice that", trace["several/eta"], np.array(ETA / share), 1.0
    yield "several/z = W a + b", z, W[:, None] * a[..., :-1] + b[:, None], 1 + np.abs(W)[:, None] + np.abs(b)[:, None]
    yield "several/a = activations for x", a, activations_along(W, b, x), 1.0
    yield "several/C = cost of a and y", C, share * (a[..., 3] - y) ** 2, 1.0
    yield "several/mean_C = mean of C", trace["several/mean_C"], C.mean(axis=1), 1.0
    yield from _training(trace, at)
    yield from _derivatives(trace, at)
    if trace.has("chain"):
        yield "several/x begins with chain/x", x[0], trace["chain/x"], 0.0
        yield "several/y begins with chain/y", y[0], trace["chain/y"], 0.0
        yield "several/W begins with chain/W", W[0], trace["chain/W"], 0.0
        yield "several/b begins with chain/b", b[0], trace["chain/b"], 0.0


def _derivatives(trace: Trace, at: int) -> Iterator[Claim]:
    """List what must hold of the derivatives at the moment for which they are recorded."""
    a, dC_da = trace["several/a"][at], trace["several/dC_da"]
    yield "several/dC_da = slope of the cost", dC_da, trace.squares.factor(1) * (a[:, 3] - trace["several/y"]), 1.0
    derived = derivatives_along(trace["several/W"][at], a, dC_da)
    for name, expected in zip(("dC_dw", "dC_db"), derived, strict=True):
        each, mean = trace[f"several/{name}"], trace[f"several/mean_{name}"]
        yield f"several/{name} = from the cost back", each, expected, 1.0
        yield f"several/mean_{name} = mean of {name}", mean, each.mean(axis=0), np.abs(each).max()


def _training(trace: Trace, at: int) -> Iterator[Claim]:
    """List what must hold of the moments: their order, which one has the derivatives, and descent between two."""
    steps, most = trace["several/steps"], trace.squares.share(1) * TOLD_APART**2
    wrong = trace["several/C"].max(axis=1) > most
    yield "several/steps ascend", *ascending(steps)
    yield "several/steps begin with 0", steps[0], np.array(0), 0.0
    first = len(steps) - 1 if wrong.all() else int(np.argmin(wrong))
    yield "several/at is the first that tells all apart, or the last", np.array(at), np.array(first), 0.0
    for name, later in zip("Wb", _descended(trace), strict=True):
        parts = trace[f"several/{name}"]
        yield f"several/{name} = gradient descent from moment to moment", parts[1:], later, (1 + np.abs(later)) * SINGLE


def _descended(trace: Trace) -> tuple[Array, Array]:
    """Go on from each moment to the next by gradient descent, all at once: W and b there, (M - 1, 3) each."""
    x, y, factor, eta = *(trace[f"several/{name}"] for name in "xy"), trace.squares.factor(1), trace["several/eta"]
    W, b, left = trace["several/W"][:-1].copy(), trace["several/b"][:-1].copy(), np.diff(trace["several/steps"])
    while (going := np.flatnonzero(left > 0)).size:
        a = activations_along(W[going], b[going], x)
        dC_dw, dC_db = derivatives_along(W[going], a, factor * (a[..., 3] - y))
        W[going], b[going] = W[going] - eta * dC_dw.mean(axis=1), b[going] - eta * dC_db.mean(axis=1)
        left = left - 1
    return W, b


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
