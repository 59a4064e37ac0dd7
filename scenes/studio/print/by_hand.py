"""What is said around the worked example on paper: its sections, the heads of its tables, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from netsim import Reading
from scenes.look.theme import Theme
from scenes.stage.stated_values import on_paper
from scenes.studio.print.worksheet import DIGITS
from scenes.words.messages import Messages
from scenes.words.numbers import Fact
from scenes.words.sentence import Sentence

SECTIONS = ("forward", "cost", "backward", "step", "again")
COLUMNS = ("sum", "derivative", "put-in", "now", "after")
BLANK = "…"  # where a number is to be filled in


def by_hand_in(words: Messages, arrays: Mapping[str, np.ndarray], theme: Theme, solutions: bool) -> dict[str, object]:
    """Return all that the pages of the worked example say, as Typst code by name.

    Parameters
    ----------
    arrays
        Those of the `worked/` group.
    solutions
        Whether the numbers are filled in.
    """
    costs = [Reading(float(C), "worked/C", (t,)) for t, C in enumerate(arrays["worked/C"])]
    facts: dict[str, Fact] = {
        "eta": Reading(float(arrays["worked/eta"]), "worked/eta"),
        "before": costs[0],
        "after": costs[1],
        "steps": len(costs) - 1,
        "costs": Sentence(", ".join(f"{float(C):.{DIGITS}f}".replace(".", words.point) for C in costs[1:])),
    }

    def said(message: str, name: str) -> str:
        return on_paper(words.say(message, facts, name), theme)

    last = ["answer", *(["course"] if len(costs) > 2 else [])]
    question = str(words.say("by-hand-says", facts, "question")).split(BLANK)
    return {
        "title": words.say("by-hand", {}),
        "sections": {name: words.say("by-hand", {}, name) for name in SECTIONS},
        "columns": {name: said("by-hand-columns", name) for name in COLUMNS},
        "network": said("by-hand-says", "network"),
        "rounding": said("by-hand-says", "solutions" if solutions else "exercise"),
        "how_back": said("by-hand-says", "how-back"),
        "question": question,
        "answer": [said("by-hand-says", name) for name in last],
    }
