"""What must hold between the numbers of the exhibits tested, confident and memory."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.calculus.chain_identities import Claim
from netsim.exhibits.claims import ascending, within
from netsim.exhibits.descent import confident, memory, tested
from netsim.exhibits.first_record import network_of
from netsim.trace.trace import Trace


def tested_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the count of the right ones, and that of each shown example the answer is what is said."""
    count, right, share = (trace[f"tested/{name}"] for name in ("count", "right", "share"))
    yield "tested/right lies in 0..count", *within(right, 0, float(count))
    yield "tested/share = right / count", share, right / count, 0.0
    yield "tested/share = the last of accuracy", share, trace["accuracy"][-1], 1.0
    for name, many in (("right", right), ("wrong", count - right)):
        label = trace[f"tested/{name}_label"]
        yield f"tested/{name}_label names classes", *within(label, 0, len(trace.classes) - 1)
        yield f"tested/{name} shows at most those", *within(np.array(len(label)), 0, min(tested.SHOWN, float(many)))
        if len(label):
            said = label if name == "right" else trace["tested/wrong_said"]
            yield from _answers(trace, "tested", f"{name}_", said)
    label, said = trace["tested/right_label"], trace["tested/wrong_said"]
    yield "tested/right_label takes classes in turn", label, label[tested.in_turn(np.arange(len(label)), label)], 0.0
    yield "tested/wrong_said names classes", *within(said, 0, len(trace.classes) - 1)
    yield "tested/wrong_said is not wrong_label", said != trace["tested/wrong_label"], np.ones(len(said)), 0.0
    tops = trace["tested/wrong_a"].max(axis=1)
    yield "tested/wrong_a is sorted by the largest output", tops, -np.sort(-tops), np.abs(tops)


def confident_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the answers to the noise that is shown, their ranks, the order, and who is sure."""
    low, high, rank, top = (trace[f"confident/{name}"] for name in ("low", "high", "rank", "top"))
    yield "confident/x lies in low..high", *within(trace["confident/x"], float(low), float(high))
    even = np.linspace(0, len(top) - 1, len(rank)).round()
    yield "confident/rank runs evenly from the first to the last", rank, even, 0.0
    said = trace["confident/said"]
    yield "confident/said names classes", *within(said, 0, len(trace.classes) - 1)
    yield from _answers(trace, "confident", "", said)
    largest = trace["confident/a"].max(axis=1)
    yield "confident/top = largest output, at each rank", top[even.astype(int)], largest, np.abs(largest)
    for name in ("", "real_"):
        tops, sure = trace[f"confident/{name}top"], trace[f"confident/{name}sure"]
        yield f"confident/{name}top is sorted downward", tops, -np.sort(-tops), 0.0
        yield (
            f"confident/{name}sure counts those above {confident.SURE:g}",
            sure,
            np.array(float(np.count_nonzero(tops > confident.SURE))),
            0.0,
        )


def memory_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: counts, shares, order of moments, and that both runs start alike."""
    examples, unseen, same, epochs = (trace[f"memory/{name}"] for name in ("examples", "unseen", "same", "epochs"))
    label, dealt = trace["memory/label"], trace["memory/shuffled_label"]
    yield "memory/classes counts the classes", trace["memory/classes"], np.array(len(trace.classes)), 0.0
    yield "memory/same lies in 0..examples", *within(same, 0, float(examples))
    yield "memory/epochs begin at 0", epochs[0], np.array(0.0), 0.0
    yield "memory/epochs ascend", *ascending(epochs)
    for name, labels in (("label", label), ("shuffled_label", dealt)):
        yield f"memory/{name} names classes", *within(labels, 0, len(trace.classes) - 1)
    yield "memory/x has as many as are shown", np.array(len(label)), np.minimum(examples, memory.SHOWN), 0.0
    kept = np.maximum(0, len(label) - (examples - same))
    alike = np.array(float(np.count_nonzero(label == dealt)))
    yield "memory/shuffled_label is another one, as far as there are such", alike, kept, 0.0
    for run in ("true", "shuffled"):
        yield f"memory/{run}_cost is 0 or more", *within(trace[f"memory/{run}_cost"], 0, np.inf)
        for what, many in (("right", examples), ("unseen", unseen)):
            share = trace[f"memory/{run}_{what}"]
            yield f"memory/{run}_{what} lies in 0..1", *within(share, 0, 1)
            yield f"memory/{run}_{what} counts examples", share * many, np.rint(share * many), many
    starts = trace["memory/shuffled_unseen"][0], trace["memory/true_unseen"][0]
    yield "memory/shuffled_unseen and true_unseen begin alike", *starts, 0.0


def _answers(trace: Trace, group: str, kind: str, said: np.ndarray) -> Iterator[Claim]:
    """Claim that the outputs are those of the trained network, and that the largest is the one that is said."""
    x, a = trace[f"{group}/{kind}x"], trace[f"{group}/{kind}a"]
    derived = network_of(trace, -1).forward(x).a[trace.L]
    yield f"{group}/{kind}a = outputs of {kind}x", a, derived, 1 + np.abs(derived)
    place = np.clip(said, 0, len(trace.classes) - 1).astype(int)
    largest = a.max(axis=1)
    what = f"{kind}label" if kind == "right_" else f"{kind}said"
    yield f"{group}/{what} has the largest output", a[np.arange(len(a)), place], largest, 1 + np.abs(largest)
