"""The plane exhibit: the cost over a real plane of the weight space, its gradient in it, and a way down."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.claims import ROUNDING, Claim, evenly, within
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import recorded_at
from netsim.exhibits.run import Run
from netsim.measure import lit_part
from netsim.terrain.landscape import contour_levels
from netsim.terrain.plane import plane_through, rate, reach, room_for, ticks, walk_down
from netsim.terrain.way_down import between, instructive_start
from netsim.trace.declared import COORDINATE, COST, COUNT, DERIVATIVE, LENGTH, PLACE, RATE, Declared, Dimension
from netsim.trace.trace import Trace

ARRAYS = {
    "at": Declared("", "which record's network the plane runs through: the last", PLACE),
    "examples": Declared("", "training examples that the cost is the mean of", COUNT),
    "u": Declared("plane_u", "coordinates along minus the gradient; 0 at the network", COORDINATE),
    "v": Declared("plane_v", "coordinates along the way in which a real descent strays; 0 at the network", COORDINATE),
    "C": Declared("plane_v plane_u", "mean cost at each point of the grid", COST),
    "levels": Declared("plane_level", "costs whose contours are drawn", COST),
    "eta": Declared("", "learning rate of the way down", RATE),
    "path": Declared("plane_step u_v", "gradient descent in the plane, from a place whose way down bends", COORDINATE),
    "gradient": Declared("plane_step u_v", "the true gradient there, as far as it lies in the plane", DERIVATIVE),
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


def record(run: Run) -> Arrays:
    """Lay a plane through the network at the last recorded step, measure the cost over it, and walk down in it.

    Its first axis is minus the gradient there, its second the way in which a short real descent from there
    strays most from the first.
    """
    care, many = room_for(run.trained)
    data = run.data
    network, x = lit_part(run.trained, data.x[:many].astype(np.float64))
    y = run.targets[:many]
    plane = plane_through(network, x, y, run.recipe.training.eta, care.short)
    up = reach(plane, x, y, care)
    u, v = ticks(up, care.sides)
    C = plane.costs(x, y, u, v)
    eta = rate(C, u, v)
    start = instructive_start(C, u, v, eta, care.steps)
    walked = walk_down(plane, x, y, start, eta, np.array([u[-1], v[-1]]), care.steps)
    return {
        "at": np.array(len(run.moments) - 1),
        "examples": np.array(len(x)),
        "u": u,
        "v": v,
        "C": C,
        "levels": contour_levels(C),
        "eta": np.array(eta),
        "path": walked.path,
        "path_C": walked.C,
        "gradient": walked.gradient,
        "length": np.hypot(*walked.gradient.T),
    }


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the grid, its contours, the walk's steps, and its costs between those of the grid."""
    u, v, C, path, gradient = (trace[f"plane/{name}"] for name in ("u", "v", "C", "path", "gradient"))
    eta, path_C = trace["plane/eta"], trace["plane/path_C"]
    recorded_at(trace, "plane/at")
    yield "plane/at is the last recorded step", trace["plane/at"], np.array(len(trace["steps"]) - 1), 0.0
    yield "plane/examples is 1 or more", *within(trace["plane/examples"], 1, np.inf)
    for i, (name, along) in enumerate((("u", u), ("v", v))):
        yield f"plane/{name} ascends evenly", *evenly(along)
        yield f"plane/{name} lies alike on both sides of 0", along, -along[::-1], np.abs(along)
        yield f"plane/{name} holds plane/path", *within(path[:, i], along[0], along[-1])
    yield "plane/u and v are equally far apart", u[1] - u[0], v[1] - v[0], np.abs(u).max()
    yield "plane/C is 0 or more", *within(C, 0, np.inf)
    yield (
        "plane/levels lie between the lowest and the highest of plane/C",
        trace["plane/levels"],
        contour_levels(C),
        C.max(),
    )
    yield "plane/eta is above 0", np.sign(eta), np.array(1.0), 0.0
    step = eta * gradient[:-1]
    yield "next plane/path = path - eta gradient", path[1:], path[:-1] - step, np.abs(path[1:]) + np.abs(step)
    length = np.hypot(*gradient.T)
    yield "plane/length = length of plane/gradient", trace["plane/length"], length, length
    bends = [np.abs(np.diff(C, 2, axis=axis)).max(initial=0) for axis in (0, 1)]
    slack = APART * sum(bends) / ROUNDING + 1 + C.max()
    yield "plane/path_C lies on plane/C", path_C, between(C, u, v, path), slack


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
