"""The line exhibit: the cost along one real parameter, and descents along it from several starts."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.claims import Claim, ascending, within
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import dial_of
from netsim.exhibits.run import Run
from netsim.terrain.line_search import descents, distinct, rate, starts
from netsim.trace.declared import CLASS, COST, COUNT, DERIVATIVE, INPUT, PARAMETER, PLACE, RATE, Declared, Dimension
from netsim.trace.trace import Trace

ARRAYS = {
    "place": Declared("kind_l_j_k", "which parameter: one along which the cost has two clear minima", PLACE),
    "at": Declared("", "which record's network", PLACE),
    "examples": Declared("", "training examples that the cost is the mean of", COUNT),
    "x": Declared("line_example n_0", "their inputs", INPUT),
    "label": Declared("line_example", "their classes", CLASS),
    "value": Declared("", "where that network stands", PARAMETER),
    "w": Declared("line_w", "values of the parameter: an even grid, with value and starts among its places", PARAMETER),
    "C": Declared("line_w", "mean cost with each", COST),
    "eta": Declared("", "learning rate of the descents", RATE),
    "starts": Declared("start", "where they start", PARAMETER),
    "walk": Declared("start line_step", "their places; each is the one before less eta times slope", PARAMETER),
    "walk_C": Declared("start line_step", "mean cost there", COST),
    "slope": Declared("start line_step", "dC/dw there", DERIVATIVE),
    "minima": Declared("minimum", "ends that they come to, ascending", PARAMETER),
    "minima_C": Declared("minimum", "mean cost there", COST),
}

DIMS = {
    "line_example": Dimension("training examples that the cost along a line is the mean of"),
    "line_w": Dimension("values of the parameter, ascending"),
    "start": Dimension("descents, by their starts, ascending"),
    "line_step": Dimension("steps of the descents"),
    "minimum": Dimension("minima"),
}

#: Places of the grid.
POINTS = 241


def record(run: Run) -> Arrays:
    """Measure the mean cost of the first training examples along one parameter, all others staying, and descend."""
    found = run.clearest_dial
    dial = found.dial
    even = np.linspace(*found.range, POINTS)
    eta, starting = rate(even, dial.costs(even)), starts(even, dial.costs(even))
    walk = descents(dial, starting, eta, found.range)
    w = np.unique([*even, dial.value, *starting])
    C = dial.costs(w)
    walk_C = np.stack([dial.costs(way) for way in walk])
    ends = distinct(w, C, walk[:, -1], walk_C[:, -1])
    x, label = run.few
    return {
        "place": np.array(dial.place),
        "at": np.array(found.at),
        "examples": np.array(len(x)),
        "x": x,
        "label": label,
        "value": np.array(dial.value),
        "w": w,
        "C": C,
        "eta": np.array(eta),
        "starts": starting,
        "walk": walk,
        "walk_C": walk_C,
        "slope": np.stack([dial.slopes(way) for way in walk]),
        "minima": walk[ends, -1],
        "minima_C": walk_C[ends, -1],
    }


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the costs and slopes of the examples, the descents' steps, and the minima they end in."""
    dial = dial_of(trace)
    w, C, walk, eta, slope = (trace[f"line/{name}"] for name in ("w", "C", "walk", "eta", "slope"))
    label, starts = trace["line/label"], trace["line/starts"]
    yield "line/examples counts line/x", trace["line/examples"], np.array(len(label)), 0.0
    yield "line/label names classes", *within(label, 0, len(trace.classes) - 1)
    yield "line/value = W or b there", trace["line/value"], np.array(dial.value), 0.0
    yield "line/w ascend", *ascending(w)
    yield "line/starts ascend", *ascending(starts)
    for name, values in (("value", [dial.value]), ("starts", starts)):
        yield f"line/w has line/{name}", np.isin(values, w).astype(float), np.ones(len(values)), 0.0
    yield "line/walk begins at line/starts", walk[:, 0], starts, 0.0
    yield "line/w holds line/walk", *within(walk, w[0], w[-1])
    costs = dial.costs(w)
    yield "line/C = mean cost at line/w", C, costs, 1 + costs
    ways, slopes = dial.costs(walk.ravel()).reshape(walk.shape), dial.slopes(walk.ravel()).reshape(walk.shape)
    yield "line/walk_C = mean cost at line/walk", trace["line/walk_C"], ways, 1 + ways
    yield "line/slope = dC/dw at line/walk", slope, slopes, 1 + np.abs(slopes)
    step = eta * slope[:, :-1]
    yield "next line/walk = walk - eta slope", walk[:, 1:], walk[:, :-1] - step, np.abs(walk[:, 1:]) + np.abs(step)
    yield "line/eta is above 0", np.sign(eta), np.array(1.0), 0.0
    ends = distinct(w, C, walk[:, -1], trace["line/walk_C"][:, -1])
    minima = trace["line/minima"]
    yield "line/minima has the ends with a rise between them", np.array(len(minima)), np.array(len(ends)), 0.0
    yield "line/minima = ends of line/walk", minima, walk[ends, -1], 0.0
    yield "line/minima_C = ends of line/walk_C", trace["line/minima_C"], trace["line/walk_C"][ends, -1], 0.0


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
