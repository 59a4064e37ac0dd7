"""The course exhibit: the star's activations at hundreds of moments of the training, and the weights at dozens."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from netsim.exhibits.claims import SINGLE, Claim, ascending
from netsim.exhibits.descent.learning import answered
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import network_of, no_place
from netsim.exhibits.listening import Ahead, Listener, moments
from netsim.exhibits.run import Run
from netsim.functions import ACTIVATIONS, COSTS, Array
from netsim.network import Network
from netsim.trace.declared import ACTIVATION, BIAS, COST, PLACE, UPDATES, WEIGHT, Declared, Dimension
from netsim.trace.trace import Trace
from netsim.training import Step

ARRAYS = {
    "steps": Declared("course_moment", "updates made at each moment", UPDATES),
    "C": Declared("course_moment", "the star's cost", COST),
    "a{l}": Declared("course_moment n_{l}", "the star's activations of layer {l}", ACTIVATION),
    "kept": Declared("course_weights", "the moments at which weights and biases are kept", PLACE),
    "W{l}": Declared("course_weights n_{l} n_{l-1}", "weights of layer {l}, in float32", WEIGHT),
    "b{l}": Declared("course_weights n_{l}", "biases of layer {l}, in float32", BIAS),
}

DIMS = {
    "course_moment": Dimension("moments of the training, closer together at its beginning, where most happens"),
    "course_weights": Dimension("those of them at which weights are kept, the first and the last among them"),
}

#: The most moments at which the weights are kept; a network of so many weights that they would be more numbers than
#: this has fewer.
WEIGHTS = 36
MOST_NUMBERS = 4_000_000


def kept(many: int, sizes: list[int]) -> np.ndarray:
    """Choose those of so many moments at which weights are kept, as indices: evenly, the first and the last too."""
    numbers = sum(n * m for n, m in pairwise(sizes))
    room = int(np.clip(MOST_NUMBERS // numbers, 2, WEIGHTS))
    return np.unique(np.rint(np.linspace(0, many - 1, room)).astype(int))


def listener(ahead: Ahead) -> Listener:
    """Note the star's activations at each moment, and the network at some."""
    steps = moments(ahead.updates)
    with_weights = set(steps[kept(len(steps), ahead.sizes)].tolist())
    x = ahead.data.x[ahead.star].astype(np.float64)

    def note(step: Step) -> tuple[list[Array], Network | None]:
        fwd = step.network.astype("float64").forward(x)
        network = step.network.astype("float32") if step.number in with_weights else None
        return [fwd.a[l][0] for l in range(1, step.network.L + 1)], network

    return Listener(frozenset(steps.tolist()), note)


def record(run: Run) -> Arrays:
    """Put together what was noted."""
    notes, layers, steps = run.notes["course"], range(1, run.network.L + 1), moments(run.last.number)
    arrays = {f"a{l}": np.stack([a[l - 1] for a, _ in notes]) for l in layers}
    outputs = arrays[f"a{run.network.L}"]
    cost = COSTS[run.network.cost]
    networks = [network for _, network in notes if network]
    return {
        "steps": steps,
        "C": cost.value(outputs, np.broadcast_to(run.y, outputs.shape), run.network.output),
        "kept": kept(len(steps), run.network.sizes),
        **arrays,
        **{f"W{l}": np.stack([network.W[l] for network in networks]) for l in layers},
        **{f"b{l}": np.stack([network.b[l] for network in networks]) for l in layers},
    }


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: order, the cost, forward passes of the weights, and what the trace's own steps say too."""
    network, L, steps, at = network_of(trace), trace.L, trace["course/steps"], trace["course/kept"]
    if not all(0 <= place < len(steps) for place in at):
        raise no_place(trace, "course/kept", at.tolist())
    yield "course/steps ascend", *ascending(steps)
    yield "course/steps go from 0 to the end of the run", steps[[0, -1]], np.array([0, trace["run_steps"][-1]]), 0.0
    yield "course/kept ascend", *ascending(at)
    yield "course/kept has the first and the last", at[[0, -1]], np.array([0, len(steps) - 1]), 0.0
    outputs, y = trace[f"course/a{L}"], trace["y"][0]
    C = COSTS[network.cost].value(outputs, np.broadcast_to(y, outputs.shape), network.output)
    yield f"course/C = {network.cost}(course/a{L}, y)", trace["course/C"], C, 1 + C
    _, ours, theirs = np.intersect1d(steps, trace["steps"], return_indices=True)
    _, weights, too = np.intersect1d(steps[at], trace["steps"], return_indices=True)
    before = np.broadcast_to(trace["x"][0], (len(at), trace.sizes[0]))
    for l in range(1, L + 1):
        a, W, b = (trace[f"course/{name}{l}"] for name in "aWb")
        recorded = trace[f"a{l}"][theirs, 0]
        yield f"course/a{l} = a{l} at recorded steps", a[ours], recorded, 1 + np.abs(recorded)
        for name, some in (("W", W), ("b", b)):
            single = trace[f"{name}{l}"][too].astype(np.float32)
            yield f"course/{name}{l} = {name}{l} at recorded steps", some[weights], single, 0.0
        z = np.einsum("tjk,tk->tj", W, before) + b
        size = np.einsum("tjk,tk->tj", np.abs(W), np.abs(before)) + np.abs(b)
        name = network.activation_of(l)
        derived = ACTIVATIONS[name].value(z)
        yield f"course/a{l} = {name}(W{l} a{l - 1} + b{l}) of course", a[at], derived, SINGLE * (1 + size)
        before = a[at]
    for i, number in enumerate(steps[at]):
        yield from answered(trace, int(number), network_kept(trace, i), SINGLE)


def network_kept(trace: Trace, i: int) -> Network:
    """Make the network of one of the moments at which weights and biases are kept."""
    first, layers = network_of(trace), range(1, trace.L + 1)
    W, b = ({l: trace[f"course/{name}{l}"][i].astype(np.float64) for l in layers} for name in ("W", "b"))
    return Network(W, b, first.hidden, first.output, first.cost)


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS, listener)
