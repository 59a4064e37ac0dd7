"""Edges of the first layer that are worth a look: the one that matters most, and one that hardly does."""

from __future__ import annotations

import numpy as np

from netsim.functions import Array
from netsim.measure import Gradient

#: The second edge's derivative as a part of the first one's: as near to this as there is one.
PART = 1 / 30

#: An input is lit if it is at least this part of the example's largest.
LIT = 0.5
Edge = tuple[int, int, int]


def lit_inputs(x: Array) -> np.ndarray:
    """Tell which inputs of an example (n_0,) are clearly lit; all, if it is empty."""
    size = np.abs(x)
    lit: np.ndarray = size >= LIT * size.max()
    return lit


def two_edges(gradient: Gradient, x: Array) -> tuple[Edge, Edge]:
    """Choose two edges of layer 1 whose input is lit in the example x (n_0,).

    The first has the largest derivative. The second has one that is not 0, as near as can be to a
    thirtieth of that; it leads from another input to another neuron, if there is one. With a single
    edge, or a single one that has a derivative, both are the same.
    """
    size = np.abs(gradient.dC_dW[1])
    first = np.unravel_index(np.argmax(np.where(lit_inputs(x), size, -1)), size.shape)
    usable = lit_inputs(x) & (size > 0)
    other = usable.copy()
    other[first[0]], other[:, first[1]] = False, False
    usable[first] = False
    choice = next((some for some in (other, usable) if some.any()), None)
    if choice is None:
        return _edge(first), _edge(first)
    away = np.abs(np.log(np.where(choice, size, 1) / (PART * size[first])))
    return _edge(first), _edge(np.unravel_index(np.argmin(np.where(choice, away, np.inf)), size.shape))


def _edge(place: tuple[np.intp, ...]) -> Edge:
    return 1, int(place[0]), int(place[1])
