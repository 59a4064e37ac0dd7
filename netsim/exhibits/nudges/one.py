"""The exhibits of the star alone: its whole gradient, and what much larger last weights would do to it."""

from __future__ import annotations

import numpy as np

from netsim.backprop import backprop
from netsim.exhibits.run import Subject
from netsim.functions import ACTIVATIONS, Array
from netsim.network import Forward, Network

#: The part of a gradient's squared length that its largest components are counted for.
MOST = 0.9

#: By what the last weights are multiplied: the smallest of these for which an output is wrong by more than
#: WRONG and its slope is less than FLAT; else the last. 1 leaves them as they are.
FACTORS = range(1, 11)
WRONG = 0.9
FLAT = 0.05

#: How far from 0 the sums of a curve reach at least: so far that one sees where it bends; 1 for the others.
BENDS = {"sigmoid": 6.0, "softmax": 6.0, "tanh": 3.0}
CURVE_SUMS = 121
ROOM = 1.1  # how much farther than the farthest sum


def record_one(subject: Subject) -> dict[str, Array]:
    """Make the one/ group: the gradient of the star's own cost, and the slopes that it came through.

    one/dC_dW{l} (n_l, n_{l-1}), one/dC_db{l} and one/da_dz{l} (n_l,); one/components counts the components,
    one/zero those that are exactly 0, one/most the fewest that have nine tenths of the squared length.
    """
    network, back = subject.network, subject.back
    kept: dict[str, Array] = {}
    for l in range(1, network.L + 1):
        kept[f"dC_dW{l}"], kept[f"dC_db{l}"] = back.mean_dC_dW[l], back.mean_dC_db[l]
        kept[f"da_dz{l}"] = slopes(network, subject.fwd, l)
    components = np.concatenate([part.ravel() for name, part in kept.items() if name.startswith("dC_d")])
    kept["components"] = np.array(components.size)
    kept["zero"] = np.array(np.count_nonzero(components == 0))
    kept["most"] = np.array(fewest(components))
    return {f"one/{name}": array for name, array in kept.items()}


def slopes(network: Network, fwd: Forward, l: int) -> Array:
    """da_j/dz_j of each neuron of layer l, (n_l,), for the first example of a pass."""
    table = ACTIVATIONS[network.activation_of(l)].jacobian(fwd.z[l][0], fwd.a[l][0])
    return np.diagonal(table).copy()


def fewest(components: Array) -> int:
    """Count the fewest components that have nine tenths of the squared length; 0 if all are 0."""
    largest = np.abs(components).max()
    if largest == 0:
        return 0
    held = np.cumsum(np.sort((components / largest) ** 2)[::-1])
    return int(np.searchsorted(held, MOST * held[-1])) + 1


def record_effect(subject: Subject) -> dict[str, Array]:
    """Make the effect/ group: the last layer and its derivatives, if its weights were effect/factor times as large.

    effect/z, effect/a, effect/dC_da, effect/da_dz and effect/delta are (n_L,), for the star. effect/curve_z
    and effect/curve_a (2, sums) are the activation's curve, for the network as it is and for the changed one.
    """
    for factor in FACTORS:
        kept = _with_weights_times(subject, factor)
        if is_stuck(kept["a"], kept["da_dz"], subject.y):
            break
    kept["factor"] = np.array(factor)
    states, L = (subject.fwd.z[subject.network.L][0], kept["z"]), subject.network.L
    curves = [curve(subject.network.activation_of(L), z, subject.label) for z in states]
    kept["curve_z"], kept["curve_a"] = (np.array(part) for part in zip(*curves, strict=True))
    return {f"effect/{name}": array for name, array in kept.items()}


def curve(function: str, z: Array, j: int) -> tuple[Array, Array]:
    """Sample how activation j follows its own sum, the others staying: sums and activations, each (sums,).

    The sums z (n,) of all the layer's neurons lie within the range of the curve, and 0 in its middle.
    """
    reach = max(BENDS.get(function, 1.0), ROOM * float(np.abs(z).max()))
    sums = np.linspace(-reach, reach, CURVE_SUMS)
    return sums, alone(function, z, j, sums)


def alone(function: str, z: Array, j: int, sums: Array) -> Array:
    """a_j (sums,) of a layer with the sums z (n,), where z_j alone is changed to each of `sums`."""
    changed = np.repeat(z[None], len(sums), axis=0)
    changed[:, j] = sums
    a: Array = ACTIVATIONS[function].value(changed)[:, j]
    return a


def is_stuck(a: Array, da_dz: Array, y: Array) -> bool:
    """Tell whether some output is clearly wrong and yet hardly moves."""
    return bool(np.any((np.abs(a - y) > WRONG) & (np.abs(da_dz) < FLAT)))


def _with_weights_times(subject: Subject, factor: int) -> dict[str, Array]:
    network, L = subject.network, subject.network.L
    W = {**network.W, L: factor * network.W[L]}
    changed = Network(W, network.b, network.hidden, network.output, network.cost)
    fwd = changed.forward(subject.x)
    back = backprop(changed, fwd, subject.y)
    kept = {"z": fwd.z[L][0], "a": fwd.a[L][0], "dC_da": back.dC_da[L][0], "delta": back.delta[L][0]}
    return kept | {"da_dz": slopes(changed, fwd, L)}
