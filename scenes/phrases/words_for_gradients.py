"""What is true to say of the wishes and nudges of a whole network: layer by layer (N10 to N12)."""

from __future__ import annotations

import numpy as np

from netsim import Reading, Trace
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.type.number import spec_for
from scenes.parts.selection import ranked
from scenes.words.numbers import Fact

FADES = 0.5  # of the outputs' longest wish: below it the wishes of the first layer are said to have faded


def longest(reading: Reading) -> Reading:
    """Return the largest entry of a reading, without its sign."""
    return Scale.fit([reading], 1.0).source


def most_moved(trace: Trace) -> int:
    """Return the neuron of the first layer whose weights and bias get the largest nudges."""
    return ranked(trace.reading("delta1", 0, 0))[0]


def wishes_going_back(trace: Trace) -> dict[str, str]:
    """Return what becomes of the wishes on their way from the outputs to the first layer."""
    there, here = (longest(trace.reading(f"dC_da{l}", 0, 0)) for l in (trace.L, 1))
    at = f"at the outputs the longest is {format(there, spec_for([there], 2, sign=''))}"
    first = f"in the first layer {format(here, spec_for([here], 2, sign=''))}"
    if float(here) == 0:
        return {"course": f"On one scale: {at}, but just now nothing of it comes back."}
    fades = "On one scale, wishes fade" if float(here) < FADES * float(there) else "On one scale"
    return {"course": f"{fades}: {at}, {first}. Now each layer has its own."}


def nudges_of_first_weights(trace: Trace) -> dict[str, str]:
    """Return what the most moved neuron of the first layer wants of its weights, and why."""
    j, x = most_moved(trace), np.asarray(trace["x"][0])
    effect = -float(trace.reading("delta1", 0, 0, j))
    if effect == 0:
        return {"nudges": "But just now the first layer is flat, and nothing is asked of its weights."}
    way = "[up](up)" if effect > 0 else "[down](down)"
    whose = f"Those of this neuron get {'the largest' if trace.sizes[1] > 1 else 'these'} nudges"
    if trace.image_shape and x.min() >= 0:
        none = ", none where it is dark" if x.min() == 0 else ""
        return {"nudges": f"{whose}: all {way}, most where a pixel is bright{none}."}
    return {"nudges": f"{whose}: each is in proportion to its input."}


def components_of_one(trace: Trace) -> dict[str, Fact]:
    """Return how many nudges one example wants, how many of them are 0 and why, and how few weigh most."""
    components, zero, most = (trace.reading(f"one/{name}") for name in ("components", "zero", "most"))
    dark = int((trace["x"][0] == 0).sum()) * trace.sizes[1]
    if float(zero) == float(components):
        still = "Just now all of them are 0: whatever is nudged, the outputs stay."
        return {"components": components, "wider": "just now it is nothing", "zeros": still, "most": ""}
    why = ""
    if dark:
        what = "pixel is dark" if trace.image_shape else "input is 0"
        part = "most" if 2 * dark > float(zero) else "some"
        why = f": their {what}" if float(zero) == dark else f", {part} because their {what}"
    zeros = f"{zero:,.0f} of them are exactly 0{why}." if float(zero) else "None of them is 0."
    largest = "the largest alone gains" if float(most) == 1 else f"the {most:,.0f} largest gain"
    most_of_all = f"In a small step {largest} 90 % of what all of them do."
    return {"components": components, "wider": "the wider, the more", "zeros": zeros, "most": most_of_all}


def heard_alone(trace: Trace) -> dict[str, Fact]:
    """Return whom a network hears alone, of which classes examples are shown, and what it then answers."""
    star, unseen = trace.classes[trace.label(0)], trace.reading("only/unseen")
    digits = trace.header.get("data") in ("digits", "mnist")
    each = "of each class" if len(trace["only/label"]) == len(trace.classes) else "each of some classes"
    first, last = trace.reading("only/said", 0), trace.reading("only/said", len(trace["only/said"]) - 1)
    others = np.flatnonzero(np.asarray(trace["only/said"]) < 1)  # moments at which some still are not
    since = int(trace["only/steps"][min(int(others.max(initial=-1)) + 1, len(trace["only/steps"]) - 1)])
    if float(first) == float(last) == 1:
        now = f"The answer to all {unseen:,.0f} unseen examples was [{star}](focus) before, and still is."
    elif float(last) == 1:
        now = f"From update {since:,} on all {unseen:,.0f} unseen examples are answered [{star}](focus). "
        now += "So every class must be heard."
    else:
        now = f"The share answered [{star}](focus) goes from {first:.2f} to {last:.2f}. "
        now += f"After {_updates(int(trace['only/updates']))} that is all."
    return {
        "those": f"[{star}](focus)s" if digits else f"examples of [{star}](focus)",
        "shown": f"Here is one example {each}",
        "now": now,
    }


def _updates(many: int) -> str:
    return f"{many:,} update{'' if many == 1 else 's'}"


def most_disputed(trace: Trace) -> int | None:
    """Return the row of the table in which the shown examples disagree most on the direction; None if in none."""
    wanted = -trace["table/dC_dp"]
    least = np.minimum(wanted.max(axis=1), -wanted.min(axis=1))  # what the weaker side wants at most
    share = least / np.maximum(np.abs(wanted).max(axis=1), np.finfo(float).tiny)
    return int(np.argmax(share)) if share.max() > 0 else None


def each_wants_something_else(trace: Trace) -> dict[str, Fact]:
    """Return how many examples there are, and who of those that are shown want opposite things of one parameter."""
    row = most_disputed(trace)
    disputed = "Here no two of them pull against each other, yet each wants its own amount."
    if row is not None:
        disputed = f"{_parameter(trace, row)}: {_opposed(trace, -trace['table/dC_dp'][row])}."
    name = trace.classes[trace.label(0)]
    star = f"The [{name}](focus) wants these nudges of them."
    if not trace["table/dC_dp"][:, 0].any():
        star = f"Just now the [{name}](focus) wants no nudge of any."
    return {"examples": trace.reading("gradient/examples"), "star": star, "disputed": disputed}


def _parameter(trace: Trace, row: int) -> str:
    """Return what a marked parameter is: if it is one of an output, of which."""
    kind, l, j, _ = map(int, trace["table/place"][row])
    name = "bias" if kind else "weight"
    if l < trace.L:
        return f"The marked {name}"
    return f"The marked {name} {'is that of' if kind else 'leads to'} the {trace.classes[j]}"


def _opposed(trace: Trace, wanted: np.ndarray) -> str:
    """Return who wants up and who wants down; one who stands against all others is named alone."""
    names = [trace.classes[int(label)] for label in trace["table/label"]]
    up, down = names[int(np.argmax(wanted))], names[int(np.argmin(wanted))]
    if len(names) > 2 and (wanted > 0).sum() == 1 and (wanted < 0).sum() == len(names) - 1:
        return f"the {up} alone wants it [up](up), the others [down](down)"
    if len(names) > 2 and (wanted < 0).sum() == 1 and (wanted > 0).sum() == len(names) - 1:
        return f"the {down} alone wants it [down](down), the others [up](up)"
    return f"the {up} wants it [up](up), the {down} [down](down)"
