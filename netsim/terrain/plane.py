"""A plane of two weights of a network: which second one makes a clear basin, how finely, and a way down in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from netsim.functions import Array
from netsim.network import Network
from netsim.terrain.dial import Dial, activations_of, sums_of
from netsim.terrain.dial_search import lit
from netsim.terrain.survey import work_of
from netsim.terrain.two_dials import Place, TwoDials
from netsim.terrain.way_down import bend, steepest

#: Places of the grid each way: the first is taken for which there is not too much to compute, in multiplications.
SIDES = (71, 41, 15)
MOST_WORK = 10 * 10**9

#: How many weights are tried for the second alone, spread evenly and then in the best neurons, with so many examples.
ALONE, NEURONS = 120, 2
FEW = 300

#: How many of the best of these are tried with the first one, on how many places each way.
TOGETHER, PLACES = 8, 9

#: The learning rate, in the one with which a walk would jump to the minimum of the sharpest bend; and how long
#: a step may be on the steepest slope, in heights of the grid.
CAUTION = 0.6
LONGEST = 0.15

#: Steps of a walk at most, and the part of its first gradient's length at which it has come to rest.
STEPS = 60
REST = 0.02


class Walked(NamedTuple):
    """A way down in the plane: its places and the gradients there (plane_step, u_v), and the costs (plane_step,)."""

    path: Array
    gradient: Array
    C: Array


def side_for(network: Network, many: int) -> int:
    """Choose how many places the grid has each way, if the cost is the mean of so many examples."""
    return next((side for side in SIDES if many * side**2 * work_of(network) <= MOST_WORK), SIDES[-1])


def ticks(u: tuple[float, float], value: float, middle: float, side: int) -> tuple[Array, Array]:
    """Make the coordinates of a grid: u from end to end, v as far apart, with a value of it among its places.

    The middle of v is as near to the one that is asked for as leaves the value on the grid.
    """
    along, last = np.linspace(*u, side), side - 1
    apart = along[1] - along[0]
    before = int(np.clip(round(last / 2 + (value - middle) / apart), 0, last))
    return along, value + apart * np.arange(-before, last - before + 1)


def second_dial(
    network: Network, first: Place, u: tuple[float, float], x: Array, y: Array, star: Array
) -> tuple[Place, float]:
    """Look for the weight that makes the clearest basin with a first one, and where along it the basin is.

    The clearest is the one whose rim is highest at its lowest point, over the lowest of all.

    Parameters
    ----------
    network, first
        The network, and the first weight.
    u
        Between which values this is turned.
    x, y
        Examples (N, n_0) and their targets (N, n_L).
    star
        An example (n_0,): weights from its lit inputs are tried.

    Returns
    -------
    Place, float
        The weight, and its value in the middle of the basin.
    """
    together = []
    for place, middle in _best_alone(network, first, (u[1] - u[0]) / 2, x[:FEW], y[:FEW], star)[:TOGETHER]:
        C = TwoDials.of(network, (first, place), x, y).costs(*ticks(u, float(network.W[1][place]), middle, PLACES))
        rim = min(C[0].min(), C[-1].min(), C[:, 0].min(), C[:, -1].min())
        together.append((float(rim - C.min()), place, middle))
    _, place, middle = max(together, key=lambda one: one[0])
    return place, middle


def _best_alone(
    network: Network, first: Place, reach: float, x: Array, y: Array, star: Array
) -> list[tuple[Place, float]]:
    """Turn many weights, one at a time, so far to both sides of where the network stands: where each is lowest.

    Those whose lower end is highest over that come first.
    """
    sigma = activations_of(network)
    sums = sums_of(network, x @ network.W[1].T + network.b[1], sigma)
    tried: dict[Place, tuple[float, float]] = {}

    def look(places: Sequence[Place]) -> list[Place]:
        chosen = np.unique(np.linspace(0, len(places) - 1, min(ALONE, len(places))).round().astype(int))
        for place in (places[i] for i in chosen):
            dial = Dial.of(network, place, sums, x[:, place[1]], y, sigma)
            values = dial.value + np.linspace(-reach, reach, 2 * PLACES - 1)
            C = dial.costs(values)
            tried[place] = float(min(C[0], C[-1]) - C.min()), float(values[int(np.argmin(C))])
        return sorted(tried, key=lambda place: -tried[place][0])

    places = _candidates(network, first, star)
    neurons = list(dict.fromkeys(j for j, _ in look(places)))[:NEURONS]
    return [(place, tried[place][1]) for place in look([place for place in places if place[0] in neurons])]


def _candidates(network: Network, first: Place, star: Array) -> list[Place]:
    """List the weights from the star's lit inputs to other neurons than the first one's, or else all others.

    Where there is no other, the first one itself.
    """
    neurons, inputs = range(network.sizes[1]), range(network.sizes[0])
    found = [(j, k) for j in neurons for k in lit(star) if j != first[0]]
    return found or [(j, k) for j in neurons for k in inputs if (j, k) != first] or [first]


def rate(C: Array, u: Array, v: Array) -> float:
    """Choose a learning rate, of two digits, with which walks on the costs C (plane_v, plane_u) do not leap."""
    quick = max(bend(C, u, v) / CAUTION, steepest(C, u, v) / (LONGEST * float(np.ptp(v))))
    eta = float(f"{1 / quick:.2g}") if quick > 0 else 1.0
    return eta if 0 < eta < np.inf else 1.0


def walk_down(dials: TwoDials, start: Array, eta: float, u: Array, v: Array) -> Walked:
    """Walk down in the plane from `start` (u_v,) until at rest, or until a step would lead off the grid."""
    path, gradients, costs = [start], [], []
    low, high = np.array([u[0], v[0]]), np.array([u[-1], v[-1]])
    while True:
        C, gradient = dials.slope(*path[-1])
        gradients.append(gradient)
        costs.append(C)
        now = path[-1] - eta * gradient
        resting = len(path) > 1 and np.linalg.norm(gradient) <= REST * np.linalg.norm(gradients[0])
        if resting or len(path) > STEPS or not np.all((low <= now) & (now <= high)):
            return Walked(np.stack(path), np.stack(gradients), np.array(costs))
        path.append(now)
