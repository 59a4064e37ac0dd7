"""The stairs exhibit: the line's cost if every activation were a step, which leaves nothing to go downhill on."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.claims import Claim, evenly, within
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import dial_of, network_of
from netsim.exhibits.run import Run
from netsim.functions import Activation, ActivationTraits, squares_of
from netsim.network import Network
from netsim.terrain.dial import Dial, sums_of, turned_activations
from netsim.trace.declared import COST, COUNT, SHARE, WEIGHT, Declared, Dimension, Unit
from netsim.trace.trace import Trace

SWITCH = Unit("activation", 0, 1)

ARRAYS = {
    "w": Declared("stairs_w", "values of the line exhibit's weight, on a finer grid", WEIGHT),
    "C": Declared(
        "stairs_w",
        "mean cost of the network with steps in all its layers, made of squares",
        COST,
    ),
    "a{l}": Declared("stairs_w n_{l}", "the star's activations of layer {l} with steps", SWITCH),
    "levels": Declared("", "different costs among C", COUNT),
    "flat": Declared("", "neighbouring places that have the same cost", SHARE),
}

DIMS = {"stairs_w": Dimension("values of a weight, ascending")}

#: The activation with which a neuron is on or off: 0 for sums below 0, else 1; it is flat wherever it has a slope.
STEP = Activation(
    ActivationTraits(
        name="step", low=0, high=1, steepest=0.0, steepest_at=None, bends_within=1.0, flat_below=True, flat_above=True
    ),
    lambda z: (z >= 0).astype(z.dtype),
    lambda z, a: np.zeros_like(z),
)

#: Places of the grid.
POINTS = 1201

#: By how much the weight may be off where a step takes place, as a part of its range.
SLIP = 1e-9


def record(run: Run) -> Arrays:
    """Measure the cost along the line exhibit's weight and range, with steps in all layers."""
    found, network, many = run.clearest_dial, run.trained, run.surveyed
    place = found.dial.j, found.dial.k
    x, y = run.data.x[:many].astype(np.float64), run.targets[:many]
    w, sigma = np.linspace(*found.range, POINTS), switches(network)
    sums = sums_of(network, x @ network.W[1].T + network.b[1], sigma)
    C = Dial.of(network, place, sums, x[:, place[1]], y, sigma).costs(w, squares_of(network.cost).name)
    star = turned_activations(network, place, w, run.x, sigma)
    return {
        "w": w,
        "C": C,
        **{f"a{l}": a for l, a in star.items()},
        "levels": np.array(len(np.unique(C))),
        "flat": np.array(np.mean(np.diff(C) == 0)),
    }


def switches(network: Network) -> dict[int, Activation]:
    """Give steps as the activations of the layers 1..L."""
    return dict.fromkeys(network.W, STEP)


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the levels and the flat, and, with the line, the costs and the star."""
    w, C = trace["stairs/w"], trace["stairs/C"]
    yield "stairs/w ascends evenly", *evenly(w)
    yield "stairs/C is 0 or more", *within(C, 0, np.inf)
    yield "stairs/levels counts different costs", trace["stairs/levels"], np.array(len(np.unique(C))), 0.0
    yield "stairs/flat = share of equal neighbours", trace["stairs/flat"], np.mean(np.diff(C) == 0), 1.0
    for l in range(1, trace.L + 1):
        a = trace[f"stairs/a{l}"]
        yield f"stairs/a{l} is 0 or 1", a, (a != 0).astype(float), 0.0
    if trace.has("line"):
        yield from _line_claims(trace)


def _line_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold beside the line; where a step takes place the weight may be off by a hair's breadth."""
    w, C, ends = trace["stairs/w"], trace["stairs/C"], trace["line/w"][[0, -1]]
    yield "stairs/w has the range of line/w", w[[0, -1]], ends, np.abs(ends)
    sigma = switches(network_of(trace))
    dial, slip = dial_of(trace, sigma), SLIP * np.abs(ends).max()
    near = np.stack([dial.costs(w + by, squares_of(trace.cost_name).name) for by in (-slip, 0, slip)])
    yield "stairs/C = mean cost with steps", C, np.clip(C, near.min(axis=0), near.max(axis=0)), 1 + near[1]
    stars = [
        turned_activations(dial.network, (dial.j, dial.k), w + by, trace["x"][0], sigma) for by in (-slip, 0, slip)
    ]
    for l in sigma:
        a, around = trace[f"stairs/a{l}"], np.stack([star[l] for star in stars])
        yield f"stairs/a{l} = steps with stairs/w", a, np.clip(a, around.min(axis=0), around.max(axis=0)), 1.0


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
