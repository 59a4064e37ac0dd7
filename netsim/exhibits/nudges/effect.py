"""The effect exhibit: what much larger last weights would do to the star's gradient."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.curves import alone, curve, slopes, slopes_of
from netsim.backprop import backprop, output_delta
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import network_of
from netsim.exhibits.run import Run
from netsim.functions import ACTIVATIONS, COSTS, Array
from netsim.network import Network
from netsim.trace.declared import ACTIVATION, DERIVATIVE, NUMBER, SLOPE, SUM, Declared, Dimension
from netsim.trace.trace import Trace

ARRAYS = {
    "factor": Declared("", "by what the last weights are multiplied", NUMBER),
    "z": Declared("n_{L}", "weighted sums of the last layer then", SUM),
    "a": Declared("n_{L}", "its activations", ACTIVATION),
    "dC_da": Declared("n_{L}", "how the star's cost depends on them", DERIVATIVE),
    "da_dz": Declared("n_{L}", "their slopes", SLOPE),
    "delta": Declared("n_{L}", "dC/dz", DERIVATIVE),
    "curve_z": Declared("state sum", "sums of the star's own output", SUM),
    "curve_a": Declared("state sum", "its activation there, the other sums staying", ACTIVATION),
}

DIMS = {
    "state": Dimension("the network as it is, and with the larger weights", 2),
    "sum": Dimension("points of a curve"),
}

#: By what the last weights are multiplied: the smallest of these for which an output is wrong by more than
#: WRONG and its slope is less than FLAT; else the last. 1 leaves them as they are.
FACTORS = range(1, 11)
WRONG = 0.9
FLAT = 0.05


def record(run: Run) -> Arrays:
    """Multiply the last weights until an output is wrong and stuck, and go through the last layer both ways."""
    for factor in FACTORS:
        kept = _with_weights_times(run, factor)
        if is_stuck(kept["a"], kept["da_dz"], run.y):
            break
    kept["factor"] = np.array(factor)
    states, L = (run.fwd.z[run.network.L][0], kept["z"]), run.network.L
    curves = [curve(run.network.activation_of(L), z, run.own_output) for z in states]
    kept["curve_z"], kept["curve_a"] = (np.array(part) for part in zip(*curves, strict=True))
    return kept


def is_stuck(a: Array, da_dz: Array, y: Array) -> bool:
    """Tell whether some output is clearly wrong and yet hardly moves."""
    return bool(np.any((np.abs(a - y) > WRONG) & (np.abs(da_dz) < FLAT)))


def _with_weights_times(run: Run, factor: int) -> dict[str, Array]:
    network, L = run.network, run.network.L
    W = {**network.W, L: factor * network.W[L]}
    changed = Network(W, network.b, network.hidden, network.output, network.cost)
    fwd = changed.forward(run.x)
    back = backprop(changed, fwd, run.y)
    kept = {"z": fwd.z[L][0], "a": fwd.a[L][0], "dC_da": back.dC_da[L][0], "delta": back.delta[L][0]}
    return kept | {"da_dz": slopes(changed, fwd, L)}


def claims(trace: Trace) -> Iterator[Claim]:
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
    yield "effect/da_dz = sigma'(effect/z)", da_dz, slopes_of(network, L, z, a), 1.0
    yield "effect/delta = sigma' dC_da", delta, output_delta(network, z, a, y, dC_da), np.abs(dC_da).max()
    for chosen in FACTORS:
        sums = chosen * (W @ before) + b
        outputs = ACTIVATIONS[network.output].value(sums)
        if is_stuck(outputs, slopes_of(network, L, sums, outputs), y):
            break
    yield "effect/factor is the first that leaves an output wrong and stuck", factor, np.array(chosen), 0.0
    own = trace.own_output(0)
    for state, inputs in enumerate((trace[f"z{L}"][0, 0], z)):
        sums, recorded = trace["effect/curve_z"][state], trace["effect/curve_a"][state]
        even, _ = curve(network.output, inputs, own)
        yield f"effect/curve_z[{state}] holds the sums", sums, even, np.abs(even)
        derived = alone(network.output, inputs, own, sums)
        yield (
            f"effect/curve_a[{state}] = {network.output}(effect/curve_z[{state}])",
            recorded,
            derived,
            1 + np.abs(sums),
        )


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
