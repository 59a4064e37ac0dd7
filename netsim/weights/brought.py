"""A network from elsewhere: read from its file, in order, the right way round, with the functions that it has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from netsim.border.opening import Unreadable, expanded
from netsim.functions import ACTIVATIONS, COSTS, HIDDEN, Array
from netsim.network import Network
from netsim.recipe.network import NetworkSection
from netsim.recipe.section import RecipeError
from netsim.weights.arranged import arranged
from netsim.weights.found import Dense, Found, Unfit
from netsim.weights.of_keras import read_keras
from netsim.weights.of_npz import read_npz
from netsim.weights.of_onnx import read_onnx
from netsim.weights.of_safetensors import read_safetensors
from netsim.weights.pickled import check_ending

#: Who reads a file, by its ending.
READERS: dict[str, Callable[[Path], Found]] = {
    ".safetensors": read_safetensors,
    ".npz": read_npz,
    ".onnx": read_onnx,
    **dict.fromkeys((".keras", ".h5", ".hdf5"), read_keras),
}

#: Outputs without a function, whose function is in the cost elsewhere: PyTorch's CrossEntropyLoss and
#: BCEWithLogitsLoss, Keras's from_logits. A lesson may write it at the outputs, where it is here.
IN_THE_COST = ("softmax", "sigmoid")


@dataclass(frozen=True)
class Brought:
    """A network from a file.

    Attributes
    ----------
    plan
        The section [network] with its hidden layers and functions, as far as the file says them.
    network
        The network itself, in float64.
    names
        What the file calls the weights of each layer, from the first to the last.
    without_bias
        Those of them that have no biases there, and biases of 0 here.
    """

    plan: NetworkSection
    network: Network
    names: tuple[str, ...]
    without_bias: tuple[str, ...]


def brought(
    plan: NetworkSection, beside: Path | None = None, inputs: int | None = None, outputs: int | None = None
) -> Brought:
    """Read the network that a recipe's [network] names.

    Parameters
    ----------
    plan
        The section, whose `weights` are a file.
    beside
        The folder that the file is seen from; None for the current one.
    inputs, outputs
        How many the data have; None where they are not read yet.

    Raises
    ------
    RecipeError
        If the file cannot be read, is not of a network that can be shown, does not fit the data, or contradicts
        what the section says of it.
    """
    path = weights_path(plan, beside)
    try:
        inputs_first, layers = arranged(_read(path), inputs, outputs)
        W: Mapping[int, Array] = {
            l: np.ascontiguousarray(layer.W.T if inputs_first else layer.W) for l, layer in enumerate(layers, 1)
        }
        b = {l: np.zeros(len(W[l])) if layer.b is None else layer.b for l, layer in enumerate(layers, 1)}
        said = _said(plan, path, layers, [len(W[l]) for l in list(W)[:-1]])
    except (Unfit, Unreadable) as error:
        raise RecipeError(f"network.weights: {path} {error}.") from None
    network = Network(W, b, said.activation, said.output, said.cost)
    names = tuple(layer.name for layer in layers)
    return Brought(said, network, names, tuple(layer.name for layer in layers if layer.b is None))


def weights_path(plan: NetworkSection, beside: Path | None = None) -> Path:
    """Return the whole path of the file of a recipe's weights."""
    try:
        return (beside or Path()) / expanded(plan.weights)
    except Unreadable as error:
        raise RecipeError(f"network.weights {error}; write the name of a file.") from None


def weights_files(plan: NetworkSection, beside: Path | None = None) -> list[Path]:
    """List the files that a recipe's weights are read from: ONNX may keep large arrays in one beside."""
    path = weights_path(plan, beside)
    return [path, path.with_name(f"{path.name}.data")]


def _read(path: Path) -> Found:
    ending = path.suffix.lower()
    check_ending(path)
    if ending not in READERS:
        raise Unfit(f"is no file of weights by its ending, expected {', '.join(READERS)}")
    return READERS[ending](path)


def _said(plan: NetworkSection, path: Path, layers: tuple[Dense, ...], hidden: list[int]) -> NetworkSection:
    """Lay what a file says of its network over the section that names it; what is written there must be the same."""
    says: dict[str, object] = {"hidden": tuple(hidden)}
    functions = {layer.function for layer in layers[:-1]} - {None}
    if len(functions) > 1:
        each = ", ".join(f"{layer.function} after {layer.name}" for layer in layers[:-1])
        raise Unfit(f"has hidden layers of different functions ({each}), expected one for all of them")
    if functions:
        says["activation"] = functions.pop()
        if says["activation"] not in HIDDEN:
            raise Unfit(f"has {says['activation']} after a hidden layer, expected one of {', '.join(HIDDEN)}")
    output, written = layers[-1].function, plan.output if "output" in plan.model_fields_set else None
    if output is not None and not (output == "identity" and written in IN_THE_COST):
        says["output"] = output
    for key, value in says.items():
        if key in plan.model_fields_set and getattr(plan, key) != value:
            theirs, ours = (list(one) if isinstance(one, tuple) else one for one in (value, getattr(plan, key)))
            raise RecipeError(
                f"network.{key} = {ours!r}: the network in {path} has {theirs!r}; write that, or leave the line out."
            )
    made = plan.model_copy(update=says)
    if not COSTS[made.cost].accepts(ACTIVATIONS[made.output].traits):
        mends = f", or its function there, output = 'softmax' or {IN_THE_COST[1]!r}" if output == "identity" else ""
        raise RecipeError(
            f"network.cost = {made.cost!r} needs outputs between 0 and 1, and the network in {path} ends in "
            f"{made.output!r}; write another cost{mends}."
        )
    return made
