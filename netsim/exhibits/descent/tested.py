"""The tested exhibit: the trained network on examples that it has never seen, and where it is right and wrong."""

from __future__ import annotations

import numpy as np

from netsim.exhibits.run import Subject
from netsim.functions import Array
from netsim.measure import Probe

Arrays = dict[str, Array]

#: How many examples are shown of those that it reads right, and of those that it does not.
SHOWN = 8


def record_tested(subject: Subject) -> Arrays:
    """Make the tested/ group: the network of the last recorded step on all unseen examples.

    They are counted as for the accuracy of the run, in float32, so that its last value is this share. Of
    those that are right the first of each class are shown, of those that are wrong the ones whose largest
    output is the largest; where float64 gives another answer than float32 an example is not shown.
    """
    network, label = subject.trained, subject.data.label_unseen
    single, double = (
        Probe.of(subject.data.x_unseen.astype(kind), network).outputs(network) for kind in (np.float32, np.float64)
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
        x = subject.data.x_unseen[places].astype(np.float64)
        kept |= {f"{name}_x": x, f"{name}_label": label[places], f"{name}_a": network.forward(x).a[network.L]}
    return {f"tested/{name}": array for name, array in kept.items()}


def in_turn(places: np.ndarray, label: np.ndarray) -> np.ndarray:
    """Order examples, given by their places in label (N,): the first of each class, then the second of each, ..."""
    among = np.zeros(len(places), int)
    for name in np.unique(label[places]):
        same = label[places] == name
        among[same] = np.arange(np.count_nonzero(same))
    return places[np.lexsort((label[places], among))]
