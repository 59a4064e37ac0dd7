"""The boundary exhibit: outputs over the plane of two inputs, and examples on it, at many moments of the run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from netsim.exhibits.claims import SINGLE, Claim, ascending, evenly, within
from netsim.exhibits.descent.learning import outputs
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import names_classes, network_of, said_claim
from netsim.exhibits.listening import Ahead, Listener
from netsim.exhibits.run import Run
from netsim.functions import Array
from netsim.measure import Probe, mean_cost
from netsim.network import Network
from netsim.trace.declared import (
    ACTIVATION,
    CLASS,
    COST,
    COUNT,
    INPUT,
    PLACE,
    TARGET,
    UPDATES,
    WEIGHT,
    Declared,
    Dimension,
)
from netsim.trace.trace import Trace
from netsim.training import Step, shuffled

ARRAYS = {
    "steps": Declared("boundary_moment", "updates made at each moment", UPDATES),
    "across": Declared("boundary_across", "first inputs, evenly, over all that is shown and a margin", INPUT),
    "up": Declared("boundary_up", "second inputs, the same way", INPUT),
    "ends": Declared("boundary_end n_0", "the least and the largest of both", INPUT),
    "a": Declared("boundary_moment boundary_up boundary_across n_{L}", "outputs for each pair, in float32", ACTIVATION),
    "x": Declared("boundary_shown n_0", "the star, then training examples in the lesson's shuffled order", INPUT),
    "label": Declared("boundary_shown", "their classes; 0 where answers are numbers", CLASS),
    "y": Declared("boundary_shown n_{L}", "their targets", TARGET),
    "said": Declared("boundary_moment boundary_shown", "class that the outputs say of each; 0 for numbers", CLASS),
    "right": Declared("boundary_moment", "of all training examples those that are answered right", COUNT),
    "mean_C": Declared("boundary_moment", "mean cost of all training examples, measured in float32", COST),
    "neurons": Declared("boundary_neuron", "neurons of layer 1, those that weigh most at the end first", PLACE),
    "lines": Declared(
        "boundary_moment boundary_neuron boundary_end n_0",
        "where the line of each, W x + b = 0, enters the plane and leaves it; twice its middle if it passes by",
        INPUT,
    ),
    "weighs": Declared("boundary_moment boundary_neuron", "length of the weights from each to layer 2; else 1", WEIGHT),
}

DIMS = {
    "boundary_moment": Dimension("moments of the training, closer together at its beginning, where most happens"),
    "boundary_across": Dimension("columns of the plane"),
    "boundary_up": Dimension("rows of the plane, from its lower end"),
    "boundary_shown": Dimension("training examples that are shown"),
    "boundary_end": Dimension("one end and the other", 2),
    "boundary_neuron": Dimension("neurons of layer 1 whose lines are kept"),
}

#: The sides of the plane in pairs, its margin as a share of what the examples take up; examples and lines shown.
SIDE, MARGIN, SHOWN, LINES = 44, 1 / 12, 150, 24
#: The most moments, and fewer where there are more numbers than so many to keep.
MOMENTS, MOST_NUMBERS = 240, 2_000_000


@dataclass(frozen=True)
class Note:
    """What is noted of a moment: outputs over the plane and for the examples shown, cost, right ones, the network."""

    a: Array
    said: np.ndarray
    right: int
    mean_C: float
    network: Network


def listener(ahead: Ahead) -> Listener:
    """Note at evenly chosen moments what the network answers over the plane."""
    data, answers = ahead.data, ahead.data.answers
    x = data.x.astype(np.float64)
    plane, shown = pairs(*ticks(x)), shuffled(ahead.recipe.training, len(x), first=ahead.star)[:SHOWN]
    y, seen = data.targets.astype(ahead.recipe.training.precision), _probe(data.x, ahead.sizes)

    def note(step: Step) -> Note:
        network = step.network.astype("float64")
        a = outputs(network, x)
        said = np.zeros(len(x), int) if answers.numbers else answers.said(a)
        right = 0 if answers.numbers else int((said == data.label).sum())
        field = outputs(network, plane).reshape(SIDE, SIDE, -1).astype(np.float32)
        return Note(field, said[shown], right, mean_cost(step.network, seen, y), network)

    room = max(2, min(MOMENTS, MOST_NUMBERS // (SIDE**2 * ahead.sizes[-1])))
    places = np.unique(np.rint(np.linspace(0, len(ahead.moments) - 1, room)).astype(int))
    return Listener(frozenset(ahead.moments[places].tolist()), note)


def record(run: Run) -> Arrays:
    """Put together what was noted."""
    notes = run.notes["boundary"]
    across, up = ticks(run.data.x.astype(np.float64))
    ends = np.column_stack([across, up])[[0, -1]]
    shown = shuffled(run.recipe.training, len(run.data.x), first=run.star)[:SHOWN]
    neurons = np.argsort(-weighs(notes[-1].network), kind="stable")[:LINES]
    return {
        "steps": np.array(run.heard["boundary"]),
        "across": across,
        "up": up,
        "ends": ends,
        "x": run.data.x[shown].astype(np.float64),
        "label": np.zeros(len(shown), int) if run.data.numbers else run.data.label[shown],
        "y": run.targets[shown].astype(np.float64),
        **{name: np.array([getattr(note, name) for note in notes]) for name in ("a", "said", "right", "mean_C")},
        "neurons": neurons,
        "lines": np.array([lines(note.network, neurons, ends) for note in notes]),
        "weighs": np.array([weighs(note.network)[neurons] for note in notes]),
    }


def _probe(x: Array, sizes: list[int]) -> Probe:
    return Probe.of(x, Network.init(sizes, np.random.default_rng(0)))


def ticks(x: Array) -> tuple[Array, Array]:
    """Give the ticks of the plane (SIDE,) along both inputs: all examples x (N, 2) lie inside, with a margin."""
    low, high = x.min(axis=0), x.max(axis=0)
    margin = MARGIN * np.where(high > low, high - low, 1.0)
    first, second = (np.linspace(low[k] - margin[k], high[k] + margin[k], SIDE) for k in range(2))
    return first, second


def pairs(across: Array, up: Array) -> Array:
    """Give all pairs of inputs of a plane, row by row from its lower end, (rows * columns, 2)."""
    return np.column_stack([np.tile(across, len(up)), np.repeat(up, len(across))])


def weighs(network: Network) -> Array:
    """Give how much each neuron of layer 1 weighs: the length of its weights to layer 2, (n_1,); 1 if there is none."""
    lengths: Array = np.linalg.norm(network.W[2], axis=0) if network.L > 1 else np.ones(len(network.b[1]))
    return lengths


def lines(network: Network, neurons: np.ndarray, ends: Array) -> Array:
    """Give where W x + b = 0 of some neurons of layer 1 crosses the border of a plane, (neurons, 2, 2).

    Along the input that its weight is larger for a line has a place for each place along the other.
    """
    found = np.broadcast_to(ends.mean(axis=0), (len(neurons), 2, 2)).copy()
    for i, (w, b) in enumerate(zip(network.W[1][neurons], network.b[1][neurons], strict=True)):
        main = int(np.abs(w).argmax())
        if w[main] == 0:
            continue
        other, slope, start = 1 - main, -w[1 - main] / w[main], -b / w[main]
        places = ends[:, other]
        if slope:
            places = np.clip(np.sort((ends[:, main] - start) / slope), *ends[:, other])
        elif not ends[0, main] <= start <= ends[1, main]:
            continue
        if places[1] > places[0]:
            found[i, :, other], found[i, :, main] = places, start + slope * places
    return found


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: order, counts, and what follows from weights wherever the trace has those of a moment."""
    steps, x, label, said = (trace[f"boundary/{name}"] for name in ("steps", "x", "label", "said"))
    across, up, neurons = (trace[f"boundary/{name}"] for name in ("across", "up", "neurons"))
    ends = np.column_stack([across, up])[[0, -1]]
    yield "boundary/steps ascend", *ascending(steps)
    yield "boundary/steps go from end to end of the run", steps[[0, -1]], trace["run_steps"][[0, -1]], 0.0
    for name, numbers in (("across", across), ("up", up)):
        yield f"boundary/{name} ascends evenly", *evenly(numbers)
    yield "boundary/x lies on the plane", *within(x, *ends)
    yield "boundary/x begins with the star", x[0], trace["x"][0], 1 + np.abs(x[0])
    yield (
        "boundary/ends are those of across and up",
        trace["boundary/ends"],
        np.column_stack([across, up])[[0, -1]],
        0.0,
    )
    for name in ("label", "said"):
        yield names_classes(trace, f"boundary/{name}")
    if trace.classes:
        yield "boundary/y = target of each label", trace["boundary/y"], trace.answers.target(label), 0.0
        counted, right = (said == label).sum(axis=1), trace["boundary/right"]
        yield "boundary/right counts those that are shown", *within(right, counted, np.inf)
    else:
        yield "boundary/right is 0 of numbers", *within(trace["boundary/right"], 0, 0)
        yield "boundary/y begins with the star's", trace["boundary/y"][0], trace["y"][0], 1 + np.abs(trace["y"][0])
    yield "boundary/mean_C is 0 or more", *within(trace["boundary/mean_C"], 0, np.inf)
    yield "boundary/neurons are neurons of layer 1", *within(neurons, 0, trace.sizes[1] - 1)
    if trace.has("data"):
        many = min(len(x), len(trace["data/x"]))
        for name in ("x", "y") if "data/y" in trace else ("x",):
            mine, theirs = trace[f"boundary/{name}"][:many], trace[f"data/{name}"][:many]
            yield f"boundary/{name} begins as data/{name}", mine, theirs, 1 + np.abs(mine)
    _, mine, epochs = np.intersect1d(steps, trace["run_steps"], return_indices=True)
    yield "boundary/mean_C = cost at each epoch", trace["boundary/mean_C"][mine], trace["cost"][epochs], 0.0
    _, mine, theirs = np.intersect1d(steps, trace["steps"], return_indices=True)
    for i, t in zip(mine, theirs, strict=True):
        yield from _of_weights(trace, int(i), network_of(trace, int(t)), neurons.clip(0, trace.sizes[1] - 1))


def _of_weights(trace: Trace, i: int, network: Network, neurons: np.ndarray) -> Iterator[Claim]:
    """Claim what follows from the weights of a moment."""
    after = f"after {trace['boundary/steps'][i]} updates"
    derived = outputs(network, pairs(trace["boundary/across"], trace["boundary/up"]))
    a = trace["boundary/a"][i].reshape(derived.shape)
    yield f"boundary/a = outputs over the plane {after}", a, derived, SINGLE * (1 + np.abs(derived))
    if trace.classes:
        given = outputs(network, trace["boundary/x"])
        yield said_claim(trace, f"{after} boundary/said", given, trace["boundary/said"][i])
    kept = {"weighs": weighs(network)[neurons], "lines": lines(network, neurons, trace["boundary/ends"])}
    for name, held in kept.items():
        value = trace[f"boundary/{name}"][i]
        yield f"boundary/{name} are those of the neurons {after}", value, held, 1 + np.abs(value)


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS, listener, asks=("two_inputs",))
