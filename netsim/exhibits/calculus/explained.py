"""The explained exhibit: one weight of the lesson's network taken apart, path by path, for the star."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from netsim.anatomy.explain import nudge
from netsim.anatomy.paths import count_paths
from netsim.anatomy.taking_apart import factors_of, largest_of, take_apart
from netsim.backprop import Backward
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import network_of, no_place, record_plan_of
from netsim.exhibits.run import Run
from netsim.network import Forward, Network
from netsim.trace.declared import CHANGE_OF_COST, COUNT, DERIVATIVE, PLACE, WEIGHT, Declared, Dimension
from netsim.trace.store import TraceError
from netsim.trace.trace import Trace
from netsim.weight_names import weight_in

ARRAYS = {
    "place": Declared("t_e_l_j_k", "which weight, of which record, for which example", PLACE),
    "dC_dw": Declared("", "derivative of the star's cost by it: the sum over all paths", DERIVATIVE),
    "many": Declared("", "how many paths lead from it to the cost", COUNT),
    "neurons": Declared("path stop", "neurons that the largest paths run through", PLACE),
    "factors": Declared("path factor", "what each of these paths is multiplied of, in the order of the way"),
    "products": Declared("path", "what each of them adds to dC_dw, the largest first", DERIVATIVE),
    "rest": Declared("", "what all other paths add", DERIVATIVE),
    "epsilon": Declared("", "by how much the weight is nudged", WEIGHT),
    "predicted_change": Declared("", "change of C that dC_dw foretells", CHANGE_OF_COST),
    "measured_change": Declared("", "change of C that came", CHANGE_OF_COST),
}

DIMS = {
    "t_e_l_j_k": Dimension("record, example, layer, neuron that a weight leads to, neuron that it comes from", 5),
    "path": Dimension("the largest paths from the weight to the cost"),
    "stop": Dimension("the neuron of each layer that a path runs through; with a softmax also the output it ends in"),
    "factor": Dimension("a_k, da/dz, w, da/dz, ..., da/dz, dC/da"),
}


def record(run: Run) -> Arrays:
    """Take apart the recipe's weight, or one that the engine chooses; nudge it by the recipe's epsilon."""
    l, j, k = chosen_weight(run)
    taken = take_apart(run.network, run.x, run.y, l, j, k, run.recipe.record.epsilon)
    return {
        "place": np.array([0, 0, l, j, k]),
        "dC_dw": np.array(taken.dC_dw),
        "many": np.array(float(taken.many)),
        "neurons": taken.neurons,
        "factors": taken.factors,
        "products": taken.products,
        "rest": np.array(taken.rest),
        "epsilon": np.array(taken.epsilon),
        "predicted_change": np.array(taken.predicted_change),
        "measured_change": np.array(taken.measured_change),
    }


def chosen_weight(run: Run) -> tuple[int, int, int]:
    """Give the recipe's weight (l, j, k); else that which leads from the brightest neuron to the label's output."""
    named = run.recipe.record.weight
    if named:
        return weight_in(named, run.network.sizes)
    L = run.network.L
    return L, run.own_output, int(np.argmax(run.fwd.a[L - 1][0]))


def claims(trace: Trace) -> Iterator[Claim]:
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
    yield from _nudge_claims(trace, network, place)


def _nudge_claims(trace: Trace, network: Network, place: tuple[int, int, int]) -> Iterator[Claim]:
    """List what must hold of the nudge."""
    epsilon, dC_dw = trace["explained/epsilon"], trace["explained/dC_dw"]
    planned = record_plan_of(trace).get("epsilon", float(epsilon))
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
    named = record_plan_of(trace).get("weight", "")
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
    coupled = trace.activation(trace.L).couples
    paths = trace["explained/neurons"].astype(int)
    limits = [*trace.sizes[l:], *([trace.sizes[-1]] if coupled else [])]
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


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
