"""Finds the layers among arrays that have names alone: which are weights and biases, of which layer, in which order."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np

from netsim.weights.found import SHOWN, Dense, Found, Unfit, exact, named, shape_of

#: The end of a name that says what an array is: 0.weight, fc1.bias, W1, b_2, coefs_0, dense_1/kernel:0.
_ROLE = re.compile(
    r"(?P<stem>|.*?[^a-z]|.*?(?=weight|kernel|coef|bias|intercept))"
    r"(?P<role>weights?|kernels?|coefs?|w|bias|biases|intercepts?|b)_?(?P<number>\d*)(:0)?",
    re.IGNORECASE | re.DOTALL,
)
WEIGHTS = ("weight", "kernel", "coef", "w")
#: Those whose weights are (inputs, outputs), as in Keras and scikit-learn.
INPUTS_FIRST = ("kernel", "coef")

#: What is in the names of layers of other kinds.
OTHER_KINDS = {
    "a batch normalisation": ("running_mean", "running_var", "num_batches_tracked", "moving_mean", "moving_variance"),
    "a normalisation": ("gamma", "beta", "norm"),
    "a recurrent layer": ("weight_ih", "weight_hh", "bias_ih", "bias_hh", "recurrent_kernel"),
    "an attention": ("in_proj", "q_proj", "k_proj", "attn", "attention"),
    "an embedding": ("embedding",),
}


def layers_named(arrays: Mapping[str, np.ndarray]) -> Found:
    """Find the layers among arrays by their names; where none of these says anything, by their order.

    Raises
    ------
    Unfit
        If there is a layer of another kind, or an array that belongs to no layer.
    """
    if not arrays:
        raise Unfit("holds no arrays")
    for name, array in arrays.items():
        _check_kind(name, array)
    parsed = {name: _ROLE.fullmatch(name) for name in arrays}
    if not any(parsed.values()):
        return _in_turn(arrays)
    weights, biases, roles = dict[str, str](), dict[str, str](), list[str]()
    for name, match in parsed.items():
        if match is None:
            raise Unfit(f"has {name} {shape_of(arrays[name])}, which is no layer's; leave it out, {SHOWN}")
        role, layer = match["role"].lower(), f"{match['stem']}{match['number']}"
        is_weight = role.startswith(WEIGHTS)
        if layer in (weights if is_weight else biases):
            raise Unfit(
                f"has {(weights if is_weight else biases)[layer]} and {name} of one layer, expected one of them"
            )
        (weights if is_weight else biases)[layer] = name
        roles += [role] * is_weight
    if lost := [name for layer, name in biases.items() if layer not in weights]:
        raise Unfit(f"has {lost[0]} without weights of its layer; it has {named(arrays)}")
    if not weights:
        raise Unfit(
            f"holds no weights, expected such names as 0.weight and 0.bias, or W1 and b1; it has {named(arrays)}"
        )
    layers = [
        Dense(
            weights[layer],
            _table(weights[layer], arrays[weights[layer]]),
            _column(biases[layer], arrays[biases[layer]]) if layer in biases else None,
            *_place(layer),
        )
        for layer in sorted(weights, key=_place)
    ]
    return Found(tuple(layers), roles[0].startswith(INPUTS_FIRST))


def _in_turn(arrays: Mapping[str, np.ndarray]) -> Found:
    """Take arrays whose names say nothing (arr_0, arr_1, ...) in turn: tables are weights, columns their biases."""
    ordered = sorted(arrays, key=_place)
    tables = [name for name in ordered if arrays[name].ndim == 2]
    columns = [name for name in ordered if arrays[name].ndim == 1]
    if not tables or len(columns) not in (0, len(tables)):
        raise Unfit(
            f"has {len(tables)} arrays of two axes and {len(columns)} of one, so that it is not clear which bias is "
            "whose; name them W1, b1, W2, b2, ..."
        )
    layers = [
        Dense(
            name,
            _table(name, arrays[name]),
            exact(columns[i], arrays[columns[i]]) if columns else None,
            place=(i,),
        )
        for i, name in enumerate(tables)
    ]
    return Found(tuple(layers), None)


def _place(layer: str) -> tuple[str, tuple[int, ...]]:
    """Part the name of a layer into what its numbers stand in, and these: layers count 2, 10 and not 10, 2."""
    return re.sub(r"[_-]?\d+", "", layer), tuple(map(int, re.findall(r"\d+", layer)))


def _table(name: str, array: np.ndarray) -> np.ndarray:
    if array.ndim != 2 or not array.size:
        kind = "one axis, as normalisations have" if array.ndim == 1 else "no numbers"
        raise Unfit(f"has {name} {shape_of(array)} of {kind}, expected (outputs, inputs); {SHOWN}")
    return exact(name, array)


def _column(name: str, array: np.ndarray) -> np.ndarray:
    """Give biases, also where they stand as (n, 1) or (1, n)."""
    if array.ndim > 2 or (array.ndim == 2 and 1 not in array.shape) or not array.size:
        raise Unfit(f"has {name} {shape_of(array)}, expected a bias for each neuron, (neurons,)")
    return exact(name, array).reshape(-1)


def _check_kind(name: str, array: np.ndarray) -> None:
    """Refuse by name what is no fully connected layer."""
    for kind, signs in OTHER_KINDS.items():
        if any(sign in name.lower() for sign in signs):
            raise Unfit(f"has {name}, of {kind}; {SHOWN}")
    if array.ndim > 2:
        raise Unfit(f"has {name} {shape_of(array)}, of a convolution; {SHOWN}")
