"""Splits many examples into blocks that one core computes on the spot, several of them in a stack."""

from __future__ import annotations

from collections.abc import Iterator

from netsim.functions import Array
from netsim.network import Network

#: Multiplications in one matrix product that BLAS does on the spot. Larger ones are dealt out to threads,
#: and these wait for one another many times longer than they work where other programs use the cores too.
AT_ONCE = 2**18

#: Blocks of a stack, which keeps the derivatives of them all in memory; and examples that are worth a block.
#: A network so wide that fewer would be at once is left to the threads.
HIGH = 64
WORTH = 8


def rows_at_once(network: Network) -> int:
    """Count the examples for which each layer's product is done on the spot."""
    return AT_ONCE // max(1, *(w.size for w in network.W.values()))


def in_blocks(network: Network, *numbers: Array) -> Iterator[tuple[Array, ...]]:
    """Cut arrays of examples (N, n), such as x and y, into stacks (blocks, rows, n); the rest is (rest, n).

    Where there is nothing to be gained, all of them come as they are, (N, n).
    """
    rows, many = rows_at_once(network), len(numbers[0])
    if many <= rows or rows < WORTH:
        yield numbers
        return
    whole = many - many % rows
    for start in range(0, whole, rows * HIGH):
        end = min(start + rows * HIGH, whole)
        yield tuple(part[start:end].reshape((end - start) // rows, rows, part.shape[1]) for part in numbers)
    if whole < many:
        yield tuple(part[whole:] for part in numbers)
