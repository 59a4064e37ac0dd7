"""What must hold between the arrays of a trace: each identity is derived anew and compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from netsim.backprop import output_delta
from netsim.exhibits.calculus.chain_identities import Claim, chain_claims
from netsim.exhibits.calculus.chain_link_identities import links_claims, several_claims
from netsim.exhibits.calculus.explained_identities import explained_claims
from netsim.exhibits.calculus.small_graph_identities import graph_claims
from netsim.exhibits.calculus.worked_identities import worked_claims
from netsim.exhibits.claims import ROUNDING
from netsim.exhibits.descent.learned_identities import confident_claims, memory_claims, tested_claims
from netsim.exhibits.descent.line_identities import line_claims, plane_claims, stairs_claims
from netsim.exhibits.descent.shown_identities import components_claims, data_claims, neuron_claims
from netsim.exhibits.descent.terms_identities import terms_claims
from netsim.exhibits.first_record import network_of, no_place
from netsim.exhibits.nudges.example_identities import effect_claims, one_claims, table_claims
from netsim.exhibits.nudges.gradient_identities import gradient_claims, sensitivity_claims, update_claims
from netsim.exhibits.nudges.walk_identities import batches_claims, only_claims, paths_claims
from netsim.functions import ACTIVATIONS, COSTS, Array
from netsim.trace.store import TraceError, check_numbers
from netsim.trace.trace import Trace
from netsim.update_identities import updates_claims

#: What must hold of an exhibit that a trace has.
EXHIBITS: dict[str, Callable[[Trace], Iterator[Claim]]] = {
    "chain": chain_claims,
    "worked": worked_claims,
    "gradient": gradient_claims,
    "sensitivity": sensitivity_claims,
    "one": one_claims,
    "effect": effect_claims,
    "table": table_claims,
    "update": update_claims,
    "only": only_claims,
    "batches": batches_claims,
    "paths": paths_claims,
    "links": links_claims,
    "several": several_claims,
    "explained": explained_claims,
    "graph": graph_claims,
    "tested": tested_claims,
    "confident": confident_claims,
    "memory": memory_claims,
    "terms": terms_claims,
    "neuron": neuron_claims,
    "data": data_claims,
    "components": components_claims,
    "line": line_claims,
    "stairs": stairs_claims,
    "plane": plane_claims,
}


def check(trace: Trace) -> None:
    """Hold a trace against every identity.

    Raises
    ------
    TraceError
        Naming the first that fails, the place with the largest gap, and both numbers.
    """
    for key in trace:
        check_numbers(trace.name, key, trace[key])
    _check_order(trace)
    with np.errstate(all="ignore"):  # wild numbers are what is looked for here
        for claim in _claims(trace):
            _hold(trace.name, *claim)


def _claims(trace: Trace) -> Iterator[Claim]:
    yield from _forward(trace)
    yield from _backward(trace)
    yield from updates_claims(trace)
    yield from _levers_and_wishes(trace)
    for group, claims in EXHIBITS.items():
        if trace.has(group):
            yield from claims(trace)


def _forward(trace: Trace) -> Iterator[Claim]:
    """Forward pass: z = W a + b, a = sigma(z), C = cost(a, y)."""
    network, L = network_of(trace), trace.L
    for l in range(1, L + 1):
        W, b, z, before = trace[f"W{l}"], trace[f"b{l}"], trace[f"z{l}"], _before(trace, l)
        derived = np.einsum("tjk,tek->tej", W, before) + b[:, None]
        size = np.einsum("tjk,tek->tej", np.abs(W), np.abs(before)) + np.abs(b)[:, None]
        yield f"z{l} = W{l} a{l - 1} + b{l}", z, derived, size
        sigma = ACTIVATIONS[network.activation_of(l)].value
        yield f"a{l} = {network.activation_of(l)}(z{l})", trace[f"a{l}"], sigma(z), 1.0
    C = COSTS[network.cost].value(trace[f"a{L}"], trace["y"][None], network.output)
    yield f"C = {network.cost}(a{L}, y)", trace["C"], C, 1.0


def _backward(trace: Trace) -> Iterator[Claim]:
    """Backward pass: the four equations, of which the last, dC_dW = delta a^T, needs no array of its own."""
    network, L, y = network_of(trace), trace.L, trace["y"][None]
    for l in range(L, 0, -1):
        z, a, dC_da = trace[f"z{l}"], trace[f"a{l}"], trace[f"dC_da{l}"]
        if l == L:
            derived = COSTS[network.cost].slope(a, np.broadcast_to(y, a.shape), network.output)
            yield f"dC_da{L} = slope of the {network.cost} cost", dC_da, derived, np.abs(derived)
            delta = output_delta(network, z, a, np.broadcast_to(y, a.shape), dC_da)
        else:
            W, after = trace[f"W{l + 1}"], trace[f"delta{l + 1}"]
            derived = np.einsum("tjk,tej->tek", W, after)
            size = np.einsum("tjk,tej->tek", np.abs(W), np.abs(after))
            yield f"dC_da{l} = delta{l + 1} W{l + 1}", dC_da, derived, size
            delta = ACTIVATIONS[network.hidden].pull(z, a, dC_da)
        size = np.max(np.abs(dC_da), axis=-1, keepdims=True)
        yield f"delta{l} = sigma'(z{l}) dC_da{l}", trace[f"delta{l}"], delta, size


def _levers_and_wishes(trace: Trace) -> Iterator[Claim]:
    if trace.has("levers"):
        t, e, l, j = _place(trace, "levers/at")
        delta, before, W = trace[f"delta{l}"][t, e, j], _before(trace, l)[t, e], trace[f"W{l}"][t, j]
        yield "levers/dC_db = delta", trace["levers/dC_db"], delta, abs(delta)
        yield "levers/dC_dw = a delta", trace["levers/dC_dw"], before * delta, np.abs(before * delta)
        yield "levers/dC_da = w delta", trace["levers/dC_da"], W * delta, np.abs(W * delta)
    if trace.has("wishes"):
        t, e, l = _place(trace, "wishes/at")
        table = -trace[f"W{l}"][t] * trace[f"delta{l}"][t, e][:, None]
        total = np.cumsum(np.abs(table), axis=0)
        yield "wishes/table = -w delta", trace["wishes/table"], table, np.abs(table)
        yield "wishes/running = sums of wishes/table", trace["wishes/running"], np.cumsum(table, axis=0), total
        if l > 1:
            wish = -trace[f"dC_da{l - 1}"][t, e]
            yield f"last row of wishes/running = -dC_da{l - 1}", trace["wishes/running"][-1], wish, total[-1]


def _check_order(trace: Trace) -> None:
    """Check that steps ascend, labels name classes, the run ends where the record does, and what it measured can be."""
    steps, run, label, right = trace["steps"], trace["run_steps"], trace["label"], trace["accuracy"]
    rules = {
        "steps ascend from 0 or more": steps[0] >= 0 and np.all(np.diff(steps) > 0),
        "run_steps ascend to the last step": run[-1] == steps[-1] and np.all(np.diff(run) > 0),
        "labels are indices of classes": np.all((label >= 0) & (label < len(trace.classes))),
        "accuracies lie in 0..1": np.all((right >= 0) & (right <= 1)),
        "costs are 0 or more": np.all(trace["cost"] >= 0),
    }
    for rule, held in rules.items():
        if not held:
            raise TraceError(f"{trace.name} breaks the rule that {rule}; record it anew.")


def _hold(name: str, said: str, recorded: Array, derived: Array, size: Array | float) -> None:
    recorded, derived = np.asarray(recorded, float), np.asarray(derived, float)
    gap = np.abs(recorded - derived) - ROUNDING * np.maximum(size, np.finfo(float).tiny)
    wrong = ~(gap <= 0)  # true for a gap that is no number, too
    if np.any(wrong):
        place = np.unravel_index(np.argmax(np.where(wrong, np.nan_to_num(gap, nan=np.inf), -1)), gap.shape)
        raise TraceError(
            f"{name} breaks {said} at {[int(i) for i in place]}: recorded {recorded[place]:.10g}, "
            f"derived {derived[place]:.10g}; record it anew."
        )


def _before(trace: Trace, l: int) -> Array:
    """Activations of layer l-1 at every step, (T, E, n_{l-1})."""
    if l > 1:
        return trace[f"a{l - 1}"]
    return np.broadcast_to(trace["x"], (len(trace["steps"]), *trace["x"].shape))


def _place(trace: Trace, key: str) -> list[int]:
    place = [int(i) for i in trace[key]]
    limits = [len(trace["steps"]), len(trace["x"]), trace.L + 1]
    limits += [trace.sizes[place[2]]] if len(place) == 4 and 0 < place[2] <= trace.L else []
    if place[2] < 1 or any(not 0 <= i < limit for i, limit in zip(place, limits, strict=True)):
        raise no_place(trace, key, place)
    return place
