"""One weight of the first layer, turned like a dial while all else stays: the cost, and how steep it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
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
    """What the examples come to before anything is turned.

    z (N, n_1) and a (N, n_1) of layer 1; if there is a layer 2 its sums, (N, n_2), or else those of the only layer;
    and the outputs, (N, n_L).
    """

    z: Array
    a: Array
    ahead: Array
    outputs: Array


def sums_of(network: Network, z: Array, sigma: Activations) -> Sums:
    """Pass on the sums z (N, n_1) of the first layer, with the activations `sigma`."""
    outputs = a = sigma[1].value(z)
    ahead = z
    for l in range(2, network.L + 1):
        onward = outputs @ network.W[l].T + network.b[l]
        ahead = onward if l == 2 else ahead
        outputs = sigma[l].value(onward)
    return Sums(z, a, ahead, outputs)


class Lit(NamedTuple):
    """Of a dial, the examples whose input is not 0: before, rest (lit,), ahead (n, lit) and y (n_L, lit)."""

    before: Array
    rest: Array
    ahead: Array
    y: Array


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
    outputs
        What the network gives where it stands, (N, n_L).
    """

    network: Network
    j: int
    k: int
    y: Array
    sigma: Activations
    before: Array
    rest: Array
    ahead: Array
    outputs: Array

    @classmethod
    def of(
        cls, network: Network, place: tuple[int, int], sums: Sums, before: Array, y: Array, sigma: Activations
    ) -> Self:
        """Make the dial of the weight (j, k), for examples with these sums and with the inputs k `before` (N,)."""
        j, k = place
        rest = sums.z[:, j] - network.W[1][j, k] * before
        ahead = sums.ahead - np.outer(sums.a[:, j], network.W[2][:, j]) if network.L > 1 else sums.z
        return cls(network, j, k, y, sigma, before, rest, ahead, sums.outputs)

    @property
    def value(self) -> float:
        """Where the network stands."""
        return float(self.network.W[1][self.j, self.k])

    def costs(self, w: Array, cost: str = "") -> Array:
        """Measure C for each value w (grid,) of the weight, (grid,); by another cost, if one is named.

        The cost of an example changes with the weight only if the input that it comes from is not 0.
        """
        C, output, dark = COSTS[cost or self.network.cost].value, self.network.output, self.before == 0
        still = float(np.sum(C(self.outputs[dark], self.y[dark], output), dtype=np.float64))
        layers = (self._layers(some) for some in self._parts(w))
        moved = [np.sum(C(a, self._lit.y.T, output), axis=1, dtype=np.float64) for *_, (_, a) in layers]
        mean: Array = (np.concatenate(moved) + still) / len(self.y)
        return mean

    def slopes(self, w: Array) -> Array:
        """Compute dC/dw for each value w (grid,) of the weight, (grid,): a derivative carried forward."""
        return np.concatenate([self._slopes(some) for some in self._parts(w)])

    @cached_property
    def _lit(self) -> Lit:
        lit = np.flatnonzero(self.before)
        ahead, y = (np.take(part.T, lit, axis=1) for part in (self.ahead, self.y))
        return Lit(self.before[lit], self.rest[lit], ahead, y)

    def _parts(self, w: Array) -> Iterator[Array]:
        size = max(1, AT_ONCE // max(1, len(self._lit.before) * max(self.network.sizes[1:])))
        exact = w.astype(self.before.dtype)
        return (exact[start : start + size] for start in range(0, len(w), size))

    def _slopes(self, w: Array) -> Array:
        network, lit = self.network, self._lit
        layers = self._layers(w)
        dz = np.broadcast_to(lit.before, (len(w), len(lit.before)))[..., None]
        for l, (z, a) in enumerate(layers[:-1], start=1):
            weights = network.W[l + 1][:, [self.j]] if l == 1 else network.W[l + 1]
            dz = self.sigma[l].pull(z, a, dz) @ weights.T
        z, a = layers[-1]
        if network.L == 1:
            dz = dz * np.eye(network.sizes[1], dtype=dz.dtype)[self.j]
        y = np.broadcast_to(lit.y.T, a.shape)
        dC_da = COSTS[network.cost].slope(a, y, network.output)
        slope: Array = np.sum(output_delta(network, z, a, y, dC_da) * dz, axis=(1, 2), dtype=np.float64)
        return slope / len(self.y)

    def _layers(self, w: Array) -> list[tuple[Array, Array]]:
        """Pass the lit examples on from the weight to the sums z and activations a of each layer, (grid, lit, n_l).

        Of layer 1 only neuron j, (grid, lit, 1), unless it is the last. In memory the neurons come first, so that
        what is done to each example is done to very many numbers in a row.
        """
        W, b, last, sigma, lit = self.network.W, self.network.b, self.network.L, self.sigma, self._lit
        z: Array = lit.rest + w[:, None] * lit.before
        if last == 1:
            everyone = np.repeat(lit.ahead[:, None], len(w), axis=1)
            everyone[self.j] = z
            return [activated(everyone, sigma[1])]
        layers = [activated(z[None], sigma[1])]
        for l in range(2, last + 1):
            a = layers[-1][1]
            z = lit.ahead[:, None] + W[2][:, self.j, None, None] * a[..., 0] if l == 2 else onward(a, W[l], b[l])
            layers.append(activated(z, sigma[l]))
        return layers


def onward(a: Array, W: Array, b: Array) -> Array:
    """Pass activations (..., n_{l-1}), whose neurons come first in memory, on to the next sums (n_l, ...)."""
    z: Array = np.tensordot(W, np.moveaxis(a, -1, 0), axes=1)
    return z + np.expand_dims(b, tuple(range(1, z.ndim)))


def activated(z: Array, sigma: Activation) -> tuple[Array, Array]:
    """Give sums z (n, ...) and their activations, both (..., n); in memory the neurons still come first."""
    z = np.moveaxis(z, 0, -1)
    return z, sigma.value(z)


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
