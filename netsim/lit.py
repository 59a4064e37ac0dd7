"""Training without the inputs that are 0 in every example, such as the margin of images: their weights never move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from netsim.functions import Array
from netsim.network import Network
from netsim.rules import OfEach
from netsim.training import Step

#: Where fewer than this part of the inputs are lit, a training without the others saves time.
WORTH = 0.75


def lit_in(x: Array) -> np.ndarray:
    """Find the inputs that are not 0 in all examples x (N, n_0), ascending, (n,); the first, if all of them are."""
    places = np.flatnonzero(x.any(axis=0))
    return places if len(places) else np.array([0])


@dataclass(frozen=True)
class Lit:
    """The inputs that are not 0 in all of some examples, and the part of a network that sees them.

    What is left out adds nothing to any z, and its gradient is 0 at every step: so no rule moves its weights.

    Attributes
    ----------
    whole
        The network with all inputs, as it is before it is trained.
    places
        Which of its n_0 inputs are lit, as `lit_in` finds them, (n,).
    """

    whole: Network
    places: np.ndarray

    @classmethod
    def of(cls, whole: Network, x: Array) -> Self:
        """Find the inputs that are lit in examples x (N, n_0)."""
        return cls(whole, lit_in(x))

    @property
    def worth(self) -> bool:
        """Whether so many inputs are dark that a training without them saves time."""
        return len(self.places) < WORTH * self.whole.sizes[0]

    @property
    def part(self) -> Network:
        """The network with the lit inputs alone."""
        return self.whole.with_weights({**self.whole.W, 1: self.whole.W[1][:, self.places]})

    def seen(self, x: Array) -> Array:
        """Give of examples x (N, n_0) what the part sees, (N, n)."""
        return np.ascontiguousarray(x[:, self.places])

    def network(self, part: Network) -> Network:
        """Put the part, as it was trained, back among the weights that did not move."""
        W1 = self._among(self.whole.W[1], part.W[1])
        return Network({**part.W, 1: W1}, part.b, part.hidden, part.output, part.cost)

    def step(self, step: Step) -> Step:
        """Give a step of the part's training as one of the whole network's."""
        back = replace(step.back, mean_dC_dW=self._of_all(step.back.mean_dC_dW))
        kept = {name: OfEach(self._of_all(numbers.W), numbers.b) for name, numbers in step.kept.items()}
        return replace(step, network=self.network(step.network), back=back, kept=kept)

    def _of_all(self, W: Mapping[int, Array]) -> dict[int, Array]:
        """Put numbers of the part's weights among zeros for the others."""
        return {**W, 1: self._among(np.zeros(self.whole.W[1].shape), W[1])}

    def _among(self, others: Array, lit: Array) -> Array:
        numbers = others.astype(lit.dtype)
        numbers[:, self.places] = lit
        return numbers
