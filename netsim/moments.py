"""The core of a trace: the recorded moments of the followed examples."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from netsim.backprop import backprop
from netsim.exhibits.exhibit import Arrays
from netsim.functions import Array
from netsim.training import Step


def core_arrays(moments: Sequence[Step], x: Array, y: Array, label: np.ndarray) -> Arrays:
    """Make the core arrays: the followed examples x (E, n_0), y (E, n_L), label (E,) at each moment, in float64."""
    kept: Arrays = {
        "steps": np.array([step.number for step in moments]),
        "eta": np.array([step.eta for step in moments]),
        "x": x,
        "y": y,
        "label": label,
    }
    networks = [step.network.astype("float64") for step in moments]
    forwards = [network.forward(x) for network in networks]
    backs = [backprop(network, fwd, y) for network, fwd in zip(networks, forwards, strict=True)]
    kept["C"] = np.stack([back.C for back in backs])
    for l in range(1, networks[0].L + 1):
        kept[f"W{l}"] = np.stack([network.W[l] for network in networks])
        kept[f"b{l}"] = np.stack([network.b[l] for network in networks])
        kept[f"z{l}"] = np.stack([fwd.z[l] for fwd in forwards])
        kept[f"a{l}"] = np.stack([fwd.a[l] for fwd in forwards])
        kept[f"dC_da{l}"] = np.stack([back.dC_da[l] for back in backs])
        kept[f"delta{l}"] = np.stack([back.delta[l] for back in backs])
        kept[f"mean_dC_dW{l}"] = np.stack([step.back.mean_dC_dW[l] for step in moments]).astype(np.float64, copy=False)
        kept[f"mean_dC_db{l}"] = np.stack([step.back.mean_dC_db[l] for step in moments]).astype(np.float64, copy=False)
    return kept | _kept(moments)


def _kept(moments: Sequence[Step]) -> Arrays:
    """Make the arrays of what the update rule had kept at each moment, in float64; none if it keeps nothing."""
    return {
        f"{name}/{kind}{l}": np.stack([getattr(step.kept[name], kind)[l] for step in moments]).astype(np.float64)
        for name in moments[0].kept
        for kind in "Wb"
        for l in range(1, moments[0].network.L + 1)
    }
