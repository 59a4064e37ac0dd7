"""The sweeps exhibit: one number after another that the star's own output hangs on is turned, alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from netsim.exhibits.claims import Claim, evenly
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import before, network_of, no_place, weight_places
from netsim.exhibits.run import Run
from netsim.functions import ACTIVATIONS, COSTS, Array
from netsim.network import Network
from netsim.terrain.line_search import values_through
from netsim.trace.declared import ACTIVATION, COST, NUMBER, PLACE, SUM, Declared, Dimension
from netsim.trace.trace import Trace

ARRAYS = {
    "place": Declared("turn l_j_k", "the edge whose weight or activation k is turned; k is 0 for the bias", PLACE),
    "rest": Declared("turn", "the position at which nothing is changed", PLACE),
    "change": Declared("turn position", "by how much it is turned", NUMBER),
    "value": Declared("turn position", "what it is then", NUMBER),
    "z": Declared("turn position n_{L}", "weighted sums of all outputs then", SUM),
    "a": Declared("turn position n_{L}", "activations of all outputs then", ACTIVATION),
    "C": Declared("turn position", "the star's cost then", COST),
}

DIMS = {
    "turn": Dimension(
        "what is turned: the output's bias, its weight from the neuron before it that is largest in size, its weight "
        "from the smallest, and the activation before it whose weight is largest in size",
        4,
    ),
    "position": Dimension("positions of what is turned, from the lowest to the highest"),
}

#: How far bias and weights are turned, down and up, and into how many positions: an odd number, so that the middle
#: one changes nothing, and so many that a dot on a plot moves by less than a pixel from one to the next.
FAR = 3.0
POSITIONS = 601

#: An activation without a bound is turned this far at least, or this many times as far as the largest of its layer.
LEAST, TIMES = 1.0, 2.0


def record(run: Run) -> Arrays:
    """Turn each of the four, and pass the star through the last layer at every position."""
    network, L, j = run.network, run.network.L, run.own_output
    z, inputs = run.fwd.z[L][0], run.fwd.a[L - 1][0]
    places = four_places(network.W[L][j], inputs)
    turned = [network.b[L][j], *(network.W[L][j, k] for k in places[1:3]), inputs[places[3]]]
    grids = [np.linspace(-FAR, FAR, POSITIONS)] * 3
    held = values_through(float(turned[3]), *room(network, inputs), POSITIONS)
    change = np.stack([*grids, held - turned[3]])
    value = np.stack([now + by for now, by in zip(turned[:3], grids, strict=True)] + [held])
    slopes = [np.eye(len(z))[j] * by for by in (1.0, *inputs[places[1:3]])] + [network.W[L][:, places[3]]]
    sums = z + change[..., None] * np.stack(slopes)[:, None]
    a = ACTIVATIONS[network.output].value(sums)
    return {
        "place": np.array([[L, j, k] for k in places]),
        "rest": np.array([int(np.flatnonzero(by == 0)[0]) for by in change]),
        "change": change,
        "value": value,
        "z": sums,
        "a": a,
        "C": COSTS[network.cost].value(a, np.broadcast_to(run.y, a.shape), network.output),
    }


def four_places(w: Array, inputs: Array) -> list[int]:
    """Choose the neurons k of the four turns, by the weights w (n,) that lead to the output and what comes in, (n,).

    0 for the bias; the largest in size; the smallest, another one if there are two; the one of the largest weight.
    """
    sizes = np.abs(inputs)
    brightest = int(np.argmax(sizes))
    others = np.where(np.arange(len(sizes)) == brightest, np.inf, sizes)
    return [0, brightest, int(np.argmin(others)), int(np.argmax(np.abs(w)))]


def room(network: Network, inputs: Array) -> tuple[float, float]:
    """Tell how far an activation before the outputs can be turned, among those that are there, (n,).

    The bounds of its function; where there is none, twice the largest size in the layer, but 1 at least. Inputs
    within 0..1 keep to that.
    """
    far = max(LEAST, TIMES * float(np.abs(inputs).max()))
    if network.L == 1:
        return (0.0, 1.0) if inputs.min() >= 0 and inputs.max() <= 1 else (-far, far)
    bounds = ACTIVATIONS[network.hidden].traits
    return float(max(bounds.low, -far)), float(min(bounds.high, far))


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: which four are turned, how far, and the last layer passed through anew with each value."""
    network, L, own = network_of(trace), trace.L, trace.own_output(0)
    inputs, W, b = before(trace, L)[0, 0], trace[f"W{L}"][0], trace[f"b{L}"][0]
    places = weight_places(trace, "sweeps/place")
    ks = [k for _, _, k in places]
    leads = np.array([place[:2] for place in places])
    yield "sweeps/place leads to the star's output", leads, np.tile([L, own], (len(ks), 1)), 0.0
    sizes, dark = np.abs(inputs), np.delete(np.abs(inputs), ks[1]) if len(inputs) > 1 else np.abs(inputs)
    chosen = np.array([ks[0], sizes[ks[1]], sizes[ks[2]], np.abs(W[own, ks[3]])])
    wanted = np.array([0, sizes.max(), dark.min(), np.abs(W[own]).max()])
    yield "sweeps/place has the brightest, the darkest, and that of the largest weight", chosen, wanted, 1 + wanted
    yield "sweeps/place has two neurons", np.array(ks[1] == ks[2]), np.array(len(inputs) == 1), 0.0
    now = np.array([b[own], W[own, ks[1]], W[own, ks[2]], inputs[ks[3]]])
    yield from _turning_claims(trace, now, room(network, inputs))
    value, z, a = (trace[f"sweeps/{name}"] for name in ("value", "z", "a"))
    derived, size = _turned_sums(value, ks, own, inputs, W, b)
    yield f"sweeps/z = W{L} a{L - 1} + b{L} with sweeps/value", z, derived, size
    yield f"sweeps/a = {network.output}(sweeps/z)", a, ACTIVATIONS[network.output].value(z), 1.0
    C = COSTS[network.cost].value(a, np.broadcast_to(trace["y"][0], a.shape), network.output)
    yield f"sweeps/C = {network.cost}(sweeps/a, y)", trace["sweeps/C"], C, 1 + C


def _turning_claims(trace: Trace, now: Array, within_room: tuple[float, float]) -> Iterator[Claim]:
    """List what must hold of the positions, by what is there at rest, (turn,), and the room of the activation."""
    change, value, rest = (trace[f"sweeps/{name}"] for name in ("change", "value", "rest"))
    if not all(0 <= at < change.shape[1] for at in rest):
        raise no_place(trace, "sweeps/rest", rest.tolist())
    yield "sweeps/value = what is there + change", value, now[:, None] + change, np.abs(now)[:, None] + np.abs(change)
    yield "sweeps/change is 0 at sweeps/rest", change[np.arange(len(rest)), rest], np.zeros(len(rest)), 0.0
    even = np.linspace(-FAR, FAR, change.shape[1])
    yield "sweeps/change of bias and weights ascends evenly", change[:3], np.tile(even, (3, 1)), FAR
    low, high = within_room
    held, at = value[3], int(rest[3])
    ends = np.array([min(low, now[3]), max(high, now[3])])
    yield "sweeps/value of the activation goes through its room", held[[0, -1]], ends, 1 + np.abs(ends)
    yield "sweeps/value of the activation ascends evenly to what is there", *evenly(held[: at + 1])
    yield "sweeps/value of the activation ascends evenly from what is there", *evenly(held[at:])


def _turned_sums(value: Array, ks: Sequence[int], own: int, inputs: Array, W: Array, b: Array) -> tuple[Array, Array]:
    """Pass through the last layer with each value (turn, position) in its place: sums and what they are made of.

    Each (turn, position, n_L); only one weight, bias or activation is another one at a time.
    """
    positions = value.shape[1]
    biases, rows, ins = (np.tile(some, (4, positions, 1)) for some in (b, W[own], inputs))
    biases[0, :, own] = value[0]
    for turn in (1, 2):
        rows[turn, :, ks[turn]] = value[turn]
    ins[3, :, ks[3]] = value[3]
    sums, size = ins @ W.T + biases, np.abs(ins) @ np.abs(W).T + np.abs(biases)
    sums[..., own] = (rows * ins).sum(axis=-1) + biases[..., own]
    size[..., own] = np.abs(rows * ins).sum(axis=-1) + np.abs(biases[..., own])
    return sums, size


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
