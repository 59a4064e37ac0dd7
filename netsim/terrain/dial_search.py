"""Looks for a weight along which the cost makes a clear valley, or two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from netsim.functions import Array
from netsim.network import Network
from netsim.terrain.dial import Dial, Sums, activations_of, sums_of
from netsim.terrain.survey import work_of
from netsim.terrain.two_minima import TwoMinima, bowl, two_minima_of, window

#: How far from 0 a weight is turned, and farther where it stands farther out.
REACH = 16.0
ROOM = 1.5

#: An input is lit if it has this part of the largest, or more.
LIT = 0.5

#: The three sieves: the first takes few examples, the others all. Places of the grid, and what is let through.
SIEVE = 200
COARSE, FINER, FINE = 9, 17, 121
THROUGH, BEST = 200, 12

#: The most that is computed in the first sieve, in multiplications.
MOST_WORK = 6 * 10**9


@dataclass(frozen=True)
class Found:
    """A weight along which the cost is worth a look.

    Attributes
    ----------
    dial
        The weight.
    w, C
        Its values (grid,), and the cost there.
    minima
        What is to be seen of the curve.
    tried
        How many weights were tried to find it.
    """

    dial: Dial
    w: Array
    C: Array
    minima: TwoMinima
    tried: int

    @property
    def rank(self) -> tuple[float, float, float]:
        """What is better comes first: two clear minima, or else one, or else any change of the cost."""
        return self.minima.clear, bowl(self.C), float(np.ptp(self.C))

    @property
    def range(self) -> tuple[float, float]:
        """The part of the curve that is worth a look, and holds the value; its ends are round numbers."""
        return window(self.w, self.C, self.minima, self.dial.value)


def find_dial(network: Network, x: Array, y: Array, star: Array) -> Found:
    """Try weights of the first layer for the one along which the mean cost of some examples has the clearest valley.

    Parameters
    ----------
    network
        The network that is looked at.
    x, y
        Examples (N, n_0) and their targets (N, n_L).
    star
        An example (n_0,): only weights from its lit inputs are tried.
    """
    network, x, y = network.astype("float32"), x.astype(np.float32), y.astype(np.float32)
    sigma = activations_of(network)
    sums = sums_of(network, x @ network.W[1].T + network.b[1], sigma)
    places = tried = candidates(network, star)

    def look(place: tuple[int, int], points: int, many: int) -> Found:
        some = Sums(*[part[:many] for part in sums])
        dial = Dial.of(network, place, some, x[:many, place[1]], y[:many], sigma)
        reach = max(REACH, ROOM * abs(dial.value))
        w = np.linspace(-reach, reach, points)
        C = dial.costs(w)
        return Found(dial, w, C, two_minima_of(C), len(tried))

    for points, many, through in ((COARSE, SIEVE, THROUGH), (FINER, len(x), BEST), (FINE, len(x), 1)):
        found = best_of([look(place, points, many) for place in places], through)
        places = [(one.dial.j, one.dial.k) for one in found]
    return found[0]


def best_of(found: Sequence[Found], many: int) -> list[Found]:
    """Give so many of what was found, the best first."""
    return sorted(found, key=lambda one: one.rank, reverse=True)[:many]


def lit(x: Array) -> list[int]:
    """List the inputs of an example (n_0,) that have at least half of the largest size in it."""
    sizes = np.abs(x)
    return [int(k) for k in np.flatnonzero(sizes >= LIT * sizes.max())]


def candidates(network: Network, star: Array) -> list[tuple[int, int]]:
    """List the weights (j, k) to try: all from the star's lit inputs, or as many as are quick, spread evenly."""
    places = [(j, k) for j in range(network.sizes[1]) for k in lit(star)]
    many = max(1, MOST_WORK // (COARSE * SIEVE * work_of(network)))
    chosen = np.unique(np.linspace(0, len(places) - 1, min(many, len(places))).round().astype(int))
    return [places[i] for i in chosen]
