"""The components exhibit: the full gradient as a column of numbers, from the largest to those that are 0."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.components import chosen_ranks, fewest, largest_by_median, parameter_at, spread_ranks
from netsim.exhibits.claims import Claim, within
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import network_of, parameter_places
from netsim.exhibits.run import Run
from netsim.functions import Array
from netsim.terrain.landscape import place, vector
from netsim.trace.declared import COUNT, DERIVATIVE, PARAMETER, PLACE, RATE, RATIO, Declared, Dimension, Unit
from netsim.trace.trace import Trace

ARRAYS = {
    "rank": Declared("ranked", "ranks of components by their size; 1 is the largest", Unit("rank", 1)),
    "size": Declared("ranked", "their sizes", Unit("size of a derivative", 0)),
    "all": Declared("", "components of the gradient", COUNT),
    "zero": Declared("", "those that are exactly 0", COUNT),
    "most": Declared("", "the fewest that have nine tenths of the squared length", COUNT),
    "ratio": Declared("", "largest size by the median one of those that are not 0; 0 if all are", RATIO),
    "place": Declared("top kind_l_j_k", "some parameters, the largest component first", PLACE),
    "value": Declared("top", "what each is", PARAMETER),
    "step": Declared("top", "minus its component", DERIVATIVE),
    "eta": Declared("", "learning rate", RATE),
    "after": Declared("top", "value + eta step", PARAMETER),
}

DIMS = {
    "ranked": Dimension("ranks, spread evenly in their logarithm"),
    "top": Dimension("parameters that are shown: of the largest, a middling and the least components"),
}


def record(run: Run) -> Arrays:
    """Sort the gradient of the mean cost of all examples at the first recorded step."""
    gradient, network = run.gradient.flat, run.network
    order = np.argsort(-np.abs(gradient), kind="stable")
    size = np.abs(gradient)[order]
    ranks = spread_ranks(len(size))
    shown = order[chosen_ranks(size, gradient[order] > 0)]
    value, step, eta = place(network)[shown], 0.0 - gradient[shown], run.first.eta
    return {
        "rank": ranks,
        "size": size[ranks - 1],
        "all": np.array(len(size)),
        "zero": np.array(np.count_nonzero(size == 0)),
        "most": np.array(fewest(gradient)),
        "ratio": np.array(largest_by_median(size)),
        "place": np.array([parameter_at(network, int(at)) for at in shown]),
        "value": value,
        "step": step,
        "eta": np.array(eta),
        "after": value + eta * step,
    }


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: counts, ranks and order, the shown parameters and their step; and what the gradient says."""
    rank, size, step, eta = (trace[f"components/{name}"] for name in ("rank", "size", "step", "eta"))
    places = parameter_places(trace, "components/place")
    layers = range(1, trace.L + 1)
    whole = vector(*({l: trace[f"{kind}{l}"][0] for l in layers} for kind in "Wb"))
    many = trace["components/all"]
    yield "components/all = weights and biases", many, np.array(whole.size), 0.0
    yield "components/rank runs from 1 to all", rank, spread_ranks(whole.size), 0.0
    yield "components/size is sorted downward", size, -np.sort(-size), 0.0
    yield "components/size is 0 or more", *within(size, 0, np.inf)
    yield "components/step is sorted downward by size", np.abs(step), -np.sort(-np.abs(step)), 0.0
    yield "components/step begins with the largest", np.abs(step[0]), size[0], 0.0
    for name, most in (("zero", many), ("most", many - trace["components/zero"])):
        yield f"components/{name} counts some of all", *within(trace[f"components/{name}"], 0, float(most))
    value = np.array([trace[f"b{l}"][0, j] if bias else trace[f"W{l}"][0, j, k] for bias, l, j, k in places])
    yield "components/value = W and b there", trace["components/value"], value, 0.0
    yield "components/eta = eta", eta, trace["eta"][0], 0.0
    yield "components/after = value + eta step", trace["components/after"], value + eta * step, 1 + np.abs(value)
    if trace.has("gradient"):
        yield from _gradient_claims(
            trace, vector(*({l: trace[f"gradient/dC_d{kind}{l}"] for l in layers} for kind in "Wb"))
        )


def _gradient_claims(trace: Trace, gradient: Array) -> Iterator[Claim]:
    """List what must hold where the gradient (P,) is recorded, too."""
    order = np.argsort(-np.abs(gradient), kind="stable")
    sizes = np.abs(gradient)[order]
    network = network_of(trace)
    shown = order[chosen_ranks(sizes, gradient[order] > 0)]
    places = np.array([parameter_at(network, int(at)) for at in shown])
    rank = np.clip(trace["components/rank"], 1, len(sizes))
    yield "components/size = components of the gradient", trace["components/size"], sizes[rank - 1], 0.0
    zero = np.array(float(np.count_nonzero(gradient == 0)))
    yield "components/zero counts those of the gradient that are 0", trace["components/zero"], zero, 0.0
    yield "components/most counts those that matter", trace["components/most"], np.array(fewest(gradient)), 0.0
    ratio = largest_by_median(sizes)
    yield "components/ratio = largest / median", trace["components/ratio"], np.array(ratio), ratio
    yield "components/place are those to be shown", np.array(len(trace["components/place"])), np.array(len(places)), 0.0
    yield "components/place is in their order", trace["components/place"], places.astype(float), 0.0
    yield "components/step = minus the gradient there", trace["components/step"], -gradient[shown], 0.0


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
