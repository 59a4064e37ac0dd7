"""The exact numbers on screen: where in the trace each stands, and its value to full precision."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from manim import Mobject

from netsim import Reading
from scenes.mobjects.amounts.arrows import NudgeArrow
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Quantity, quantities
from scenes.mobjects.type.number import MINUS, Readout

# Where nothing is written in digits, so many arrows and bars are listed.
MOST_DRAWN = 20

ExactNumbers = list[tuple[str, str]]


def exact_numbers(mobjects: Iterable[Mobject]) -> ExactNumbers:
    """List the numbers written in digits, each once, from the top of the screen; where none is, what is drawn.

    Returns
    -------
    list of tuple
        The place, such as `−dC_da3[0, 0, 2]`, and the value as Python writes it, so that it reads back the same.
    """
    found = sorted(quantities(mobjects), key=_reading_order)
    written = _listed(picture for picture in found if isinstance(picture, Readout))
    return written or _listed(picture for picture in found if isinstance(picture, NudgeArrow | Bar))[:MOST_DRAWN]


def _reading_order(picture: Quantity) -> tuple[float, float]:
    x, y, _ = picture.get_center()
    return -round(float(y), 1), float(x)


def _listed(pictures: Iterable[Quantity]) -> ExactNumbers:
    readings = [p.reading for p in pictures if p.reading is not None and np.ndim(p.reading.value) == 0]
    return list(dict.fromkeys((_place(reading), repr(float(reading))) for reading in readings))


def _place(reading: Reading) -> str:
    sign = MINUS if reading.sign < 0 else ""
    index = f"[{', '.join(map(str, reading.index))}]" if reading.index else ""
    return f"{sign}{reading.key}{index}"
