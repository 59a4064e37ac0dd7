"""What must hold between the arrays of a trace's core: both passes, and the order of what it holds."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.backprop import output_delta
from netsim.exhibits.claims import Claim
from netsim.exhibits.from_trace import before, network_of
from netsim.functions import ACTIVATIONS, COSTS
from netsim.trace.store import TraceError
from netsim.trace.trace import Trace


def forward_claims(trace: Trace) -> Iterator[Claim]:
    """Forward pass: z = W a + b, a = sigma(z), C = cost(a, y)."""
    network, L = network_of(trace), trace.L
    for l in range(1, L + 1):
        W, b, z, inputs = trace[f"W{l}"], trace[f"b{l}"], trace[f"z{l}"], before(trace, l)
        derived = np.einsum("tjk,tek->tej", W, inputs) + b[:, None]
        size = np.einsum("tjk,tek->tej", np.abs(W), np.abs(inputs)) + np.abs(b)[:, None]
        yield f"z{l} = W{l} a{l - 1} + b{l}", z, derived, size
        sigma = ACTIVATIONS[network.activation_of(l)].value
        yield f"a{l} = {network.activation_of(l)}(z{l})", trace[f"a{l}"], sigma(z), 1.0
    C = COSTS[network.cost].value(trace[f"a{L}"], trace["y"][None], network.output)
    yield f"C = {network.cost}(a{L}, y)", trace["C"], C, 1.0


def backward_claims(trace: Trace) -> Iterator[Claim]:
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


def check_order(trace: Trace) -> None:
    """Check that steps ascend, labels name classes, the run ends where the record does, and what it measured can be."""
    steps, run, label = trace["steps"], trace["run_steps"], trace["label"]
    rules = {
        "steps ascend from 0 or more": steps[0] >= 0 and np.all(np.diff(steps) > 0),
        "run_steps ascend to the last step": run[-1] == steps[-1] and np.all(np.diff(run) > 0),
        "labels are indices of classes": np.all((label >= 0) & (label < max(len(trace.classes), 1))),
        "costs are 0 or more": np.all(trace["cost"] >= 0),
    }
    if "accuracy" in trace:
        rules["accuracies lie in 0..1"] = np.all((trace["accuracy"] >= 0) & (trace["accuracy"] <= 1))
    for rule, held in rules.items():
        if not held:
            raise TraceError(f"{trace.name} breaks the rule that {rule}; record it anew.")
