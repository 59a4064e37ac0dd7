"""What a trace says of a record, as a rule the first: the network, its training, whether a place is one of it."""

from __future__ import annotations

from typing import Any

from netsim.network import Network
from netsim.trace.store import TraceError
from netsim.trace.trace import Trace


def network_of(trace: Trace, t: int = 0) -> Network:
    """Make the network of a record, the first or another.

    Raises
    ------
    TraceError
        If this version does not know its functions.
    """
    layers = range(1, trace.L + 1)
    W, b = {l: trace[f"W{l}"][t] for l in layers}, {l: trace[f"b{l}"][t] for l in layers}
    try:
        return Network(W, b, trace.hidden, trace.output, trace.cost_name)
    except ValueError as error:
        raise TraceError(f"{trace.name} is of no network that this version knows: {error}") from None


def training_of(trace: Trace) -> dict[str, Any]:
    """Give the [training] section of the recipe, as far as the trace has one."""
    plan = trace.header["recipe"].get("training", {})
    return plan if isinstance(plan, dict) else {}


def weight_places(trace: Trace, key: str) -> list[tuple[int, int, int]]:
    """Read an array of places (l, j, k), one or a column of them, each of which must be that of a weight.

    Raises
    ------
    TraceError
        Naming the first that is not.
    """
    places = [(int(l), int(j), int(k)) for l, j, k in trace[key].reshape(-1, 3)]
    for l, j, k in places:
        if not (1 <= l <= trace.L and 0 <= j < trace.sizes[l] and 0 <= k < trace.sizes[l - 1]):
            raise no_place(trace, key, [l, j, k])
    return places


def parameter_places(trace: Trace, key: str) -> list[tuple[int, int, int, int]]:
    """Read an array of places (0 for a weight or 1 for a bias, l, j, k), one or a column of them; k is 0 for a bias.

    Raises
    ------
    TraceError
        Naming the first that is not that of a parameter.
    """
    places = [(int(bias), int(l), int(j), int(k)) for bias, l, j, k in trace[key].reshape(-1, 4)]
    for bias, l, j, k in places:
        known = bias in (0, 1) and 1 <= l <= trace.L
        if not (known and 0 <= j < trace.sizes[l] and 0 <= k < (1 if bias else trace.sizes[l - 1])):
            raise no_place(trace, key, [bias, l, j, k])
    return places


def recorded_at(trace: Trace, key: str) -> int:
    """Read an index of a recorded step.

    Raises
    ------
    TraceError
        If there is no such step.
    """
    at = int(trace[key])
    if not 0 <= at < len(trace["steps"]):
        raise no_place(trace, key, [at])
    return at


def no_place(trace: Trace, key: str, place: list[int]) -> TraceError:
    """Make the error of a place that is not in the trace."""
    return TraceError(f"{trace.name} has {key} = {place}, which is no place in it; record it anew.")
