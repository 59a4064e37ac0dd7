"""The components exhibit: the full gradient as a column of numbers, from the largest to those that are 0."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.components import chosen_ranks, parameter_at, spread_ranks
from netsim.exhibits.claims import Claim, within
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import network_of, parameter_places
from netsim.exhibits.run import Run
from netsim.functions import Array
from netsim.network import Network
from netsim.terrain.landscape import place, vector
from netsim.trace.declared import DERIVATIVE, PLACE, Declared, Dimension, Unit
from netsim.trace.trace import Trace

ARRAYS = {
    "rank": Declared("ranked", "ranks of components by their size; 1 is the largest", Unit("rank", 1)),
    "size": Declared("ranked", "their sizes", Unit("size of a derivative", 0)),
    "place": Declared("top kind_l_j_k", "some parameters, the largest component first", PLACE),
    "step": Declared("top", "minus the component of each", DERIVATIVE),
}

DIMS = {
    "ranked": Dimension("ranks, spread evenly in their logarithm"),
    "top": Dimension("parameters that are shown: of the largest, a middling and the least components"),
}


def record(run: Run) -> Arrays:
    """Sort the gradient of the mean cost of all examples at the first recorded step."""
    return _sorted(run.gradient.flat, run.network)


def _sorted(gradient: Array, network: Network) -> Arrays:
    """Sort the components of a gradient (P,) by size, and choose those that are shown."""
    order = np.argsort(-np.abs(gradient), kind="stable")
    size = np.abs(gradient)[order]
    ranks = spread_ranks(len(size))
    shown = order[chosen_ranks(size, gradient[order] > 0)]
    return {
        "rank": ranks,
        "size": size[ranks - 1],
        "place": np.array([parameter_at(network, int(at)) for at in shown]),
        "step": 0.0 - gradient[shown],
    }


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: ranks and order, and that the shown are parameters; and what the gradient says."""
    rank, size, step = (trace[f"components/{name}"] for name in ("rank", "size", "step"))
    places, network = parameter_places(trace, "components/place"), network_of(trace)
    yield "components/rank runs from 1 to all", rank, spread_ranks(place(network).size), 0.0
    yield "components/size is sorted downward", size, -np.sort(-size), 0.0
    yield "components/size is 0 or more", *within(size, 0, np.inf)
    yield "components/place has a place for each step", np.array(len(places)), np.array(len(step)), 0.0
    yield "components/step is sorted downward by size", np.abs(step), -np.sort(-np.abs(step)), 0.0
    yield "components/step begins with the largest", np.abs(step[0]), size[0], 0.0
    if trace.has("gradient"):
        layers = range(1, trace.L + 1)
        gradient = vector(*({l: trace[f"gradient/dC_d{kind}{l}"] for l in layers} for kind in "Wb"))
        derived = _sorted(gradient, network)
        yield "components/size = components of the gradient", size, derived["size"], 0.0
        many = np.array(len(derived["place"]))
        yield "components/place are those to be shown", np.array(len(places)), many, 0.0
        yield "components/place is in their order", trace["components/place"], derived["place"].astype(float), 0.0
        yield "components/step = minus the gradient there", step, derived["step"], 0.0


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
