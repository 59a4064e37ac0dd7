"""The whole sheet: one step of learning by hand, line after line."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from netsim import Described
from scenes.studio.print.worksheet.backward import delta_line, parameters, slope_line, wish_line
from scenes.studio.print.worksheet.forward import activation_line, cost_line, sum_line
from scenes.studio.print.worksheet.lines import Line, Number, Parameter
from scenes.studio.print.worksheet.printed import Arrays, Printed
from scenes.words.messages import Messages

COURSE = 11  # costs from the first on that are told one by one


@dataclass(frozen=True)
class Worksheet:
    """One step of learning by hand.

    Attributes
    ----------
    sizes
        Neurons of each layer, the inputs first.
    given
        Numbers that the exercise gives, by name: x0, y0, W1_00, b1_0, eta, ...
    sums, activations
        Forward pass: z and a of all neurons.
    cost
        The cost before the step.
    wishes, slopes, deltas
        Backward pass: dC/da, da/dz and delta of all neurons, output layer first.
    parameters
        What is updated, output layer first: the weights, and the biases if they are.
    sums_after, activations_after, cost_after
        The forward pass once more.
    course
        The cost after 0, 1, 2, ... updates, the first of them.
    """

    sizes: tuple[int, ...]
    given: dict[str, Number]
    sums: tuple[Line, ...]
    activations: tuple[Line, ...]
    cost: Line
    wishes: tuple[Line, ...]
    slopes: tuple[Line, ...]
    deltas: tuple[Line, ...]
    parameters: tuple[Parameter, ...]
    sums_after: tuple[Line, ...]
    activations_after: tuple[Line, ...]
    cost_after: Line
    course: tuple[Number, ...]

    def as_json(self) -> dict[str, object]:
        """Return the sheet as plain values."""
        return asdict(self)


def worksheet(arrays: Arrays, network: Described, words: Messages | None = None) -> Worksheet:
    """Make the sheet of the first step that a trace's `worked/` group records of a network, by a cost of squares."""
    page = Printed(arrays, network, words or Messages.load())
    forward = [(l, j) for l in page.layers for j in range(network.sizes[l])]
    back = [(l, j) for l in reversed(page.layers) for j in range(network.sizes[l])]
    first = arrays["worked/steps"][:COURSE]
    return Worksheet(
        sizes=tuple(network.sizes),
        given=page.given(),
        sums=tuple(sum_line(page, 0, l, j) for l, j in forward),
        activations=tuple(activation_line(page, 0, l, j) for l, j in forward),
        cost=cost_line(page, 0),
        wishes=tuple(wish_line(page, l, j) for l, j in back),
        slopes=tuple(slope_line(page, l, j) for l, j in back),
        deltas=tuple(delta_line(page, l, j) for l, j in back),
        parameters=tuple(parameters(page)),
        sums_after=tuple(sum_line(page, 1, l, j) for l, j in forward),
        activations_after=tuple(activation_line(page, 1, l, j) for l, j in forward),
        cost_after=cost_line(page, 1),
        course=tuple(page.number("C", t) for t in range(len(first))),
    )
