"""What to train and what to keep of it: a recipe, checked as it is made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from netsim.functions import ACTIVATIONS, COSTS, HIDDEN
from netsim.recipe.one_sentence import in_one_sentence
from netsim.weight_names import weight_named

Width = Annotated[int, Field(ge=1, le=1000)]
Seed = Annotated[int, Field(ge=0, le=2**32 - 1)]
Count = Annotated[int, Field(ge=1, le=1_000_000)]
Epochs = Annotated[int, Field(ge=1, le=100_000)]
Name = Annotated[str, Field(max_length=1000, pattern=r"^[^\x00-\x1f\x7f]*$")]
Label = Annotated[Name, BeforeValidator(lambda label: str(label) if type(label) is int else label)]

if TYPE_CHECKING:
    HiddenName: TypeAlias = str
    OutputName: TypeAlias = str
    CostName: TypeAlias = str
else:  # the names that the tables of functions have
    HiddenName, OutputName, CostName = (Literal[tuple(known)] for known in (HIDDEN, ACTIVATIONS, COSTS))

#: Data of a lesson's own, read from its `path`.
OWN = ("csv", "npz", "images")


class RecipeError(ValueError):
    """A recipe that cannot be followed; its text is one sentence that says what, where and what is expected."""


class Section(BaseModel):
    """What all sections share: they cannot change, and know every key they take."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class NetworkSection(Section):
    """[network]: layers, functions and the first weights."""

    hidden: tuple[Width, ...] = Field(
        (16, 16), strict=False, max_length=6, description="neurons of each hidden layer, from first to last"
    )
    activation: HiddenName = Field("sigmoid", description="function of the hidden layers")
    output: OutputName = Field("sigmoid", description="function of the last layer")
    cost: CostName = Field("quadratic", description="; ".join(f"{name}: {COSTS[name].says}" for name in COSTS))
    init: Literal["fan_in", "normal"] = Field("fan_in", description="first weights: N(0, 1) / sqrt(fan-in); or N(0, 1)")
    seed: Seed = Field(5, description="draws the first weights")  # chosen for the picture: outputs from .16 to .74

    @model_validator(mode="after")
    def _cost_fits_output(self) -> Self:
        cost = COSTS[self.cost]
        if not cost.accepts(ACTIVATIONS[self.output].traits):
            fitting = " or ".join(repr(name) for name, known in ACTIVATIONS.items() if cost.accepts(known.traits))
            raise ValueError(
                f"cost = {self.cost!r} needs outputs between 0 and 1, so output = {fitting}, not {self.output!r}"
            )
        return self


class DataSection(Section):
    """[data]: what the network learns from."""

    name: Literal["digits", "mnist", "xor", "spiral", "csv", "npz", "images"] = Field(
        "digits",
        description="bundled digits, MNIST, a toy set, or data of your own: a table, arrays, a folder of images",
    )
    path: Name = Field("", description="csv, npz: the file; images: the folder; as seen from the lesson's own folder")
    label: Name = Field("", description="csv: the labels' column, by default the last; npz: their array, label or y")
    scale: Literal["unit", "standard", "none"] = Field(
        "unit", description="csv, npz: features to 0..1, to mean 0 and deviation 1, or as they are"
    )
    size: int = Field(28, ge=4, le=64, description="images: pixels of a side that all are scaled to")
    invert: bool = Field(False, description="images: dark and bright change places, as for ink on paper")
    folder: Name = Field("", description="mnist: where its files are; if empty, NUDGE_MNIST_DIR, else fetched once")
    unseen: Count | None = Field(None, description="how many are held out; if absent, the data's own choice")
    seed: Seed = Field(0, description="deals the examples into those that are learned from and the unseen")

    @model_validator(mode="after")
    def _path_fits_name(self) -> Self:
        if self.name in OWN and not self.path:
            raise ValueError(f"name = {self.name!r} needs a path, expected the place of the data beside the lesson")
        if self.path and self.name not in OWN:
            raise ValueError(f"path belongs to name = 'csv', 'npz' or 'images', not to {self.name!r}")
        return self


class TrainingSection(Section):
    """[training]: how the network learns."""

    method: Literal["sgd", "full_batch"] = Field("sgd", description="mini-batches; or one step for all examples")
    epochs: Epochs = Field(20, description="times through all examples")
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
    worked_seed: Seed = Field(0, description="draws the 2-2-2 network of the worked example")
    worked_steps: int = Field(10, ge=1, le=1000, description="updates of the worked example")
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
