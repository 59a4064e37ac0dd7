"""The tested exhibit: the trained network on examples that it has never seen, and which of them it gets wrong."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.claims import Claim, within
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import answers_claims, names_classes
from netsim.exhibits.run import Run
from netsim.measure import Probe
from netsim.trace.declared import ACTIVATION, CLASS, COUNT, INPUT, SHARE, Declared, Dimension
from netsim.trace.trace import Trace

ARRAYS = {
    "count": Declared("", "unseen examples", COUNT),
    "right": Declared("", "those whose outputs say their class", COUNT),
    "share": Declared("", "right / count", SHARE),
    "wrong_x": Declared("wrong_shown n_0", "some that are read wrong, the surest first", INPUT),
    "wrong_label": Declared("wrong_shown", "their classes", CLASS),
    "wrong_a{l}": Declared("wrong_shown n_{l}", "their activations in layer {l}", ACTIVATION),
    "wrong_said": Declared("wrong_shown", "classes that they are read as", CLASS),
}

DIMS = {
    "wrong_shown": Dimension("unseen examples that are read wrong", may_be_empty=True),
}

#: How many of the examples that it does not read right are shown at most.
SHOWN = 8


def record(run: Run) -> Arrays:
    """Test the network of the last recorded step on all unseen examples.

    They are counted as for the accuracy of the run, in float32, so that its last value is this share; where
    float64 gives another answer than float32 an example is not shown.
    """
    network, label = run.trained, run.data.label_unseen
    single, double = (Probe.of(run.data.x_unseen, network, kind).outputs(network) for kind in ("float32", "float64"))
    answers = run.data.answers
    said = answers.said(single)
    sure = answers.said(double) == said
    wrong = np.flatnonzero((said != label) & sure)
    wrong = wrong[np.argsort(-answers.sureness(double[wrong]), kind="stable")][:SHOWN]
    x = run.data.x_unseen[wrong].astype(np.float64)
    return {
        "count": np.array(len(label)),
        "right": np.array(np.count_nonzero(said == label)),
        "share": np.array(np.mean(said == label)),
        "wrong_x": x,
        "wrong_label": label[wrong],
        "wrong_said": said[wrong],
        **{f"wrong_a{l}": a for l, a in network.forward(x).a.items() if l},
    }


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the count of the right ones, and that of each shown example the answer is what is said."""
    count, right, share = (trace[f"tested/{name}"] for name in ("count", "right", "share"))
    yield "tested/right lies in 0..count", *within(right, 0, float(count))
    yield "tested/share = right / count", share, right / count, 0.0
    yield "tested/share = the last of accuracy", share, trace["accuracy"][-1], 1.0
    label, said = trace["tested/wrong_label"], trace["tested/wrong_said"]
    yield "tested/wrong_x shows at most those that are", *within(np.array(len(label)), 0, min(SHOWN, count - right))
    for name in ("label", "said"):
        yield names_classes(trace, f"tested/wrong_{name}")
    yield "tested/wrong_said is not wrong_label", said != label, np.ones(len(said)), 0.0
    if len(label):
        yield from answers_claims(trace, "tested/wrong_", said)
    tops = trace.answers.sureness(trace[f"tested/wrong_a{trace.L}"])
    yield f"tested/wrong_a{trace.L} is sorted by how sure it is", tops, -np.sort(-tops), np.abs(tops)


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS, asks=("classes", "unseen"))
