"""What is true to say of a lesson's network: captions that follow its functions, its cost and its training."""

from __future__ import annotations

import numpy as np

from netsim import Trace
from scenes.parts.selection import ranked

WISH = '"its wish for" med a_k'  # of one output, as Typst mathematics; only their sum is the gradient
BARELY = 0.15  # of the loudest: below it an effect is said to be barely there


def kind_of_example(trace: Trace) -> str:
    """Return what an example is, to stand between "example" and its label."""
    if trace.header.get("data") in ("digits", "mnist"):
        return ", a handwritten"
    return ", an image of the class" if trace.image_shape else " of the class"


def state_of(trace: Trace) -> str:
    """Return how much the network has learned at the moment that is shown."""
    updates = int(trace.steps[0])
    if updates == 0:
        return "a network that has learned nothing yet"
    return f"the network as it is after {updates:,} update{'s' if updates > 1 else ''}"


def wishes_of_outputs(trace: Trace) -> dict[str, str]:
    """Return what is true of the wishes -dC/da of the outputs: their signs, and what their size means."""
    label, wishes = trace.label(0), -trace.reading(f"dC_da{trace.L}", 0, 0)
    others = np.delete(np.asarray(wishes.value), label)
    names = trace.classes
    order = ranked(wishes)
    asking = f"The {names[order[-1]]} asks for least, the {names[order[0]]} for most."
    why = "The nearer an output is to its target, the less it has to say."
    rule = "Each arrow is twice the error."
    if trace.cost_name != "quadratic":
        rule, why = "Each arrow is the rate at which the cost would fall.", ""
    if not others.any() and trace.cost_name != "quadratic":
        asking = f"This cost looks at the {names[label]} alone: the other outputs have no wishes of their own."
    elif not others.any():
        asking, why = f"The {names[label]} alone asks for something: the rest stand at their targets.", ""
    return {
        "should": _should(float(wishes[label]), "should [light up](up)", "should [dim](down)", "is as it should be"),
        "the_rest": _rest(others, trace.output),
        "rule": rule,
        "asking": asking,
        "why": why,
    }


def cost_formula(trace: Trace) -> str:
    """Return what the cost of one example is, as Typst mathematics."""
    if trace.cost_name == "quadratic":
        return "C_0 = inline(sum_j) (a_j - y_j)^2"
    if trace.output == "softmax":
        return "C_0 = - inline(sum_j) y_j ln a_j"
    return "C_0 = - inline(sum_j) (y_j ln a_j + (1 - y_j) ln (1 - a_j))"


def _rest(others: np.ndarray, output: str) -> str:
    if not others.any():
        return (
            "and the softmax will dim the rest by itself" if output == "softmax" else "the rest are as they should be"
        )
    if (others <= 0).all():
        return "the rest should [dim](down)"
    return "the rest should [rise](up)" if (others >= 0).all() else "each of the rest should go towards its target"


def _should(wish: float, up: str, down: str, still: str) -> str:
    return up if wish > 0 else down if wish < 0 else still


def levers(effect: float) -> dict[str, str]:
    """Return what the three levers of a neuron do, from the sign of -dC/db, the effect on its weighted sum."""
    up, down = "[Up](up) where the weight is positive", "[down](down) where it is negative"
    reverse = "[Down](down) where the weight is positive, [up](up) where it is negative"
    flat = "Just now the neuron is flat, and none of them counts"
    return {
        "move_it": _should(effect, "raise", "lower", "move"),
        "does": _should(effect, "lowers", "raises", "changes"),
        "by_weights": _should(effect, f"{up}, {down}", reverse, flat),
    }


def wishes_for_the_layer_before(effect: float) -> str:
    """Return what a neuron wants of those before it, from the effect that it wants of its weighted sum."""
    more = "and more so the larger the weight"
    return _should(
        effect,
        f"[Brighter](up) where its weight is positive, [darker](down) where it is negative, {more}",
        f"[Darker](down) where its weight is positive, [brighter](up) where it is negative, {more}",
        "Nothing: just now it is flat, and whatever they do, it stays as it is",
    )


def another_opinion(trace: Trace, effect: float) -> dict[str, str]:
    """Return what another output should do, and what it wishes; of a softmax what its sum should do."""
    one = trace.sizes[-2] == 1
    if effect == 0:
        they_do = "neuron does" if one else "neurons do"
        return {"change": "is flat just now", "opinion": f"Whatever the very same {they_do}, it stays as it is"}
    up = effect > 0
    if trace.output == "softmax":
        change = f"its weighted sum should {'grow' if up else 'shrink'}"
    else:
        change = f"should {'light up' if up else 'dim'}"
    wish = "[brighter](up)" if up else "[darker](down)"
    neurons = "neuron" if one else "neurons"
    return {"change": change, "opinion": f"Of the very same {neurons} it wishes {wish} where its weight is positive"}


def adding_up(trace: Trace) -> dict[str, str]:
    """Return what the label asks of the neurons before it, and what is true of the sum of all that is asked."""
    effects, label = -trace[f"delta{trace.L}"][0, 0], trace.label(0)
    before = "the neuron before it" if trace.sizes[-2] == 1 else f"the {trace.sizes[-2]:,} neurons before it"
    asks = f"What the [{trace.classes[label]}](focus) asks of {before}: its effect times its weights."
    way = (
        "Right is [brighter](up), left is [darker](down)." if effects[label] else "Its effect is 0, so that is nothing."
    )
    if not effects.any():
        return {
            "asks": f"{asks} {way}",
            "adding": "Column by column the wishes would add up: here there are none.",
            "total": "So just now this one example wants nothing of the whole layer.",
        }
    return {
        "asks": f"{asks} {way}",
        "adding": "Column by column the wishes add up: each bar starts where the last one ended.",
        "total": "The total is what this one example wants of the layer, neuron by neuron.",
    }


def voices(trace: Trace) -> str:
    """Return who of the outputs speaks loudest to the layer before, and who least."""
    effects = -trace.reading(f"delta{trace.L}", 0, 0)
    order, names = ranked(effects), trace.classes
    loud, soft = abs(float(effects[order[0]])), abs(float(effects[order[-1]]))
    if loud == 0:
        return "The other outputs are asked too, but just now all of them are flat, and nobody speaks."
    loudest, least = "Every other output has wishes too. Long bars speak loudly", names[order[-1]]
    if soft == 0:
        return f"{loudest}; the {least} is silent."
    return f"{loudest}; the {least} barely speaks." if soft < BARELY * loud else f"{loudest}; the {least} says least."
