"""Puts the layers of a file in order and the right way round: so that each goes on from the one before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from netsim.weights.found import MOST_LAYERS, WIDEST, Dense, Found, Unfit

Way = tuple[bool, tuple[Dense, ...]]


def arranged(found: Found, inputs: int | None = None, outputs: int | None = None) -> Way:
    """Find how the layers of a file make a network: whether weights are (inputs, outputs), and the layers in order.

    All weights of a file stand the same way round: the one in which each layer goes on from the one before, its
    biases are as many as its neurons, and both ends fit the data. Where both ways do, which takes a network whose
    layers are all as wide as the data, it is the format's own.

    Parameters
    ----------
    found
        The layers; those of one group keep their order.
    inputs, outputs
        How many the data have; None where that is not known yet.

    Raises
    ------
    Unfit
        If there is no such way, or more than one.
    """
    if len(found.layers) > MOST_LAYERS:
        raise Unfit(f"has {len(found.layers)} layers of weights, expected at most {MOST_LAYERS}")
    own = bool(found.inputs_first)
    ways = {
        first: [order for order in _orders(found.layers) if not _misfit(order, first, inputs, outputs)]
        for first in ((own,) if found.sure else (own, not own))
    }
    fitting = {first: orders for first, orders in ways.items() if orders}
    if not fitting:
        raise Unfit(_nearest_misfit(found, own, inputs, outputs))
    first, orders = next(iter(fitting.items()))
    if inputs is not None and len(fitting) == 2 and found.inputs_first is None:
        raise Unfit(
            f"has {found.layers[0].told}, which fits either way round; name the arrays W1, b1, ... if they are "
            "(outputs, inputs), or kernel_1, bias_1, ... if they are (inputs, outputs)"
        )
    if inputs is not None and len(orders) > 1:
        names = " or ".join(", ".join(layer.name for layer in order) for order in orders[:2])
        raise Unfit(f"has layers that fit in more than one order ({names}); number them, such as fc1, fc2")
    _check_sizes(first, orders[0])
    return first, orders[0]


def _check_sizes(inputs_first: bool, layers: Sequence[Dense]) -> None:
    for layer in layers[:-1]:
        if layer.of(inputs_first)[1] > WIDEST:
            raise Unfit(f"has {layer.told}, expected hidden layers of at most {WIDEST:,} neurons")


def _orders(layers: Sequence[Dense]) -> Iterator[tuple[Dense, ...]]:
    """Go through the orders of layers in which those of one group keep theirs."""
    groups = [list(some) for _, some in groupby(layers, key=lambda layer: layer.group)]

    def go_on(left: list[list[Dense]]) -> Iterator[tuple[Dense, ...]]:
        if not any(left):
            yield ()
        for i, group in enumerate(left):
            if group:
                for rest in go_on([*left[:i], group[1:], *left[i + 1 :]]):
                    yield group[0], *rest

    return go_on(groups)


def _misfit(order: Sequence[Dense], inputs_first: bool, inputs: int | None, outputs: int | None) -> str:
    """Say what first does not fit if layers are read so; "" if all does."""
    return next(_misfits(order, inputs_first, inputs, outputs), (0, ""))[1]


def _misfits(
    order: Sequence[Dense], inputs_first: bool, inputs: int | None, outputs: int | None
) -> Iterator[tuple[int, str]]:
    """Say what does not fit, each after how many layers that do."""
    before, what = inputs, f"the {inputs} inputs of the data"
    for i, layer in enumerate(order):
        taken, made = layer.of(inputs_first)
        if before is not None and taken != before:
            yield i, f"has {layer.told}, expected one that takes {what}"
        if layer.b is not None and len(layer.b) != made:
            yield i, f"has {len(layer.b)} biases for the {made} neurons of {layer.told}, expected one for each"
        before, what = made, f"the {made} outputs of {layer.told}"
    if outputs is not None and before != outputs:
        yield (
            len(order),
            f"has {order[-1].told} as its last layer, expected one with {outputs} outputs, as the data ask for",
        )


def _nearest_misfit(found: Found, own: bool, inputs: int | None, outputs: int | None) -> str:
    """Say what does not fit in the order of names: the way round that these say, or else the one in which more does."""
    ways = (own,) if found.inputs_first is not None else (own, not own)
    misfits = [next(_misfits(found.layers, first, inputs, outputs)) for first in ways]
    return max(misfits, key=lambda misfit: misfit[0])[1]
