"""What must hold between the numbers of the exhibits one, effect and table."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.backprop import Backward, backprop, output_delta
from netsim.exhibits.calculus.chain_identities import Claim
from netsim.exhibits.first_record import network_of, no_place, parameter_places
from netsim.exhibits.nudges.one import FACTORS, alone, curve, fewest, is_stuck
from netsim.functions import ACTIVATIONS, COSTS, Array
from netsim.network import Network
from netsim.trace.trace import Trace

#: Rounding of an activation, as a multiple of the rounding that a claim allows.
ULPS = 1e-5


def one_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the last two of the four equations, the slopes, and the counts."""
    network, components = network_of(trace), []
    for l in range(1, trace.L + 1):
        dC_dW, delta = trace.dC_dW(l, 0, 0), trace[f"delta{l}"][0, 0]
        yield f"one/dC_dW{l} = delta{l} a{l - 1}", trace[f"one/dC_dW{l}"], dC_dW, np.abs(dC_dW)
        yield f"one/dC_db{l} = delta{l}", trace[f"one/dC_db{l}"], delta, np.abs(delta)
        da_dz = _slopes(network, l, trace[f"z{l}"][0, 0], trace[f"a{l}"][0, 0])
        yield f"one/da_dz{l} = sigma'(z{l})", trace[f"one/da_dz{l}"], da_dz, 1.0
        components += [trace[f"one/dC_dW{l}"].ravel(), trace[f"one/dC_db{l}"]]
    whole = np.concatenate(components)
    yield "one/components counts dC_dW and dC_db", trace["one/components"], np.array(whole.size), 0.0
    yield "one/zero counts those that are 0", trace["one/zero"], np.array(np.count_nonzero(whole == 0)), 0.0
    yield "one/most counts those that matter", trace["one/most"], np.array(fewest(whole)), 0.0


def effect_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the factor, and both passes through the last layer with weights so many times as large."""
    network, L, y = network_of(trace), trace.L, trace["y"][0]
    factor, z, a, dC_da, da_dz, delta = (
        trace[f"effect/{name}"] for name in ("factor", "z", "a", "dC_da", "da_dz", "delta")
    )
    W, b, before = trace[f"W{L}"][0], trace[f"b{L}"][0], trace[f"a{L - 1}"][0, 0] if L > 1 else trace["x"][0]
    parts = np.abs(W) @ np.abs(before)
    yield f"effect/z = factor W{L} a{L - 1} + b{L}", z, factor * (W @ before) + b, factor * parts + np.abs(b)
    yield f"effect/a = {network.output}(effect/z)", a, ACTIVATIONS[network.output].value(z), 1.0
    slope = COSTS[network.cost].slope(a, y, network.output)
    yield f"effect/dC_da = slope of the {network.cost} cost", dC_da, slope, np.abs(slope)
    yield "effect/da_dz = sigma'(effect/z)", da_dz, _slopes(network, L, z, a), 1.0
    yield "effect/delta = sigma' dC_da", delta, output_delta(network, z, a, y, dC_da), np.abs(dC_da).max()
    for chosen in FACTORS:
        sums = chosen * (W @ before) + b
        outputs = ACTIVATIONS[network.output].value(sums)
        if is_stuck(outputs, _slopes(network, L, sums, outputs), y):
            break
    yield "effect/factor is the first that leaves an output wrong and stuck", factor, np.array(chosen), 0.0
    label = int(trace["label"][0])
    for state, inputs in enumerate((trace[f"z{L}"][0, 0], z)):
        sums, recorded = trace["effect/curve_z"][state], trace["effect/curve_a"][state]
        even, _ = curve(network.output, inputs, label)
        yield f"effect/curve_z[{state}] holds the sums", sums, even, np.abs(even)
        derived = alone(network.output, inputs, label, sums)
        yield (
            f"effect/curve_a[{state}] = {network.output}(effect/curve_z[{state}])",
            recorded,
            derived,
            1 + np.abs(sums),
        )


def table_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the star's column, each example's cost and derivatives, and what other exhibits say too."""
    network, rows, x, label = (
        network_of(trace),
        parameter_places(trace, "table/place"),
        trace["table/x"],
        trace["table/label"],
    )
    if not np.all((label >= 0) & (label < trace.sizes[-1])):
        raise no_place(trace, "table/label", label.tolist())
    yield "table/x begins with x", x[0], trace["x"][0], 0.0
    yield "table/label begins with label", label[0], trace["label"][0], 0.0
    yield "table/label names no class twice", np.array(len(set(label.tolist()))), np.array(len(label)), 0.0
    y = np.eye(trace.sizes[-1])[label]
    fwd = network.forward(x)
    back = backprop(network, fwd, y)
    size = 1 + back.C + ULPS * np.abs(back.dC_da[trace.L]).sum(axis=1)
    yield "table/C = cost of each example", trace["table/C"], back.C, size
    yield "table/C begins with C", trace["table/C"][0], trace["C"][0, 0], size[0]
    sizes = _sizes(network, back)
    for row, (bias, l, j, k) in enumerate(rows):
        before = np.ones(len(x)) if bias else fwd.a[l - 1][:, k]
        name, place = (f"dC_db{l}", (j,)) if bias else (f"dC_dW{l}", (j, k))
        yield from _row_claims(trace, row, name, place, back.delta[l][:, j] * before, sizes[l] * (1 + np.abs(before)))


def _row_claims(
    trace: Trace, row: int, name: str, place: tuple[int, ...], derived: Array, size: Array
) -> Iterator[Claim]:
    """List what must hold of a row of the table, whose parameter has the derivatives `name` at a place in them."""
    recorded, mean = trace["table/dC_dp"][row], trace["table/mean"][row]
    yield f"row {row} of table/dC_dp = {name}{list(place)}", recorded, derived, size
    if trace.has("one"):
        star = trace[f"one/{name}"][place]
        yield f"row {row} of table/dC_dp begins with one/{name}{list(place)}", recorded[0], star, size[0]
    if trace.has("gradient"):
        entry = trace[f"gradient/{name}"][place]
        yield f"row {row} of table/mean = gradient/{name}{list(place)}", mean, entry, np.abs(entry)


def _slopes(network: Network, l: int, z: Array, a: Array) -> Array:
    return np.diagonal(ACTIVATIONS[network.activation_of(l)].jacobian(z, a))


def _sizes(network: Network, back: Backward) -> dict[int, Array]:
    """Bound what each layer's deltas are sums of, for each example, (E,): no activation is steeper than 1."""
    sizes = {network.L: 1 + np.abs(back.delta[network.L]).max(axis=1)}
    for l in range(network.L - 1, 0, -1):
        sizes[l] = sizes[l + 1] * (1 + np.abs(network.W[l + 1]).sum(axis=0).max())
    return sizes
