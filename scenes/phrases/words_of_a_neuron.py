"""What is true to say of one neuron of the first hidden layer: its weights, its sum, its function (D2)."""

from __future__ import annotations

from netsim import Trace
from scenes.words.numbers import Fact

SIGMOID = "it squashes every sum into 0 to 1"
SQUASHES = {
    "sigmoid": "The sum can be any number; the sigmoid [sigma](math) squashes it into 0 to 1",
    "tanh": "The sum can be any number; the tanh squashes it into −1 to 1",
    "relu": "The ReLU keeps a positive sum and makes 0 of a negative one",
    "identity": "In this network the sum is left as it is",
}


def one_neuron(trace: Trace) -> dict[str, Fact]:
    """Return what to say of a neuron's weights, its products, its sum, its function and another common one."""
    inputs, thing = trace.sizes[0], "pixel" if trace.image_shape else "input"
    whose = f"For every {thing} it has" if inputs > 1 else f"For the {thing} it has"
    dark = bool((trace["x"][0] == 0).any())
    left = f"Where the {thing} is 0, nothing is left." if dark else "The product is what counts, and which way."
    added = f"{f'All {inputs:,}' if inputs > 2 else 'Both'} products are added up; one more number"
    if inputs == 1:
        added = "To the product one more number is added"
    other = f"the sigmoid: {SIGMOID}"
    if trace.hidden == "sigmoid":
        other = "the ReLU: 0 for every negative sum, else the sum itself"
    return {
        "its_weights": f"Take one neuron of the first hidden layer. {whose} a weight, "
        "a number of its own: [positive](up) or [negative](down).",
        "products": f"Each activation is multiplied with its weight. {left}",
        "added": f"{added}, the bias [b](math){', shifts the sum' if inputs > 1 else ''}. That is [z](math).",
        "squash": f"{SQUASHES[trace.hidden]}: the neuron’s [activation](focus) [a](math).",
        "other": f"Another common choice is {other}.",
    }
