"""The batches exhibit: how well the gradient of a few examples points where that of all of them does.

The same first mini-batches are held against all examples once more at every recorded moment of the training: the
better a network has learned, the less a few examples say of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from netsim.exhibits.claims import Claim, ascending, within
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import training_of
from netsim.exhibits.run import Run
from netsim.functions import Array
from netsim.measure import mean_gradient
from netsim.network import Network
from netsim.terrain.landscape import angle, vector
from netsim.trace.declared import CLASS, COUNT, DEGREES, INPUT, LENGTH, PLACE, UPDATES, Declared, Dimension
from netsim.trace.trace import Trace
from netsim.training import batch_size, shuffled

ARRAYS = {
    "size": Declared("", "examples in a mini-batch", COUNT),
    "count": Declared("", "mini-batches of an epoch", COUNT),
    "x": Declared("dealt n_0", "the first examples of the lesson's shuffled order", INPUT),
    "label": Declared("dealt", "their classes", CLASS),
    "sizes": Declared("size", "sizes of growing batches, the last of all examples", COUNT),
    "angle": Declared("batch", "between a batch's gradient and that of all; 90 where one is all zeros", DEGREES),
    "length": Declared("batch", "of its gradient, in lengths of that of all; 0 where that is all zeros", LENGTH),
    "angle_of_size": Declared("size", "the same for the first so many examples", DEGREES),
    "length_of_size": Declared("size", "the same for the first so many examples", LENGTH),
    "at": Declared("batch_moment", "recorded steps at which the same batches are held against all, as indices", PLACE),
    "updates": Declared("batch_moment", "updates made by then", UPDATES),
    "angle_at": Declared("batch_moment batch", "angle of each batch's gradient to that of all, then", DEGREES),
    "length_at": Declared("batch_moment batch", "its length, in lengths of that of all", LENGTH),
    "middle": Declared("batch_moment", "median of these angles", DEGREES),
}

DIMS = {
    "dealt": Dimension("examples in the order in which the first epoch takes them"),
    "batch": Dimension("the first mini-batches of that order"),
    "batch_moment": Dimension("moments of the training, the first and the last recorded one among them"),
    "size": Dimension("batch sizes: 1, 10, 100, ..., the lesson's own, and all examples"),
}

#: How many examples of the order are kept, and of how many batches the gradients are.
DEALT = 120
BATCHES = 12

#: At how many of the recorded moments at most.
MOMENTS = 16


def record(run: Run) -> Arrays:
    """Hold the gradients of the first mini-batches, and of growing ones, against that of all examples."""
    plan, many = run.recipe.training, len(run.data.x)
    size, order = batch_size(plan, many), shuffled(plan, many)
    starts = range(0, many, size)
    dealt = [order[at : at + size] for at in starts[:BATCHES]]
    first = [_gradient(run.network, run, places) for places in dealt]
    sizes = growing_sizes(size, many)
    growing = [*_gradients_of_first(run, order, sizes[:-1]), run.gradient.flat]
    kept = {
        "size": np.array(size),
        "count": np.array(len(starts)),
        "x": run.data.x[order[:DEALT]].astype(np.float64),
        "label": run.data.label[order[:DEALT]],
        "sizes": np.array(sizes),
    }
    for end, gradients in (("", first), ("_of_size", growing)):
        kept[f"angle{end}"] = np.array([angle(gradient, run.gradient.flat) for gradient in gradients])
        kept[f"length{end}"] = np.array([_length(gradient, run.gradient.flat) for gradient in gradients])
    return kept | _course(run, dealt)


def _course(run: Run, dealt: list[np.ndarray]) -> Arrays:
    """Hold the same mini-batches against all examples at moments of the training."""
    last = len(run.moments) - 1
    at = sorted({int(place) for place in np.linspace(0, last, MOMENTS).round()})
    angles, lengths = [], []
    for moment in at:
        network = run.moments[moment].network
        full = run.gradient.flat if moment == 0 else mean_gradient(network, run.data.x, run.targets).flat
        then = [_gradient(network, run, places) for places in dealt]
        angles.append([angle(gradient, full) for gradient in then])
        lengths.append([_length(gradient, full) for gradient in then])
    return {
        "at": np.array(at),
        "updates": np.array([run.moments[moment].number for moment in at]),
        "angle_at": np.array(angles),
        "length_at": np.array(lengths),
        "middle": np.median(angles, axis=1),
    }


def growing_sizes(size: int, many: int) -> list[int]:
    """List 1, 10, 100, ..., the lesson's own batch size and all examples, ascending."""
    return sorted({size, many} | {10**p for p in range(len(str(many))) if 10**p < many})


def _gradient(network: Network, run: Run, places: np.ndarray) -> Array:
    """Compute the gradient of some training examples, (P,)."""
    return mean_gradient(network, run.data.x[places], run.targets[places]).flat


def _gradients_of_first(run: Run, order: np.ndarray, sizes: Sequence[int]) -> list[Array]:
    """Compute the gradients of the first so many examples of the order, each example once."""
    gradients: list[Array] = []
    total, done = np.zeros(run.gradient.flat.size), 0
    for size in sizes:
        total = total + (size - done) * _gradient(run.network, run, order[done:size])
        gradients.append(total / size)
        done = size
    return gradients


def _length(gradient: Array, full: Array) -> float:
    """Measure how long a gradient is, in lengths of the full one; 0 if that has none."""
    whole = float(np.linalg.norm(full))
    return float(np.linalg.norm(gradient)) / whole if whole else 0.0


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: counts, angles, lengths, and that all examples have the full gradient."""
    size, sizes = trace["batches/size"], trace["batches/sizes"]
    yield "batches/count = the last of sizes / size, rounded up", trace["batches/count"], -(-sizes[-1] // size), 0.0
    yield "batches/sizes ascend", *ascending(sizes)
    yield "batches/sizes has size", np.array(size in sizes), np.array(1.0), 0.0
    for end in ("", "_of_size"):
        angles, lengths = trace[f"batches/angle{end}"], trace[f"batches/length{end}"]
        yield f"batches/angle{end} lies in 0..180", *within(angles, 0, 180)
        yield f"batches/length{end} is 0 or more", *within(lengths, 0, np.inf)
    nothing = trace["batches/length_of_size"][-1] == 0  # a gradient of zeros stands at 90 degrees to all
    whole = np.array([90.0, 0.0] if nothing else [0.0, 1.0])
    ends = np.array([trace[f"batches/{name}_of_size"][-1] for name in ("angle", "length")])
    yield "the last of batches/sizes has the full gradient", ends, whole, 0.0
    at = np.flatnonzero(sizes == size)[:1]
    for name, scale in (("angle", 180.0), ("length", 1.0)):
        first, same = trace[f"batches/{name}"][: at.size], trace[f"batches/{name}_of_size"][at]
        yield f"batches/{name}_of_size of size = the first batches/{name}", same, first, scale + first
    yield from _first_batch(trace)
    yield from _course_claims(trace)


def _course_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold of the angles over the training, the first of which are those of the exhibit's start."""
    at, steps = trace["batches/at"], trace["steps"]
    yield "batches/at begins with the first recorded step", at[0], np.array(0.0), 0.0
    yield "batches/at ends with the last recorded step", at[-1], np.array(len(steps) - 1), 0.0
    if len(at) > 1:
        yield "batches/at ascends", *ascending(at)
    yield "batches/updates = steps of batches/at", trace["batches/updates"], steps[np.clip(at, 0, len(steps) - 1)], 0.0
    for name, high in (("angle", 180.0), ("length", np.inf)):
        then, first = trace[f"batches/{name}_at"], trace[f"batches/{name}"]
        yield f"batches/{name}_at begins with batches/{name}", then[0], first, np.minimum(high, 180.0) + first
        yield f"batches/{name}_at lies in its range", *within(then, 0, high)
    yield (
        "batches/middle = median of batches/angle_at",
        trace["batches/middle"],
        np.median(trace["batches/angle_at"], axis=1),
        180.0,
    )


def _first_batch(trace: Trace) -> Iterator[Claim]:
    """List what must hold where the first record is the start of a run from here, whose batch is then the first."""
    plan, layers = training_of(trace), range(1, trace.L + 1)
    if trace.has("gradient"):
        many, last = trace["gradient/examples"], trace["batches/sizes"][-1]
        yield "the last of batches/sizes = gradient/examples", last, many, 0.0
        usual = plan.get("method") == "sgd" and plan.get("precision") == "float64" and not plan.get("shift")
        if trace["steps"][0] == 0 and usual and not trace.elsewhere:
            full = vector(*({l: trace[f"gradient/dC_d{kind}{l}"] for l in layers} for kind in "Wb"))
            mean = vector(*({l: trace[f"mean_dC_d{kind}{l}"][0] for l in layers} for kind in "Wb"))
            between, whole = np.array(angle(mean, full)), np.linalg.norm(full)
            yield "the first batches/angle = that of mean_dC_dW", trace["batches/angle"][0], between, 180.0
            part = np.array(np.linalg.norm(mean) / whole if whole else 0.0)
            yield "the first batches/length = that of mean_dC_dW", trace["batches/length"][0], part, 1 + part


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
