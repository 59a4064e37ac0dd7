"""The data exhibit: labelled examples, what each costs before and after the training, and the mean over all."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.claims import SINGLE, Claim, within
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import network_of
from netsim.exhibits.run import Run
from netsim.functions import COSTS, Array
from netsim.measure import blocks
from netsim.network import Network
from netsim.recipe.recipe import TrainingSection
from netsim.trace.declared import ACTIVATION, CLASS, COST, COUNT, INPUT, Declared, Dimension
from netsim.trace.trace import Trace
from netsim.training import shuffled

ARRAYS = {
    "examples": Declared("", "training examples", COUNT),
    "unseen": Declared("", "unseen examples", COUNT),
    "enlarged_from": Declared("", "pixels a side of the images before they were enlarged; 0 if they were not", COUNT),
    "x": Declared("data_shown n_0", "the star, then training examples in the lesson's shuffled order", INPUT),
    "label": Declared("data_shown", "their classes", CLASS),
    "unseen_x": Declared("unseen_shown n_0", "the first unseen examples", INPUT),
    "unseen_label": Declared("unseen_shown", "their classes", CLASS),
    "a{l}": Declared("data_shown n_{l}", "their activations at the first record", ACTIVATION),
    "said": Declared("data_shown", "class of the largest output", CLASS),
    "C": Declared("data_shown", "cost of each example", COST),
    "running": Declared("data_shown", "mean of the costs so far", COST),
    "mean": Declared("", "mean cost of all training examples", COST),
    "trained_said": Declared("data_shown", "class of the largest output at the last record", CLASS),
    "trained_C": Declared("data_shown", "cost of each example then", COST),
    "trained_mean": Declared("", "mean cost of all training examples then", COST),
}

DIMS = {
    "data_shown": Dimension("training examples that are shown"),
    "unseen_shown": Dimension("unseen examples that are shown"),
}

#: How many examples to learn from are shown, and how many of the unseen.
SHOWN = 60
UNSEEN_SHOWN = 20


def record(run: Run) -> Arrays:
    """Ask for the cost of examples, at the first and the last recorded step, and average it over all."""
    data = run.data
    shown = places_shown(run.recipe.training, len(data.x), run.star)
    x, y = data.x[shown].astype(np.float64), run.targets[shown]
    kept = {
        "examples": np.array(len(data.x)),
        "unseen": np.array(len(data.x_unseen)),
        "enlarged_from": np.array(data.enlarged_from),
        "x": x,
        "label": data.label[shown],
        "unseen_x": data.x_unseen[:UNSEEN_SHOWN].astype(np.float64),
        "unseen_label": data.label_unseen[:UNSEEN_SHOWN],
        "mean": np.array(run.gradient.C),
        "trained_mean": np.array(mean_of_all(run.trained, data.x, run.targets)),
    }
    kept |= {f"a{l}": a for l, a in run.network.forward(x).a.items() if l}
    for name, network in (("", run.network), ("trained_", run.trained)):
        _, kept[f"{name}said"], kept[f"{name}C"] = answers(network, x, y)
    kept["running"] = running_mean(kept["C"])
    return kept


def places_shown(plan: TrainingSection, n: int, star: int) -> np.ndarray:
    """Give the places among n training examples of those shown, at most 60: the star, then the lesson's order."""
    order = shuffled(plan, n)
    return np.concatenate([[star], order[order != star]])[:SHOWN]


def answers(network: Network, x: Array, y: Array) -> tuple[Array, np.ndarray, Array]:
    """Give the outputs a for examples x (E, n_0), the places of the largest, and each one's cost C; y are targets."""
    a = network.forward(x).a[network.L]
    return a, a.argmax(axis=1), COSTS[network.cost].value(a, y, network.output)


def running_mean(numbers: Array) -> Array:
    """Give the mean of the first i + 1 numbers at each place i."""
    means: Array = np.cumsum(numbers) / np.arange(1, len(numbers) + 1)
    return means


def mean_of_all(network: Network, x: Array, y: Array) -> float:
    """Average the costs of the examples x (N, n_0) with the targets y (N, n_L), in float64."""
    total = 0.0
    for some in blocks(x, network):
        total += float(answers(network, x[some].astype(np.float64), y[some])[2].sum())
    return total / len(x)


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: counts, classes, outputs and costs of the shown examples before and after, and means."""
    x, label, C = (trace[f"data/{name}"] for name in ("x", "label", "C"))
    many = {name: trace[f"data/{name}"] for name in ("examples", "unseen")}
    shown = np.array([len(label), len(trace["data/unseen_label"])])
    most = np.array([SHOWN, UNSEEN_SHOWN])
    yield "data/ shows the first of examples and unseen", shown, np.minimum(most, [*many.values()]), 0.0
    for name in ("label", "said", "trained_said", "unseen_label"):
        yield f"data/{name} names classes", *within(trace[f"data/{name}"], 0, len(trace.classes) - 1)
    y = np.eye(len(trace.classes))[np.clip(label, 0, len(trace.classes) - 1)]
    yield "data/x begins with the star", x[0], trace["x"][0], 1 + np.abs(x[0])
    side = max(trace.image_shape or (0,))
    yield "data/enlarged_from is no larger than the images", *within(trace["data/enlarged_from"], 0, side)
    for l, a in network_of(trace).forward(x).a.items():
        if l:
            yield f"data/a{l} = activations for data/x", trace[f"data/a{l}"], a, 1 + np.abs(a)
    for name, t in (("", 0), ("trained_", -1)):
        outputs, _, cost = answers(network_of(trace, t), x, y)
        largest = outputs.max(axis=1)
        yield f"data/{name}C = cost of each example", trace[f"data/{name}C"], cost, 1 + cost
        said = outputs[np.arange(len(outputs)), np.clip(trace[f"data/{name}said"], 0, len(trace.classes) - 1)]
        yield f"data/{name}said has the largest output", said, largest, 1 + np.abs(largest)
    yield "data/running = mean of data/C so far", trace["data/running"], running_mean(C), 1 + C.max()
    mean, trained = trace["data/mean"], trace["data/trained_mean"]
    yield "data/mean is 0 or more", *within(mean, 0, np.inf)
    yield "data/trained_mean is 0 or more", *within(trained, 0, np.inf)
    if trace.judge.squared:  # the run is measured in float32, which ends the cross-entropy of 0 and 1 sooner
        yield "data/trained_mean = the last of cost", trained, trace["cost"][-1], SINGLE * (1 + trained)
    if many["examples"] <= len(label):
        yield "data/mean = the last of data/running", mean, trace["data/running"][-1], 1 + mean
        yield "data/trained_mean = mean of trained_C", trained, trace["data/trained_C"].mean(), 1 + trained
    if trace.has("gradient"):
        yield "data/mean = gradient/C", mean, trace["gradient/C"], mean
        yield "data/examples = gradient/examples", many["examples"], trace["gradient/examples"], 0.0


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
