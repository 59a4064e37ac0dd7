"""What must hold between the numbers of the exhibits line, stairs and plane."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.calculus.chain_identities import Claim
from netsim.exhibits.claims import ROUNDING, ascending, within
from netsim.exhibits.descent import stairs as staircase
from netsim.exhibits.descent.line import distinct
from netsim.exhibits.first_record import network_of, parameter_places, recorded_at
from netsim.exhibits.nudges.one import alone
from netsim.exhibits.nudges.paths import contour_levels
from netsim.functions import Array
from netsim.terrain.dial import Dial, activations_of
from netsim.terrain.way_down import between
from netsim.trace.trace import Trace

#: By how much a parameter may be off where a step takes place, as a part of its range.
SLIP = 1e-9

#: How far a cost between places of a grid may be from what is read between these, in the largest second difference.
APART = 1.0


def line_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the costs and slopes of the examples, the descents' steps, and the minima they end in."""
    dial = _dial(trace)
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


def stairs_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the levels and the flat, both functions, and, with the line, the costs themselves."""
    w, C, z = (trace[f"stairs/{name}"] for name in ("w", "C", "step_z"))
    yield "stairs/w ascends evenly", *_even(w)
    yield "stairs/step_z ascends evenly", *_even(z)
    yield "stairs/C is 0 or more", *within(C, 0, np.inf)
    yield "stairs/smooth_C is 0 or more", *within(trace["stairs/smooth_C"], 0, np.inf)
    yield "stairs/levels counts different costs", trace["stairs/levels"], np.array(len(np.unique(C))), 0.0
    yield "stairs/flat = share of equal neighbours", trace["stairs/flat"], np.mean(np.diff(C) == 0), 1.0
    yield "stairs/step_a = step(step_z)", trace["stairs/step_a"], staircase.STEP.value(z), 0.0
    network = network_of(trace)
    name = network.activation_of(1)
    own = alone(name, np.zeros(trace.sizes[1]), 0, z)
    yield f"stairs/own_a = {name}(step_z)", trace["stairs/own_a"], own, 1 + np.abs(z)
    if trace.has("line"):
        dial = _dial(trace)
        ends = trace["line/w"][[0, -1]]
        yield "stairs/w has the range of line/w", w[[0, -1]], ends, np.abs(ends)
        costs = dial.costs(w)
        yield "stairs/smooth_C = mean cost at stairs/w", trace["stairs/smooth_C"], costs, 1 + costs
        switched = staircase.stepped(dial.network, dial.place, trace["line/x"], dial.y)
        slip = SLIP * np.abs(ends).max()
        near = np.stack([switched.costs(w + by, staircase.COST) for by in (-slip, 0, slip)])
        yield "stairs/C = mean cost with steps", C, np.clip(C, near.min(axis=0), near.max(axis=0)), 1 + near[1]


def plane_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the grid, its contours, the walk's steps, and its costs between those of the grid."""
    u, v, C, path, gradient = (trace[f"plane/{name}"] for name in ("u", "v", "C", "path", "gradient"))
    eta, path_C = trace["plane/eta"], trace["plane/path_C"]
    recorded_at(trace, "plane/at")
    yield "plane/at is the last recorded step", trace["plane/at"], np.array(len(trace["steps"]) - 1), 0.0
    yield "plane/examples is 1 or more", *within(trace["plane/examples"], 1, np.inf)
    for i, (name, ticks) in enumerate((("u", u), ("v", v))):
        yield f"plane/{name} ascends evenly", *_even(ticks)
        yield f"plane/{name} lies alike on both sides of 0", ticks, -ticks[::-1], np.abs(ticks)
        yield f"plane/{name} holds plane/path", *within(path[:, i], ticks[0], ticks[-1])
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


def _dial(trace: Trace) -> Dial:
    """Make the line's parameter, of the network and with the examples that the trace says."""
    ((kind, l, j, k),) = parameter_places(trace, "line/place")
    network, x = network_of(trace, recorded_at(trace, "line/at")), trace["line/x"]
    y = np.eye(len(trace.classes))[np.clip(trace["line/label"], 0, len(trace.classes) - 1)]
    return Dial.of(network, (kind, l, j, k), network.forward(x), y, activations_of(network))


def _even(ticks: Array) -> tuple[Array, Array, Array]:
    """Claim that numbers ascend in equal steps."""
    even = np.linspace(ticks[0], max(ticks[-1], np.nextafter(ticks[0], np.inf)), len(ticks))
    return ticks, even, np.abs(ticks).max() + np.zeros_like(ticks)
