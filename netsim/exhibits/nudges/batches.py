"""The batches exhibit: how well the gradient of a few examples points where that of all of them does."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from netsim.exhibits.run import Subject
from netsim.functions import Array
from netsim.measure import mean_gradient
from netsim.recipe.recipe import TrainingSection
from netsim.terrain.landscape import angle

Arrays = dict[str, Array]

#: The batch of a lesson that has none, because it takes all examples for each step.
USUAL = 100

#: How many examples of the order are kept, and of how many batches the gradients are.
DEALT = 120
BATCHES = 12


def batch_size(plan: TrainingSection, n: int) -> int:
    """Count the examples in a mini-batch: the lesson's, but 100 where it has none, and at most all n."""
    return min(n, USUAL if plan.method == "full_batch" else plan.batch)


def shuffled(plan: TrainingSection, n: int) -> np.ndarray:
    """Give the order in which the first epoch of a lesson takes its n examples, as indices, (n,)."""
    return np.random.default_rng(plan.seed).permutation(n)


def record_batches(subject: Subject) -> Arrays:
    """Make the batches/ group: the examples as they are dealt, and batch gradients held against the full one.

    Angles are in degrees, lengths in lengths of the full gradient. Where a gradient is all zeros, its angle
    is 90; where the full one is, all lengths are 0.
    """
    plan, many = subject.recipe.training, len(subject.data.x)
    size, order = batch_size(plan, many), shuffled(plan, many)
    starts = range(0, many, size)
    first = [_gradient(subject, order[at : at + size]) for at in starts[:BATCHES]]
    sizes = growing_sizes(size, many)
    growing = [*_gradients_of_first(subject, order, sizes[:-1]), subject.gradient.flat]
    kept = {
        "size": np.array(size),
        "count": np.array(len(starts)),
        "x": subject.data.x[order[:DEALT]].astype(np.float64),
        "label": subject.data.label[order[:DEALT]],
        "sizes": np.array(sizes),
        "changed": np.array(np.count_nonzero(first[0])),
        "components": np.array(first[0].size),
    }
    for end, gradients in (("", first), ("_of_size", growing)):
        kept[f"angle{end}"] = np.array([angle(gradient, subject.gradient.flat) for gradient in gradients])
        kept[f"length{end}"] = np.array([_length(gradient, subject.gradient.flat) for gradient in gradients])
    return {f"batches/{name}": array for name, array in kept.items()}


def growing_sizes(size: int, many: int) -> list[int]:
    """List 1, 10, 100, ..., the lesson's own batch size and all examples, ascending."""
    return sorted({size, many} | {10**p for p in range(len(str(many))) if 10**p < many})


def _gradient(subject: Subject, places: np.ndarray) -> Array:
    """Compute the gradient of some training examples, (P,)."""
    return mean_gradient(subject.network, subject.data.x[places], subject.targets[places]).flat


def _gradients_of_first(subject: Subject, order: np.ndarray, sizes: Sequence[int]) -> list[Array]:
    """Compute the gradients of the first so many examples of the order, each example once."""
    gradients: list[Array] = []
    total, done = np.zeros(subject.gradient.flat.size), 0
    for size in sizes:
        total = total + (size - done) * _gradient(subject, order[done:size])
        gradients.append(total / size)
        done = size
    return gradients


def _length(gradient: Array, full: Array) -> float:
    """Measure how long a gradient is, in lengths of the full one; 0 if that has none."""
    whole = float(np.linalg.norm(full))
    return float(np.linalg.norm(gradient)) / whole if whole else 0.0
