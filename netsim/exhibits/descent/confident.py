"""The confident exhibit: what the trained network says of images of noise."""

from __future__ import annotations

import numpy as np

from netsim.exhibits.run import Subject
from netsim.functions import Array

Arrays = dict[str, Array]

#: How many examples of noise are made, by which seed, and how many of them are shown.
NOISE = 200
SEED = 0
SHOWN = 6

#: An output above this is called sure.
SURE = 0.5


def record_confident(subject: Subject) -> Arrays:
    """Make the confident/ group: the network of the last recorded step on noise and on real unseen examples.

    Every input of the noise is drawn evenly between the lowest and the highest of all inputs that the network
    learns from. Both kinds of examples are sorted by their largest output, downward; of the noise those at
    evenly spaced ranks are shown, from the first to the last. Real are the first 200 unseen, or all.
    """
    data, network = subject.data, subject.trained
    low, high = float(data.x.min()), float(data.x.max())
    x = np.random.default_rng(SEED).uniform(low, high, (NOISE, data.x.shape[1]))
    a = network.forward(x).a[network.L]
    order = np.argsort(-a.max(axis=1), kind="stable")
    rank = np.linspace(0, NOISE - 1, SHOWN).round().astype(int)
    shown, top = order[rank], a.max(axis=1)[order]
    real = network.forward(data.x_unseen[:NOISE].astype(np.float64)).a[network.L].max(axis=1)
    kept = {
        "low": np.array(low),
        "high": np.array(high),
        "rank": rank,
        "x": x[shown],
        "a": a[shown],
        "said": a[shown].argmax(axis=1),
        "top": top,
        "sure": np.array(np.count_nonzero(top > SURE)),
        "real_top": -np.sort(-real),
        "real_sure": np.array(np.count_nonzero(real > SURE)),
    }
    return {f"confident/{name}": array for name, array in kept.items()}
