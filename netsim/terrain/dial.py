"""One weight of the first layer, turned like a dial while all else stays: the cost, and how steep it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Self

import numpy as np

from netsim.backprop import output_delta
from netsim.functions import ACTIVATIONS, COSTS, Activation, Array
from netsim.network import Network

#: Numbers of one layer that are in memory at a time.
AT_ONCE = 2**18

#: The activations of the layers 1..L.
Activations = Mapping[int, Activation]


def activations_of(network: Network) -> dict[int, Activation]:
    """Give the activations of the layers 1..L."""
    return {l: ACTIVATIONS[network.activation_of(l)] for l in network.W}


class Sums(NamedTuple):
    """What the examples come to before anything is turned: z (N, n_1) of layer 1 and, if there is one, of layer 2."""

    z: Array
    a: Array
    ahead: Array


def sums_of(network: Network, z: Array, sigma: Activations) -> Sums:
    """Pass on the sums z (N, n_1) of the first layer, with the activations `sigma`."""
    a = sigma[1].value(z)
    return Sums(z, a, a @ network.W[2].T + network.b[2] if network.L > 1 else z)


@dataclass(frozen=True)
class Dial:
    """A weight w from input k to neuron j of the first layer, and some examples whose mean cost C depends on it.

    Attributes
    ----------
    network, j, k, y
        The network, which weight of it, and the examples' targets (N, n_L).
    sigma
        The activations of the layers 1..L.
    before, rest
        By what the weight is multiplied in z_j, the examples' input k, and the rest of that sum, each (N,).
    ahead
        If there is a layer 2, its sums but for what a_j adds, (N, n_2); else the sums of the only layer, (N, n_L).
    """

    network: Network
    j: int
    k: int
    y: Array
    sigma: Activations
    before: Array
    rest: Array
    ahead: Array

    @classmethod
    def of(
        cls, network: Network, place: tuple[int, int], sums: Sums, before: Array, y: Array, sigma: Activations
    ) -> Self:
        """Make the dial of the weight (j, k), for examples with these sums and with the inputs k `before` (N,)."""
        j, k = place
        rest = sums.z[:, j] - network.W[1][j, k] * before
        ahead = sums.ahead - np.outer(sums.a[:, j], network.W[2][:, j]) if network.L > 1 else sums.z
        return cls(network, j, k, y, sigma, before, rest, ahead)

    @property
    def value(self) -> float:
        """Where the network stands."""
        return float(self.network.W[1][self.j, self.k])

    def costs(self, w: Array, cost: str = "") -> Array:
        """Measure C for each value w (grid,) of the weight, (grid,); by another cost, if one is named."""
        C = COSTS[cost or self.network.cost].value
        outputs = (self._layers(some)[-1][1] for some in self._parts(w))
        return np.concatenate([C(a, self.y, self.network.output).mean(axis=1, dtype=np.float64) for a in outputs])

    def slopes(self, w: Array) -> Array:
        """Compute dC/dw for each value w (grid,) of the weight, (grid,): a derivative carried forward."""
        return np.concatenate([self._slopes(some) for some in self._parts(w)])

    def _parts(self, w: Array) -> Iterator[Array]:
        size = max(1, AT_ONCE // (len(self.y) * max(self.network.sizes[1:])))
        exact = w.astype(self.before.dtype)
        return (exact[start : start + size] for start in range(0, len(w), size))

    def _slopes(self, w: Array) -> Array:
        network, layers = self.network, self._layers(w)
        dz = np.broadcast_to(self.before, (len(w), len(self.y)))[..., None]
        for l, (z, a) in enumerate(layers[:-1], start=1):
            weights = network.W[l + 1][:, [self.j]] if l == 1 else network.W[l + 1]
            dz = self.sigma[l].pull(z, a, dz) @ weights.T
        z, a = layers[-1]
        if network.L == 1:
            dz = dz * np.eye(network.sizes[1], dtype=dz.dtype)[self.j]
        y = np.broadcast_to(self.y, a.shape)
        dC_da = COSTS[network.cost].slope(a, y, network.output)
        slope: Array = np.sum(output_delta(network, z, a, y, dC_da) * dz, axis=-1).mean(axis=1, dtype=np.float64)
        return slope

    def _layers(self, w: Array) -> list[tuple[Array, Array]]:
        """Pass on from the weight to the sums z and the activations a of each layer, (grid, N, n_l).

        Of layer 1 only neuron j, (grid, N, 1), unless it is the last.
        """
        W, b, last, sigma = self.network.W, self.network.b, self.network.L, self.sigma
        z = (self.rest + w[:, None] * self.before)[..., None]
        if last == 1:
            everyone = np.repeat(self.ahead[None], len(w), axis=0)
            everyone[..., [self.j]] = z
            return [(everyone, sigma[1].value(everyone))]
        layers: list[tuple[Array, Array]] = [(z, sigma[1].value(z))]
        for l in range(2, last + 1):
            a = layers[-1][1]
            z = self.ahead + a * W[2][:, self.j] if l == 2 else a @ W[l].T + b[l]
            layers.append((z, sigma[l].value(z)))
        return layers


def turned_activations(
    network: Network, place: tuple[int, int], w: Array, x: Array, sigma: Activations
) -> dict[int, Array]:
    """Pass one example x (n_0,) through with each value w (grid,) of the first layer's weight (j, k): (grid, n_l)."""
    j, k = place
    z = np.tile(network.W[1] @ x + network.b[1], (len(w), 1))
    z[:, j] += (w - network.W[1][j, k]) * x[k]
    a = {1: sigma[1].value(z)}
    for l in range(2, network.L + 1):
        a[l] = sigma[l].value(a[l - 1] @ network.W[l].T + network.b[l])
    return a
