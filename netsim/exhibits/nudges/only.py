"""The only exhibit: what becomes of a network that hears the wishes of one class alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

import numpy as np

from netsim.data.datasets import Dataset
from netsim.exhibits.claims import Claim, ascending, within
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import names_classes, network_of
from netsim.exhibits.run import Run
from netsim.functions import Array
from netsim.measure import Probe, accuracy
from netsim.network import Network
from netsim.recipe.training import TrainingSection
from netsim.trace.answers import Answers
from netsim.trace.declared import (
    ACTIVATION,
    BIAS,
    CLASS,
    COUNT,
    INPUT,
    SHARE,
    UPDATES,
    WEIGHT,
    Declared,
    Dimension,
)
from netsim.trace.trace import Trace
from netsim.training import diverged, train, updates_per_epoch

ARRAYS = {
    "updates": Declared("", "updates that the run made", COUNT),
    "unseen": Declared("", "unseen examples that are asked", COUNT),
    "x": Declared("shown n_0", "an example of each class", INPUT),
    "label": Declared("shown", "its class", CLASS),
    "steps": Declared("only_run", "updates made at each of its moments", UPDATES),
    "a{l}": Declared("only_run shown n_{l}", "what these examples give in layer {l} at each moment", ACTIVATION),
    "said": Declared("only_run", "share of the unseen examples that are answered with the star's class", SHARE),
    "W{l}": Declared("n_{l} n_{l-1}", "weights of layer {l} at the end of the run", WEIGHT),
    "b{l}": Declared("n_{l}", "biases of layer {l} there", BIAS),
}

DIMS = {
    "shown": Dimension("examples that are shown, of one class each"),
    "only_run": Dimension("moments of the run on one class"),
}

#: The updates after which a network that still gives other answers is let be.
MOST_UPDATES = 1000

#: Every one of so many first updates is a moment that is kept; later ones are some, and the end is one.
EVERY = 50
MOMENTS = set(range(EVERY + 1)) | {step * 10**power for power in range(1, 4) for step in (1, 2, 3, 5, 7)}

#: Of how many classes an example is shown at most.
MOST_SHOWN = 12

#: How many examples that were answered otherwise are asked again before all are.
DOUBTERS = 100


def record(run: Run) -> Arrays:
    """Train on the star's class alone, and ask for an answer to each class before and after.

    The run has the lesson's batch, learning rate (held constant), shuffle seed and precision, but neither
    momentum nor shift; Adam stays, for whose steps the rate is meant. Each example of the class is
    heard once. Then the run ends as soon as all unseen examples are answered with the class, but after
    1000 updates at the latest, and before that where it diverges.
    """
    data, label = run.data, run.label
    heard, unseen = data.label == label, data.x_unseen.astype(np.float32)
    probe, one_answer = Probe.of(unseen, run.network), np.full(len(unseen), label)
    heard_run = one_class_run(
        run.first.network,
        data.x[heard],
        run.targets[heard],
        run.recipe.training,
        all_answered(unseen, label, data.answers),
    )
    steps, layers = sorted(heard_run), range(1, run.network.L + 1)
    x, labels = one_of_each(data, label)
    given = [heard_run[number].astype("float64").forward(x).a for number in steps]
    last = heard_run[steps[-1]].astype("float64")
    return {
        "updates": np.array(steps[-1]),
        "unseen": np.array(len(unseen)),
        "x": x,
        "label": labels,
        "steps": np.array(steps),
        **{f"a{l}": np.stack([a[l] for a in given]) for l in layers},
        "said": np.array([accuracy(heard_run[number], probe, one_answer, data.answers) for number in steps]),
        **{f"W{l}": last.W[l] for l in layers},
        **{f"b{l}": last.b[l] for l in layers},
    }


def one_class_run(
    network: Network, x: Array, y: Array, plan: TrainingSection, done: Callable[[Network], bool]
) -> dict[int, Network]:
    """Train for an epoch on some examples, go on until the network is `done`; give `MOMENTS` of it by updates made."""
    per_epoch = updates_per_epoch(plan, len(x))
    plan = plan.plain().model_copy(update={"epochs": -(-MOST_UPDATES // per_epoch)})
    kept, last = {}, (0, network)
    for step in islice(train(network, x, y, plan), MOST_UPDATES + 1):
        if diverged(float(np.max(step.back.C)), "float32"):  # the answers are counted in it
            break
        last = (step.number, step.network)
        if step.number in MOMENTS:
            kept[step.number] = step.network
        if step.number >= per_epoch and done(step.network):
            break
    return kept | dict([last])


def all_answered(x: Array, label: int, answers: Answers) -> Callable[[Network], bool]:
    """Make the question whether a network answers all examples x (N, n_0) with one class.

    Those that it was seen to answer otherwise are asked first: as long as one of them still is, the
    others need not be.
    """
    doubters = x[:DOUBTERS]

    def ask(network: Network) -> bool:
        nonlocal doubters
        for some in (doubters, x):
            others = np.flatnonzero(answers.said(Probe.of(some, network).outputs(network)) != label)
            if others.size:
                doubters = some[others[:DOUBTERS]]
                return False
        return True

    return ask


def one_of_each(data: Dataset, star: int) -> tuple[Array, np.ndarray]:
    """Choose an example of each class: the most typical unseen one, or one to learn from if none is unseen.

    Returns
    -------
    x, label
        (shown, n_0) float64 and (shown,): of all classes that have examples, or of 12 of them, the star's
        among these and the others evenly chosen.
    """
    turned = replace(data, x=data.x_unseen, label=data.label_unseen, x_unseen=data.x, label_unseen=data.label)
    found = {}
    for label in range(len(data.classes)):
        for some in (turned, data):
            if label not in found and np.any(some.label == label):
                found[label] = some.x[some.most_typical(label)[0]]
    labels = list(found)
    if len(labels) > MOST_SHOWN:
        chosen = {labels[i] for i in np.linspace(0, len(labels) - 1, MOST_SHOWN).round().astype(int)}
        nearest = min(chosen, key=lambda label: abs(label - star))
        labels = sorted(chosen - {nearest} | {star})
    return np.stack([found[label] for label in labels]).astype(np.float64), np.array(labels)


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the activations before and after, what is counted, and the order of moments."""
    steps, said, label, unseen = (trace[f"only/{name}"] for name in ("steps", "said", "label", "unseen"))
    first, layers = network_of(trace), range(1, trace.L + 1)
    W, b = ({l: trace[f"only/{kind}{l}"] for l in layers} for kind in "Wb")
    for moment, when, network in ((0, "before the run", first), (-1, "after it", replace(first, W=W, b=b))):
        for l, given in network.forward(trace["only/x"]).a.items():
            if l > 0:
                shown = trace[f"only/a{l}"][moment]
                yield f"only/a{l} = activations of only/x {when}", shown, given, 1 + np.abs(given)
    yield "only/label in the order of classes", *ascending(label)
    yield names_classes(trace, "only/label")
    yield "only/label has the star's class", np.array(trace.label(0) in label), np.array(1.0), 0.0
    yield "only/steps begin at 0", steps[0], np.array(0.0), 0.0
    yield "only/steps ascend", *ascending(steps)
    yield "only/updates = the last of only/steps", trace["only/updates"], steps[-1], 0.0
    yield "only/said lies in 0..1", *within(said, 0, 1)
    yield "only/said counts only/unseen", said * unseen, np.rint(said * unseen), unseen


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS, asks=("classes", "unseen"))
