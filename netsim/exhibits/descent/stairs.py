"""The stairs exhibit: the line's cost if every activation were a step, which leaves nothing to go downhill on."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.curves import alone
from netsim.exhibits.claims import Claim, evenly, within
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import dial_of, network_of
from netsim.exhibits.run import Run
from netsim.functions import Activation, ActivationTraits, Array, squares_of
from netsim.network import Forward, Network
from netsim.terrain.dial import Dial
from netsim.trace.declared import ACTIVATION, COST, COUNT, PARAMETER, SHARE, SUM, Declared, Dimension, Unit
from netsim.trace.trace import Trace

ARRAYS = {
    "w": Declared("stairs_w", "values of the line exhibit's parameter, on a finer grid", PARAMETER),
    "C": Declared(
        "stairs_w",
        "mean cost of the network with steps in all its layers, made of squares",
        COST,
    ),
    "smooth_C": Declared("stairs_w", "mean cost of the lesson's own network", COST),
    "levels": Declared("", "different costs among C", COUNT),
    "flat": Declared("", "neighbouring places that have the same cost", SHARE),
    "step_z": Declared("stairs_z", "weighted sums around 0", SUM),
    "step_a": Declared("stairs_z", "the step there", Unit("activation", 0, 1)),
    "own_a": Declared("stairs_z", "the lesson's hidden activation there, or its only one", ACTIVATION),
}

DIMS = {
    "stairs_w": Dimension("values of a parameter, ascending"),
    "stairs_z": Dimension("weighted sums, ascending"),
}

#: The activation with which a neuron is on or off: 0 for sums below 0, else 1; it is flat wherever it has a slope.
STEP = Activation(
    ActivationTraits(
        name="step", low=0, high=1, steepest=0.0, steepest_at=None, bends_within=1.0, flat_below=True, flat_above=True
    ),
    lambda z: (z >= 0).astype(z.dtype),
    lambda z, a: np.zeros_like(z),
)

#: Places of the grid.
POINTS = 801

#: The sums between which the step itself is kept, and how many of them.
SUMS, SUM_POINTS = 6.0, 241

#: By how much a parameter may be off where a step takes place, as a part of its range.
SLIP = 1e-9


def record(run: Run) -> Arrays:
    """Measure the cost along the line exhibit's parameter and range, with steps and without.

    Of a softmax the curve is that of the first neuron, where the sums of all others are 0.
    """
    dial = run.clearest_dial.dial
    w = np.linspace(*run.clearest_dial.range, POINTS)
    C = stepped(dial.network, dial.place, run.few[0], dial.y).costs(w, squares_of(dial.network.cost).name)
    kept = {"w": w, "C": C, "smooth_C": dial.costs(w), "levels": np.array(len(np.unique(C)))}
    kept["flat"] = np.array(np.mean(np.diff(C) == 0))
    kept["step_z"] = np.linspace(-SUMS, SUMS, SUM_POINTS)
    kept["step_a"] = STEP.value(kept["step_z"])
    kept["own_a"] = alone(dial.network.activation_of(1), np.zeros(dial.network.sizes[1]), 0, kept["step_z"])
    return kept


def stepped(network: Network, place: tuple[int, int, int, int], x: Array, y: Array) -> Dial:
    """Make the dial of a parameter, for examples x (N, n_0) with targets y (N, n_L), of a network of steps."""
    z, a = {}, {0: x}
    for l in network.W:
        z[l] = a[l - 1] @ network.W[l].T + network.b[l]
        a[l] = STEP.value(z[l])
    return Dial.of(network, place, Forward(z, a), y, dict.fromkeys(network.W, STEP))


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the levels and the flat, both functions, and, with the line, the costs themselves."""
    w, C, z = (trace[f"stairs/{name}"] for name in ("w", "C", "step_z"))
    yield "stairs/w ascends evenly", *evenly(w)
    yield "stairs/step_z ascends evenly", *evenly(z)
    yield "stairs/C is 0 or more", *within(C, 0, np.inf)
    yield "stairs/smooth_C is 0 or more", *within(trace["stairs/smooth_C"], 0, np.inf)
    yield "stairs/levels counts different costs", trace["stairs/levels"], np.array(len(np.unique(C))), 0.0
    yield "stairs/flat = share of equal neighbours", trace["stairs/flat"], np.mean(np.diff(C) == 0), 1.0
    yield "stairs/step_a = step(step_z)", trace["stairs/step_a"], STEP.value(z), 0.0
    network = network_of(trace)
    name = network.activation_of(1)
    own = alone(name, np.zeros(trace.sizes[1]), 0, z)
    yield f"stairs/own_a = {name}(step_z)", trace["stairs/own_a"], own, 1 + np.abs(z)
    if trace.has("line"):
        dial = dial_of(trace)
        ends = trace["line/w"][[0, -1]]
        yield "stairs/w has the range of line/w", w[[0, -1]], ends, np.abs(ends)
        costs = dial.costs(w)
        yield "stairs/smooth_C = mean cost at stairs/w", trace["stairs/smooth_C"], costs, 1 + costs
        switched = stepped(dial.network, dial.place, trace["line/x"], dial.y)
        slip = SLIP * np.abs(ends).max()
        near = np.stack([switched.costs(w + by, squares_of(network.cost).name) for by in (-slip, 0, slip)])
        yield "stairs/C = mean cost with steps", C, np.clip(C, near.min(axis=0), near.max(axis=0)), 1 + near[1]


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
