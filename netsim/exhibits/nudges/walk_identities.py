"""What must hold between the numbers of the exhibits only, batches and paths."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.calculus.chain_identities import Claim
from netsim.exhibits.claims import ascending, within
from netsim.exhibits.first_record import network_of
from netsim.exhibits.nudges.paths import contour_levels
from netsim.terrain.landscape import angle, vector
from netsim.trace.trace import Trace

#: Rounding of what is computed in float32, in units of that of float64 that is allowed everywhere.
SINGLE = 1e5


def only_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the outputs before, what is counted, and the order of moments."""
    steps, said, label, unseen = (trace[f"only/{name}"] for name in ("steps", "said", "label", "unseen"))
    before = network_of(trace).forward(trace["only/x"]).a[trace.L]
    yield "only/before = outputs of only/x", trace["only/before"], before, 1 + np.abs(before)
    yield "only/label in the order of classes", *ascending(label)
    yield "only/label names classes", *within(label, 0, len(trace.classes) - 1)
    yield "only/label has the star's class", np.array(trace.label(0) in label), np.array(1.0), 0.0
    yield "only/steps begin at 0", steps[0], np.array(0.0), 0.0
    yield "only/steps ascend", *ascending(steps)
    yield "only/updates = the last of only/steps", trace["only/updates"], steps[-1], 0.0
    yield "only/said lies in 0..1", *within(said, 0, 1)
    yield "only/said counts only/unseen", said * unseen, np.rint(said * unseen), unseen


def batches_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: counts, angles, lengths, and that all examples have the full gradient."""
    size, sizes, changed = (trace[f"batches/{name}"] for name in ("size", "sizes", "changed"))
    components = sum(trace[f"W{l}"][0].size + trace[f"b{l}"][0].size for l in range(1, trace.L + 1))
    yield "batches/components = weights and biases", trace["batches/components"], np.array(components), 0.0
    yield "batches/changed lies in 0..components", *within(changed, 0, components)
    yield "batches/count = the last of sizes / size, rounded up", trace["batches/count"], -(-sizes[-1] // size), 0.0
    yield "batches/sizes ascend", *ascending(sizes)
    yield "batches/sizes has size", np.array(size in sizes), np.array(1.0), 0.0
    for end in ("", "_of_size"):
        angles, lengths = trace[f"batches/angle{end}"], trace[f"batches/length{end}"]
        yield f"batches/angle{end} lies in 0..180", *within(angles, 0, 180)
        yield f"batches/length{end} is 0 or more", *within(lengths, 0, np.inf)
    nothing = trace["batches/length_of_size"][-1] == 0  # a gradient of zeros stands at 90 degrees to all
    whole = np.array([90.0, 0.0] if nothing else [0.0, 1.0])
    ends = np.array([trace[f"batches/{name}_of_size"][-1] for name in ("angle", "length")])
    yield "the last of batches/sizes has the full gradient", ends, whole, 0.0
    at = np.flatnonzero(sizes == size)[:1]
    for name, scale in (("angle", 180.0), ("length", 1.0)):
        first, same = trace[f"batches/{name}"][: at.size], trace[f"batches/{name}_of_size"][at]
        yield f"batches/{name}_of_size of size = the first batches/{name}", same, first, scale + first
    yield from _first_batch(trace)


def _first_batch(trace: Trace) -> Iterator[Claim]:
    """List what must hold where the first record is the start of the run, whose batch is then the first."""
    plan, layers = trace.header["recipe"].get("training", {}), range(1, trace.L + 1)
    if trace.has("gradient"):
        many, last = trace["gradient/examples"], trace["batches/sizes"][-1]
        yield "the last of batches/sizes = gradient/examples", last, many, 0.0
        usual = plan.get("method") == "sgd" and plan.get("precision") == "float64" and not plan.get("shift")
        if trace["steps"][0] == 0 and usual:
            full = vector(*({l: trace[f"gradient/dC_d{kind}{l}"] for l in layers} for kind in "Wb"))
            mean = vector(*({l: trace[f"mean_dC_d{kind}{l}"][0] for l in layers} for kind in "Wb"))
            between, whole = np.array(angle(mean, full)), np.linalg.norm(full)
            yield "the first batches/angle = that of mean_dC_dW", trace["batches/angle"][0], between, 180.0
            part = np.array(np.linalg.norm(mean) / whole if whole else 0.0)
            yield "the first batches/length = that of mean_dC_dW", trace["batches/length"][0], part, 1 + part


def paths_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: both walks' start, end, cost and count, and the grid around them."""
    many, batch = trace["paths/examples"], trace["paths/batch"]
    ends = {name: trace[f"paths/{name}"][-1] for name in ("mini", "full")}
    size = SINGLE * (np.abs(ends["mini"]).max() + np.abs(ends["full"]).max())
    for name in ends:
        way, off, C = (trace[f"paths/{name}{what}"] for what in ("", "_off", "_C"))
        yield f"paths/{name} begins at 0", np.append(way[0], off[0]), np.zeros(3), 0.0
        yield f"paths/{name} ends in the plane", off[-1], np.array(0.0), size
        yield f"paths/{name}_off is 0 or more", *within(off, 0, np.inf)
        yield f"paths/{name}_C is 0 or more", *within(C, 0, np.inf)
        yield f"paths/{name}_seconds is 0 or more", *within(trace[f"paths/{name}_seconds"], 0, np.inf)
        for i, axis in enumerate("uv"):
            ticks = trace[f"paths/{axis}"]
            yield f"paths/{axis} holds paths/{name}", *within(way[:, i], ticks[0], ticks[-1])
    yield "paths/full ends on the axis u", ends["full"][1], np.array(0.0), size
    mini_C, full_C = trace["paths/mini_C"], trace["paths/full_C"]
    yield "paths/mini_C and full_C begin alike", mini_C[0], full_C[0], SINGLE * full_C[0]
    yield "paths/full_C ends where it is as low as mini_C does", *within(full_C[1:-1], mini_C[-1], np.inf)
    made = np.minimum((len(mini_C) - 1) * batch, many)
    yield "paths/mini_examples = steps * batch", trace["paths/mini_examples"], made, 0.0
    yield "paths/full_examples = steps * examples", trace["paths/full_examples"], (len(full_C) - 1) * many, 0.0
    yield "paths/batch lies in 1..examples", *within(batch, 1, float(many))
    plan = trace.header["recipe"].get("training", {})
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
