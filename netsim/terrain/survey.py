"""Of how many examples the cost over the weight space is the mean, where it is measured at very many places."""

from __future__ import annotations

from netsim.network import Network

#: What is computed at most, in multiplications: those of the places of a fine line with all the weights behind the
#: first layer, of each example; an activation is worth so many of them.
MOST_WORK = 2 * 10**9
PLACES = 600
ACTIVATION = 20

#: The fewest examples, however large the network.
FEWEST = 20


def work_of(network: Network) -> int:
    """Count what one example costs from the first layer on, in multiplications."""
    return sum(W.size for l, W in network.W.items() if l > 1) + ACTIVATION * sum(network.sizes[1:])


def surveyed(network: Network, examples: int) -> int:
    """Tell of how many of so many examples the cost is measured, from the first on: of all, if that is quick enough."""
    return min(examples, max(FEWEST, MOST_WORK // (PLACES * work_of(network))))
