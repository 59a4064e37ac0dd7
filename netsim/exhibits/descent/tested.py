"""The tested exhibit: the trained network on examples that it has never seen, and where it is right and wrong."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.claims import Claim, within
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import answers_claims
from netsim.exhibits.run import Run
from netsim.measure import Probe
from netsim.trace.declared import ACTIVATION, CLASS, COUNT, INPUT, SHARE, Declared, Dimension
from netsim.trace.trace import Trace

ARRAYS = {
    "count": Declared("", "unseen examples", COUNT),
    "right": Declared("", "those whose largest output is that of their class", COUNT),
    "share": Declared("", "right / count", SHARE),
    "right_x": Declared("right_shown n_0", "some that are read right, the classes in turn", INPUT),
    "right_label": Declared("right_shown", "their classes", CLASS),
    "right_a": Declared("right_shown n_{L}", "outputs for them", ACTIVATION),
    "wrong_x": Declared("wrong_shown n_0", "some that are read wrong, the surest first", INPUT),
    "wrong_label": Declared("wrong_shown", "their classes", CLASS),
    "wrong_a": Declared("wrong_shown n_{L}", "outputs for them", ACTIVATION),
    "wrong_said": Declared("wrong_shown", "classes that they are read as", CLASS),
}

DIMS = {
    "right_shown": Dimension("unseen examples that are read right", may_be_empty=True),
    "wrong_shown": Dimension("unseen examples that are read wrong", may_be_empty=True),
}

#: How many examples are shown of those that it reads right, and of those that it does not.
SHOWN = 8


def record(run: Run) -> Arrays:
    """Test the network of the last recorded step on all unseen examples.

    They are counted as for the accuracy of the run, in float32, so that its last value is this share; where
    float64 gives another answer than float32 an example is not shown.
    """
    network, label = run.trained, run.data.label_unseen
    single, double = (
        Probe.of(run.data.x_unseen.astype(kind), network).outputs(network) for kind in (np.float32, np.float64)
    )
    said, sure = single.argmax(axis=1), double.argmax(axis=1) == single.argmax(axis=1)
    right = in_turn(np.flatnonzero((said == label) & sure), label)[:SHOWN]
    wrong = np.flatnonzero((said != label) & sure)
    wrong = wrong[np.argsort(-double[wrong].max(axis=1), kind="stable")][:SHOWN]
    kept = {
        "count": np.array(len(label)),
        "right": np.array(np.count_nonzero(said == label)),
        "share": np.array(np.mean(said == label)),
        "wrong_said": said[wrong],
    }
    for name, places in (("right", right), ("wrong", wrong)):
        x = run.data.x_unseen[places].astype(np.float64)
        kept |= {f"{name}_x": x, f"{name}_label": label[places], f"{name}_a": network.forward(x).a[network.L]}
    return kept


def in_turn(places: np.ndarray, label: np.ndarray) -> np.ndarray:
    """Order examples, given by their places in label (N,): the first of each class, then the second of each, ..."""
    among = np.zeros(len(places), int)
    for name in np.unique(label[places]):
        same = label[places] == name
        among[same] = np.arange(np.count_nonzero(same))
    return places[np.lexsort((label[places], among))]


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the count of the right ones, and that of each shown example the answer is what is said."""
    count, right, share = (trace[f"tested/{name}"] for name in ("count", "right", "share"))
    yield "tested/right lies in 0..count", *within(right, 0, float(count))
    yield "tested/share = right / count", share, right / count, 0.0
    yield "tested/share = the last of accuracy", share, trace["accuracy"][-1], 1.0
    for name, many in (("right", right), ("wrong", count - right)):
        label = trace[f"tested/{name}_label"]
        yield f"tested/{name}_label names classes", *within(label, 0, len(trace.classes) - 1)
        yield f"tested/{name} shows at most those", *within(np.array(len(label)), 0, min(SHOWN, float(many)))
        if len(label):
            said = label if name == "right" else trace["tested/wrong_said"]
            yield from answers_claims(trace, f"tested/{name}_", said)
    label, said = trace["tested/right_label"], trace["tested/wrong_said"]
    yield "tested/right_label takes classes in turn", label, label[in_turn(np.arange(len(label)), label)], 0.0
    yield "tested/wrong_said names classes", *within(said, 0, len(trace.classes) - 1)
    yield "tested/wrong_said is not wrong_label", said != trace["tested/wrong_label"], np.ones(len(said)), 0.0
    tops = trace["tested/wrong_a"].max(axis=1)
    yield "tested/wrong_a is sorted by the largest output", tops, -np.sort(-tops), np.abs(tops)


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
