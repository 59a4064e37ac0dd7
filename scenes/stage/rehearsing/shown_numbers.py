"""The numbers that a beat shows in digits, for a lecturer's notes: called by their names, rounded as on screen."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from manim import Mobject

from netsim import Reading
from netsim.figures.units import PREFIX
from scenes.look.manner import ENGLISH, Manner
from scenes.mobjects.amounts.quantity import quantities
from scenes.mobjects.type.number import MINUS, Readout

# So many names are listed of a beat, and so many values of each: a lecturer takes in no more at a glance.
MOST_NAMES, MOST_VALUES = 6, 12
MORE = "\N{HORIZONTAL ELLIPSIS}"
VISIBLE = 0.02

#: What is written as a symbol: a derivative, or a letter, perhaps with its layer.
SYMBOL = re.compile(rf"(?P<minus>{MINUS})?(?:(?P<derivative>∂[A-Za-z]/∂\w+)|(?P<letter>[^\W\d_])\d*)")
_DERIVATIVE = re.compile(r"^d([A-Za-z])_d(\w+)$")
# Arrays of what a picture is drawn by: their numbers are marks of an axis, or stand at a handle.
_DRAWN_BY = ("curve", "value", "ticks")
_GREEK = {"delta": "δ", "eta": "η", "sigma": "σ"}

#: What was shown: where it stands in the trace, and its digits.
Written = tuple[str, tuple[int, ...], str]
ShownNumbers = list[tuple[str, str]]


def written_on(mobjects: Iterable[Mobject]) -> dict[Written, str]:
    """Return the numbers that are seen in digits, from the top of the screen down, and the name of each."""
    found = [p for p in quantities(mobjects) if isinstance(p, Readout) and p.reading is not None and _seen(p)]
    readings = ((number.reading, number.text) for number in sorted(found, key=_reading_order))
    return {
        (reading.key, reading.index, text): name_of(reading)
        for reading, text in readings
        if reading is not None and not set(_own(reading).split("_")) & set(_DRAWN_BY)
    }


def shown_numbers(
    written: dict[Written, str], before: Collection[Written] = (), manner: Manner = ENGLISH
) -> ShownNumbers:
    """List the numbers that have come since an earlier picture, each name once with all its values.

    Parameters
    ----------
    written
        What is written now, as `written_on` gives it.
    before
        What was written then.
    manner
        Of the language that they are read in.

    Returns
    -------
    list of tuple
        A name, such as `∂C/∂a3` or `tugs/mean`, and values in the order of reading, such as `0.74, 0.61`; `…` for
        those left out.
    """
    values: dict[str, list[str]] = {}
    for number, name in written.items():
        if number not in before:
            values.setdefault(name, []).append(number[-1])
    return [
        (name, manner.listed([*texts[:MOST_VALUES], *([MORE] if len(texts) > MOST_VALUES else [])]))
        for name, texts in list(values.items())[:MOST_NAMES]
    ]


def name_of(reading: Reading) -> str:
    """Return what a number is called in every language: its symbol, `−∂C/∂a3` of `levers/dC_da3`, or else its array."""
    name = _DERIVATIVE.sub(r"∂\1/∂\2", _own(reading))
    for word, letter in _GREEK.items():
        name = re.sub(rf"^{word}(?![A-Za-z])", letter, name)
    return f"{MINUS if reading.sign < 0 else ''}{name}" if SYMBOL.fullmatch(name) else reading.key.removeprefix(PREFIX)


def _own(reading: Reading) -> str:
    """Return an array's name without its exhibit's."""
    return reading.key.rpartition("/")[2]


def _seen(number: Readout) -> bool:
    return any(glyph.get_fill_opacity() > VISIBLE for glyph in number.submobjects)


def _reading_order(number: Readout) -> tuple[float, float]:
    x, y, _ = number.get_center()
    return -round(float(y), 1), float(x)
