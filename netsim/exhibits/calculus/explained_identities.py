"""What must hold between the numbers of the exhibit explained: one weight, path by path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from netsim.anatomy.explain import nudge
from netsim.anatomy.paths import count_paths
from netsim.anatomy.taking_apart import factors_of, largest_of
from netsim.backprop import Backward
from netsim.exhibits.calculus.chain_identities import Claim
from netsim.exhibits.first_record import network_of, no_place
from netsim.network import Forward, Network
from netsim.trace.store import TraceError
from netsim.trace.trace import Trace
from netsim.weight_names import weight_in


def explained_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the weight, its paths with all factors, that none is larger, the rest, the nudge."""
    network, place = network_of(trace), _place(trace)
    l, j, k = place
    fwd, back = _passes(trace)
    neurons, ends = _neurons(trace, network, place)
    dC_dw, many, products, rest = (trace[f"explained/{name}"] for name in ("dC_dw", "many", "products", "rest"))
    derived = trace.dC_dW(l, 0, 0)[j, k]
    yield f"explained/dC_dw = delta{l} a{l - 1}", dC_dw, derived, np.abs(derived)
    yield "explained/many counts the paths", many, np.array(float(count_paths(network, l))), 0.0
    factors = factors_of(network, fwd, back, place, neurons, ends)
    yield "explained/factors = those along explained/neurons", trace["explained/factors"], factors, np.abs(factors)
    yield "explained/products = products of explained/factors", products, factors.prod(axis=1), np.abs(products)
    found = largest_of(network, fwd, back, place, len(neurons))
    largest = np.abs(factors_of(network, fwd, back, place, *found).prod(axis=1))
    yield "explained/products are the largest", np.abs(products), largest, largest
    told, size = products.sum(), np.abs(products).sum() + np.abs(dC_dw) + np.abs(fwd.a[l - 1][0, k])
    if many > len(neurons) and products[-1]:
        yield "explained/rest = dC_dw - explained/products", rest, dC_dw - told, size
    else:
        yield "explained/rest = 0, where no other path adds anything", rest, np.array(0.0), 0.0
        yield "explained/dC_dw = sum of explained/products", dC_dw, told, size
    yield from _nudge(trace, network, place)


def _nudge(trace: Trace, network: Network, place: tuple[int, int, int]) -> Iterator[Claim]:
    epsilon, dC_dw = trace["explained/epsilon"], trace["explained/dC_dw"]
    planned = _record_section(trace).get("epsilon", float(epsilon))
    yield "explained/epsilon = record.epsilon", epsilon, np.array(planned), 0.0
    predicted = dC_dw * epsilon
    yield (
        "explained/predicted_change = dC_dw epsilon",
        trace["explained/predicted_change"],
        predicted,
        np.abs(predicted),
    )
    if epsilon == 0:
        raise TraceError(f"{trace.name} has explained/epsilon = 0, expected a nudge; record it anew.")
    l, j, k = place
    moved = nudge(network, trace["x"][0], trace["y"][0], l, (j, k), float(epsilon))
    measured, size = np.array(moved.measured), 1 + abs(moved.C_before) + abs(moved.C_after)
    yield "explained/measured_change = change of C", trace["explained/measured_change"], measured, size


def _place(trace: Trace) -> tuple[int, int, int]:
    """Read the place of the weight: of the first record, of the star, and that which the recipe names, if it does."""
    place = [int(i) for i in trace["explained/place"]]
    t, e, l, j, k = place
    known = t == e == 0 and 1 <= l <= trace.L
    if not (known and 0 <= j < trace.sizes[l] and 0 <= k < trace.sizes[l - 1]):
        raise no_place(trace, "explained/place", place)
    named = _record_section(trace).get("weight", "")
    if named and not _is_name_of(str(named), (l, j, k), trace.sizes):
        raise TraceError(f"{trace.name} has explained/place = {place}, but its recipe names {named}; record it anew.")
    return l, j, k


def _is_name_of(name: str, place: tuple[int, int, int], sizes: Sequence[int]) -> bool:
    try:
        return weight_in(name, sizes) == place
    except ValueError:
        return False


def _neurons(trace: Trace, network: Network, place: tuple[int, int, int]) -> tuple[np.ndarray, np.ndarray]:
    """Read the paths: different ones, each of which begins at the weight and runs through a neuron of each layer."""
    l, j, _ = place
    softmax = network.output == "softmax"
    paths = trace["explained/neurons"].astype(int)
    limits = [*trace.sizes[l:], *([trace.sizes[-1]] if softmax else [])]
    stops = 2 * (trace.L - l) + 3, len(limits)
    if (trace["explained/factors"].shape[1], paths.shape[1]) != stops:
        raise TraceError(
            f"{trace.name} has explained/neurons of {paths.shape[1]} stops, expected {stops[1]}; record it anew."
        )
    for path in paths.tolist():
        if path[0] != j or not all(0 <= neuron < n for neuron, n in zip(path, limits, strict=True)):
            raise no_place(trace, "explained/neurons", path)
    if len({tuple(path) for path in paths.tolist()}) < len(paths):
        raise TraceError(f"{trace.name} has a path twice in explained/neurons; record it anew.")
    return paths[:, : trace.L - l + 1], paths[:, -1]


def _passes(trace: Trace) -> tuple[Forward, Backward]:
    """Read the passes of the star at the first record, as the trace has them."""
    layers = range(1, trace.L + 1)
    a = {0: trace["x"][:1]} | {l: trace[f"a{l}"][0, :1] for l in layers}
    z, dC_da, delta = ({l: trace[f"{name}{l}"][0, :1] for l in layers} for name in ("z", "dC_da", "delta"))
    return Forward(z, a), Backward(trace["C"][0, :1], dC_da, delta, {}, {})


def _record_section(trace: Trace) -> dict[str, Any]:
    """Give the [record] section of the recipe, as far as the trace has one."""
    plan = trace.header["recipe"].get("record", {})
    return plan if isinstance(plan, dict) else {}
