"""[network]: the layers of what is trained, their functions and the first weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from netsim.functions import ACTIVATIONS, COSTS, HIDDEN
from netsim.recipe.section import Name, Section, Seed, Width

if TYPE_CHECKING:
    HiddenName: TypeAlias = str
    OutputName: TypeAlias = str
    CostName: TypeAlias = str
else:  # the names that the tables of functions have
    HiddenName, OutputName, CostName = (Literal[tuple(known)] for known in (HIDDEN, ACTIVATIONS, COSTS))


class NetworkSection(Section):
    """[network]: layers, functions and the first weights."""

    hidden: tuple[Width, ...] = Field(
        (16, 16), strict=False, max_length=6, description="neurons of each hidden layer, from first to last"
    )
    activation: HiddenName = Field("sigmoid", description="function of the hidden layers")
    outputs: Literal[1] | None = Field(
        None, description="1: a single output tells two classes apart; if absent, one for each class or number"
    )
    output: OutputName = Field("sigmoid", description="function of the last layer")
    cost: CostName = Field("quadratic", description="; ".join(f"{name}: {COSTS[name].says}" for name in COSTS))
    weights: Name = Field(
        "",
        description="a file with the first weights, of a network trained elsewhere (.safetensors, .npz, .onnx, .keras, "
        ".h5), as seen from the lesson's own folder; hidden, and the functions that it says, are then taken from it",
    )
    init: Literal["fan_in", "normal"] = Field(
        "fan_in", description="first weights, if they are drawn: N(0, 1) / sqrt(fan-in); or N(0, 1)"
    )
    # chosen for the picture: outputs from .16 to .74
    seed: Seed = Field(5, description="draws the first weights; of weights from a file, those of fresh networks only")

    @model_validator(mode="after")
    def _output_can_stand_alone(self) -> Self:
        if self.outputs == 1 and ACTIVATIONS[self.output].traits.couples:
            raise ValueError(
                f"outputs = 1 needs an output that stands alone, such as output = 'sigmoid': with {self.output!r} "
                "a single one is always 1"
            )
        return self

    @model_validator(mode="after")
    def _cost_fits_output(self) -> Self:
        cost = COSTS[self.cost]
        if not cost.accepts(ACTIVATIONS[self.output].traits):
            fitting = " or ".join(repr(name) for name, known in ACTIVATIONS.items() if cost.accepts(known.traits))
            raise ValueError(
                f"cost = {self.cost!r} needs outputs between 0 and 1, so output = {fitting}, not {self.output!r}"
            )
        return self
