"""[training]: how the network learns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from netsim.recipe.section import Count, Epochs, EpochsOrNone, Section, Seed


class TrainingSection(Section):
    """[training]: how the network learns."""

    method: Literal["sgd", "full_batch"] = Field("sgd", description="mini-batches; or one step for all examples")
    epochs: EpochsOrNone = Field(20, description="times through all examples; 0 shows the network as it is")
    batch: Count = Field(5, description="examples in a mini-batch")
    eta: float = Field(
        0.5,
        gt=0,
        le=1_000_000,
        allow_inf_nan=False,
        description="the learning rate: W <- W - eta dC/dW",
    )
    rule: Literal["sgd", "momentum", "adam"] = Field(
        "sgd",
        description="what eta is multiplied with: dC/dW; its velocity, as momentum above 0 says by itself; or what "
        "Adam makes of it, with eta 0.001 if none is written",
    )
    momentum: float = Field(
        0.0, ge=0, lt=1, description="the part of the last step's velocity v that is kept: v <- momentum v + dC/dW"
    )
    beta1: float = Field(0.9, ge=0, lt=1, description="adam: what is kept of the mean m of dC/dW")
    beta2: float = Field(0.999, ge=0, lt=1, description="adam: what is kept of the mean v of its square")
    epsilon: float = Field(
        1e-8, gt=0, le=1, description="adam: W <- W - eta m' / (sqrt(v') + epsilon), m' and v' bias-corrected"
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

    @model_validator(mode="before")
    @classmethod
    def _filled(cls, keys: Any) -> Any:
        """Let momentum alone name its rule, and Adam have the learning rate that its authors give it."""
        if not isinstance(keys, Mapping):
            return keys
        usual = {"eta": 0.001} if keys.get("rule") == "adam" else {}
        named = {"rule": "momentum"} if keys.get("momentum") and keys.get("rule", "sgd") == "sgd" else {}
        return usual | dict(keys) | named

    @model_validator(mode="after")
    def _momentum_fits_rule(self) -> Self:
        if self.rule == "momentum" and not self.momentum:
            raise ValueError("rule = 'momentum' needs a momentum above 0, such as momentum = 0.9")
        if self.rule == "adam" and self.momentum:
            raise ValueError(f"momentum = {self.momentum} belongs to rule = 'momentum', not to 'adam', which has beta1")
        return self

    def plain(self) -> Self:
        """Give the plan without what changes over the run: eta stays, nothing has momentum, no image is moved.

        A learning rate that is meant for Adam is used by Adam: by itself it would lead nowhere.
        """
        changed: dict[str, Any] = {"schedule": "constant", "shift": 0}
        if self.rule == "momentum":
            changed |= {"rule": "sgd", "momentum": 0.0}
        return self.model_copy(update=changed)
