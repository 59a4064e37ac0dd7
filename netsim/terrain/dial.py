"""One parameter of a network, turned like a dial while all others stay: the cost, and how steep it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np

from netsim.backprop import output_delta
from netsim.functions import ACTIVATIONS, COSTS, Activation, Array
from netsim.network import Forward, Network

#: Which parameter: 0 for a weight or 1 for a bias, layer, j, and k (0 for a bias).
Place = tuple[int, int, int, int]

#: Numbers of one layer that are in memory at a time.
AT_ONCE = 2**21


def activations_of(network: Network) -> dict[int, Activation]:
    """Give the activations of the layers 1..L."""
    return {l: ACTIVATIONS[network.activation_of(l)] for l in network.W}


def value_at(network: Network, place: Place) -> float:
    """Read a parameter."""
    kind, l, j, k = place
    return float(network.b[l][j] if kind else network.W[l][j, k])


@dataclass(frozen=True)
class Dial:
    """A parameter, and some examples whose mean cost C depends on it.

    Attributes
    ----------
    network, place, y
        The network, which parameter of it, and the examples' targets (N, n_L).
    sigma
        The activations of the layers 1..L.
    before, rest
        By what the parameter is multiplied in z_j, and the rest of that sum, (N,): a_k or 1.
    ahead
        If the parameter's layer is not the last, the sums of the next one but for what a_j adds, (N, n_{l+1});
        else the sums of its own layer, (N, n_L).
    """

    network: Network
    place: Place
    y: Array
    sigma: Mapping[int, Activation]
    before: Array
    rest: Array
    ahead: Array

    @classmethod
    def of(cls, network: Network, place: Place, fwd: Forward, y: Array, sigma: Mapping[int, Activation]) -> Self:
        """Make the dial of a parameter, for the examples of a pass with the activations `sigma`."""
        kind, l, j, k = place
        before = np.ones(len(y)) if kind else fwd.a[l - 1][:, k]
        rest = fwd.z[l][:, j] - value_at(network, place) * before
        ahead = fwd.z[l] if l == network.L else fwd.z[l + 1] - np.outer(fwd.a[l][:, j], network.W[l + 1][:, j])
        return cls(network, place, y, sigma, before, rest, ahead)

    @property
    def value(self) -> float:
        """Where the network stands."""
        return value_at(self.network, self.place)

    def costs(self, w: Array, cost: str = "") -> Array:
        """Measure C for each value w (grid,) of the parameter, (grid,); by another cost, if one is named."""
        C = COSTS[cost or self.network.cost].value
        outputs = (self._outputs(some)[1] for some in self._parts(w))
        return np.concatenate([C(a, self.y, self.network.output).mean(axis=1) for a in outputs])

    def slopes(self, w: Array) -> Array:
        """Compute dC/dw for each value w (grid,) of the parameter, (grid,): a derivative carried forward."""
        return np.concatenate([self._slopes(some) for some in self._parts(w)])

    def _parts(self, w: Array) -> Iterator[Array]:
        size = max(1, AT_ONCE // (len(self.y) * max(self.network.sizes[1:])))
        return (w[start : start + size] for start in range(0, len(w), size))

    def _slopes(self, w: Array) -> Array:
        network = self.network
        z, a, dz = self._outputs(w, carried=True)
        y = np.broadcast_to(self.y, a.shape)
        dC_da = COSTS[network.cost].slope(a, y, network.output)
        slope: Array = np.sum(output_delta(network, z, a, y, dC_da) * dz, axis=-1).mean(axis=1)
        return slope

    def _outputs(self, w: Array, carried: bool = False) -> tuple[Array, Array, Array]:
        """Pass on from the parameter to z, a and, if it is carried along, dz/dw of the last layer, (grid, N, n_L)."""
        _, first, j, _ = self.place
        W, b, last = self.network.W, self.network.b, self.network.L
        z_j = self.rest + w[:, None] * self.before
        dz_j = np.broadcast_to(self.before, z_j.shape)
        if first == last:
            z = np.repeat(self.ahead[None], len(w), axis=0)
            z[..., j] = z_j
            dz = np.zeros_like(z)
            dz[..., j] = dz_j
        else:
            a_j = self.sigma[first].value(z_j)
            z = self.ahead + a_j[..., None] * W[first + 1][:, j]
            dz = self.sigma[first].pull(z_j, a_j, dz_j)[..., None] * W[first + 1][:, j]
        a = self.sigma[min(first + 1, last)].value(z)
        for l in range(first + 2, last + 1):
            if carried:
                dz = self.sigma[l - 1].pull(z, a, dz) @ W[l].T
            z = a @ W[l].T + b[l]
            a = self.sigma[l].value(z)
        return z, a, dz
