"""The course exhibit: the star's activations and the mean cost at hundreds of moments, and the weights at dozens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from netsim.exhibits.claims import SINGLE, Claim, ascending, within
from netsim.exhibits.descent.learning import answered
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import layers_claims, network_of, no_place
from netsim.exhibits.listening import Ahead, Listener
from netsim.exhibits.run import Run
from netsim.functions import COSTS, Array
from netsim.measure import Probe, mean_cost
from netsim.network import Network
from netsim.trace.declared import ACTIVATION, BIAS, COST, PLACE, UPDATES, WEIGHT, Declared, Dimension
from netsim.trace.trace import Trace
from netsim.training import Step
from netsim.untrained import untrained

ARRAYS = {
    "steps": Declared("course_moment", "updates made at each moment", UPDATES),
    "C": Declared("course_moment", "the star's cost", COST),
    "a{l}": Declared("course_moment n_{l}", "the star's activations of layer {l}", ACTIVATION),
    "costed": Declared("course_costs", "the moments at which the mean cost is measured", PLACE),
    "mean_C": Declared("course_costs", "mean cost of all training examples, measured in float32", COST),
    "kept": Declared("course_weights", "the moments at which weights and biases are kept", PLACE),
    "W{l}": Declared("course_weights n_{l} n_{l-1}", "weights of layer {l}, in float32", WEIGHT),
    "b{l}": Declared("course_weights n_{l}", "biases of layer {l}, in float32", BIAS),
}

DIMS = {
    "course_moment": Dimension("moments of the training, closer together at its beginning, where most happens"),
    "course_costs": Dimension("those of them at which all training examples are asked: each, if that is soon done"),
    "course_weights": Dimension("those of them at which weights are kept, the first and the last among them"),
}

#: The most moments at which the weights are kept; a network of so many weights that they would be more numbers than
#: this has fewer.
WEIGHTS = 36
MOST_NUMBERS = 4_000_000

#: The most products, weight times activation, that all mean costs may take: so many are soon done.
MOST_PRODUCTS = 12_000_000_000


def kept(many: int, sizes: list[int]) -> np.ndarray:
    """Choose those of so many moments at which weights are kept, as indices: evenly, the first and the last too."""
    return _spread(many, min(WEIGHTS, MOST_NUMBERS // _weights(sizes)))


def costed(many: int, sizes: list[int], examples: int) -> np.ndarray:
    """Choose those of so many moments at which the mean cost is measured, the same way: all, if that is soon done."""
    return _spread(many, min(many, MOST_PRODUCTS // (_weights(sizes) * examples)))


def _weights(sizes: list[int]) -> int:
    return sum(n * m for n, m in pairwise(sizes))


def _spread(many: int, room: int) -> np.ndarray:
    """Choose so many of `many` places, evenly; the first and the last always."""
    return np.unique(np.rint(np.linspace(0, many - 1, max(2, room))).astype(int))


@dataclass(frozen=True)
class Note:
    """What is noted of a moment: activations of the layers 1..L, and if it is one of those, mean cost and network."""

    a: list[Array]
    mean_C: float | None
    network: Network | None


def listener(ahead: Ahead) -> Listener:
    """Note the star's activations at each moment, and at some the mean cost and the network."""
    steps, data = ahead.moments, ahead.data
    with_weights = set(steps[kept(len(steps), ahead.sizes)].tolist())
    with_cost = set(steps[costed(len(steps), ahead.sizes, len(data.x))].tolist())
    x, y = data.x[ahead.star].astype(np.float64), data.targets.astype(ahead.recipe.training.precision)
    seen = Probe.of(data.x, untrained(ahead.recipe, data))

    def note(step: Step) -> Note:
        fwd = step.network.astype("float64").forward(x)
        cost = mean_cost(step.network, seen, y) if step.number in with_cost else None
        network = step.network.astype("float32") if step.number in with_weights else None
        return Note([fwd.a[l][0] for l in range(1, step.network.L + 1)], cost, network)

    return Listener(frozenset(steps.tolist()), note)


def record(run: Run) -> Arrays:
    """Put together what was noted."""
    notes, layers, steps = run.notes["course"], range(1, run.network.L + 1), np.array(run.heard["course"])
    arrays = {f"a{l}": np.stack([note.a[l - 1] for note in notes]) for l in layers}
    outputs = arrays[f"a{run.network.L}"]
    cost = COSTS[run.network.cost]
    networks = [note.network for note in notes if note.network]
    return {
        "steps": steps,
        "C": cost.value(outputs, np.broadcast_to(run.y, outputs.shape), run.network.output),
        "costed": costed(len(steps), run.network.sizes, len(run.data.x)),
        "mean_C": np.array([note.mean_C for note in notes if note.mean_C is not None]),
        "kept": kept(len(steps), run.network.sizes),
        **arrays,
        **{f"W{l}": np.stack([network.W[l] for network in networks]) for l in layers},
        **{f"b{l}": np.stack([network.b[l] for network in networks]) for l in layers},
    }


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: order, the cost, forward passes of the weights, and what the trace's own steps say too."""
    network, L, steps, at = network_of(trace), trace.L, trace["course/steps"], trace["course/kept"]
    costed_at = trace["course/costed"]
    for key, places in (("course/kept", at), ("course/costed", costed_at)):
        if not all(0 <= place < len(steps) for place in places):
            raise no_place(trace, key, places.tolist())
    yield "course/steps ascend", *ascending(steps)
    yield "course/steps go from end to end of the run", steps[[0, -1]], trace["run_steps"][[0, -1]], 0.0
    for name, places in (("kept", at), ("costed", costed_at)):
        yield f"course/{name} ascend", *ascending(places)
        yield f"course/{name} has the first and the last", places[[0, -1]], np.array([0, len(steps) - 1]), 0.0
    yield "course/mean_C is 0 or more", *within(trace["course/mean_C"], 0, np.inf)
    _, mine, epochs = np.intersect1d(steps[costed_at], trace["run_steps"], return_indices=True)
    yield "course/mean_C = cost at each epoch", trace["course/mean_C"][mine], trace["cost"][epochs], 0.0
    outputs, y = trace[f"course/a{L}"], trace["y"][0]
    C = COSTS[network.cost].value(outputs, np.broadcast_to(y, outputs.shape), network.output)
    yield f"course/C = {network.cost}(course/a{L}, y)", trace["course/C"], C, 1 + C
    _, ours, theirs = np.intersect1d(steps, trace["steps"], return_indices=True)
    _, weights, too = np.intersect1d(steps[at], trace["steps"], return_indices=True)
    for l in range(1, L + 1):
        a, W, b = (trace[f"course/{name}{l}"] for name in "aWb")
        recorded = trace[f"a{l}"][theirs, 0]
        yield f"course/a{l} = a{l} at recorded steps", a[ours], recorded, 1 + np.abs(recorded)
        for name, some in (("W", W), ("b", b)):
            single = trace[f"{name}{l}"][too].astype(np.float32)
            yield f"course/{name}{l} = {name}{l} at recorded steps", some[weights], single, 0.0
    yield from layers_claims(trace, "course", trace["x"][0], at)
    for i, number in enumerate(steps[at]):
        yield from answered(trace, int(number), network_kept(trace, i), SINGLE)


def network_kept(trace: Trace, i: int) -> Network:
    """Make the network of one of the moments at which weights and biases are kept."""
    first, layers = network_of(trace), range(1, trace.L + 1)
    W, b = ({l: trace[f"course/{name}{l}"][i].astype(np.float64) for l in layers} for name in ("W", "b"))
    return Network(W, b, first.hidden, first.output, first.cost)


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS, listener)
