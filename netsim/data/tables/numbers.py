"""What counts as a number in a cell, with a decimal point or a decimal comma."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from netsim.trace.features import MOST_DECIMALS

MARKS = ".,"  # decimal point and decimal comma

_NUMBER = re.compile(r"[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][+-]?\d{1,5})?|[+-]?inf(?:inity)?", re.ASCII | re.IGNORECASE)


@lru_cache(maxsize=4096)
def is_number(text: str, mark: str = MARKS) -> bool:
    """Whether a text is a number, its decimals after one of these marks: 12, -0.5, .5, 1e-3, 1,5, inf."""
    plain = text.replace("\N{MINUS SIGN}", "-")
    return bool(_NUMBER.fullmatch(plain)) and not any(other in plain for other in MARKS if other not in mark)


def number(text: str) -> float:
    """Give the number that a text is."""
    return float(text.replace("\N{MINUS SIGN}", "-").replace(",", "."))


def mark_of(texts: Iterable[str]) -> str:
    """Tell the decimal mark by which all of some texts are numbers, the point first; "" if there is none."""
    found = list(texts)
    return next((mark for mark in MARKS if all(is_number(text, mark) for text in found)), "")


def decimals_of(text: str) -> int:
    """Count the digits behind the decimal mark of a number as it is written, 0..6."""
    mantissa, _, power = text.lower().replace(",", ".").partition("e")
    return min(max(len(mantissa.partition(".")[2]) - int(power or 0), 0), MOST_DECIMALS)


def plain_whole(text: str) -> str:
    """Write a whole number without decimals (1.0 becomes 1); every other text stays as it is."""
    return text[: re.search(r"[.,]", text).start()] if re.fullmatch(r"-?\d{1,18}[.,]0*", text, re.ASCII) else text  # type: ignore[union-attr]
