"""The data exhibit: labelled examples, what each costs before and after the training, and the mean over all."""

from __future__ import annotations

import numpy as np

from netsim.exhibits.nudges.batches import shuffled
from netsim.exhibits.run import Subject
from netsim.functions import COSTS, Array
from netsim.measure import blocks
from netsim.network import Network

Arrays = dict[str, Array]

#: How many examples to learn from are shown, and how many of the unseen.
SHOWN = 60
UNSEEN_SHOWN = 20


def record_data(subject: Subject) -> Arrays:
    """Make the data/ group.

    data/examples and data/unseen are counts. data/x (data_shown, n_0) and data/label (data_shown,) are the
    first training examples as the lesson's seed shuffles them, data/unseen_x and data/unseen_label the first
    unseen ones. For the network at the first recorded step, data/a (data_shown, n_L) are the outputs,
    data/said (data_shown,) the place of the largest, data/C (data_shown,) each example's cost,
    data/running (data_shown,) the mean of the costs so far, data/mean that of all training examples.
    data/trained_said, data/trained_C and data/trained_mean are those of the last recorded step.
    """
    data = subject.data
    shown = shuffled(subject.recipe.training, len(data.x))[:SHOWN]
    x, y = data.x[shown].astype(np.float64), subject.targets[shown]
    kept = {
        "examples": np.array(len(data.x)),
        "unseen": np.array(len(data.x_unseen)),
        "x": x,
        "label": data.label[shown],
        "unseen_x": data.x_unseen[:UNSEEN_SHOWN].astype(np.float64),
        "unseen_label": data.label_unseen[:UNSEEN_SHOWN],
        "mean": np.array(subject.gradient.C),
        "trained_mean": np.array(mean_of_all(subject.trained, data.x, subject.targets)),
    }
    for name, network in (("", subject.network), ("trained_", subject.trained)):
        kept |= {f"{name}{what}": array for what, array in answers(network, x, y).items()}
    kept["running"] = running_mean(kept["C"])
    del kept["trained_a"]
    return {f"data/{name}": array for name, array in kept.items()}


def answers(network: Network, x: Array, y: Array) -> Arrays:
    """Give the outputs a for examples x (E, n_0), the places of the largest, and each one's cost C; y are targets."""
    a = network.forward(x).a[network.L]
    return {"a": a, "said": a.argmax(axis=1), "C": COSTS[network.cost].value(a, y, network.output)}


def running_mean(numbers: Array) -> Array:
    """Give the mean of the first i + 1 numbers at each place i."""
    means: Array = np.cumsum(numbers) / np.arange(1, len(numbers) + 1)
    return means


def mean_of_all(network: Network, x: Array, y: Array) -> float:
    """Average the costs of the examples x (N, n_0) with the targets y (N, n_L), in float64."""
    total = 0.0
    for some in blocks(x, network):
        total += float(answers(network, x[some].astype(np.float64), y[some])["C"].sum())
    return total / len(x)
