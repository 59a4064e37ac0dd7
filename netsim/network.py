"""A fully connected network: weights and biases by layer, and the forward pass."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from netsim.functions import ACTIVATIONS, COSTS, HIDDEN, Array

#: Spread of the first weights of a layer with n incoming connections.
INITS: dict[str, Callable[[int], float]] = {"fan_in": lambda n: n**-0.5, "normal": lambda n: 1.0}


@dataclass(frozen=True)
class Forward:
    """What a forward pass computed.

    Attributes
    ----------
    z
        Weighted sums by layer 1..L, each (E, n_l).
    a
        Activations by layer 0..L, each (E, n_l); a[0] is the input.
    """

    z: Mapping[int, Array]
    a: Mapping[int, Array]


@dataclass(frozen=True)
class Network:
    """A fully connected network with the layers 1..L; layer 0 is the input.

    Attributes
    ----------
    W
        Weights by layer, W[l] of shape (n_l, n_{l-1}): W[l][j, k] leads from neuron k to neuron j.
    b
        Biases by layer, b[l] of shape (n_l,).
    hidden, output
        Names of the activations, of `ACTIVATIONS`: as output any, in hidden layers those of `HIDDEN`.
    cost
        Name of the cost, of `COSTS`: by default the quadratic, sum_j (a_j - y_j)^2 without a half.

    Raises
    ------
    ValueError
        If shapes do not fit one another or a name is unknown.
    """

    W: Mapping[int, Array]
    b: Mapping[int, Array]
    hidden: str = "sigmoid"
    output: str = "sigmoid"
    cost: str = "quadratic"

    def __post_init__(self) -> None:
        object.__setattr__(self, "W", MappingProxyType(dict(self.W)))
        object.__setattr__(self, "b", MappingProxyType(dict(self.b)))
        self._check_names()
        self._check_shapes()

    @classmethod
    def init(
        cls,
        sizes: Sequence[int],
        rng: np.random.Generator,
        hidden: str = "sigmoid",
        output: str = "sigmoid",
        cost: str = "quadratic",
        init: str = "fan_in",
    ) -> Network:
        """Draw an untrained network, in float64.

        Parameters
        ----------
        sizes
            The layer sizes n_0, n_1, ..., n_L, each at least 1.
        rng
            What all numbers are drawn from: W[1], b[1], W[2], ...
        hidden, output, cost
            Names of the activations of the hidden layers and of layer L, and of the cost.
        init
            "fan_in" or "normal": all numbers are normal with mean 0. The weights of layer l have the standard
            deviation 1/sqrt(n_{l-1}) or 1, biases have 1 in both.

        Raises
        ------
        ValueError
            If there are fewer than two sizes, one is below 1, or a name is unknown or does not go with the others.
        """
        if len(sizes) < 2 or min(sizes) < 1:
            raise ValueError(f"A network needs two or more layer sizes of at least 1, not {list(sizes)}.")
        if init not in INITS:
            raise ValueError(f"There is no initialisation {init!r}: choose one of {', '.join(INITS)}.")
        W, b = {}, {}
        for l in range(1, len(sizes)):
            W[l] = INITS[init](sizes[l - 1]) * rng.standard_normal((sizes[l], sizes[l - 1]))
            b[l] = rng.standard_normal(sizes[l])
        return cls(W, b, hidden, output, cost)

    @property
    def L(self) -> int:
        """The index of the output layer."""
        return len(self.W)

    @property
    def sizes(self) -> list[int]:
        """The layer sizes n_0, n_1, ..., n_L."""
        return [self.W[1].shape[1], *(len(self.b[l]) for l in range(1, self.L + 1))]

    def activation_of(self, l: int) -> str:
        """Give the name of the activation of layer l."""
        return self.output if l == self.L else self.hidden

    def forward(self, x: Array) -> Forward:
        """Pass examples through: z[l] = W[l] a[l-1] + b[l], a[l] = sigma(z[l]), a[0] = x.

        Parameters
        ----------
        x
            Inputs, (E, n_0), or a single one, (n_0,), which then stands for E = 1. More axes before
            E stay as they are.

        Raises
        ------
        ValueError
            If x has another number of inputs than the network.
        """
        x = np.atleast_2d(x)
        if x.shape[-1] != self.W[1].shape[1]:
            raise ValueError(f"x has the shape {x.shape}, but this network takes (E, {self.W[1].shape[1]}).")
        z, a = {}, {0: x}
        for l in range(1, self.L + 1):
            z[l] = a[l - 1] @ self.W[l].T
            z[l] += self.b[l]
            a[l] = ACTIVATIONS[self.activation_of(l)].value(z[l])
        return Forward(z, a)

    def moved(self, W: Mapping[int, Array], b: Mapping[int, Array]) -> Network:
        """Give the network with other weights and biases, whose shapes are its own: that is not looked at again."""
        there = object.__new__(type(self))
        vars(there).update(vars(self), W=MappingProxyType(W), b=MappingProxyType(b))
        return there

    def with_weights(self, W: Mapping[int, Array]) -> Network:
        """Give the network with other weights W[l] of the same shapes, (n_l, n_{l-1}), and its own biases."""
        return Network(W, self.b, self.hidden, self.output, self.cost)

    def astype(self, dtype: str) -> Network:
        """Give the network with its numbers in another precision, a dtype of numpy such as "float32"."""
        W = {l: w.astype(dtype, copy=False) for l, w in self.W.items()}
        b = {l: v.astype(dtype, copy=False) for l, v in self.b.items()}
        return self.moved(W, b)

    def _check_names(self) -> None:
        for what, name, known in (
            ("hidden activation", self.hidden, HIDDEN),
            ("output activation", self.output, ACTIVATIONS),
            ("cost", self.cost, COSTS),
        ):
            if name not in known:
                raise ValueError(f"There is no {what} {name!r}: choose one of {', '.join(known)}.")
        cost, output = COSTS[self.cost], ACTIVATIONS[self.output].traits
        if not cost.accepts(output):
            fitting = " or ".join(name for name, known in ACTIVATIONS.items() if cost.accepts(known.traits))
            raise ValueError(f"The cost {self.cost!r} needs a {fitting} output, not {self.output}.")

    def _check_shapes(self) -> None:
        layers = list(range(1, len(self.W) + 1))
        if not layers or sorted(self.W) != layers or sorted(self.b) != layers:
            raise ValueError("W and b need one array for each layer 1..L.")
        for l in layers:
            before = self.W[l - 1].shape[0] if l > 1 else self.W[1].shape[-1]
            if self.W[l].shape != (self.b[l].shape[0], before) or self.b[l].ndim != 1:
                raise ValueError(
                    f"W[{l}] has the shape {self.W[l].shape} and b[{l}] {self.b[l].shape}; "
                    f"expected ({self.b[l].shape[0]}, {before}) and ({self.b[l].shape[0]},)."
                )
