"""The lit exhibit: in how many of the training examples each input is lit at all."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.claims import Claim, within
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.run import Run
from netsim.trace.declared import COUNT, SHARE, Declared
from netsim.trace.trace import Trace

ARRAYS = {
    "examples": Declared("", "training examples", COUNT),
    "count": Declared("n_0", "those in which each input is not exactly 0", COUNT),
    "share": Declared("n_0", "count / examples", SHARE),
    "never": Declared("", "inputs that are 0 in all of them: their weights never learn", COUNT),
}


def record(run: Run) -> Arrays:
    """Count, over all training examples, where each input is not 0."""
    lit, many = np.count_nonzero(run.data.x, axis=0), len(run.data.x)
    return {
        "examples": np.array(many),
        "count": lit,
        "share": lit / many,
        "never": np.array(np.count_nonzero(lit == 0)),
    }


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: range of the counts, and that inputs which are lit in examples of the trace are counted."""
    examples, count = trace["lit/examples"], trace["lit/count"]
    yield "lit/count lies in 0..examples", *within(count, 0, float(examples))
    yield "lit/share = count / examples", trace["lit/share"], count / examples, 0.0
    yield "lit/never counts where count is 0", trace["lit/never"], np.array(np.count_nonzero(count == 0)), 0.0
    followed = np.unique(trace["x"], axis=0)
    yield "lit/count has the followed examples", *within(count, np.count_nonzero(followed, axis=0), np.inf)
    if trace.has("data"):
        yield "lit/examples = data/examples", examples, trace["data/examples"], 0.0


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims)
