"""The paths exhibit: a walk in mini-batches and one with all examples, on the landscape that both cross."""

from __future__ import annotations

from collections.abc import Iterator
from math import isqrt

import numpy as np

from netsim.exhibits.claims import SINGLE, Claim, ascending, within
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import training_of
from netsim.exhibits.run import Run
from netsim.functions import Array
from netsim.lit import Lit
from netsim.measure import Probe, accuracy
from netsim.network import Network
from netsim.terrain.landscape import contour_levels, place
from netsim.terrain.walks import grid_round, plane_of, walk
from netsim.trace.declared import COORDINATE, COST, COUNT, LENGTH, RATE, SECONDS, SHARE, Declared, Dimension
from netsim.trace.trace import Trace
from netsim.training import batch_size, shuffled


def _of_walk(walk: str, name: str) -> dict[str, Declared]:
    return {
        walk: Declared(f"{walk}_step u_v", f"{name}, in the plane", COORDINATE),
        f"{walk}_off": Declared(f"{walk}_step", "how far it is from the plane", LENGTH),
        f"{walk}_C": Declared(f"{walk}_step", "mean cost there", COST),
        f"{walk}_plane_C": Declared(f"{walk}_step", "mean cost at the point of the plane that is nearest", COST),
        f"{walk}_examples": Declared(
            f"{walk}_step", "gradients of single examples that it has asked for by then", COUNT
        ),
        f"{walk}_seconds": Declared(f"{walk}_step", "how long these took to compute", SECONDS),
        f"{walk}_right": Declared("", "share of the unseen examples that its end gets right", SHARE, optional=True),
    }


ARRAYS = {
    "examples": Declared("", "training examples that both walks use, and all costs", COUNT),
    "batch": Declared("", "examples in a mini-batch", COUNT),
    "eta": Declared("", "learning rate", RATE),
    "unseen": Declared("", "unseen examples that start and ends are asked", COUNT, optional=True),
    "start_right": Declared("", "share of them that the start gets right", SHARE, optional=True),
    **_of_walk("mini", "the walk in mini-batches"),
    **_of_walk("full", "the walk with all examples"),
    "u": Declared("grid_u", "coordinates of the grid toward the end of the full walk", COORDINATE),
    "v": Declared("grid_v", "coordinates of the grid toward the side of the mini walk", COORDINATE),
    "C": Declared("grid_v grid_u", "mean cost at each point of the grid", COST),
    "levels": Declared("level", "costs whose contours are drawn", COST),
}

DIMS = {
    "grid_u": Dimension("points of the plane, along"),
    "grid_v": Dimension("points of the plane, up"),
    "level": Dimension("contours"),
    "mini_step": Dimension("moments of the walk in mini-batches"),
    "full_step": Dimension("moments of the walk with all examples"),
}

#: The longest walk, and the most examples that its cost is the mean of.
MOST_STEPS = 300
MOST_EXAMPLES = 2000

#: What keeps the walks of large networks short: numbers in the networks that are passed, and weights times
#: examples times steps, or times points of the grid.
MOST_NUMBERS = 2**25
MOST_WORK = 10**10

#: Points of a side of the grid, if it is a square, and at least.
SIDE, LEAST_SIDE = 31, 11


def record(run: Run) -> Arrays:
    """Walk both ways from the first recorded step, and measure the cost over the plane through start and ends.

    Both have the lesson's learning rate, held constant, without momentum and shift; with Adam,
    if the lesson has it. They use its first 2000
    training examples, as its seed shuffles them (fewer for a network of very many weights), and so do all costs.
    Walks and costs are computed in float32, and without the inputs that are 0 in all these examples, whose
    weights do not move. The seconds are the only numbers of a trace that differ from one recording to the next, and
    stand outside its digest.
    """
    plan = run.recipe.training
    steps, whole, y = examples_to_walk_on(run)
    lit = Lit.of(run.network, whole)
    start, x = lit.part, lit.seen(whole)
    batch = batch_size(plan, len(x))
    plan = plan.plain().model_copy(update={"precision": "float32"})
    mini = walk(start, x, y, plan.model_copy(update={"method": "sgd", "batch": batch, "epochs": 1}), steps)
    full_plan = plan.model_copy(update={"method": "full_batch", "epochs": steps})
    full = walk(start, x, y, full_plan, steps, until=mini.C[-1])
    plane = plane_of(mini, full)
    kept = {"examples": np.array(len(x)), "batch": np.array(batch), "eta": np.array(plan.eta)}
    for name, way in (("mini", mini), ("full", full)):
        kept[name] = np.stack([plane.coordinates(place(network)) for network in way.networks])
        kept[f"{name}_off"] = np.array([plane.off(place(network)) for network in way.networks])
        kept[f"{name}_C"] = np.array(way.C)
        kept[f"{name}_plane_C"] = plane.costs_at(kept[name], x, y)
        kept[f"{name}_examples"] = np.array(way.examples)
        kept[f"{name}_seconds"] = np.array(way.seconds)
    ends = {"start": run.network} | {
        name: lit.network(way.networks[-1]) for name, way in (("mini", mini), ("full", full))
    }
    kept |= _share_right(run, ends)
    kept["u"], kept["v"] = grid_round(np.concatenate([kept["mini"], kept["full"]]), _side(start, len(x)))
    kept["C"] = plane.costs(x, y, kept["u"], kept["v"])
    kept["levels"] = contour_levels(kept["C"])
    return kept


def examples_to_walk_on(run: Run) -> tuple[int, Array, Array]:
    """Choose how many steps a walk may have, and its examples x (N, n_0) and targets y (N, n_L), in float32.

    They lie so that a run with the lesson's seed, which shuffles them anew, takes them in the lesson's order.
    """
    plan, weights = run.recipe.training, sum(part.size for part in run.network.W.values())
    steps = min(MOST_STEPS, max(1, MOST_NUMBERS // weights))
    many = min(MOST_EXAMPLES, max(1, MOST_WORK // (weights * steps)), len(run.data.x))
    places = np.empty(many, int)
    places[shuffled(plan, many)] = shuffled(plan, len(run.data.x))[:many]
    x, y = run.data.x[places], run.targets[places]
    return steps, x.astype(np.float32), y.astype(np.float32)


def _share_right(run: Run, ends: dict[str, Network]) -> Arrays:
    """Ask some networks the unseen examples, and count the share that each gets right; nothing where none can be."""
    if run.data.numbers or not len(run.data.x_unseen):
        return {}
    probe, label = Probe.of(run.data.x_unseen, run.network), run.data.label_unseen
    with np.errstate(over="ignore", invalid="ignore"):  # a walk may end where numbers leave their range
        shares = {name: accuracy(network, probe, label, run.data.answers) for name, network in ends.items()}
    return {"unseen": np.array(len(label))} | {f"{name}_right": np.array(share) for name, share in shares.items()}


def _side(network: Network, examples: int) -> int:
    behind_the_first = sum(w.size for l, w in network.W.items() if l > 1)
    return max(LEAST_SIDE, min(SIDE, isqrt(3 * MOST_WORK // (examples * max(1, behind_the_first)))))


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: both walks' start, end, cost and count, and the grid around them."""
    many, batch = trace["paths/examples"], trace["paths/batch"]
    mini_C, full_C = trace["paths/mini_C"], trace["paths/full_C"]
    yield "paths/mini_C and full_C begin alike", mini_C[0], full_C[0], SINGLE * full_C[0]
    for name in ("mini", "full"):
        yield from _claims_of_walk(trace, name)
    yield "paths/full_C ends where it is as low as mini_C does", *within(full_C[1:-1], mini_C[-1], np.inf)
    made = np.minimum(np.arange(len(mini_C)) * batch, many)
    yield "paths/mini_examples = steps * batch", trace["paths/mini_examples"], made, 0.0
    yield "paths/full_examples = steps * examples", trace["paths/full_examples"], np.arange(len(full_C)) * many, 0.0
    yield "paths/batch lies in 1..examples", *within(batch, 1, float(many))
    if "paths/unseen" in trace:
        right = np.array([trace[f"paths/{name}_right"] for name in ("start", "mini", "full")]) * trace["paths/unseen"]
        yield "paths/start_right, mini_right and full_right count paths/unseen", right, np.rint(right), right
    plan = training_of(trace)
    yield "paths/eta = training.eta", trace["paths/eta"], np.array(plan.get("eta", trace["paths/eta"])), 0.0
    for ticks in (trace["paths/u"], trace["paths/v"]):
        even = np.linspace(ticks[0], ticks[-1], len(ticks))
        yield "paths/u and v ascend evenly", ticks, even, np.abs(ticks[[0, -1]]).max()
        yield "paths/u and v ascend", *ascending(ticks)
    C = trace["paths/C"]
    yield "paths/C is 0 or more", *within(C, 0, np.inf)
    yield (
        "paths/levels lie between the lowest and the highest of paths/C",
        trace["paths/levels"],
        contour_levels(C),
        C.max(),
    )


def _claims_of_walk(trace: Trace, name: str) -> Iterator[Claim]:
    """List what must hold of one walk: where it begins and ends, that it touches the plane there, and its clock."""
    way, off, C, plane_C, seconds = (trace[f"paths/{name}{of}"] for of in ("", "_off", "_C", "_plane_C", "_seconds"))
    size = SINGLE * sum(np.abs(trace[f"paths/{each}"][-1]).max() for each in ("mini", "full"))
    yield f"paths/{name} begins at 0", np.append(way[0], off[0]), np.zeros(3), 0.0
    yield f"paths/{name} ends in the plane", off[-1], np.array(0.0), size
    yield f"paths/{name}_off is 0 or more", *within(off, 0, np.inf)
    for key, costs in ((f"{name}_C", C), (f"{name}_plane_C", plane_C)):
        yield f"paths/{key} is 0 or more", *within(costs, 0, np.inf)
    touching = SINGLE * (1 + C[[0, -1]])
    yield f"paths/{name}_plane_C begins and ends as {name}_C", plane_C[[0, -1]], C[[0, -1]], touching
    yield f"paths/{name}_seconds begin at 0", seconds[0], np.array(0.0), 0.0
    yield f"paths/{name}_seconds never fall", *within(np.diff(seconds), 0, np.inf)
    for i, axis in enumerate("uv"):
        ticks = trace[f"paths/{axis}"]
        yield f"paths/{axis} holds paths/{name}", *within(way[:, i], ticks[0], ticks[-1])
    if name == "full":
        yield "paths/full ends on the axis u", way[-1][1], np.array(0.0), size


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
