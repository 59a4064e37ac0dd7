"""What all sections of a recipe share: the kinds of values that keys take, and the error of one that cannot be."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Width = Annotated[int, Field(ge=1, le=1000)]
Seed = Annotated[int, Field(ge=0, le=2**32 - 1)]
Count = Annotated[int, Field(ge=1, le=1_000_000)]
CountFromNone = Annotated[int, Field(ge=0, le=1_000_000)]
Epochs = Annotated[int, Field(ge=1, le=100_000)]
EpochsOrNone = Annotated[int, Field(ge=0, le=100_000)]
Name = Annotated[str, Field(max_length=1000, pattern=r"^[^\x00-\x1f\x7f]*$")]
Label = Annotated[Name, BeforeValidator(lambda label: str(label) if type(label) is int else label)]


class RecipeError(ValueError):
    """A recipe that cannot be followed; its text is one sentence that says what, where and what is expected."""


class Section(BaseModel):
    """What all sections share: they cannot change, and know every key they take."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
