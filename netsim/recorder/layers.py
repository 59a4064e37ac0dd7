"""The layers of a network as another program hands them over, each W[l] turned so that it is (out, in)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from netsim.functions import Array
from netsim.recipe.section import RecipeError
from netsim.weights.arranged import arranged
from netsim.weights.found import Unfit
from netsim.weights.names import layers_named


@dataclass(frozen=True)
class Layers:
    """The weights and biases of the layers 1..L, in float64.

    Attributes
    ----------
    W, b
        By layer, copies: (n_l, n_{l-1}) and (n_l,); b is 0 where there were no biases.
    inputs_first
        Whether weights were (in, out), as in Keras and scikit-learn.
    bytes
        How many bytes the shortest of their numbers had.
    """

    W: Mapping[int, Array]
    b: Mapping[int, Array]
    inputs_first: bool
    bytes: int

    @property
    def sizes(self) -> list[int]:
        """The layer sizes n_0, n_1, ..., n_L."""
        return [self.W[1].shape[1], *(len(b) for b in self.b.values())]


def layers_of(given: Any, inputs: int, outputs: int | None, where: str, inputs_first: bool | None = None) -> Layers:
    """Find the layers in what a program gives, in order and the right way round.

    Parameters
    ----------
    given
        [W1, b1, W2, b2, ...] or [(W1, b1), ...]; a mapping by names, such as a state dict of PyTorch; or a model,
        which has `coefs_` and `intercepts_`, `state_dict()` or `get_weights()`. Arrays are those of numpy, or
        become such by `numpy()`.
    inputs, outputs
        How many numbers an example has, and its target; None if that may be one or two.
    where
        What an error calls it.
    inputs_first
        Which way round they stand if names and shapes do not say; None if that is not known.

    Raises
    ------
    RecipeError
        If these are no fully connected layers of finite numbers, one behind the other.
    """
    arrays = {name: plain(array) for name, array in _named(given, where).items()}
    try:
        found = layers_named(arrays)
        if found.inputs_first is None:
            found = replace(found, inputs_first=inputs_first)
        first, layers = arranged(found, inputs, outputs)
    except Unfit as error:
        raise RecipeError(f"{where}: this network {error}.") from None
    W = {l: np.array(layer.W.T if first else layer.W, order="C") for l, layer in enumerate(layers, 1)}
    b = {l: np.zeros(len(W[l])) if layer.b is None else np.array(layer.b) for l, layer in enumerate(layers, 1)}
    return Layers(W, b, first, min(array.itemsize for array in arrays.values()))


def plain(given: Any) -> np.ndarray:
    """Make an array of numpy of what a program calls an array: a tensor leaves its graph and its graphics card."""
    for step in ("detach", "cpu", "numpy"):
        given = getattr(given, step)() if hasattr(given, step) else given
    return np.asarray(given)


def _named(given: Any, where: str) -> dict[str, Any]:
    """Give each array a name that says as much of it as is known."""
    if hasattr(given, "coefs_") and hasattr(given, "intercepts_"):
        parts = {"coefs": given.coefs_, "intercepts": given.intercepts_}
        return {f"{name}_{i}": array for name, arrays in parts.items() for i, array in enumerate(arrays)}
    if hasattr(given, "get_weights"):  # before state_dict(), which a model of Keras has too where PyTorch is under it
        names = [getattr(weight, "path", None) for weight in getattr(given, "weights", ())]
        given = given.get_weights()
        given = dict(zip(names, given, strict=True)) if names and all(names) else given
    elif hasattr(given, "state_dict"):
        given = given.state_dict()
    if isinstance(given, Mapping):
        return {str(name): array for name, array in given.items()}
    if isinstance(given, Sequence) and not isinstance(given, str):
        flat = [part for one in given for part in (one if isinstance(one, (tuple, list)) else (one,))]
        return {f"array_{i}": array for i, array in enumerate(flat) if array is not None}
    raise RecipeError(
        f"{where}: these are no weights but {type(given).__name__}, expected [W1, b1, W2, b2, ...], "
        "[(W1, b1), ...], a state dict, what get_weights() gives, or the model itself."
    )
