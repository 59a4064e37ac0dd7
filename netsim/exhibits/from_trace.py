"""What claims read of a trace: the network of a record, what its recipe says, places that must be in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from netsim.exhibits.claims import SINGLE, Claim, within
from netsim.functions import ACTIVATIONS, Array
from netsim.network import Network
from netsim.terrain.dial import Activations, Dial, activations_of, sums_of
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
    return _section(trace, "training")


def record_plan_of(trace: Trace) -> dict[str, Any]:
    """Give the [record] section of the recipe, as far as the trace has one."""
    return _section(trace, "record")


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


def moment_place(trace: Trace, key: str) -> list[int]:
    """Read a place (t, e, l, j): record, example, layer and neuron.

    Raises
    ------
    TraceError
        If there is no such place.
    """
    t, e, l, j = place = [int(i) for i in trace[key]]
    known = 0 <= t < len(trace["steps"]) and 0 <= e < len(trace["x"]) and 1 <= l <= trace.L
    if not (known and 0 <= j < trace.sizes[l]):
        raise no_place(trace, key, place)
    return place


def dial_of(trace: Trace, sigma: Activations | None = None, name: str = "", t: int = -1) -> Dial:
    """Make the weight of the line exhibit, of a record's network and with the examples that the trace says.

    Parameters
    ----------
    sigma
        The activations of the layers 1..L, if others than the network's own.
    name, t
        What begins the names of the record's arrays, and which record it is: by default the last.

    Raises
    ------
    TraceError
        If there is no such weight of the first layer.
    """
    ((l, j, k),) = weight_places(trace, "line/place")
    if l != 1:
        raise no_place(trace, "line/place", [l, j, k])
    network = network_of(trace, t)
    sigma = sigma or activations_of(network)
    y = wanted_in(trace, "line")
    return Dial.of(network, (j, k), sums_of(network, trace[f"line/{name}z"], sigma), trace["line/input"], y, sigma)


def answers_claims(trace: Trace, kind: str, said: np.ndarray) -> Iterator[Claim]:
    """Claim that activations are those of the trained network, and that its outputs say what is said.

    kind is what begins the names of the examples' arrays x and a1, a2, ..., and of said.
    """
    for l, derived in network_of(trace, -1).forward(trace[f"{kind}x"]).a.items():
        if l:
            a = trace[f"{kind}a{l}"]
            yield f"{kind}a{l} = activations for {kind.rpartition('/')[2]}x", a, derived, 1 + np.abs(derived)
    yield said_claim(trace, f"{kind}said", trace[f"{kind}a{trace.L}"], said)


def said_claim(trace: Trace, name: str, a: Array, said: np.ndarray, rounding: float = 1.0) -> Claim:
    """Claim that outputs a (E, n_L) say some classes (E,): the largest output, or of a single one its side."""
    size = rounding * (1 + np.abs(a).max(axis=-1))
    return f"{name} is what the outputs say", trace.answers.short_of(a, said), np.zeros(len(a)), size


def wanted_in(trace: Trace, group: str) -> Array:
    """Give the targets (E, n_L) of a group's examples: by their labels, or the numbers that stand there."""
    if trace.answers.numbers:
        y: Array = trace[f"{group}/y"]
        return y
    return trace.answers.target(np.clip(trace[f"{group}/label"], 0, len(trace.classes) - 1))


def check_kind(trace: Trace, key: str, *, of_numbers: bool) -> None:
    """Check that an array is there that outputs of one kind have, numbers or classes, and not where they are others.

    Raises
    ------
    TraceError
        If it is lacking, or there though it means nothing.
    """
    numbers = bool(trace.answers.numbers)
    if numbers == of_numbers and key not in trace:
        raise TraceError(f"{trace.name} lacks the array {key!r}; record the trace anew.")
    if numbers != of_numbers and key in trace:
        what = "numbers" if numbers else "classes"
        raise TraceError(f"{trace.name} has {key!r}, which means nothing where outputs are {what}; record it anew.")


def names_classes(trace: Trace, key: str) -> Claim:
    """Claim that an array's numbers are those of classes; 0 where answers are numbers."""
    return f"{key} names classes", *within(trace[key], 0, max(len(trace.classes) - 1, 0))


def layers_claims(trace: Trace, group: str, x: Array, at: np.ndarray) -> Iterator[Claim]:
    """Claim that what x (n_0,) lights up at some moments of a run is what the weights give that were kept there.

    group is that of the arrays a1, a2, ..., W1, ..., b1, ...; at are those moments. The weights are in float32.
    """
    network, before = network_of(trace), np.broadcast_to(x, (len(at), len(x)))
    for l in range(1, trace.L + 1):
        a, W, b = (trace[f"{group}/{name}{l}"] for name in "aWb")
        z = np.einsum("tjk,tk->tj", W, before) + b
        size = np.einsum("tjk,tk->tj", np.abs(W), np.abs(before)) + np.abs(b)
        name = network.activation_of(l)
        claim = f"{group}/a{l} = {name}(W{l} a{l - 1} + b{l}) of {group}"
        yield claim, a[at], ACTIVATIONS[name].value(z), SINGLE * (1 + size)
        before = a[at]


def before(trace: Trace, l: int) -> Array:
    """Give the activations of layer l-1 at every step, (T, E, n_{l-1})."""
    if l > 1:
        return trace[f"a{l - 1}"]
    return np.broadcast_to(trace["x"], (len(trace["steps"]), *trace["x"].shape))


def no_place(trace: Trace, key: str, place: list[int]) -> TraceError:
    """Make the error of a place that is not in the trace."""
    return TraceError(f"{trace.name} has {key} = {place}, which is no place in it; record it anew.")


def _section(trace: Trace, name: str) -> dict[str, Any]:
    section = trace.header["recipe"].get(name, {})
    return section if isinstance(section, dict) else {}
