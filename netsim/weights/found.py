"""Layers as a file of weights has them, before it is known which way round they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from netsim.functions import ACTIVATIONS, Array
from netsim.functions.activations import LEAK

#: What a network from elsewhere may have, as a lesson's may: layers of weights, and neurons of a hidden layer.
MOST_LAYERS, WIDEST = 7, 1000

#: Our functions by their names in small letters alone, and what other libraries call some of them.
CALLED = {name.replace("_", ""): name for name in ACTIVATIONS} | {"linear": "identity"}

#: Kinds of layers that cannot be shown, by what is in the names that other libraries give them.
OTHER_KINDS = {
    "conv": "a convolution",
    "pool": "a pooling layer",
    "norm": "a normalisation",
    "rescaling": "a scaling of inputs, which belongs to the data",
    "lstm": "a recurrent layer",
    "gru": "a recurrent layer",
    "rnn": "a recurrent layer",
    "attention": "an attention",
    "embedding": "an embedding",
    "add": "branches that meet",
    "concat": "branches that meet",
}

SHOWN = "only fully connected layers can be shown"


class Unfit(ValueError):
    """A file of weights that cannot be used; the text says why, to stand after its name: "has a convolution ..."."""


def lacking(library: str, extra: str) -> Unfit:
    """Say that a file cannot be read without a library, which an extra of ours brings along."""
    return Unfit(f"is read by the library {library}, which is not there: pip install 'nudge[{extra}]'")


@dataclass(frozen=True)
class Dense:
    """A fully connected layer, as a file has it.

    Attributes
    ----------
    name
        What the file calls its weights, such as "0.weight".
    W
        Its weights, float64, (n_l, n_{l-1}) or the other way round.
    b
        Its biases, (n_l,); None where it has none.
    group, place
        Layers of one group stand in the order of their places, each a tuple of numbers.
    function
        The activation after it, by our name; None where the file does not say.
    """

    name: str
    W: Array
    b: Array | None
    group: str = ""
    place: tuple[int, ...] = ()
    function: str | None = None

    def of(self, inputs_first: bool) -> tuple[int, int]:
        """Count its inputs and its neurons, if it is read that way round."""
        rows, columns = self.W.shape
        return (rows, columns) if inputs_first else (columns, rows)

    @property
    def told(self) -> str:
        """Its name and the shape of its weights, for a sentence."""
        return f"{self.name} {shape_of(self.W)}"


@dataclass(frozen=True)
class Found:
    """The layers of a file.

    Attributes
    ----------
    layers
        In the order of their names.
    inputs_first
        Whether the format has weights as (inputs, outputs), as Keras does, or (outputs, inputs), as PyTorch does;
        None where its names do not say.
    sure
        Whether the file says so itself, so that they cannot stand the other way round.
    """

    layers: tuple[Dense, ...]
    inputs_first: bool | None
    sure: bool = False


def shape_of(array: np.ndarray) -> str:
    """Write the shape of an array: (16, 784)."""
    return f"({', '.join(map(str, array.shape))}{',' if array.ndim == 1 else ''})"


def exact(name: str, array: np.ndarray) -> Array:
    """Give numbers of any precision in float64, which changes none of them.

    Raises
    ------
    Unfit
        If they are no numbers, or one of them is not finite.
    """
    if array.dtype.kind not in "iuf" or array.dtype.itemsize > 8:
        raise Unfit(f"has {name} of {array.dtype}, expected numbers of at most 64 bits")
    numbers = array.astype(np.float64)
    if not np.isfinite(numbers).all():
        place = np.argwhere(~np.isfinite(numbers))[0]
        raise Unfit(
            f"has {name}[{', '.join(map(str, place))}] = {numbers[tuple(place)]}, expected finite numbers; "
            "the training that wrote it has diverged"
        )
    return numbers


def function_called(name: str, after: str) -> str:
    """Give our name of a function that a file names.

    Raises
    ------
    Unfit
        If there is none.
    """
    ours = CALLED.get(name.lower().replace("_", ""))
    if ours is None:
        raise Unfit(f"has the function {name} after {after}, expected one of {', '.join(ACTIVATIONS)}")
    return ours


def check_slope(slope: float, after: str) -> None:
    """Make sure that a leaky ReLU has the slope below 0 that ours has; raises Unfit."""
    if not np.isclose(slope, LEAK, rtol=1e-6):
        raise Unfit(f"has a leaky ReLU of the slope {slope:g} after {after}, expected {LEAK:g}")


def kind_of(name: str) -> str:
    """Say what kind of layer has such a name, as far as that is known: "Conv2D, a convolution"."""
    return next((f"{name}, {kind}" for sign, kind in OTHER_KINDS.items() if sign in name.lower()), name)


def chained(parts: Sequence[Dense]) -> tuple[Dense, ...]:
    """Let layers keep the order that they have."""
    return tuple(replace(part, place=(i,)) for i, part in enumerate(parts))


def named(found: Mapping[str, np.ndarray] | Iterable[str]) -> str:
    """List some names for a sentence, the first of them where there are many."""
    names = list(found)
    return ", ".join(names[:8]) + (f" and {len(names) - 8} more" if len(names) > 8 else "") or "nothing"
