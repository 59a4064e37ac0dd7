"""What to train and what to keep of it: a recipe, checked as it is made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from netsim.complaints import in_one_sentence
from netsim.functions import PROBABILITIES

Width = Annotated[int, Field(ge=1, le=4096)]
Seed = Annotated[int, Field(ge=0)]
Count = Annotated[int, Field(ge=1)]
Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Exhibit = Literal["levers", "wishes", "chain"]
Label = Annotated[str, BeforeValidator(lambda label: str(label) if type(label) is int else label)]


class RecipeError(ValueError):
    """A recipe that cannot be followed; its text is one sentence that says what, where and what is expected."""


class Section(BaseModel):
    """What all sections share: they cannot change, and know every key they take."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class NetworkSection(Section):
    """[network]: layers, functions and the first weights."""

    hidden: tuple[Width, ...] = Field((16, 16), strict=False, description="neurons of each hidden layer")
    activation: Literal["sigmoid", "tanh", "relu", "identity"] = "sigmoid"
    output: Literal["sigmoid", "softmax", "tanh", "relu", "identity"] = "sigmoid"
    cost: Literal["quadratic", "cross_entropy"] = "quadratic"
    init: Literal["fan_in", "normal"] = "fan_in"
    seed: Seed = Field(5, description="draws the first weights")  # chosen for the picture: outputs from .16 to .74

    @model_validator(mode="after")
    def _cost_fits_output(self) -> Self:
        if self.cost == "cross_entropy" and self.output not in PROBABILITIES:
            raise ValueError(
                f"cost = 'cross_entropy' needs outputs between 0 and 1, "
                f"so output = 'sigmoid' or 'softmax', not {self.output!r}"
            )
        return self


class DataSection(Section):
    """[data]: what the network learns from."""

    name: Literal["digits", "mnist", "xor", "spiral"] = "digits"
    folder: str = Field("", description="where MNIST's files are; if empty, the environment's NUDGE_MNIST_DIR")
    unseen: Count | None = Field(None, description="how many are held out; if absent, the data's own choice")
    seed: Seed = 0


class TrainingSection(Section):
    """[training]: how the network learns."""

    method: Literal["sgd", "full_batch"] = "sgd"
    epochs: Count = 20
    batch: Count = 5
    eta: Positive = 0.5
    schedule: Literal["constant", "step", "cosine"] = "constant"
    schedule_every: Count = Field(10, description="step: epochs between two drops of eta")
    schedule_factor: float = Field(0.5, gt=0, le=1, description="step: what each drop multiplies eta by")
    schedule_end: float = Field(0.0, ge=0, le=1, description="cosine: the part of eta that is left at the end")
    seed: Seed = 0
    precision: Literal["float64", "float32"] = "float64"


class RecordSection(Section):
    """[record]: which moments, examples and exhibits the trace keeps."""

    steps: tuple[Annotated[int, Field(ge=0)], ...] = Field(
        (), strict=False, description="update counts to record; empty: 0, 1, 2, 5, 10, 20, 50, ..."
    )
    follow: tuple[Label, ...] = Field((), strict=False, description="labels of the followed examples; empty: a 2")
    pick: Annotated[int, Field(ge=0)] = Field(
        0, description="which training example of each followed label; 0 is the most typical"
    )
    exhibits: tuple[Exhibit, ...] = Field(("levers", "wishes", "chain"), strict=False)
    epsilon: float = Field(0.01, ge=1e-6, le=1, description="the nudge of a weight that is measured")
    # chosen for the picture: all activations between .3 and .75, no flat sigmoid, a clear dC/dw
    chain_seed: Seed = Field(1078, description="draws the 1-1-1-1 network of the chain exhibit")


class Recipe(Section):
    """What to train and what to keep; every key has a default.

    `Recipe()` is the default lesson. A recipe made from a file's tables goes through `from_dict`,
    whose errors are one sentence.
    """

    network: NetworkSection = NetworkSection()
    data: DataSection = DataSection()
    training: TrainingSection = TrainingSection()
    record: RecordSection = RecordSection()

    @classmethod
    def from_dict(cls, tables: Mapping[str, Any], where: str = "the recipe") -> Self:
        """Make a recipe from nested tables, such as a parsed TOML file.

        Parameters
        ----------
        tables
            Sections by name, each a table of keys.
        where
            What an error calls the source, such as the file's name.

        Raises
        ------
        RecipeError
            For a key that does not exist, a wrong type or an impossible value.
        """
        try:
            return cls.model_validate(dict(tables))
        except ValidationError as error:
            raise RecipeError(in_one_sentence(error, cls, where)) from None
