"""The plane exhibit: the cost over all settings of two weights, that of the line and another, and a way down."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.claims import ROUNDING, SINGLE, Claim, evenly, within
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import network_of, no_place, weight_places
from netsim.exhibits.run import Run
from netsim.functions import COSTS
from netsim.terrain.dial import activations_of, turned_activations
from netsim.terrain.landscape import contour_levels
from netsim.terrain.plane import STEPS, rate, second_dial, side_for, ticks, walk_down
from netsim.terrain.two_dials import TwoDials
from netsim.terrain.way_down import between, instructive_start
from netsim.trace.declared import (
    ACTIVATION,
    COST,
    COUNT,
    DERIVATIVE,
    LENGTH,
    PLACE,
    RATE,
    WEIGHT,
    Declared,
    Dimension,
)
from netsim.trace.trace import Trace

ARRAYS = {
    "place": Declared("u_v l_j_k", "which weights: that of the line, and one that makes a basin with it", PLACE),
    "value": Declared("u_v", "where the last record's network stands", WEIGHT),
    "examples": Declared("", "training examples that the cost is the mean of, from the first on", COUNT),
    "u": Declared("plane_u", "values of the first weight, from end to end of the line", WEIGHT),
    "v": Declared("plane_v", "values of the second, as far apart, the network's among them", WEIGHT),
    "C": Declared("plane_v plane_u", "mean cost with each pair of them, all else staying", COST),
    "a{l}": Declared("plane_v n_{l}", "the star's activations of layer {l} with each value of the second", ACTIVATION),
    "levels": Declared("plane_level", "costs whose contours are drawn", COST),
    "eta": Declared("", "learning rate of the way down", RATE),
    "path": Declared("plane_step u_v", "gradient descent in the plane, from a place whose way down bends", WEIGHT),
    "gradient": Declared("plane_step u_v", "the derivatives by both weights there", DERIVATIVE),
    "length": Declared("plane_step", "its length", LENGTH),
    "path_C": Declared("plane_step", "mean cost there", COST),
}

DIMS = {
    "plane_u": Dimension("points of the plane, along"),
    "plane_v": Dimension("points of the plane, up"),
    "plane_level": Dimension("contours"),
    "plane_step": Dimension("places of the way down"),
}

#: How far a cost between places of a grid may be from what is read between these, in the largest second difference.
APART = 1.0

#: How many contours the landscape has.
LEVELS = 18


def record(run: Run) -> Arrays:
    """Measure the cost over two weights of the last recorded step's network, and walk down in their plane.

    The first is that of the line exhibit; the second is the one with which it makes the clearest basin.
    """
    found, many = run.clearest_dial, run.surveyed
    first = found.dial.j, found.dial.k
    # A logarithm of what float32 rounds to 0 or 1 is another cost.
    precision = "float32" if COSTS[run.trained.cost].traits.squared else "float64"
    network = run.trained.astype(precision)
    x, y = run.data.x[:many].astype(precision), run.targets[:many].astype(precision)
    second, middle = second_dial(network, first, found.range, x, y, run.x)
    dials = TwoDials.of(network, (first, second), x, y)
    value = np.array([run.trained.W[1][place] for place in dials.places])
    u, v = ticks(found.range, value[1], middle, side_for(network, many))
    C = dials.costs(u, v)
    eta = rate(C, u, v)
    star = turned_activations(run.trained, second, v, run.x, activations_of(run.trained))
    walked = walk_down(dials, instructive_start(C, u, v, eta, STEPS), eta, u, v)
    return {
        "place": np.array([[1, *place] for place in dials.places]),
        "value": value,
        "examples": np.array(many),
        "u": u,
        "v": v,
        "C": C,
        **{f"a{l}": a for l, a in star.items()},
        "levels": contour_levels(C, LEVELS),
        "eta": np.array(eta),
        "path": walked.path,
        "path_C": walked.C,
        "gradient": walked.gradient,
        "length": np.hypot(*walked.gradient.T),
    }


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the parameters, the grid, its row on the line, its contours, and the walk's steps."""
    u, v, C, path, gradient = (trace[f"plane/{name}"] for name in ("u", "v", "C", "path", "gradient"))
    eta, path_C, value = trace["plane/eta"], trace["plane/path_C"], trace["plane/value"]
    network, places = network_of(trace, -1), weight_places(trace, "plane/place")
    if {l for l, _, _ in places} != {1}:
        raise no_place(trace, "plane/place", trace["plane/place"].tolist())
    many = min(2, network.W[1].size)
    yield "plane/place are two weights, if there are two", np.array(len(set(places))), np.array(many), 0.0
    yield "plane/value = W1 there", value, np.array([network.W[1][j, k] for _, j, k in places]), 0.0
    yield "plane/examples is 1 or more", *within(trace["plane/examples"], 1, np.inf)
    for i, (name, along) in enumerate((("u", u), ("v", v))):
        yield f"plane/{name} ascends evenly", *evenly(along)
        yield f"plane/{name} holds plane/path", *within(path[:, i], along[0], along[-1])
        yield f"plane/{name} holds plane/value", *within(value[i], along[0], along[-1])
    yield "plane/u and v are equally far apart", u[1] - u[0], v[1] - v[0], np.abs(u).max()
    yield "plane/v has plane/value", np.abs(v - value[1]).min(), np.array(0.0), np.abs(v).max()
    yield "plane/C is 0 or more", *within(C, 0, np.inf)
    yield from _on_the_line(trace)
    star = turned_activations(network, places[1][1:], v, trace["x"][0], activations_of(network))
    for l, a in star.items():
        yield f"plane/a{l} = activations with plane/v", trace[f"plane/a{l}"], a, 1 + np.abs(a)
    yield (
        "plane/levels lie between the lowest and the highest of plane/C",
        trace["plane/levels"],
        contour_levels(C, LEVELS),
        C.max(),
    )
    yield "plane/eta is above 0", np.sign(eta), np.array(1.0), 0.0
    step = eta * gradient[:-1]
    yield "next plane/path = path - eta gradient", path[1:], path[:-1] - step, np.abs(path[1:]) + np.abs(step)
    length = np.hypot(*gradient.T)
    yield "plane/length = length of plane/gradient", trace["plane/length"], length, length
    bends = [np.abs(np.diff(C, 2, axis=axis)).max(initial=0) for axis in (0, 1)]
    slack = APART * sum(bends) / ROUNDING + SINGLE * (1 + C.max())
    yield "plane/path_C lies on plane/C", path_C, between(C, u, v, path), slack


def _on_the_line(trace: Trace) -> Iterator[Claim]:
    """Claim that the row of the grid through the network is the curve of the line, where both are recorded."""
    if not trace.has("line"):
        return
    u, C, w, curve = (trace[key] for key in ("plane/u", "plane/C", "line/w", "line/C"))
    yield "plane/place begins with line/place", trace["plane/place"][0], trace["line/place"], 0.0
    yield "plane/examples = line/examples", trace["plane/examples"], trace["line/examples"], 0.0
    row = int(np.argmin(np.abs(trace["plane/v"] - trace["plane/value"][1])))
    bend = np.abs(np.diff(C[row], 2)).max(initial=0)
    slack = APART * bend / ROUNDING + SINGLE * (1 + curve.max())
    yield "plane/C has line/C in the network's row", C[row], np.interp(u, w, curve), slack


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
