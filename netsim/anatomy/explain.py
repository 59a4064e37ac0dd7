"""One gradient taken apart: levers, wishes, and a nudge that is measured."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from netsim.backprop import Backward, backprop
from netsim.functions import Array
from netsim.network import Forward, Network


@dataclass(frozen=True)
class Levers:
    """How C changes through one neuron j, per unit of each thing that feeds it.

    Attributes
    ----------
    dC_db
        Per unit of its bias: delta_j.
    dC_dw
        Per unit of each of its weights, (n_{l-1},): a_k delta_j.
    dC_da
        Per unit of each activation before it, through this neuron only, (n_{l-1},): w_jk delta_j.
    """

    dC_db: float
    dC_dw: Array
    dC_da: Array


@dataclass(frozen=True)
class Nudge:
    """What one changed parameter did, computed twice: by the gradient and by another forward pass.

    Attributes
    ----------
    epsilon
        By how much the parameter was changed.
    before, after
        The forward passes with the old and the new value.
    C_before, C_after
        The mean cost of the examples, then and now.
    slope
        dC/dparameter at the old value.
    """

    epsilon: float
    before: Forward
    after: Forward
    C_before: float
    C_after: float
    slope: float

    @property
    def predicted(self) -> float:
        """The change of C that the gradient foretells: slope times epsilon."""
        return self.slope * self.epsilon

    @property
    def measured(self) -> float:
        """The change of C that came: C_after - C_before."""
        return self.C_after - self.C_before


def levers(network: Network, fwd: Forward, back: Backward, e: int, l: int, j: int) -> Levers:
    """Compute the three levers of neuron j of layer l (1..L), for example e of the pass.

    Raises
    ------
    IndexError, KeyError
        If there is no such example, neuron or layer.
    """
    delta = float(back.delta[l][e, j])
    return Levers(delta, fwd.a[l - 1][e] * delta, network.W[l][j] * delta)


def wishes(network: Network, back: Backward, e: int, l: int) -> tuple[Array, Array]:
    """Tell what each neuron of layer l (1..L) wants of each activation before it, and the running sums.

    Returns
    -------
    table
        -w_jk delta_j, (n_l, n_{l-1}): how much neuron j would like activation k to grow.
    running
        Row j is the sum of the rows 0..j, (n_l, n_{l-1}); the last is -dC_da[l-1] of example e.
    """
    table = -network.W[l] * back.delta[l][e][:, None]
    return table, np.cumsum(table, axis=0)


def nudge(network: Network, x: Array, y: Array, l: int, index: tuple[int, ...], epsilon: float) -> Nudge:
    """Change one parameter of layer l by epsilon, recompute, and compare with what the gradient foretold.

    Parameters
    ----------
    network, x, y
        The network, inputs (E, n_0) or (n_0,), targets (E, n_L) or (n_L,).
    l
        Layer, 1..L.
    index
        (j, k) for the weight w_jk, (j,) for the bias b_j.
    epsilon
        The change; not 0.

    Raises
    ------
    ValueError
        If epsilon is 0, or there is no such parameter.
    """
    if epsilon == 0:
        raise ValueError("A nudge needs an epsilon that is not 0.")
    shape = network.W[l].shape if l in network.W else ()
    if len(index) not in (1, 2) or not all(0 <= i < n for i, n in zip(index, shape, strict=False)) or not shape:
        raise ValueError(f"Layer {l} of a network of the sizes {network.sizes} has no parameter {index}.")
    before = network.forward(x)
    back = backprop(network, before, y)
    parameters, gradient = (network.W, back.mean_dC_dW) if len(index) == 2 else (network.b, back.mean_dC_db)
    changed = parameters[l].copy()
    changed[index] += epsilon
    replaced = {**parameters, l: changed}
    W, b = (replaced, network.b) if len(index) == 2 else (network.W, replaced)
    nudged = Network(W, b, network.hidden, network.output, network.cost)
    after = nudged.forward(x)
    C_after = float(backprop(nudged, after, y).C.mean())
    return Nudge(epsilon, before, after, float(back.C.mean()), C_after, float(gradient[l][index]))
