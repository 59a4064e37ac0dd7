"""The tugs exhibit: what every training example wants of one and the same weight, one after the other.

The weight leads from one hidden neuron to another, or to an output where there is but one hidden layer. Of all that
do it is the one over which the examples quarrel most: of which the weaker side wants most.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.backprop import backprop_many
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import check_kind, names_classes, network_of, wanted_in, weight_places
from netsim.exhibits.run import Run
from netsim.functions import Array
from netsim.trace.declared import CLASS, COUNT, DERIVATIVE, INPUT, PLACE, TARGET, Declared, Dimension
from netsim.trace.trace import Trace
from netsim.training import shuffled

ARRAYS = {
    "place": Declared("l_j_k", "which weight: of the last hidden layer, or the output's, the most disputed one", PLACE),
    "of": Declared("", "training examples that there are", COUNT),
    "x": Declared("seen n_0", "inputs of the first of those that are asked", INPUT),
    "label": Declared("tug", "classes of those that are asked", CLASS),
    "y": Declared("seen n_{L}", "what is wanted of those, where answers are numbers", TARGET, optional=True),
    "dC_dw": Declared("tug", "derivative of each one's cost by the weight", DERIVATIVE),
    "so_far": Declared("tug", "mean of that over the first so many", DERIVATIVE),
    "mean": Declared("", "mean of that over all training examples", DERIVATIVE),
}

DIMS = {
    "tug": Dimension("training examples, at most 2000: the star, then the others in the lesson's shuffled order"),
    "seen": Dimension("the first of these, as many as are seen one by one"),
}

#: How many examples are asked at most; in shuffled order the first so many are an even choice.
MOST = 2000

#: How many of them are seen one by one at most.
SEEN = 40


def record(run: Run) -> Arrays:
    """Ask the examples one by one, the star first, and keep the mean of all that was said so far."""
    l = layer_of(run.network.L)
    asked = shuffled(run.recipe.training, len(run.data.x), first=run.star)[:MOST]
    fwd = run.network.forward(x := run.data.x[asked].astype(np.float64))
    delta = backprop_many(run.network, x, run.targets[asked]).delta[l]
    j, k = most_disputed(delta, fwd.a[l - 1])
    wanted = delta[:, j] * fwd.a[l - 1][:, k]
    return ({"y": run.targets[asked[:SEEN]]} if run.data.numbers else {}) | {
        "place": np.array([l, j, k]),
        "of": np.array(len(run.data.x)),
        "x": x[:SEEN],
        "label": run.data.label[asked],
        "dC_dw": wanted,
        "so_far": np.cumsum(wanted) / np.arange(1, len(wanted) + 1),
        "mean": np.array(run.gradient.dC_dW[l][j, k]),
    }


def layer_of(L: int) -> int:
    """Choose the layer of the weight: the last hidden one behind another, or the last where there is none."""
    return min(L, max(2, L - 1))


def most_disputed(delta: Array, a: Array) -> tuple[int, int]:
    """Find the weight (j, k) over which examples quarrel most, of their deltas (E, J) and activations (E, K).

    Of all that want it to grow, and of all that want it to shrink, the side that wants less together wants most here.
    If nowhere two want the opposite, it is the weight of which all together want most.
    """
    signs = [(np.maximum(numbers, 0), np.maximum(-numbers, 0)) for numbers in (delta, a)]
    (more, less), (bright, dark) = signs
    up, down = less.T @ bright + more.T @ dark, more.T @ bright + less.T @ dark
    weaker = np.minimum(up, down)
    j, k = np.unravel_index(np.argmax(weaker if weaker.any() else up + down), up.shape)
    return int(j), int(k)


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the star's own tug, the running mean, and where all examples are asked its end."""
    check_kind(trace, "tugs/y", of_numbers=True)
    ((l, j, k),) = weight_places(trace, "tugs/place")
    wanted, so_far, mean, label = (trace[f"tugs/{name}"] for name in ("dC_dw", "so_far", "mean", "label"))
    sizes = np.cumsum(np.abs(wanted)) / np.arange(1, len(wanted) + 1)
    derived = np.cumsum(wanted) / np.arange(1, len(wanted) + 1)
    yield "tugs/place is of the layer that is asked about", np.array(l), np.array(layer_of(trace.L)), 0.0
    yield names_classes(trace, "tugs/label")
    yield "tugs/label begins with label", label[0], trace["label"][0], 0.0
    star = trace.dC_dW(l, 0, 0)[j, k]
    yield "tugs/dC_dw begins with the star's derivative", wanted[0], star, np.abs(star)
    yield from _seen(trace, l, j, k)
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


def _seen(trace: Trace, l: int, j: int, k: int) -> Iterator[Claim]:
    """List what must hold of the examples whose inputs are there: the nudge of each is derived anew."""
    x = trace["tugs/x"]
    fwd = (network := network_of(trace)).forward(x)
    delta = backprop_many(network, x, wanted_in(trace, "tugs")[: len(x)]).delta[l]
    derived = delta[:, j] * fwd.a[l - 1][:, k]
    sizes = (1 + np.abs(delta).max(axis=1)) * (1 + np.abs(fwd.a[l - 1][:, k]))
    yield "tugs/x begins with x", x[0], trace["x"][0], 0.0
    if "tugs/y" in trace:  # of the last layer's weight only one output's part is in the nudges
        y = trace["tugs/y"]
        yield "tugs/y begins with y", y[0], trace["y"][0], 0.0
        if trace.has("data"):
            many = min(len(y), len(trace["data/y"]))
            yield "tugs/y begins as data/y", y[:many], trace["data/y"][:many], 1 + np.abs(y[:many])
    yield "tugs/dC_dw begins as those of tugs/x", trace["tugs/dC_dw"][: len(x)], derived, sizes


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
