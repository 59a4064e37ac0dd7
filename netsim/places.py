"""The name of a weight, such as W3[2,7], and whether a network has it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from netsim.complaints import shown

#: How a weight is named; blanks and the size of the letter do not matter.
NAME = re.compile(r"\s*[Ww]\s*(\d{1,6})\s*\[\s*(\d{1,6})\s*,\s*(\d{1,6})\s*\]\s*")


def weight_named(text: str) -> tuple[int, int, int]:
    """Read the name of a weight: "W3[2,7]" is (3, 2, 7), layer, neuron that it leads to, neuron before.

    Raises
    ------
    ValueError
        If it is no such name, with a sentence without its full stop.
    """
    found = NAME.fullmatch(text)
    if not found:
        numbers = re.findall(r"\d{1,6}", text)
        meant = " (did you mean 'W{}[{},{}]'?)".format(*numbers) if len(numbers) == 3 else ""
        raise ValueError(
            f"{shown(text)} names no weight{meant}, expected a name such as 'W3[2,7]': "
            "into layer 3, to its neuron 2 from neuron 7 of the layer before, neurons counted from 0"
        )
    l, j, k = (int(number) for number in found.groups())
    return l, j, k


def weight_in(text: str, sizes: Sequence[int]) -> tuple[int, int, int]:
    """Read the name of a weight of a network of these layer sizes n_0, ..., n_L.

    Raises
    ------
    ValueError
        If it is no name, or the network has no such weight, with a sentence without its full stop.
    """
    l, j, k = weight_named(text)
    whole = "-".join(str(n) for n in sizes)
    if not 1 <= l < len(sizes):
        raise ValueError(f"{text!r}: the network {whole} has no weights W{l}, expected {_span('W', len(sizes) - 1)}")
    for m, neuron in ((l, j), (l - 1, k)):
        if neuron >= sizes[m]:
            raise ValueError(
                f"{text!r}: layer {m} of the network {whole} has no neuron {neuron}, "
                f"expected {'0' if sizes[m] == 1 else f'0 to {sizes[m] - 1}'}"
            )
    return l, j, k


def _span(letter: str, last: int) -> str:
    return f"{letter}1" if last == 1 else f"{letter}1 to {letter}{last}"
