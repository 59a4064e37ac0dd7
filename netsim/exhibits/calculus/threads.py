"""The threads exhibit: one number of the 1-1-1-1 network turned alone, and all that follows from it up to the cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from netsim.anatomy.chain import LAYERS, drawn_chain
from netsim.backprop import backprop
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import no_place
from netsim.exhibits.run import Run
from netsim.functions import COSTS, Array, sigmoid, squares_of
from netsim.network import Network
from netsim.terrain.line_search import values_through
from netsim.trace.declared import (
    ACTIVATION,
    CHANGE_OF_COST,
    COST,
    NUMBER,
    PLACE,
    RATIO,
    SUM,
    WEIGHT,
    Declared,
    Dimension,
)
from netsim.trace.trace import Trace

ARRAYS = {
    "value": Declared("turn_of_chain thread", "what is turned, then", NUMBER),
    "rest": Declared("turn_of_chain", "the position at which nothing is changed", PLACE),
    "z": Declared("turn_of_chain thread chain_layer", "weighted sums then", SUM),
    "a": Declared("turn_of_chain thread chain_layer_from_0", "input and activations then", ACTIVATION),
    "C": Declared("turn_of_chain thread", "the example's cost then", COST),
    "nudged": Declared("turn_of_chain", "the position to which a nudge takes it that can be seen", PLACE),
    "nudge": Declared("turn_of_chain", "by how much that changes it", NUMBER),
    "change_z": Declared("turn_of_chain chain_layer", "by how much each weighted sum", NUMBER),
    "change_a": Declared("turn_of_chain chain_layer_from_0", "by how much each activation", NUMBER),
    "change_C": Declared("turn_of_chain", "by how much the cost", CHANGE_OF_COST),
    "both_z": Declared("thread", "z^(L) as a^(L-1) is turned, with w^(L) nudged besides", SUM),
    "both_a": Declared("thread", "a^(L) then", ACTIVATION),
    "both_C": Declared("thread", "the cost then", COST),
    "far_value": Declared("far_thread", "w^(L), turned until its neuron is saturated on both sides", WEIGHT),
    "far_rest": Declared("", "the position at which that is not changed", PLACE),
    "far_z": Declared("far_thread", "z^(L) then", SUM),
    "far_a": Declared("far_thread", "a^(L) then", ACTIVATION),
    "far_C": Declared("far_thread", "the cost then", COST),
}

#: For each ratio of changes that w^(L) makes: what is above, what is below.
RATIOS = {"dz_dw": ("z", "w"), "da_dz": ("a", "z"), "dC_da": ("C", "a"), "dC_dw": ("C", "w")}
ARRAYS |= {
    f"ratio_{name}": Declared(
        "thread", f"change of {above} by that of {below} as w^(L) is turned; at rest, the derivative", RATIO
    )
    for name, (above, below) in RATIOS.items()
}

DIMS = {
    "turn_of_chain": Dimension("what is turned: w and b of layers 1, 2 and 3 in turn, then a^(L-1)", 7),
    "thread": Dimension("positions of what is turned, from the lowest to the highest"),
    "far_thread": Dimension("positions of w^(L), evenly, from the lowest to the highest"),
}

#: How far weights and biases are turned, down and up; a nudge that can be seen is `NUDGED` positions, or 0.3.
FAR, POSITIONS, NUDGED = 1.0, 601, 90
#: The turn of a^(L-1), and of w^(L).
BEFORE, LAST = 6, 4
#: How far z^(L) goes from 0 to both sides where w^(L) is turned far, and how far from position to position.
SATURATED, STEP = 8.0, 0.01


def record(run: Run) -> Arrays:
    """Turn each of the seven numbers of the chain exhibit's network, for its example."""
    network, x, y = drawn_chain(run.recipe.record.chain_seed, 1, squares_of(run.recipe.network.cost).name)
    return threads_of(network, float(x[0]), float(y[0]))


def threads_of(network: Network, x: float, y: float) -> Arrays:
    """Turn each of the seven numbers of a given 1-1-1-1 network of sigmoids: what they are then, sums, activations."""
    numbers = np.array([part[l].item() for l in LAYERS for part in (network.W, network.b)])
    fwd = network.forward(np.array([x]))
    w, before = numbers[LAST], fwd.a[2].item()
    grid = np.linspace(-FAR, FAR, POSITIONS)
    value = np.vstack([numbers[:, None] + grid, values_through(before, 0.0, 1.0, POSITIONS)])
    rest = np.append(np.full(len(numbers), POSITIONS // 2), np.flatnonzero(value[BEFORE] == before)[0])
    z, a = np.empty((len(value), POSITIONS, 3)), np.empty((len(value), POSITIONS, 4))
    a[..., 0] = x
    for l in LAYERS:
        W, b = _of_layer(l, numbers, value)
        z[..., l - 1] = W * a[..., l - 1] + b
        a[..., l] = sigmoid(z[..., l - 1])
        if l == 2:
            a[BEFORE, :, 2] = value[BEFORE]

    def cost(outputs: Array) -> Array:
        return COSTS[network.cost].value(outputs[..., None], np.array([y]), network.output)

    nudged = np.array([at + NUDGED if at + NUDGED < POSITIONS else at - NUDGED for at in rest])
    kept = {"value": value, "rest": rest, "z": z, "a": a, "C": cost(a[..., 3]), "nudged": nudged}
    turns = np.arange(len(value))
    for name, changing in {"nudge": value, "change_z": z, "change_a": a, "change_C": kept["C"]}.items():
        kept[name] = changing[turns, nudged] - changing[turns, rest]
    kept |= _ratios(kept, before, backprop(network, fwd, np.array([y])).dC_da[3].item())
    kept["both_z"] = value[LAST, nudged[LAST]] * value[BEFORE] + numbers[-1]
    kept["both_a"] = sigmoid(kept["both_z"])
    kept["both_C"] = cost(kept["both_a"])
    at, positions = far_of(fwd.z[3].item())
    kept |= {"far_rest": np.array(at), "far_value": w + (positions - at) * STEP / before}
    kept["far_z"] = kept["far_value"] * before + numbers[-1]
    kept["far_a"] = sigmoid(kept["far_z"])
    return kept | {"far_C": cost(kept["far_a"])}


def _ratios(kept: Arrays, before: float, dC_da: float) -> Arrays:
    """Divide each change that w^(L) makes by the one before it; at rest give what that comes to as it gets small."""
    now = int(kept["rest"][LAST])
    a = kept["a"][LAST, now, 3]
    limits = {"dz_dw": before, "da_dz": a * (1 - a), "dC_da": dC_da, "dC_dw": before * a * (1 - a) * dC_da}
    change = {name: values - values[now] for name, values in _of_last(kept).items()}
    ratios = {}
    for name, (above, below) in RATIOS.items():
        ratio = np.full(POSITIONS, limits[name])
        np.divide(change[above], change[below], out=ratio, where=np.arange(POSITIONS) != now)
        ratios[f"ratio_{name}"] = ratio
    return ratios


def _of_last(kept: Mapping[str, Array]) -> dict[str, Array]:
    """Give w^(L), z^(L), a^(L) and the cost as w^(L) is turned, (thread,) each."""
    return {"w": kept["value"][LAST], "z": kept["z"][LAST, :, 2], "a": kept["a"][LAST, :, 3], "C": kept["C"][LAST]}


def far_of(z: float) -> tuple[int, NDArray[np.intp]]:
    """Tell where among the positions of the far turn a weighted sum stands, and count them."""
    positions = np.arange(round(2 * SATURATED / STEP) + 1)
    return int(np.clip(round((z + SATURATED) / STEP), 0, positions[-1])), positions


def _of_layer(l: int, numbers: Array, value: Array) -> tuple[Array, Array]:
    """Give weight and bias of a layer in every turn and position, by what they all are and the value of what turns."""
    W, b = np.full(value.shape, numbers[2 * l - 2]), np.full(value.shape, numbers[2 * l - 1])
    W[2 * l - 2], b[2 * l - 1] = value[2 * l - 2], value[2 * l - 1]
    return W, b


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: each layer passed through anew, what a nudge changes; where it is there, of the chain."""
    value, rest, z, a, C = (trace[f"threads/{name}"] for name in ("value", "rest", "z", "a", "C"))
    nudged, turns = trace["threads/nudged"], np.arange(len(value))
    for name in ("rest", "nudged"):
        if not all(0 <= at < value.shape[1] for at in trace[f"threads/{name}"]):
            raise no_place(trace, f"threads/{name}", trace[f"threads/{name}"].tolist())
    numbers = value[turns[:6], rest[:6]]
    changes = np.tile(np.linspace(-FAR, FAR, value.shape[1]), (6, 1))
    yield "threads/value of weights and biases goes evenly from rest", value[:6], numbers[:, None] + changes, 2.0
    yield "threads/value of the activation goes from 0 to 1", value[6, [0, -1]], np.array([0.0, 1.0]), 1.0
    middle = values_through(float(value[6, rest[6]]), 0.0, 1.0, value.shape[1])
    yield "threads/value of the activation goes evenly to what is there, and from there", value[6], middle, 1.0
    y = trace["chain/y"] if trace.has("chain") else np.ones(())
    for l in LAYERS:
        W, b = _of_layer(l, numbers, value)
        size = np.abs(W * a[..., l - 1]) + np.abs(b)
        yield f"threads/z = W a + b of layer {l}", z[..., l - 1], W * a[..., l - 1] + b, size
        derived = sigmoid(z[..., l - 1])
        if l == 2:
            derived[BEFORE] = value[BEFORE]
        yield f"threads/a = sigmoid(threads/z) of layer {l}", a[..., l], derived, 1.0
    yield "threads/a begins with one input", a[..., 0], np.full(value.shape, a[0, 0, 0]), 1.0
    share = trace.squares.share(1)
    yield "threads/C = cost of a and y", C, share * (a[..., 3] - y) ** 2, 1.0
    steps = np.where(rest + NUDGED < value.shape[1], NUDGED, -NUDGED)
    yield "threads/nudged is so many positions from rest", nudged - rest, steps, 0.0
    for name, changing in {"nudge": value, "change_z": z, "change_a": a, "change_C": C}.items():
        yield f"threads/{name} is made by the nudge", trace[f"threads/{name}"], _change(changing, rest, nudged), 1.0
    yield from _ratio_claims(trace, y)
    yield from _both_and_far_claims(trace, y)
    if trace.has("chain"):
        theirs = np.append(np.stack([trace["chain/W"], trace["chain/b"]], axis=-1).ravel(), trace["chain/a"][2])
        yield "threads/value at rest is the chain's", value[turns, rest], theirs, 1 + np.abs(theirs)
        yield "threads/a begins with chain/x", a[0, 0, 0], trace["chain/x"], 1.0


def _change(values: Array, rest: Array, nudged: Array) -> Array:
    turns = np.arange(len(values))
    change: Array = values[turns, nudged] - values[turns, rest]
    return change


def _ratio_claims(trace: Trace, y: Array) -> Iterator[Claim]:
    """List what must hold of the ratios of the changes that w^(L) makes."""
    of_last = _of_last({name: trace[f"threads/{name}"] for name in ("value", "z", "a", "C")})
    now = int(trace["threads/rest"][LAST])
    change = {name: values - values[now] for name, values in of_last.items()}
    for name, (above, below) in RATIOS.items():
        ratio = trace[f"threads/ratio_{name}"]
        yield (
            f"threads/ratio_{name} times change of {below} = change of {above}",
            ratio * change[below],
            change[above],
            1.0,
        )
    before, a = trace["threads/a"][LAST, now, 2:]
    limits = [before, a * (1 - a), trace.squares.factor(1) * (a - y)]
    at_rest = np.array([trace[f"threads/ratio_{name}"][now] for name in RATIOS])
    yield "threads/ratio_... at rest is the derivative", at_rest, np.array([*limits, np.prod(limits)]), 1.0


def _both_and_far_claims(trace: Trace, y: Array) -> Iterator[Claim]:
    """List what must hold where two numbers are turned, and where w^(L) is turned far."""
    value, rest, z = (trace[f"threads/{name}"] for name in ("value", "rest", "z"))
    w, b, before = value[LAST, rest[LAST]], value[5, rest[5]], value[BEFORE, rest[BEFORE]]
    both = value[LAST, trace["threads/nudged"][LAST]] * value[BEFORE] + b
    yield "threads/both_z = nudged w a + b", trace["threads/both_z"], both, np.abs(both) + np.abs(b) + 1
    at, positions = far_of(float(z[0, rest[0], 2]))
    yield "threads/far_rest is where z is that of the chain", trace["threads/far_rest"], np.array(at), 0.0
    far = w + (positions - at) * STEP / before
    yield "threads/far_value goes evenly from w", trace["threads/far_value"], far, np.abs(far) + np.abs(w)
    sums = trace["threads/far_value"] * before + b
    yield "threads/far_z = far_value a + b", trace["threads/far_z"], sums, np.abs(sums) + np.abs(b) + 1
    for kind in ("both", "far"):
        outputs = trace[f"threads/{kind}_a"]
        yield f"threads/{kind}_a = sigmoid({kind}_z)", outputs, sigmoid(trace[f"threads/{kind}_z"]), 1.0
        cost = trace.squares.share(1) * (outputs - y) ** 2
        yield f"threads/{kind}_C = cost of {kind}_a and y", trace[f"threads/{kind}_C"], cost, 1.0


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
