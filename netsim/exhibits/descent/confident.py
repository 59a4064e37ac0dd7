"""The confident exhibit: what the trained network says of images of noise."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.claims import Claim, within
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import answers_claims, names_classes
from netsim.exhibits.run import Run
from netsim.trace.declared import ACTIVATION, CLASS, COUNT, INPUT, PLACE, Declared, Dimension
from netsim.trace.trace import Trace

ARRAYS = {
    "low": Declared("", "lowest of all inputs that are learned from", INPUT),
    "high": Declared("", "highest of them", INPUT),
    "rank": Declared("noise_shown", "places of the shown examples in the order, evenly spaced", PLACE),
    "x": Declared("noise_shown n_0", "inputs drawn evenly between low and high", INPUT),
    "a{l}": Declared("noise_shown n_{l}", "their activations in layer {l}", ACTIVATION),
    "said": Declared("noise_shown", "class of the largest output", CLASS),
    "top": Declared("noise", "largest output of each, sorted downward", ACTIVATION),
    "sure": Declared("", "those whose largest output is above 0.5", COUNT),
    "real_top": Declared("unseen_sorted", "largest output of each, sorted downward", ACTIVATION),
    "real_sure": Declared("", "those whose largest output is above 0.5", COUNT),
}

DIMS = {
    "noise": Dimension("examples of noise, from the surest answer to the least sure"),
    "noise_shown": Dimension("some of them, from the first to the last"),
    "unseen_sorted": Dimension("real unseen examples, from the surest answer to the least sure"),
}

#: How many examples of noise are made, by which seed, and how many of them are shown.
NOISE = 200
SEED = 0
SHOWN = 6

#: An output above this is called sure.
SURE = 0.5


def record(run: Run) -> Arrays:
    """Ask the network of the last recorded step about noise, and about the first 200 unseen examples, or all."""
    data, network = run.data, run.trained
    low, high = float(data.x.min()), float(data.x.max())
    x = np.random.default_rng(SEED).uniform(low, high, (NOISE, data.x.shape[1]))
    activations = network.forward(x).a
    a = activations[network.L]
    order = np.argsort(-a.max(axis=1), kind="stable")
    rank = np.linspace(0, NOISE - 1, SHOWN).round().astype(int)
    shown, top = order[rank], a.max(axis=1)[order]
    real = network.forward(data.x_unseen[:NOISE].astype(np.float64)).a[network.L].max(axis=1)
    return {
        "low": np.array(low),
        "high": np.array(high),
        "rank": rank,
        "x": x[shown],
        **{f"a{l}": all_of_them[shown] for l, all_of_them in activations.items() if l},
        "said": a[shown].argmax(axis=1),
        "top": top,
        "sure": np.array(np.count_nonzero(top > SURE)),
        "real_top": -np.sort(-real),
        "real_sure": np.array(np.count_nonzero(real > SURE)),
    }


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the answers to the noise that is shown, their ranks, the order, and who is sure."""
    low, high, rank, top = (trace[f"confident/{name}"] for name in ("low", "high", "rank", "top"))
    yield "confident/x lies in low..high", *within(trace["confident/x"], float(low), float(high))
    even = np.linspace(0, len(top) - 1, len(rank)).round()
    yield "confident/rank runs evenly from the first to the last", rank, even, 0.0
    said = trace["confident/said"]
    yield names_classes(trace, "confident/said")
    yield from answers_claims(trace, "confident/", said)
    largest = trace[f"confident/a{trace.L}"].max(axis=1)
    yield "confident/top = largest output, at each rank", top[even.astype(int)], largest, np.abs(largest)
    for name in ("", "real_"):
        tops, sure = trace[f"confident/{name}top"], trace[f"confident/{name}sure"]
        yield f"confident/{name}top is sorted downward", tops, -np.sort(-tops), 0.0
        yield (
            f"confident/{name}sure counts those above {SURE:g}",
            sure,
            np.array(float(np.count_nonzero(tops > SURE))),
            0.0,
        )


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS, asks=("classes", "outputs", "unseen"))
