"""[worked]: the example that is worked by hand, with numbers of one's own; what is not given is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from netsim.functions import ACTIVATIONS, COSTS, HIDDEN
from netsim.recipe.section import Section, Seed

if TYPE_CHECKING:
    FunctionName: TypeAlias = str
    SquaresName: TypeAlias = str
else:  # an output, too, goes by its own sum
    FunctionName = Literal[tuple(HIDDEN)]
    SquaresName = Literal[("lesson", *(name for name, cost in COSTS.items() if cost.traits.squared))]

MOST_NEURONS = 4  # of a layer: more numbers than these can give nobody follows by hand
MOST_DECIMALS = 4  # as many as film and paper write
LARGEST = 100
MOST_UPDATES = 100_000

Given = Annotated[float, Field(ge=-LARGEST, le=LARGEST, allow_inf_nan=False)]
Vector = Annotated[tuple[Given, ...], Field(strict=False, max_length=MOST_NEURONS)]
Matrix = Annotated[tuple[Vector, ...], Field(strict=False, max_length=MOST_NEURONS)]


class WorkedSection(Section):
    """[worked]: the example that is worked by hand; what is not given here is drawn."""

    x: Vector = Field((), description="its inputs, one to four; empty: drawn")
    y: Vector = Field(
        (), description="its targets, any that the output's function can reach; empty: 1, and 0 for others"
    )
    W1: Matrix = Field(
        (), description="weights of layer 1, a list for each neuron of it, a number in it for each input; empty: drawn"
    )
    b1: Vector = Field((), description="biases of layer 1; empty: drawn")
    W2: Matrix = Field(
        (), description="weights of layer 2, the same way; empty: drawn, but with W1 alone there is one layer"
    )
    b2: Vector = Field((), description="biases of layer 2; empty: drawn, if there is a layer 2")
    eta: float = Field(0.5, ge=0.0001, le=LARGEST, allow_inf_nan=False, description="its learning rate")
    updates: int = Field(
        10, ge=1, le=MOST_UPDATES, description="how often it is updated, always by plain gradient descent"
    )
    train_biases: bool = Field(True, description="whether biases are updated too, or stay as they are")
    hidden: FunctionName = Field("sigmoid", description="function of layer 1, where there are two")
    output: FunctionName = Field("sigmoid", description="function of the last layer")
    cost: SquaresName = Field(
        "lesson", description="a cost of squares; lesson: the lesson's own, or quadratic where that is none of squares"
    )
    seed: Seed = Field(0, description="draws what is not given")

    @property
    def layers(self) -> int:
        """How many layers of weights there are: one where only W1 is given, else two."""
        return 1 if self.W1 and not (self.W2 or self.b2) else 2

    @property
    def sizes(self) -> tuple[int, ...]:
        """Neurons of each layer, the inputs first; two where nothing says how many."""
        inputs = len(self.x) or len((*self.W1, ())[0]) or 2
        first = len(self.W1) or len(self.b1)
        last = len(self.y) or len(self.W2) or len(self.b2)
        if self.layers == 1:
            return inputs, first
        return inputs, first or len((*self.W2, ())[0]) or 2, last or 2

    @property
    def complete(self) -> bool:
        """Whether every number is given, so that none is drawn and there is no other version."""
        of_layer_2 = (self.W2, self.b2) if self.layers == 2 else ()
        return all((self.x, self.y, self.W1, self.b1, *of_layer_2))

    @property
    def drawn(self) -> bool:
        """Whether no number is given, so that all are drawn."""
        return not any((self.x, self.y, self.W1, self.b1, self.W2, self.b2))

    @property
    def reach(self) -> tuple[float, float]:
        """What the outputs can be: the least and the largest."""
        traits = ACTIVATIONS[self.output].traits
        return traits.low, traits.high

    @model_validator(mode="after")
    def _shapes_fit(self) -> Self:
        for fault in (*self._misshapen(), *self._too_fine(), *self._out_of_reach()):
            raise ValueError(fault)
        return self

    def _misshapen(self) -> Iterator[str]:
        """Name what does not fit the sizes that come first: those of x, W1, W2."""
        sizes = self.sizes
        why = {0: "one for each input", 1: "one for each neuron of layer 1", 2: "one for each neuron of layer 2"}
        for l in range(1, self.layers + 1):
            rows: Sequence[Sequence[float]] = getattr(self, f"W{l}")
            if rows and len(rows) != sizes[l]:
                yield f"W{l} has {_counted(len(rows), 'row')}, expected {sizes[l]}, {why[l]}"
            for j, row in enumerate(rows):
                if len(row) != sizes[l - 1]:
                    yield f"W{l}[{j}] has {_counted(len(row), 'number')}, expected {sizes[l - 1]}, {why[l - 1]}"
            biases: Sequence[float] = getattr(self, f"b{l}")
            if biases and len(biases) != sizes[l]:
                yield f"b{l} has {_counted(len(biases), 'number')}, expected {sizes[l]}, {why[l]}"
        if self.y and len(self.y) != sizes[-1]:
            yield f"y has {_counted(len(self.y), 'target')}, expected {sizes[-1]}, {why[self.layers]}"

    def _too_fine(self) -> Iterator[str]:
        """Name a number that has more decimals than film and paper write."""
        given = {"eta": self.eta}
        for name in ("x", "y", "b1", "b2"):
            given |= {f"{name}[{i}]": number for i, number in enumerate(getattr(self, name))}
        for name in ("W1", "W2"):
            given |= {
                f"{name}[{j}][{k}]": number for j, row in enumerate(getattr(self, name)) for k, number in enumerate(row)
            }
        for name, number in given.items():
            if -int(Decimal(repr(number)).normalize().as_tuple().exponent) > MOST_DECIMALS:
                yield (
                    f"{name} = {number!r}, expected at most {MOST_DECIMALS} decimals, "
                    "as many as the film and the sheet write; round it"
                )

    def _out_of_reach(self) -> Iterator[str]:
        low, high = self.reach
        for j, target in enumerate(self.y):
            if not low <= target <= high:
                span = f"{low:.3g} or more" if high == float("inf") else f"{low:g} to {high:g}"
                yield (
                    f"y[{j}] = {target:g}, which the output {self.output!r} never comes near, "
                    f"expected {span}; choose another target or another output, such as 'identity'"
                )


def _counted(many: int, what: str) -> str:
    return f"{many} {what}{'' if many == 1 else 's'}"
