"""What is true to say of wish and effect: what becomes of a wish on its way to the weighted sum (N8)."""

from __future__ import annotations

from netsim import Trace
from scenes.parts.outputs import told_of

FOLLOWS = {
    "sigmoid": "It follows along its curve: steep in the middle, nearly flat near 0 and 1.",
    "tanh": "It follows along its curve: steep in the middle, nearly flat near \N{MINUS SIGN}1 and 1.",
    "relu": "It follows along its curve: flat below 0, straight up above.",
    "identity": "It follows step by step.",
}


def wish_and_effect(trace: Trace) -> dict[str, str]:
    """Return how an output follows its sum, and what larger weights make of it."""
    entropy = trace.cost_name == "cross_entropy"
    return {"follows": _follows(trace, entropy), "larger": _larger(trace, entropy), "moral": _moral(trace, entropy)}


def _follows(trace: Trace, entropy: bool) -> str:
    plain = ": with this cost simply [y - a](math)" if entropy else ""
    if trace.output == "softmax":
        return (
            "With softmax every sum moves all the outputs, since they share a total of 1. "
            f"What is left of all wishes for a sum is its effect{plain}."
        )
    return f"{FOLLOWS[trace.output]} Wish times slope is the effect on the sum{plain}."


def _larger(trace: Trace, entropy: bool) -> str:
    j, factor = told_of(trace), int(trace["effect/factor"])
    if j is None:
        return f"No output is badly wrong and hard to move here, nor with the last weights {factor} times as large."
    a, y, wish, effect = (
        trace.reading("effect/a", j),
        trace.reading("y", 0, j),
        -trace.reading("effect/dC_da", j),
        -trace.reading("effect/delta", j),
    )
    but = "and still its effect is" if entropy else "but its effect is only"
    comes = f"{but} {effect:+.3f}" if float(effect) else "but its effect is 0"
    large = f"Let the last weights be {factor} times as large. " if factor > 1 else ""
    return (
        f"{large}The [{trace.classes[j]}](focus) shows {a:.2f} and should show {y:.0f}: it wishes {wish:+.2f}, {comes}."
    )


def _moral(trace: Trace, entropy: bool) -> str:
    others = "for other examples it may be just right"
    if entropy:
        return "This cost wishes all the more where an output hardly moves: so none gets stuck while it is wrong."
    if trace.output == "identity":
        return f"No output is ever stuck here. Nor is one that is wrong thrown away: {others}."
    if told_of(trace) is None:
        return f"Such a one would want much and get little. No reason to drop it: {others}."
    return f"It wants much and gets little. No reason to drop it: {others}."
