"""The sums of the worked example, written out with all their numbers."""

from __future__ import annotations

from netsim import Reading
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import twin
from scenes.mobjects.type.formula import Formula
from scenes.parts.calculus.worked.network import WorkedNetwork
from scenes.stage.zones import Zone

FOUR, GIVEN = ".4f", "g"


class WorkedSums:
    """Makes the sums of the first moment: a first neuron's z, the cost, an error, what is handed back.

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
        numbers = {"z": (self.net.value("z", 0, 1, j), FOUR), "b": (self.net.value("b", 0, 1, j), GIVEN)}
        for k in range(self.sizes[0]):
            numbers[f"w{k}"] = (self.net.value("W", 0, 1, j, k), GIVEN)
            numbers[f"before{k}"] = (self.trace.reading("worked/x", k), GIVEN)
        return self._small("weighted_sum", numbers, {}, self.sizes[0])

    def cost(self) -> Formula:
        """Return the cost: the squares of all outputs' errors."""
        numbers = {"C": (self.trace.reading("worked/C", 0), FOUR)}
        for j in range(self.sizes[-1]):
            numbers[f"a{j}"] = (self.net.value("a", 0, self.L, j), FOUR)
            numbers[f"y{j}"] = (self.trace.reading("worked/y", j), GIVEN)
        return self._small(rule_of("cost_sum", self.net.small), numbers, {"C": "cost"}, self.sizes[-1])

    def error(self, j: int) -> Formula:
        """Return what is inside the delta of output j: its error, as often as the cost counts it."""
        numbers = {
            "dC_da": (self.net.value("dC_da", 0, self.L, j), FOUR),
            "a": (self.net.value("a", 0, self.L, j), FOUR),
            "y": (self.trace.reading("worked/y", j), GIVEN),
        }
        return self._small(rule_of("cost_slope", self.net.small), numbers, {"dC_da": "cost"})

    def handed_back(self, k: int) -> Formula:
        """Return the sum inside the delta of hidden neuron k: each output's delta times the weight to it."""
        numbers, costly = {"dC_da": (self.net.value("dC_da", 0, 1, k), FOUR)}, ["dC_da"]
        for j in range(self.sizes[2]):
            numbers[f"w{j}"] = (self.net.value("W", 0, 2, j, k), GIVEN)
            numbers[f"delta{j}"] = (self.net.value("delta", 0, 2, j), FOUR)
            costly.append(f"delta{j}")
        return self._small("handed_back_to", numbers, dict.fromkeys(costly, "cost"), self.sizes[2])

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
