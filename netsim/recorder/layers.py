"""The layers of a network as other programs hand them over: found in order, and turned so that W[l] is (out, in)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from netsim.functions import Array
from netsim.recipe.section import RecipeError

#: How weights may lie: W[j, k] leads to neuron j (PyTorch), or from neuron j (Keras, scikit-learn).
LAYOUTS = ("out_in", "in_out")


@dataclass(frozen=True)
class Layers:
    """The weights and biases of the layers 1..L, W[l] of shape (n_l, n_{l-1}), and how they lay before.

    Attributes
    ----------
    W, b
        By layer, copies in the precision that they had; b is 0 where there were no biases.
    layout
        "out_in" or "in_out".
    """

    W: Mapping[int, Array]
    b: Mapping[int, Array]
    layout: str

    @property
    def sizes(self) -> list[int]:
        """The layer sizes n_0, n_1, ..., n_L."""
        return [self.W[1].shape[1], *(len(b) for b in self.b.values())]


def layers_of(given: Any, inputs: int, where: str, layout: str = "") -> Layers:
    """Find the layers in what a program gives: a list of arrays, pairs, a dictionary by names, or the model itself.

    Parameters
    ----------
    given
        [W1, b1, W2, b2, ...] or [(W1, b1), ...]; a mapping of names in the order of the layers (a state dict of
        PyTorch); what has `state_dict()`, `get_weights()`, or `coefs_` and `intercepts_`. Arrays are of numpy, or
        become such by `numpy()`.
    inputs
        How many numbers an example has, n_0.
    where
        What an error calls it.
    layout
        How the weights lie, if it is known; else it is found by their shapes.

    Raises
    ------
    RecipeError
        If these are no layers, one behind the other, or it cannot be told how they lie.
    """
    opened = _opened(given)
    pairs = _pairs(opened, where)
    fitting = [way for way in LAYOUTS if way in (layout or LAYOUTS) and _leads(pairs, inputs, way)]
    if not fitting:
        shapes = ", ".join(str(W.shape) for W, _ in pairs)
        raise RecipeError(
            f"{where}: weights of the shapes {shapes} do not lead one into the other from {inputs} inputs; expected "
            "(n_1, n_0), (n_2, n_1), ..., or (n_0, n_1), (n_1, n_2), ..., and as many biases as neurons."
        )
    if len(fitting) > 1 and not _of_torch(opened):
        raise RecipeError(
            f"{where}: all its layers are square, so that it cannot be told which way their weights lie; say "
            "layout='out_in' (as PyTorch has them) or layout='in_out' (Keras, scikit-learn)."
        )
    turned = [W if fitting[0] == "out_in" else W.T for W, _ in pairs]
    W = {l: np.ascontiguousarray(w).copy() for l, w in enumerate(turned, 1)}
    b = {l: np.zeros(len(W[l]), W[l].dtype) if v is None else v.copy() for l, (_, v) in enumerate(pairs, 1)}
    return Layers(W, b, fitting[0])


def plain(given: Any) -> Array:
    """Make an array of numpy of what a program calls an array: a tensor leaves its graph and its graphics card."""
    for step in ("detach", "cpu", "numpy"):
        given = getattr(given, step)() if hasattr(given, step) else given
    return np.asarray(given)


def _opened(given: Any) -> Any:
    """Ask a model for its weights, if it is one."""
    if hasattr(given, "coefs_") and hasattr(given, "intercepts_"):
        return list(zip(given.coefs_, given.intercepts_, strict=True))
    for name in ("state_dict", "get_weights"):
        if hasattr(given, name):
            return getattr(given, name)()
    return given


def _of_torch(opened: Any) -> bool:
    """Whether weights have the names of a state dict, which are (out, in)."""
    return isinstance(opened, Mapping) and any(str(name).endswith("weight") for name in opened)


def _pairs(opened: Any, where: str) -> list[tuple[Array, Array | None]]:
    """List weights and biases, layer by layer, as they lie; of a layer without biases these are None."""
    if isinstance(opened, Mapping):
        named = [(str(name), plain(array)) for name, array in opened.items()]
    elif isinstance(opened, Sequence):
        flat = [part for one in opened for part in (one if isinstance(one, (tuple, list)) else (one,))]
        named = [(f"array {i}", plain(array)) for i, array in enumerate(flat)]
    else:
        raise RecipeError(
            f"{where}: these are no weights but {type(opened).__name__}, expected [W1, b1, W2, b2, ...], "
            "[(W1, b1), ...], a state dict, get_weights(), or the model itself."
        )
    pairs: list[tuple[Array, Array | None]] = []
    for name, array in named:
        if array.dtype.kind not in "fiu" or array.ndim not in (1, 2) or not array.size:
            raise RecipeError(
                f"{where}: {name} is of {array.dtype} and has the shape {array.shape}; expected weights (n, m) and "
                "biases (n,) of fully connected layers alone: nothing else can be shown."
            )
        array = array if array.dtype.kind == "f" and array.itemsize > 2 else array.astype(np.float64)
        if array.ndim == 2:
            pairs.append((array, None))
        elif pairs and pairs[-1][1] is None:
            pairs[-1] = (pairs[-1][0], array)
        else:
            raise RecipeError(f"{where}: {name} are biases without weights before them; expected W1, b1, W2, b2, ...")
    if not pairs:
        raise RecipeError(f"{where}: there are no weights, expected those of one layer or more.")
    return pairs


def _leads(pairs: Sequence[tuple[Array, Array | None]], inputs: int, layout: str) -> bool:
    """Whether layers that lie so lead one into the other, from so many inputs on."""
    for W, b in pairs:
        neurons, before = W.shape if layout == "out_in" else W.shape[::-1]
        if before != inputs or (b is not None and len(b) != neurons):
            return False
        inputs = neurons
    return True
