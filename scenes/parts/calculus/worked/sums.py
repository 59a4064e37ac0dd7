"""The rules of the worked example, written out with the numbers of its first moment."""

from __future__ import annotations

from netsim import Reading
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import twin
from scenes.mobjects.type.formula import Formula
from scenes.parts.calculus.worked.network import FINE, GIVEN, WorkedNetwork
from scenes.stage.zones import Zone


class WorkedSums:
    """Makes the sums of the first moment, z, the cost, an error, what is handed back; then delta, derivative and step.

    Parameters
    ----------
    room
        What there is of it for a sum: two of its terms stand on a line, or one where that is too long.
    """

    def __init__(self, net: WorkedNetwork, room: Zone) -> None:
        self.room = room
        self.net, self.trace, self.theme = net, net.trace, net.theme
        self.L, self.sizes = net.L, net.small.sizes

    def weighted_sum(self, j: int) -> Formula:
        """Return z of neuron j of layer 1: each input times its weight, and the bias."""
        numbers = {"z": (self.net.value("z", 0, 1, j), FINE), "b": (self.net.value("b", 0, 1, j), GIVEN)}
        for k in range(self.sizes[0]):
            numbers[f"w{k}"] = (self.net.value("W", 0, 1, j, k), GIVEN)
            numbers[f"before{k}"] = (self.trace.reading("worked/x", k), GIVEN)
        return self._small("weighted_sum", numbers, {}, self.sizes[0])

    def cost(self) -> Formula:
        """Return the cost: the squares of all outputs' errors."""
        numbers = {"C": (self.trace.reading("worked/C", 0), FINE)}
        for j in range(self.sizes[-1]):
            numbers[f"a{j}"] = (self.net.value("a", 0, self.L, j), FINE)
            numbers[f"y{j}"] = (self.trace.reading("worked/y", j), GIVEN)
        return self._small(rule_of("cost_sum", self.net.small), numbers, {"C": "cost"}, self.sizes[-1])

    def error(self, j: int) -> Formula:
        """Return what is inside the delta of output j: its error, as often as the cost counts it."""
        numbers = {
            "dC_da": (self.net.value("dC_da", 0, self.L, j), FINE),
            "a": (self.net.value("a", 0, self.L, j), FINE),
            "y": (self.trace.reading("worked/y", j), GIVEN),
        }
        return self._small(rule_of("cost_slope", self.net.small), numbers, {"dC_da": "cost"})

    def handed_back(self, k: int) -> Formula:
        """Return the sum inside the delta of hidden neuron k: each output's delta times the weight to it."""
        numbers, costly = {"dC_da": (self.net.value("dC_da", 0, 1, k), FINE)}, ["dC_da"]
        for j in range(self.sizes[2]):
            numbers[f"w{j}"] = (self.net.value("W", 0, 2, j, k), GIVEN)
            numbers[f"delta{j}"] = (self.net.value("delta", 0, 2, j), FINE)
            costly.append(f"delta{j}")
        return self._small("handed_back_to", numbers, dict.fromkeys(costly, "cost"), self.sizes[2])

    def delta(self, l: int, j: int) -> Formula:
        """Return delta of neuron j of layer l: what comes back to it, through the slope of its function."""
        numbers = {name: (self.net.value(name, 0, l, j), FINE) for name in ("delta", "da_dz", "dC_da")}
        return twin("delta_last" if l == self.L else "delta", self.theme, numbers=numbers)

    def derivative(self, l: int, j: int, k: int) -> Formula:
        """Return the derivative of the cost by a weight: what comes in along it, times its neuron's delta."""
        numbers = {
            "dC_dw": (self.net.value("dC_dW", 0, l, j, k), FINE),
            "before": (self.net.activation(0, l - 1, k), FINE if l > 1 else GIVEN),
            "delta": (self.net.value("delta", 0, l, j), FINE),
        }
        return twin("dC_dw", self.theme, numbers=numbers)

    def step(self, l: int, j: int, k: int) -> Formula:
        """Return the first update of a weight: what it was, less the learning rate times the derivative."""
        numbers = {
            "after": (self.net.value("W", 1, l, j, k), FINE),
            "before": (self.net.value("W", 0, l, j, k), GIVEN),
            "eta": (self.trace.reading("worked/eta"), GIVEN),
            "dC_dw": (self.net.value("dC_dW", 0, l, j, k), FINE),
        }
        return twin("update", self.theme, numbers=numbers, roles={"dC_dw": "cost"})

    def _small(
        self, name: str, numbers: dict[str, tuple[Reading, str]], roles: dict[str, str], terms: int = 1
    ) -> Formula:
        said = []
        for a_line in (2, 1):
            outputs = {"n_L": f"{self.sizes[-1]}"}
            said.append(
                twin(
                    name,
                    self.theme,
                    numbers=numbers,
                    size="small",
                    roles=roles,
                    instead=outputs,
                    terms=terms,
                    a_line=a_line,
                )
            )
            if self.room.holds(said[-1]) or terms == 1:
                return said[-1]
        return min(said, key=lambda line: max(line.width / self.room.width, line.height / self.room.height))
