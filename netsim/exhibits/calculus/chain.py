"""The chain exhibit: a 1-1-1-1 network of its own, its last weight taken apart and nudged."""

from __future__ import annotations

import numpy as np

from netsim.anatomy.explain import Nudge, nudge
from netsim.anatomy.paths import paths
from netsim.backprop import backprop
from netsim.functions import Array, sigmoid
from netsim.network import Forward, Network

Arrays = dict[str, Array]

#: Sizes of the nudges that are measured, besides the recipe's own.
EPSILONS = (0.1, 0.03, 0.01, 0.003, 0.001)
CURVE_POINTS = 81

#: Two inputs that are nearer than this would look alike in a row of examples.
APART = 0.05


def record_chain(seed: int, epsilon: float) -> Arrays:
    """Draw the network and its example, and record the chain/ group; epsilon is the recipe's nudge."""
    network, x, y = drawn_chain(seed, 1)
    return chain_of(network, float(x[0]), float(y[0]), epsilon)


def drawn_chain(seed: int, many: int) -> tuple[Network, Array, Array]:
    """Draw the 1-1-1-1 network, inputs x (many,) and targets y (many,); the first example is the chain's own.

    From one generator come weights and biases, N(0, 1), and the inputs, uniform in 0..1. The target is 1 for
    the first, 0 or 1 for the others, which are drawn until both are there and no two inputs look alike. The
    activation is sigmoid, the cost quadratic; nothing is trained.
    """
    rng = np.random.default_rng(seed)
    network = Network.init([1, 1, 1, 1], rng, init="normal")
    x: Array = np.array([rng.random()])
    y: Array = np.ones(1)
    while len(x) < many:
        inputs, targets = np.append(x, rng.random(many - 1)), np.append(y, rng.integers(0, 2, many - 1).astype(float))
        if np.diff(np.sort(inputs)).min() >= APART and not targets.all():
            x, y = inputs, targets
    return network, x, y


def chain_of(network: Network, x: float, y: float, epsilon: float) -> Arrays:
    """Make the chain/ group of a given 1-1-1-1 network: its values, the factors of its last weight, nudges.

    chain/W, chain/b and chain/z run over the layers 1..3, so chain/W[2] is w^(L); chain/a runs over 0..3.
    """
    fwd = network.forward(np.array([x]))
    back = backprop(network, fwd, np.array([y]))
    factors = paths(network, fwd, back, 0, 3, 0, 0)
    kept = {
        "W": np.array([network.W[l][0, 0] for l in (1, 2, 3)]),
        "b": np.array([network.b[l][0] for l in (1, 2, 3)]),
        "x": np.array(x),
        "y": np.array(y),
        "z": np.array([fwd.z[l][0, 0] for l in (1, 2, 3)]),
        "a": np.array([fwd.a[l][0, 0] for l in (0, 1, 2, 3)]),
        "C": np.array(back.C[0]),
        "dz_dw": np.array(factors.dz_dw),
        "da_dz": np.array(factors.da_dz[0, 0]),
        "dC_da": np.array(factors.dC_da[0]),
        "dC_dw": np.array(factors.dC_dw),
    }
    epsilons = np.array(sorted({*EPSILONS, epsilon}, reverse=True))
    kept["epsilon"] = epsilons
    kept["at"] = np.array(np.flatnonzero(epsilons == epsilon)[0])
    nudges = [nudge(network, np.array([x]), np.array([y]), 3, (0, 0), float(e)) for e in epsilons]
    kept |= _measured(float(network.W[3][0, 0]), nudges)
    kept |= _curves(network, float(fwd.a[2][0, 0]), y)
    return {f"chain/{name}": array for name, array in kept.items()}


def _curves(network: Network, a_before: float, y: float) -> Arrays:
    """Sample the three functions of the last link: z of w (a line), a of z, C of a (a parabola)."""
    w = float(network.W[3][0, 0])
    ws = np.linspace(w - 1, w + 1, CURVE_POINTS)
    zs = np.linspace(-4.0, 4.0, CURVE_POINTS)
    a_s = np.linspace(0.0, 1.0, CURVE_POINTS)
    return {
        "curve_w": ws,
        "curve_z_of_w": ws * a_before + network.b[3][0],
        "curve_z": zs,
        "curve_a_of_z": sigmoid(zs),
        "curve_a": a_s,
        "curve_C_of_a": (a_s - y) ** 2,
    }


def _measured(w: float, nudges: list[Nudge]) -> Arrays:
    """Say what each nudge of w changed, from w through z and a to C, and the ratios of the changes."""
    before = _values(w, nudges[0].before, nudges[0].C_before)
    nudged = np.array([_values(w + one.epsilon, one.after, one.C_after) for one in nudges]).T
    change = nudged - before[:, None]
    kept = {"predicted_change_C": np.array([one.predicted for one in nudges])}
    for name, values, changes in zip("wzaC", nudged, change, strict=True):
        kept[f"nudged_{name}"], kept[f"change_{name}"] = values, changes
    for name, (above, below) in {"dz_dw": (1, 0), "da_dz": (2, 1), "dC_da": (3, 2), "dC_dw": (3, 0)}.items():
        kept[f"measured_{name}"] = change[above] / change[below]
    return kept


def _values(w: float, fwd: Forward, C: float) -> Array:
    return np.array([w, fwd.z[3][0, 0], fwd.a[3][0, 0], C])
