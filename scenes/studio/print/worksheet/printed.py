"""The numbers of the `worked/` group as they are printed: rounded once to four decimals."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import numpy as np

from netsim import Described, Reading
from scenes.studio.print.worksheet.lines import Number, at
from scenes.words.messages import Messages

DIGITS = 4
Arrays = Mapping[str, np.ndarray]


class Printed:
    """Gives the numbers of one network; layers count from 1 here, neurons from 0, as everywhere.

    Words within formulas are those of ``words``; numbers have a point, whatever the language.
    """

    def __init__(self, arrays: Arrays, network: Described, words: Messages) -> None:
        self.arrays, self.network, self.words, self.L = arrays, network, words, network.L
        self.layers, self.cost_traits = range(1, network.L + 1), network.judge

    def neurons(self, l: int) -> range:
        """Return the neurons of a layer, 0 for the inputs."""
        return range(self.network.sizes[l])

    def number(self, name: str, *index: int, given: bool = False) -> Number:
        """Return a number of the group, printed; a given one without the zeros at its end."""
        reading = Reading.of(self.arrays, f"worked/{name}", *index)
        text = f"{float(reading):.{DIGITS}f}"
        if given:
            text = text.rstrip("0").rstrip(".")
        # A result that rounds to nothing has no sign.
        return Number(f"{reading.key}{list(index) if index else ''}", text if Decimal(text) else text.lstrip("-"))

    def given(self) -> dict[str, Number]:
        """Return what the exercise starts from."""
        numbers = {"eta": self.number("eta", given=True)}
        numbers |= {f"x{k}": self.x(k) for k in self.neurons(0)} | {f"y{j}": self.y(j) for j in self.neurons(self.L)}
        for l, j in ((m, j) for m in self.layers for j in self.neurons(m)):
            numbers[f"b{l}_{j}"] = self.parameter("b", 0, l, j)
            numbers |= {f"W{l}_{j}{k}": self.parameter("W", 0, l, j, k) for k in self.neurons(l - 1)}
        return numbers

    def x(self, k: int) -> Number:
        """Return input k, as it is given."""
        return self.number("x", k, given=True)

    def y(self, j: int) -> Number:
        """Return the target of output j, as it is given."""
        return self.number("y", j, given=True)

    def parameter(self, kind: str, t: int, l: int, *place: int) -> Number:
        """Return a weight (W) or a bias (b) after t updates; what nothing has changed so far is given."""
        return self.number(f"{kind}{l}", t, *place, given=t == 0 or (kind == "b" and not self.network.trains_biases))

    def of_neuron(self, name: str, l: int, j: int, t: int = 0) -> Number:
        """Return what a neuron has after t updates: z, a, dC_da, da_dz or delta."""
        return self.number(f"{name}{l}", t, j)

    def before(self, t: int, l: int, k: int) -> tuple[str, Number]:
        """Return name and value of what neuron k of layer l - 1 gives."""
        return (f"x_{k}", self.x(k)) if l == 1 else (at("a", 1, k), self.of_neuron("a", 1, k, t))
