"""The name of a weight, such as W3[2,7], or of a bias, such as b3[2], and whether a network has it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from netsim.recipe.one_sentence import shown

#: How a weight is named, and a bias; blanks and the size of the letter do not matter.
NAME = re.compile(r"\s*[Ww]\s*(\d{1,6})\s*\[\s*(\d{1,6})\s*,\s*(\d{1,6})\s*\]\s*")

BIAS = re.compile(r"\s*[Bb]\s*(\d{1,6})\s*\[\s*(\d{1,6})\s*\]\s*")


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


def parameter_named(text: str) -> tuple[int, int, int | None]:
    """Read the name of a weight, or of a bias: "b3[2]" is (3, 2, None).

    Raises
    ------
    ValueError
        If it is neither, with a sentence without its full stop.
    """
    found = BIAS.fullmatch(text)
    return (int(found[1]), int(found[2]), None) if found else weight_named(text)


def weight_in(text: str, sizes: Sequence[int]) -> tuple[int, int, int]:
    """Read the name of a weight of a network of these layer sizes n_0, ..., n_L.

    Raises
    ------
    ValueError
        If it is no name, or the network has no such weight, with a sentence without its full stop.
    """
    l, j, k = weight_named(text)
    _check(text, sizes, l, ((l, j), (l - 1, k)), "weights W")
    return l, j, k


def parameter_in(text: str, sizes: Sequence[int]) -> tuple[int, int, int | None]:
    """Read the name of a weight or of a bias of a network of these layer sizes: "b3[2]" is (3, 2, None).

    Raises
    ------
    ValueError
        If it is no name, or the network has none of it, with a sentence without its full stop.
    """
    l, j, k = parameter_named(text)
    _check(text, sizes, l, ((l, j),) if k is None else ((l, j), (l - 1, k)), "biases b" if k is None else "weights W")
    return l, j, k


def _check(text: str, sizes: Sequence[int], l: int, neurons: Sequence[tuple[int, int]], kind: str) -> None:
    """Check that a network has a layer l, and the neurons (layer, index) that a name speaks of."""
    whole = "-".join(str(n) for n in sizes)
    if not 1 <= l < len(sizes):
        raise ValueError(f"{text!r}: the network {whole} has no {kind}{l}, expected {_span(kind[-1], len(sizes) - 1)}")
    for m, neuron in neurons:
        if neuron >= sizes[m]:
            raise ValueError(
                f"{text!r}: layer {m} of the network {whole} has no neuron {neuron}, "
                f"expected {'0' if sizes[m] == 1 else f'0 to {sizes[m] - 1}'}"
            )


def _span(letter: str, last: int) -> str:
    return f"{letter}1" if last == 1 else f"{letter}1 to {letter}{last}"
