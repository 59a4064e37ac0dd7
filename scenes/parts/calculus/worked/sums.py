"""The sums of the worked example, written out with all their numbers."""

from __future__ import annotations

from netsim import Reading
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import twin
from scenes.mobjects.type.formula import Formula
from scenes.parts.calculus.worked.network import TWO, WorkedNetwork

FOUR, GIVEN = ".4f", "g"
OUTPUTS = {"n_L": f"{len(TWO)}"}


class WorkedSums:
    """Makes the sums of the first moment: a hidden neuron’s z, the cost, an error, what is handed back."""

    def __init__(self, net: WorkedNetwork) -> None:
        self.net, self.trace, self.theme = net, net.trace, net.theme

    def weighted_sum(self, j: int) -> Formula:
        """Return z of hidden neuron j: each input times its weight, and the bias."""
        numbers = {"z": (self.net.value("z", 0, 1, j), FOUR), "b": (self.net.value("b", 0, 1, j), GIVEN)}
        for k in TWO:
            numbers[f"w{k}"] = (self.net.value("W", 0, 1, j, k), GIVEN)
            numbers[f"before{k}"] = (self.trace.reading("worked/x", k), GIVEN)
        return self._small("weighted_sum", numbers, {})

    def cost(self) -> Formula:
        """Return the cost: the squares of both outputs' errors."""
        numbers = {"C": (self.trace.reading("worked/C", 0), FOUR)}
        for j in TWO:
            numbers[f"a{j}"] = (self.net.value("a", 0, 2, j), FOUR)
            numbers[f"y{j}"] = (self.trace.reading("worked/y", j), GIVEN)
        return self._small(rule_of("cost_sum_worked", self.trace), numbers, {"C": "cost"})

    def error(self, j: int) -> Formula:
        """Return what is inside the delta of output j: its error, as often as the cost counts it."""
        numbers = {
            "dC_da": (self.net.value("dC_da", 0, 2, j), FOUR),
            "a": (self.net.value("a", 0, 2, j), FOUR),
            "y": (self.trace.reading("worked/y", j), GIVEN),
        }
        return self._small(rule_of("cost_slope_worked", self.trace), numbers, {"dC_da": "cost"})

    def handed_back(self, k: int) -> Formula:
        """Return the sum inside the delta of hidden neuron k: each output's delta times the weight to it."""
        numbers = {"dC_da": (self.net.value("dC_da", 0, 1, k), FOUR)}
        for j in TWO:
            numbers[f"w{j}"] = (self.net.value("W", 0, 2, j, k), GIVEN)
            numbers[f"delta{j}"] = (self.net.value("delta", 0, 2, j), FOUR)
        cost = dict.fromkeys(("dC_da", "delta0", "delta1"), "cost")
        return self._small("handed_back_to", numbers, cost)

    def _small(self, name: str, numbers: dict[str, tuple[Reading, str]], roles: dict[str, str]) -> Formula:
        return twin(name, self.theme, numbers=numbers, size="small", roles=roles, instead=OUTPUTS)
