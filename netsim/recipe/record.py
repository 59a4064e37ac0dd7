"""[record]: which moments and examples of a run are kept, and of what its exhibits are."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from netsim.recipe.section import Label, Section, Seed
from netsim.weight_names import weight_named


class RecordSection(Section):
    """[record]: which moments and examples the trace keeps, and of what its exhibits are."""

    steps: tuple[Annotated[int, Field(ge=0, le=10**12)], ...] = Field(
        (), strict=False, max_length=1000, description="update counts to record; empty: 0, 1, 2, 5, 10, 20, 50, ..."
    )
    follow: tuple[Label, ...] = Field(
        (), strict=False, max_length=100, description="labels of the followed examples; empty: a 2"
    )
    pick: int = Field(
        0, ge=0, le=1_000_000, description="which training example of each followed label; 0 is the most typical"
    )
    epsilon: float = Field(0.01, ge=1e-6, le=1, description="the nudge of a weight that is measured")
    # chosen for the picture: all activations between .3 and .75, no flat sigmoid, a clear dC/dw
    chain_seed: Seed = Field(1078, description="draws the 1-1-1-1 network of the chain exhibit")
    weight: str = Field(
        "",
        max_length=60,
        description='the weight that is taken apart, such as "W3[2,7]"; empty: one of the label\'s output',
    )

    @model_validator(mode="after")
    def _weight_is_named(self) -> Self:
        if self.weight:
            try:
                weight_named(self.weight)
            except ValueError as error:
                raise ValueError(f"weight = {error}") from None
        return self
