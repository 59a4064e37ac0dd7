"""What a lecturer's notes call a number: its symbol and before it what that stands for, or words alone."""

from __future__ import annotations

from scenes.stage.rehearsing.shown_numbers import SYMBOL
from scenes.words.messages import Messages

NAMES = "shown-number"
#: What letters stand for, by an attribute of the message `shown-number`.
_STANDS_FOR = {
    "C": "cost",
    "a": "activation",
    "z": "sum",
    "w": "weight",
    "W": "weight",
    "v": "weight",
    "b": "bias",
    "x": "input",
    "y": "target",
    "δ": "delta",
}


def called(name: str, words: Messages) -> str:
    """Return a number's name with words: `cost C`, `derivative ∂C/∂a3`, `mean nudge`; one without words as it is.

    Parameters
    ----------
    name
        A symbol, or an array of the trace, as `shown_numbers` gives it.
    """
    symbol = SYMBOL.fullmatch(name)
    if symbol is None:
        array = name.rstrip("0123456789")
        known = (one for one in (array.replace("/", "-"), array.rpartition("/")[2]) if words.has(NAMES, one))
        return next((words.say(NAMES, {}, one) for one in known), name.rpartition("/")[2].replace("_", " "))
    what = "derivative" if symbol["derivative"] else _STANDS_FOR.get(symbol["letter"])
    if what == "delta" and symbol["minus"]:
        what = "effect"
    return f"{words.say(NAMES, {}, what)} {name}" if what else name
