"""What the header of a trace says: sizes, classes, and what is true of the functions, as plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from netsim.functions import ACTIVATIONS, COSTS, ActivationTraits, CostTraits, squares_of
from netsim.trace.answers import Answers, answers_told
from netsim.trace.features import Feature, features_told
from netsim.trace.given import rule_of


class Described:
    """Something with the header of a trace.

    The header names the functions, and every name in it is known; so reading a trace needs the engine's table of
    functions, but not what uses them. Scenes get the traits alone.
    """

    def __init__(self, header: Mapping[str, Any]) -> None:
        self.header: dict[str, Any] = dict(header)

    @property
    def sizes(self) -> list[int]:
        """Layer sizes n_0, n_1, ..., n_L."""
        return list(self.header["sizes"])

    @property
    def L(self) -> int:
        """Index of the output layer."""
        return len(self.sizes) - 1

    @property
    def classes(self) -> list[str]:
        """Names of the classes; none where outputs are numbers."""
        return list(self.header["classes"])

    @property
    def answers(self) -> Answers:
        """What the outputs mean."""
        return answers_told(self.header)

    @property
    def output_names(self) -> list[str]:
        """What each output is called: by its class, by its number; a single one for two classes by the second."""
        return list(self.answers.names)

    @property
    def image_shape(self) -> tuple[int, int] | None:
        """(height, width) of an input, or None if inputs are no images."""
        shape = self.header["image_shape"]
        return (shape[0], shape[1]) if shape else None

    @property
    def features(self) -> tuple[Feature, ...]:
        """What each input means, in order; none where inputs are pixels, or nothing is known of them."""
        return features_told(self.header.get("features") or [])

    @property
    def elsewhere(self) -> bool:
        """Whether another program made the run, of which only what it told is known: see `netsim.Recorder`."""
        return bool(self.header.get("elsewhere", False))

    @property
    def rule(self) -> str:
        """By which rule updates are made: see `Given`."""
        return str(self.header.get("rule") or rule_of(self.header["recipe"].get("training", {})))

    @property
    def remark(self) -> str:
        """What a person should know of how the data were read, in one line: what was left out; "" if nothing was."""
        return " ".join(str(self.header.get("remark") or "").split())

    @property
    def hidden(self) -> str:
        """Name of the hidden layers' activation."""
        return str(self.header["hidden"])

    @property
    def output(self) -> str:
        """Name of the output layer's activation."""
        return str(self.header["output"])

    @property
    def cost_name(self) -> str:
        """Name of the cost; the array "cost" is its course over the run."""
        return str(self.header["cost"])

    def activation(self, l: int) -> ActivationTraits:
        """Say what is true of the activation of layer l."""
        return ACTIVATIONS[self.output if l == self.L else self.hidden].traits

    @property
    def judge(self) -> CostTraits:
        """What is true of the cost, for the outputs that there are."""
        return COSTS[self.cost_name].traits_for(ACTIVATIONS[self.output].traits)

    @property
    def squares(self) -> CostTraits:
        """What is true of the cost of what is made of squares alone: the cost itself, or else the quadratic."""
        return squares_of(self.cost_name).traits

    @property
    def worked(self) -> Described:
        """The network of the worked example that was recorded, described as the lesson's own is."""
        arrays, plan = self.header["arrays"], self.header["recipe"].get("worked", {})
        layers = [l for l in (1, 2) if f"worked/W{l}" in arrays]
        sizes = [arrays["worked/x"]["shape"][0], *(arrays[f"worked/W{l}"]["shape"][1] for l in layers)]
        return worked_as_planned(sizes, plan if isinstance(plan, dict) else {}, self.cost_name)

    @property
    def trains_biases(self) -> bool:
        """Whether updates change the biases too; of a worked example they may not."""
        return bool(self.header.get("train_biases", True))


def worked_as_planned(sizes: Sequence[int], plan: Mapping[str, Any], lessons_cost: str) -> Described:
    """Describe a worked example of these sizes by the [worked] section of a recipe; a trace may have none.

    Its cost is the one that the section names, or the lesson's own, if that is one of squares, or the quadratic.
    """
    cost = plan.get("cost", "lesson")
    return Described(
        {
            "sizes": list(sizes),
            "hidden": plan.get("hidden", "sigmoid"),
            "output": plan.get("output", "sigmoid"),
            "cost": squares_of(lessons_cost).name if cost == "lesson" else cost,
            "classes": [str(j) for j in range(sizes[-1])],
            "image_shape": None,
            "train_biases": plan.get("train_biases", True),
        }
    )
