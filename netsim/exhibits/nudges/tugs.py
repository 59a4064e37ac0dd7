"""The tugs exhibit: what every training example wants of one and the same weight, one after the other.

The weight is the table's of the last layer: it leads to the output of one class, so that the examples of this class
and all the others seldom want the same of it.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.backprop import backprop_many
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import no_place, weight_places
from netsim.exhibits.nudges.table import places
from netsim.exhibits.run import Run
from netsim.trace.declared import CLASS, COUNT, DERIVATIVE, PLACE, Declared, Dimension
from netsim.trace.trace import Trace
from netsim.training import shuffled

ARRAYS = {
    "place": Declared("l_j_k", "which weight: the table's of the last layer", PLACE),
    "of": Declared("", "training examples that there are", COUNT),
    "label": Declared("tug", "classes of those that are asked", CLASS),
    "dC_dw": Declared("tug", "derivative of each one's cost by the weight", DERIVATIVE),
    "so_far": Declared("tug", "mean of that over the first so many", DERIVATIVE),
    "mean": Declared("", "mean of that over all training examples", DERIVATIVE),
}

DIMS = {"tug": Dimension("training examples, at most 2000: the star, then the others in the lesson's shuffled order")}

#: How many examples are asked at most; in shuffled order the first so many are an even choice.
MOST = 2000


def record(run: Run) -> Arrays:
    """Ask the examples one by one, the star first, and keep the mean of all that was said so far."""
    _, l, j, k = next(place for place in reversed(places(run)) if not place[0])
    order = shuffled(run.recipe.training, len(run.data.x))
    asked = np.concatenate([[run.star], order[order != run.star]])[:MOST]
    fwd = run.network.forward(x := run.data.x[asked].astype(np.float64))
    delta = backprop_many(run.network, x, run.targets[asked]).delta[l]
    wanted = delta[:, j] * fwd.a[l - 1][:, k]
    return {
        "place": np.array([l, j, k]),
        "of": np.array(len(run.data.x)),
        "label": run.data.label[asked],
        "dC_dw": wanted,
        "so_far": np.cumsum(wanted) / np.arange(1, len(wanted) + 1),
        "mean": np.array(run.gradient.dC_dW[l][j, k]),
    }


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the star's own tug, the running mean, and where all examples are asked its end."""
    ((l, j, k),) = weight_places(trace, "tugs/place")
    wanted, so_far, mean, label = (trace[f"tugs/{name}"] for name in ("dC_dw", "so_far", "mean", "label"))
    if not np.all((label >= 0) & (label < trace.sizes[-1])):
        raise no_place(trace, "tugs/label", label.tolist())
    sizes = np.cumsum(np.abs(wanted)) / np.arange(1, len(wanted) + 1)
    derived = np.cumsum(wanted) / np.arange(1, len(wanted) + 1)
    yield "tugs/place is of the last layer", np.array(l), np.array(trace.L), 0.0
    if trace.has("table"):
        rows = np.all(trace["table/place"] == [0, l, j, k], axis=1)
        yield "tugs/place is in table/place", np.array(np.count_nonzero(rows)), np.array(1.0), 0.0
    yield "tugs/label begins with label", label[0], trace["label"][0], 0.0
    star = trace.dC_dW(l, 0, 0)[j, k]
    yield "tugs/dC_dw begins with the star's derivative", wanted[0], star, np.abs(star)
    yield "tugs/so_far = mean of tugs/dC_dw up to there", so_far, derived, sizes
    yield (
        "tugs/dC_dw asks as many as there are, or 2000",
        np.array(len(wanted)),
        np.minimum(trace["tugs/of"], MOST),
        0.0,
    )
    if len(wanted) == trace["tugs/of"]:
        yield "tugs/so_far ends with tugs/mean", so_far[-1], mean, sizes[-1]
    if trace.has("gradient"):
        entry = trace[f"gradient/dC_dW{l}"][j, k]
        yield f"tugs/mean = gradient/dC_dW{l}[{j}, {k}]", mean, entry, np.abs(entry)
        yield "tugs/of = gradient/examples", trace["tugs/of"], trace["gradient/examples"], 0.0


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
