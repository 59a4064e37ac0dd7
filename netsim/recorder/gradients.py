"""Gradients that another program computed, held against our own: where they differ, and what may be the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import numpy as np

from netsim.functions import ACTIVATIONS, COSTS, Array
from netsim.measure import Gradient
from netsim.network import Network
from netsim.recipe.section import RecipeError
from netsim.recorder.layers import Layers

#: By how much a derivative may differ, in the largest of its array: what two programs round apart in float64, and in
#: float32 and less; and how many bytes a number has in the former.
FINE, COARSE = 1e-7, 1e-3
FINEST = 8

#: How nearly two gradients agree that are said to be the same but for a factor.
ALIKE = 1e-3

#: Computes the gradient of a network over the examples that are meant.
Measure = Callable[[Network], Gradient]


def check_gradients(
    given: Layers, ours: Gradient, network: Network, measure: Measure, coarsest: int, where: str
) -> None:
    """Make sure that gradients which a program computed are those that are computed here.

    Parameters
    ----------
    given, ours
        Theirs and ours, of the mean cost over the same examples.
    network, measure
        What ours were computed of and how, to try other costs.
    coarsest
        How many bytes a number has in the coarsest precision of weights and gradients there.
    where
        What an error calls it.

    Raises
    ------
    RecipeError
        Naming the array, the place with the largest gap, both numbers, and what is likely to mend it.
    """
    tolerance = FINE if coarsest >= FINEST else COARSE
    for name, theirs, mine in _arrays(given, ours):
        gap = np.abs(theirs - mine)
        if not np.all(gap <= tolerance * (np.abs(mine).max() + np.finfo(np.float32).tiny)):
            place = np.unravel_index(np.argmax(np.nan_to_num(gap, nan=np.inf)), gap.shape)
            raise RecipeError(
                f"{where}: the gradient dC/d{name} at {[int(i) for i in place]} is {theirs[place]:.6g}, and computed "
                f"here over {ours.many:,} examples it is {mine[place]:.6g}; {_reason(given, ours, network, measure)}."
            )


def _arrays(given: Layers, ours: Gradient) -> Iterator[tuple[str, Array, Array]]:
    for l in given.W:
        yield f"W{l}", given.W[l], ours.dC_dW[l]
        yield f"b{l}", given.b[l], ours.dC_db[l]


def _reason(given: Layers, ours: Gradient, network: Network, measure: Measure) -> str:
    """Say what is likely to be the reason, found by trying."""
    theirs = Gradient(ours.many, ours.C, given.W, given.b).flat.astype(np.float64)
    if not np.all(np.isfinite(theirs)):
        return "keep gradients that are finite numbers"
    for name, cost in COSTS.items():
        if name != network.cost and cost.accepts(ACTIVATIONS[network.output].traits):
            other = Network(network.W, network.b, network.hidden, network.output, name)
            by = _factor(theirs, measure(other).flat)
            if by is not None and abs(by - 1) <= ALIKE:
                return f"with cost={name!r} they agree, so tell the Recorder that"
    if (by := _factor(theirs, ours.flat)) is not None:
        return f"they are {by:.6g} times ours: {_of_factor(by, ours.many)}"
    decay = _factor(theirs - ours.flat, Gradient(1, 0.0, network.W, {l: 0 * b for l, b in network.b.items()}).flat)
    if decay is not None:
        return f"what they have besides is {decay:.3g} times the weights, a weight decay: take it out of the loss"
    return (
        "tell keep() the batch that they are of, keep weights before their update and not after it, "
        "and check the order of x, hidden, output and cost"
    )


def _factor(theirs: Array, ours: Array) -> float | None:
    """Give the number that takes our gradient to theirs; None if there is none."""
    whole = float(ours @ ours)
    by = float(theirs @ ours) / whole if whole else 0.0
    apart = float(np.linalg.norm(theirs - by * ours))
    return by if by and apart <= ALIKE * float(np.linalg.norm(theirs)) else None


def _of_factor(by: float, examples: int) -> str:
    if abs(by - examples) <= ALIKE * examples:
        return "a sum over the examples and not their mean, so divide by their number (reduction='mean')"
    if by < 0:
        return "they point the other way, so keep dC/dW itself and not the step"
    return "a scaled loss, so divide by that"


def no_finite(arrays: Mapping[str, Array]) -> tuple[str, list[int], float] | None:
    """Find the first number that is not finite: in which array, where, and which; None if there is none."""
    for name, array in arrays.items():
        wrong = ~np.isfinite(array)
        if wrong.any():
            place = np.unravel_index(np.argmax(wrong), array.shape)
            return name, [int(i) for i in place], float(array[place])
    return None
