"""[training]: how the network learns."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field

from netsim.recipe.section import Count, Epochs, EpochsOrNone, Section, Seed


class TrainingSection(Section):
    """[training]: how the network learns."""

    method: Literal["sgd", "full_batch"] = Field("sgd", description="mini-batches; or one step for all examples")
    epochs: EpochsOrNone = Field(20, description="times through all examples; 0 shows the network as it is")
    batch: Count = Field(5, description="examples in a mini-batch")
    eta: float = Field(
        0.5, gt=0, le=1_000_000, allow_inf_nan=False, description="the learning rate: W <- W - eta dC/dW"
    )
    momentum: float = Field(
        0.0, ge=0, lt=1, description="the part of the last step's velocity v that is kept: v <- momentum v + dC/dW"
    )
    shift: int = Field(0, ge=0, le=8, description="images of a mini-batch are moved at random by up to so many pixels")
    schedule: Literal["constant", "step", "cosine"] = Field(
        "constant", description="eta over the run: it stays, drops in steps, or glides down"
    )
    schedule_every: Epochs = Field(10, description="step: epochs between two drops of eta")
    schedule_factor: float = Field(0.5, gt=0, le=1, description="step: what each drop multiplies eta by")
    schedule_end: float = Field(0.0, ge=0, le=1, description="cosine: the part of eta that is left at the end")
    seed: Seed = Field(0, description="shuffles the examples")
    precision: Literal["float64", "float32"] = Field("float64", description="of the training; float32 is faster")

    def plain(self) -> Self:
        """Give the plan without what changes over the run: eta stays, nothing has momentum, no image is moved."""
        return self.model_copy(update={"schedule": "constant", "momentum": 0.0, "shift": 0})
