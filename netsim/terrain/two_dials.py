"""Two weights of the first layer, turned like dials while all else stays: the cost over both, and its gradient."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np

from netsim.functions import COSTS, Array
from netsim.measure import mean_gradient
from netsim.network import Network
from netsim.terrain.dial import AT_ONCE, Activations, activated, activations_of, onward, sums_of

#: A weight of the first layer: to neuron j from input k.
Place = tuple[int, int]


@dataclass(frozen=True)
class TwoDials:
    """Two weights u and v of the first layer, and some examples whose mean cost C depends on them.

    Attributes
    ----------
    network, places, y
        The network, which weights (j, k) of it, and the examples' targets (N, n_L).
    sigma
        The activations of the layers 1..L.
    before
        By what each is multiplied in the sum of its neuron, the examples' input k, (u_v, N).
    fixed
        The sums of layer 1 without what the two weights add, (N, n_1).
    ahead
        If there is a layer 2, its sums but for what the two neurons add, (N, n_2); else those of the only layer.
    """

    network: Network
    places: tuple[Place, Place]
    y: Array
    sigma: Activations
    before: Array
    fixed: Array
    ahead: Array

    @classmethod
    def of(cls, network: Network, places: tuple[Place, Place], x: Array, y: Array) -> Self:
        """Make the dials of two weights, for examples x (N, n_0) and their targets y (N, n_L)."""
        sigma = activations_of(network)
        sums = sums_of(network, x @ network.W[1].T + network.b[1], sigma)
        before, fixed = np.stack([x[:, k] for _, k in places]), sums.z.copy()
        for (j, k), factor in zip(places, before, strict=True):
            fixed[:, j] -= network.W[1][j, k] * factor
        neurons = sorted({j for j, _ in places})
        ahead = sums.z if network.L == 1 else sums.ahead - sums.a[:, neurons] @ network.W[2][:, neurons].T
        return cls(network, places, y, sigma, before, fixed, ahead)

    def costs(self, u: Array, v: Array) -> Array:
        """Measure C for each pair of values of u (grid_u,) and v (grid_v,): (grid_v, grid_u) float64.

        An example's cost changes with a parameter only if what this is multiplied by is not 0.
        """
        lit = self.before != 0
        total = np.zeros((len(v), len(u)))
        for turned_u, turned_v in ((True, True), (True, False), (False, True), (False, False)):
            some = np.flatnonzero((lit[0] == turned_u) & (lit[1] == turned_v))
            if len(some):
                total += self._total(some, u if turned_u else u[:1], v if turned_v else v[:1])
        return total / len(self.y)

    def slope(self, u: float, v: float) -> tuple[float, Array]:
        """Compute C at a place, and its gradient there, dC/du and dC/dv (u_v,)."""
        like, sums = self._from_sums, np.column_stack([*self.before, self.fixed])
        W1 = like.W[1].copy()
        W1[self._neurons, [0, 1]] = u, v
        there = Network({**like.W, 1: W1}, like.b, like.hidden, like.output, like.cost)
        mean = mean_gradient(there, sums, self.y)
        return mean.C, mean.dC_dW[1][self._neurons, [0, 1]]

    @property
    def _neurons(self) -> list[int]:
        """The neurons that the parameters lead to, (u_v,)."""
        return [j for j, _ in self.places]

    @cached_property
    def _from_sums(self) -> Network:
        """The network whose inputs are what the two weights are multiplied by, and the sums without what they add."""
        network = self.network.astype("float64")
        many = network.sizes[1]
        W = {**network.W, 1: np.eye(many, many + 2, 2)}
        return Network(W, {**network.b, 1: np.zeros(many)}, network.hidden, network.output, network.cost)

    def _total(self, some: np.ndarray, u: Array, v: Array) -> Array:
        """Add up the costs of some examples for each pair of values, (grid_v, grid_u)."""
        network, total, y = self.network, [], np.take(self.y.T, some, axis=1).T
        C, last = COSTS[network.cost].value, network.L
        with np.errstate(over="ignore", invalid="ignore"):  # far from the network numbers may leave their range
            for part in self._parts(some, u, v):
                _, a = activated(self._sums(some, u, part), self.sigma[min(2, last)])
                for l in range(3, last + 1):
                    _, a = activated(onward(a, network.W[l], network.b[l]), self.sigma[l])
                total.append(np.sum(C(a, y, network.output), axis=-1, dtype=np.float64))
        return np.concatenate(total)

    def _parts(self, some: np.ndarray, u: Array, v: Array) -> Iterator[Array]:
        """Cut the values of v so that what is computed for each part has room."""
        size = max(1, AT_ONCE // (len(some) * len(u) * max(self.network.sizes[1:])))
        return (v[start : start + size] for start in range(0, len(v), size))

    def _sums(self, some: np.ndarray, u: Array, v: Array) -> Array:
        """Compute the sums of layer 2, or of the only one, (n, grid_v, grid_u, some)."""
        (j, other), fixed = self._neurons, self.fixed[some].T
        ahead: Array = np.take(self.ahead.T, some, axis=1)[:, None, None]
        by_u, by_v = (
            values.astype(fixed.dtype)[:, None] * factor[some]
            for values, factor in zip((u, v), self.before, strict=True)
        )
        turned = {j: by_u[None] + fixed[j], other: by_v[:, None] + fixed[other]}
        if j == other:
            turned = {j: by_u[None] + by_v[:, None] + fixed[j]}
        if self.network.L == 1:
            z = np.broadcast_to(ahead, (len(ahead), len(v), len(u), len(some))).copy()
            for neuron, sums in turned.items():
                z[neuron] = sums
            return z
        for neuron, sums in turned.items():
            ahead = ahead + self.network.W[2][:, neuron, None, None, None] * self.sigma[1].value(sums)
        return ahead
