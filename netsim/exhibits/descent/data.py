"""The data exhibit: labelled examples, what the network answers to them at first, what each costs, and the mean."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.claims import SINGLE, Claim, within
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import check_kind, names_classes, network_of, said_claim, wanted_in
from netsim.exhibits.run import Run
from netsim.functions import COSTS, Array
from netsim.network import Network
from netsim.recipe.training import TrainingSection
from netsim.trace.declared import ACTIVATION, CLASS, COST, COUNT, INPUT, TARGET, Declared, Dimension
from netsim.trace.trace import Trace
from netsim.training import shuffled

ARRAYS = {
    "examples": Declared("", "training examples", COUNT),
    "unseen": Declared("", "unseen examples", COUNT),
    "enlarged_from": Declared("", "pixels a side of the images before they were enlarged; 0 if they were not", COUNT),
    "x": Declared("data_shown n_0", "the star, then training examples in the lesson's shuffled order", INPUT),
    "label": Declared("data_shown", "their classes", CLASS),
    "y": Declared("data_shown n_{L}", "what is wanted of them, where answers are numbers", TARGET, optional=True),
    "unseen_x": Declared("unseen_shown n_0", "the first unseen examples", INPUT),
    "unseen_label": Declared("unseen_shown", "their classes", CLASS),
    "unseen_y": Declared(
        "unseen_shown n_{L}", "what is wanted of them, where answers are numbers", TARGET, optional=True
    ),
    "a{l}": Declared("data_shown n_{l}", "their activations at the first record", ACTIVATION),
    "said": Declared("data_shown", "class that the outputs say; absent where they are numbers", CLASS, optional=True),
    "C": Declared("data_asked", "cost of each example", COST),
    "running": Declared("data_asked", "mean of the costs so far", COST),
    "mean": Declared("", "mean cost of all training examples", COST),
}

DIMS = {
    "data_shown": Dimension("training examples that are shown"),
    "data_asked": Dimension("these, and those that follow them in the lesson's order, at most 2000 in all"),
    "unseen_shown": Dimension("unseen examples that are shown", may_be_empty=True),
}

#: How many examples to learn from are shown, how many of the unseen; and of how many each one's cost is kept.
SHOWN = 60
UNSEEN_SHOWN = 20
MOST = 2000


def record(run: Run) -> Arrays:
    """Ask the first recorded network about examples one by one, and average what they cost over all."""
    data, network = run.data, run.network
    asked = shuffled(run.recipe.training, len(data.x), first=run.star)[:MOST]
    shown = places_shown(run.recipe.training, len(data.x), run.star)
    x = data.x[shown].astype(np.float64)
    C = np.concatenate([costs(network, data.x[some], run.targets[some]) for some in np.split(asked, [SHOWN])])
    activations = {f"a{l}": a for l, a in network.forward(x).a.items() if l}
    if data.y_unseen is None:
        answers = {"said": data.answers.said(activations[f"a{network.L}"])}
    else:
        answers = {"y": run.targets[shown], "unseen_y": data.y_unseen[:UNSEEN_SHOWN].astype(np.float64)}
    return (
        activations
        | answers
        | {
            "examples": np.array(len(data.x)),
            "unseen": np.array(len(data.x_unseen)),
            "enlarged_from": np.array(data.enlarged_from),
            "x": x,
            "label": data.label[shown],
            "unseen_x": data.x_unseen[:UNSEEN_SHOWN].astype(np.float64),
            "unseen_label": data.label_unseen[:UNSEEN_SHOWN],
            "C": C,
            "running": running_mean(C),
            "mean": np.array(run.gradient.C),
        }
    )


def places_shown(plan: TrainingSection, n: int, star: int) -> np.ndarray:
    """Give the places among n training examples of those shown, at most 60: the star, then the lesson's order."""
    return shuffled(plan, n, first=star)[:SHOWN]


def costs(network: Network, x: Array, y: Array) -> Array:
    """Give the cost C of each of the examples x (E, n_0) with the targets y (E, n_L)."""
    return COSTS[network.cost].value(network.forward(x.astype(np.float64)).a[network.L], y, network.output)


def running_mean(numbers: Array) -> Array:
    """Give the mean of the first i + 1 numbers at each place i."""
    means: Array = np.cumsum(numbers) / np.arange(1, len(numbers) + 1)
    return means


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: counts, classes, activations and costs of the shown examples, and means."""
    for name, of_numbers in (("y", True), ("unseen_y", True), ("said", False)):
        check_kind(trace, f"data/{name}", of_numbers=of_numbers)
    x, label, C = (trace[f"data/{name}"] for name in ("x", "label", "C"))
    many = {name: trace[f"data/{name}"] for name in ("examples", "unseen")}
    kept = np.array([len(label), len(C), len(trace["data/unseen_label"])])
    there = np.array([many["examples"], many["examples"], many["unseen"]])
    yield "data/ keeps the first of examples and unseen", kept, np.minimum([SHOWN, MOST, UNSEEN_SHOWN], there), 0.0
    side = max(trace.image_shape or (0,))
    yield "data/enlarged_from is no larger than the images", *within(trace["data/enlarged_from"], 0, side)
    for name in ("label", "said", "unseen_label"):
        if f"data/{name}" in trace:
            yield names_classes(trace, f"data/{name}")
    yield "data/x begins with the star", x[0], trace["x"][0], 1 + np.abs(x[0])
    network = network_of(trace)
    for l, a in network.forward(x).a.items():
        if l:
            yield f"data/a{l} = activations for data/x", trace[f"data/a{l}"], a, 1 + np.abs(a)
    if "data/said" in trace:
        yield said_claim(trace, "data/said", trace[f"data/a{trace.L}"], trace["data/said"], 0.0)
    cost = costs(network, x, wanted_in(trace, "data"))
    yield "data/C = cost of each example", C[: len(cost)], cost, 1 + cost
    yield "data/running = mean of data/C so far", trace["data/running"], running_mean(C), 1 + C.max()
    yield from _wanted_claims(trace)
    mean = trace["data/mean"]
    yield "data/mean is 0 or more", *within(mean, 0, np.inf)
    if trace.has("gradient"):
        yield "data/mean = gradient/C", mean, trace["gradient/C"], mean
        yield "data/examples = gradient/examples", many["examples"], trace["gradient/examples"], 0.0
    if many["examples"] <= len(C):
        yield "data/mean = the last of data/running", mean, trace["data/running"][-1], 1 + mean


def _wanted_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold of the wanted numbers, and of what a run is judged by, as far as its examples are shown."""
    if "data/y" in trace:
        yield "data/y begins with the star's", trace["data/y"][0], trace["y"][0], 1 + np.abs(trace["y"][0])
    if "right" in trace:
        counted = trace["right"] * trace["data/examples"]
        yield "right counts data/examples", counted, np.rint(counted), trace["data/examples"]
    if "unseen_cost" in trace and 0 < trace["data/unseen"] == len(trace["data/unseen_x"]):
        y = trace["data/unseen_y"]
        mean = costs(network_of(trace, -1), trace["data/unseen_x"], y).mean()
        size = SINGLE * (1 + mean + np.square(y).max())
        yield "unseen_cost ends with the mean cost of data/unseen_x", trace["unseen_cost"][-1], mean, size


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
