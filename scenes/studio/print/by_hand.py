"""What is said around the worked example on paper: its sections, the heads of its tables, and what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np

from netsim import Described, Reading
from scenes.look.theme import Theme
from scenes.stage.rehearsing.stated_values import function_on_paper, in_formula, on_paper
from scenes.studio.print.worksheet.printed import DIGITS
from scenes.studio.print.worksheet.sheet import COURSE
from scenes.words.messages import Messages
from scenes.words.numbers import Fact
from scenes.words.sentence import Sentence

SECTIONS = ("forward", "cost", "backward", "step", "again")
COLUMNS = ("sum", "derivative", "put-in", "now", "after")
BLANK = "…"  # where a number is to be filled in


def by_hand_in(
    words: Messages,
    arrays: Mapping[str, np.ndarray],
    network: Described,
    plainer: bool,
    theme: Theme,
    solutions: bool,
) -> dict[str, object]:
    """Return all that the pages of the worked example say, as Typst code by name.

    Parameters
    ----------
    arrays
        Those of the `worked/` group.
    network
        What is true of its network.
    plainer
        Whether its rule, plain gradient descent, is another than that of the lesson's own training.
    solutions
        Whether the numbers are filled in.
    """
    costs = [Reading(float(C), "worked/C", (t,)) for t, C in enumerate(arrays["worked/C"])]
    steps = [int(n) for n in arrays["worked/steps"]]
    listed = [words.manner.number(f"{float(C):.{DIGITS}f}") for C in costs[1:COURSE]]
    facts: dict[str, Fact] = {
        "eta": Reading(float(arrays["worked/eta"]), "worked/eta"),
        "before": costs[0],
        "after": costs[1],
        "steps": len(listed),
        "costs": Sentence(words.manner.listed(listed)),
        "updates": steps[-1],
        "end": costs[-1],
        "learned": "all" if network.trains_biases else "weights",
        "rule": "plainer" if plainer else "same",
        **_network(network, words),
    }

    def said(message: str, name: str) -> str:
        return on_paper(words.say(message, facts, name), theme)

    last = ["answer", *(["course"] if len(costs) > 2 else []), *(["end"] if steps[-1] > len(listed) else [])]
    question = str(words.say("by-hand-says", facts, "question")).split(BLANK)
    return {
        "title": words.say("by-hand", {}),
        "sections": {name: words.say("by-hand", {}, name) for name in SECTIONS},
        "columns": {name: said("by-hand-columns", name) for name in COLUMNS},
        "network": said("by-hand-says", "network"),
        "step": said("by-hand-says", "step"),
        "rounding": said("by-hand-says", "solutions" if solutions else "exercise"),
        "how_back": said("by-hand-says", "how-back" if network.L > 1 else "how-back-one"),
        "question": question,
        "answer": [said("by-hand-says", name) for name in last],
    }


def _network(network: Described, words: Messages) -> dict[str, Fact]:
    """Return what is said of a network: how many neurons it has, their functions, and the slopes of these."""
    sizes, hidden, output = network.sizes, network.activation(1).name, network.activation(network.L).name
    (value, slope), (value_out, slope_out) = function_on_paper(hidden, words), function_on_paper(output, words)
    return {
        "inputs": sizes[0],
        "hidden": sizes[1] if network.L > 1 else 0,
        "outputs": sizes[-1],
        "functions": "one" if hidden == output else "two",
        "value": _maths(f"sigma(z) = {value}", words),
        "value_out": _maths(f"sigma(z) = {value_out}", words),
        "slope": _maths(f"sigma'(z) = {slope.replace('_j', '')}", words),
        "slope_out": _maths(f"sigma'(z) = {slope_out.replace('_j', '')}", words),
    }


def _maths(code: str, words: Messages) -> Sentence:
    written = re.sub(r"\d+\.\d+", lambda number: in_formula(words.manner.number(number[0])), code)
    return Sentence(f"[{written}](math)")
