"""How a network answers for its data: with an output for each class, a single one for two, or one for each number."""

from __future__ import annotations

from dataclasses import replace

from netsim.data.datasets import Dataset, Outline
from netsim.functions import ACTIVATIONS, COSTS
from netsim.recipe.network import NetworkSection
from netsim.recipe.section import RecipeError


def answering(data: Dataset, network: NetworkSection) -> Dataset:
    """Give the data with what is wanted of this network's outputs.

    A single output for two classes wants 0 and 1 of them; of a function with bounds below 0, such as tanh, its bounds.

    Raises
    ------
    RecipeError
        If a single output cannot tell so many classes apart, or numbers are wanted that the outputs cannot reach.
    """
    if data.numbers:
        _check_numbers(data, network)
        return data
    if network.outputs is None:
        return data
    if len(data.classes) != 2:
        raise RecipeError(
            f"network.outputs = 1: {data.name} has {len(data.classes)} classes, and a single output tells two apart; "
            "leave it out, and each class has an output of its own."
        )
    output = ACTIVATIONS[network.output].traits
    return replace(
        data, ends=(float(output.low), float(output.high)) if output.bounded and output.low < 0 else (0.0, 1.0)
    )


def outline_answering(data: Outline, network: NetworkSection) -> Outline:
    """Give the outline of data as this network answers for them."""
    return data if network.outputs is None else replace(data, outputs=1)


def _check_numbers(data: Dataset, network: NetworkSection) -> None:
    output, names = ACTIVATIONS[network.output].traits, ", ".join(number.name for number in data.numbers)
    if network.outputs is not None and len(data.numbers) != 1:
        raise RecipeError(
            f"network.outputs = 1: {data.name} has {len(data.numbers)} numbers to answer with ({names}); "
            "leave it out, and each has an output of its own."
        )
    if COSTS[network.cost].traits.needs_probabilities or output.couples:
        key, said = ("output", network.output) if output.couples else ("cost", network.cost)
        mends = "output = 'identity'" if output.couples else "cost = 'quadratic'"
        raise RecipeError(f"network.{key} = {said!r} is of classes, and {names} are numbers; set {mends} in [network].")
    y = data.targets
    low, high = float(y.min()), float(y.max())
    if low < output.low or high > output.high:
        mends = "output = 'identity' in [network]" + (", or scale = 'unit' in [data]" if output.high >= 1 else "")
        raise RecipeError(
            f"network.output = {network.output!r} gives {output.low:.3g} to {output.high:.3g}, and numbers are wanted "
            f"from {low:.3g} to {high:.3g}; set {mends}."
        )
