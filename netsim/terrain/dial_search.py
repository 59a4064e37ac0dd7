"""Looks for a parameter along which the cost has two clear minima."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from netsim.functions import Array
from netsim.network import Network
from netsim.terrain.dial import Dial, Place, activations_of
from netsim.terrain.two_minima import TwoMinima, bowl, two_minima_of, window

#: How far from 0 a parameter is turned, and farther where it stands farther out.
REACH = 16.0
ROOM = 1.5

#: Places of the grid on which all candidates are tried, and of that on which the best of them are.
COARSE = 25
FINE = 481
BEST = 8

#: In how many neurons all weights are tried: those of the best.
NEURONS = 2

#: Candidates of a moment, and numbers that are computed for all of them.
MOST, FEWEST = 240, 4
MOST_WORK = 10**9

#: The most weights behind the layer after a parameter's: each is multiplied anew for each value.
MOST_BEHIND = 20_000

#: What an activation costs, in multiplications.
ACTIVATION = 20

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Found:
    """A parameter along which the cost is worth a look.

    Attributes
    ----------
    at
        At which moment of the run.
    dial
        The parameter.
    w, C
        Its values (grid,), and the cost there.
    minima
        What is to be seen of the curve.
    """

    at: int
    dial: Dial
    w: Array
    C: Array
    minima: TwoMinima

    @property
    def rank(self) -> tuple[float, float, float]:
        """What is better comes first: two clear minima, or else one, or else any change of the cost."""
        return self.minima.clear, bowl(self.C), float(np.ptp(self.C))

    @property
    def range(self) -> tuple[float, float]:
        """The part of the curve that is worth a look, and holds the value."""
        return window(self.w, self.C, self.minima, self.dial.value)


def find_dial(networks: Mapping[int, Network], x: Array, y: Array) -> Found:
    """Try parameters of networks for the one along which the mean cost of some examples has the clearest two minima.

    Parameters
    ----------
    networks
        Moments of a run, by their places in it.
    x, y
        Examples (N, n_0) and their targets (N, n_L).
    """
    places = list(candidates(next(iter(networks.values())), x, len(networks)))
    passes = {at: network.forward(x) for at, network in networks.items()}

    def look(at: int, place: Place, points: int) -> Found:
        dial = Dial.of(networks[at], place, passes[at], y, activations_of(networks[at]))
        reach = max(REACH, ROOM * abs(dial.value))
        w = np.linspace(-reach, reach, points)
        C = dial.costs(w)
        return Found(at, dial, w, C, two_minima_of(C))

    found = best_of([look(at, place, COARSE) for at in networks for place in places])
    neurons = {(one.at, *one.dial.place[1:3]): one for one in reversed(found)}
    for at, l, j in list(neurons)[-NEURONS:]:
        inputs: list[int] = varied(x if l == 1 else passes[at].a[l - 1])
        found += [look(at, (0, l, j, k), COARSE) for k in _evenly(inputs, len(places))]
    return best_of([look(one.at, one.dial.place, FINE) for one in best_of(found)])[0]


def best_of(found: Sequence[Found]) -> list[Found]:
    """Give the best of what was found, the best first."""
    return sorted(found, key=lambda one: one.rank, reverse=True)[:BEST]


def varied(a: Array) -> list[int]:
    """List the activations (N, n) of a layer that differ most from one example to the next."""
    spread = a.std(axis=0)
    return [int(k) for k in np.flatnonzero(spread >= spread.max() / 2)]


def candidates(network: Network, x: Array, moments: int) -> Iterator[Place]:
    """Choose parameters to try: biases and weights of the hidden layers, or of the only one, spread evenly.

    Of the first layer there are the most, and of layer 1 those weights whose inputs differ from one example to
    the next; of each layer after it half of what is left. Layers with very many weights behind them are left out.
    """
    behind = {l: sum(network.W[m].size for m in network.W if m > l + 1) for l in range(1, max(2, network.L))}
    layers = [l for l in behind if behind[l] <= MOST_BEHIND]
    widest = max(behind[l] for l in layers)
    work = moments * COARSE * len(x) * (widest + ACTIVATION * sum(network.sizes[1:]))
    left = int(np.clip(MOST_WORK // work, FEWEST, MOST))
    for l in layers:
        inputs = varied(x) if l == 1 else range(network.sizes[l - 1])
        neurons = range(network.sizes[l])
        share = left if l == layers[-1] else -(-left * 2 // 3)
        biases = _evenly([(1, l, j, 0) for j in neurons], share // 4)
        weights = _evenly([(0, l, j, k) for j in neurons for k in inputs], share - len(biases))
        left -= len(biases) + len(weights)
        yield from (*biases, *weights)


def _evenly(things: Sequence[Thing], many: int) -> list[Thing]:
    """Take so many things, evenly from all."""
    chosen = np.unique(np.linspace(0, len(things) - 1, min(many, len(things))).round().astype(int))
    return [things[i] for i in chosen]
