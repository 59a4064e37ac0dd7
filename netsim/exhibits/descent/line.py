"""The line exhibit: the cost along one weight of the trained network, the star on the way, and two descents."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.claims import SINGLE, Claim, ascending, evenly, within
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import check_kind, dial_of, names_classes, no_place
from netsim.exhibits.run import Run
from netsim.functions import Array
from netsim.network import Network
from netsim.terrain.dial import Dial, activations_of, sums_of, turned_activations
from netsim.terrain.dial_search import lit
from netsim.terrain.line_search import descents, distinct, rate, starts, values_through
from netsim.trace.declared import (
    ACTIVATION,
    CLASS,
    COST,
    COUNT,
    DERIVATIVE,
    INPUT,
    PLACE,
    RATE,
    SUM,
    TARGET,
    WEIGHT,
    Declared,
    Dimension,
)
from netsim.trace.trace import Trace

ARRAYS = {
    "place": Declared("l_j_k", "which weight: from an input that is lit in the star, with the clearest valley", PLACE),
    "tried": Declared("", "weights that were tried to find it", COUNT),
    "examples": Declared("", "training examples that the cost is the mean of, from the first on", COUNT),
    "label": Declared("line_example", "their classes", CLASS),
    "y": Declared("line_example n_{L}", "what is wanted of them, where answers are numbers", TARGET, optional=True),
    "input": Declared("line_example", "what the weight is multiplied by in each of them", INPUT),
    "z": Declared("line_example n_1", "the weighted sums of layer 1 in each of them, at the last record", SUM),
    "first_z": Declared("line_example n_1", "the same at the first record", SUM),
    "value": Declared("", "where the last record's network stands", WEIGHT),
    "w": Declared("line_w", "values of the weight, evenly below and above that one, which is among them", WEIGHT),
    "C": Declared("line_w", "mean cost with each", COST),
    "a{l}": Declared("line_w n_{l}", "the star's activations of layer {l} with each", ACTIVATION),
    "first_w": Declared("line_w", "values of the weight at the first record, evenly on both sides of its own", WEIGHT),
    "first_C": Declared("line_w", "mean cost of the first record's network with each", COST),
    "first_a{l}": Declared("line_w n_{l}", "the star's activations of layer {l} then", ACTIVATION),
    "eta": Declared("", "learning rate of the descents", RATE),
    "starts": Declared("start", "where they start, among line/w: one on each side of the valley", WEIGHT),
    "walk": Declared("start line_step", "their places; each is the one before less eta times slope", WEIGHT),
    "walk_C": Declared("start line_step", "mean cost there", COST),
    "slope": Declared("start line_step", "dC/dw there", DERIVATIVE),
    "minima": Declared("minimum", "ends that they come to, ascending", WEIGHT),
    "minima_C": Declared("minimum", "mean cost there", COST),
}

DIMS = {
    "line_example": Dimension("training examples that the cost along a line is the mean of"),
    "line_w": Dimension("values of the weight, ascending", 601),
    "start": Dimension("descents, by their starts, ascending", 2),
    "line_step": Dimension("steps of the descents"),
    "minimum": Dimension("minima"),
}

#: Values of the weight: so many that a dot on a plot moves by about a pixel from one to the next.
POSITIONS = 601


def record(run: Run) -> Arrays:
    """Measure the mean cost of the training examples along one weight, all others staying, and descend."""
    found, many = run.clearest_dial, run.surveyed
    place = found.dial.j, found.dial.k
    x, y = run.data.x[:many].astype(np.float64), run.targets[:many]
    dials = {name: dial_in(network, place, x, y) for name, network in (("", run.trained), ("first_", run.network))}
    turned = {name: _turned(dial, found.range, run.x, name) for name, dial in dials.items()}
    dial, w, C = dials[""], turned[""]["w"], turned[""]["C"]
    eta, starting = rate(w, C), starts(w, C)
    walk = descents(dial, starting, eta, found.range)
    walk_C = np.stack([dial.costs(way) for way in walk])
    ends = distinct(w, C, walk[:, -1], walk_C[:, -1])
    return ({"y": y} if run.data.numbers else {}) | {
        "place": np.array([1, *place]),
        "tried": np.array(found.tried),
        "examples": np.array(many),
        "label": run.data.label[:many],
        "input": dial.before,
        **{f"{name}z": x @ one.network.W[1].T + one.network.b[1] for name, one in dials.items()},
        "value": np.array(dial.value),
        **turned[""],
        **turned["first_"],
        "eta": np.array(eta),
        "starts": starting,
        "walk": walk,
        "walk_C": walk_C,
        "slope": np.stack([dial.slopes(way) for way in walk]),
        "minima": walk[ends, -1],
        "minima_C": walk_C[ends, -1],
    }


def dial_in(network: Network, place: tuple[int, int], x: Array, y: Array) -> Dial:
    """Make the dial of a weight (j, k) in a network, for examples x (N, n_0) with the targets y (N, n_L)."""
    sigma = activations_of(network)
    return Dial.of(network, place, sums_of(network, x @ network.W[1].T + network.b[1], sigma), x[:, place[1]], y, sigma)


def _turned(dial: Dial, ends: tuple[float, float], star: Array, name: str) -> Arrays:
    """Turn a dial from end to end: its values, the costs, and the star's activations, by their names."""
    w = values_through(dial.value, *ends, POSITIONS)
    a = turned_activations(dial.network, (dial.j, dial.k), w, star, dial.sigma)
    return {f"{name}w": w, f"{name}C": dial.costs(w), **{f"{name}a{l}": layer for l, layer in a.items()}}


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the costs and slopes of the examples, the star, the descents' steps, and where they end."""
    check_kind(trace, "line/y", of_numbers=True)
    dial, label = dial_of(trace), trace["line/label"]
    if dial.k not in lit(trace["x"][0]):
        raise no_place(trace, "line/place", trace["line/place"].tolist())
    yield "line/tried is 1 or more", *within(trace["line/tried"], 1, dial.network.W[1].size)
    yield "line/examples counts line/label", trace["line/examples"], np.array(len(label)), 0.0
    yield names_classes(trace, "line/label")
    yield "line/value = W1 there", trace["line/value"], np.array(dial.value), 0.0
    for name, one in (("", dial), ("first_", dial_of(trace, name="first_", t=0))):
        yield from _turning_claims(trace, name, one)
    yield from _descent_claims(trace, dial)


def _turning_claims(trace: Trace, name: str, dial: Dial) -> Iterator[Claim]:
    """List what must hold of a dial that is turned from end to end: its values, the costs, the star's activations."""
    w, C = trace[f"line/{name}w"], trace[f"line/{name}C"]
    at = np.flatnonzero(w == dial.value)
    yield f"line/{name}w has the network's own", np.array(len(at)), np.array(1), 0.0
    for side, part in (("below", w[: int(at[0]) + 1]), ("above", w[int(at[0]) :])):
        yield f"line/{name}w ascends evenly {side} that", *evenly(part)
    costs = dial.costs(w)
    yield f"line/{name}C = mean cost at line/{name}w", C, costs, 1 + costs
    if trace.has("data") and trace["data/examples"] == len(dial.y) and not name:
        yield "line/C = cost of the run's end there", C[at[0]], trace["cost"][-1], SINGLE * (1 + C[at[0]])
    star = turned_activations(dial.network, (dial.j, dial.k), w, trace["x"][0], dial.sigma)
    for l, a in star.items():
        yield f"line/{name}a{l} = activations with line/{name}w", trace[f"line/{name}a{l}"], a, 1 + np.abs(a)


def _descent_claims(trace: Trace, dial: Dial) -> Iterator[Claim]:
    """List what must hold of the descents: where they start, each step, and the minima they come to."""
    w, C, walk, eta, slope = (trace[f"line/{name}"] for name in ("w", "C", "walk", "eta", "slope"))
    starting, minima = trace["line/starts"], trace["line/minima"]
    yield "line/starts ascend", *ascending(starting)
    yield "line/w has line/starts", np.isin(starting, w).astype(float), np.ones(len(starting)), 0.0
    yield "line/walk begins at line/starts", walk[:, 0], starting, 0.0
    yield "line/w holds line/walk", *within(walk, w[0], w[-1])
    ways, slopes = dial.costs(walk.ravel()).reshape(walk.shape), dial.slopes(walk.ravel()).reshape(walk.shape)
    yield "line/walk_C = mean cost at line/walk", trace["line/walk_C"], ways, 1 + ways
    yield "line/slope = dC/dw at line/walk", slope, slopes, 1 + np.abs(slopes)
    step = eta * slope[:, :-1]
    yield "next line/walk = walk - eta slope", walk[:, 1:], walk[:, :-1] - step, np.abs(walk[:, 1:]) + np.abs(step)
    yield "line/eta is above 0", np.sign(eta), np.array(1.0), 0.0
    ends = distinct(w, C, walk[:, -1], trace["line/walk_C"][:, -1])
    yield "line/minima has the ends with a rise between them", np.array(len(minima)), np.array(len(ends)), 0.0
    yield "line/minima = ends of line/walk", minima, walk[ends, -1], 0.0
    yield "line/minima_C = ends of line/walk_C", trace["line/minima_C"], trace["line/walk_C"][ends, -1], 0.0


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
