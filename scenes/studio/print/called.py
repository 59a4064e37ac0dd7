"""What a lecturer's notes call a number: its symbol, and before it what that stands for, in words."""

from __future__ import annotations

import re

from scenes.words.messages import Messages

_SYMBOL = re.compile(r"−?(∂?)([A-Za-z])\d*(?:/∂\w+)?")
#: What letters stand for, by an attribute of the message `shown-number`.
_STANDS_FOR = {
    "C": "cost",
    "a": "activation",
    "z": "sum",
    "w": "weight",
    "W": "weight",
    "b": "bias",
    "x": "input",
    "y": "target",
}


def called(name: str, words: Messages) -> str:
    """Return a number's name with words: `cost C`, `activation a3`, `derivative ∂C/∂a3`; others as they are."""
    symbol = _SYMBOL.fullmatch(name)
    what = "derivative" if symbol and symbol[1] else _STANDS_FOR.get(symbol[2]) if symbol else None
    return f"{words.say('shown-number', {}, what)} {name}" if what else name
