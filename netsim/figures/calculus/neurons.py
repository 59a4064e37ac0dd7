"""Figures of single neurons: how they are counted, what they are, and where in an image they stand."""

from __future__ import annotations

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace


@figure
def layer(trace: Trace, l: int) -> int:
    """Give the number of a layer: 0 for the inputs, L for the outputs."""
    return range(trace.L + 1)[l]


@figure
def neuron(trace: Trace, l: int, j: int) -> int:
    """Give the index of a neuron of layer l, counted from 0."""
    return range(trace.sizes[l])[j]


@state("pixel", "named", "input", "hidden", "output")
def kind_of_neuron(trace: Trace, l: int) -> str:
    """Tell what a neuron of layer l is: an input is a pixel, or one with a name, or neither."""
    if l == 0:
        return "pixel" if trace.image_shape else "named" if trace.features else "input"
    return "output" if l == trace.L else "hidden"


@figure
def pixel_row(trace: Trace, k: int) -> int:
    """Give the row of the image that input k stands in, counted from 0; what is no image has but one."""
    return k // trace.image_shape[1] if trace.image_shape else 0


@figure
def pixel_column(trace: Trace, k: int) -> int:
    """Give the column of the image that input k stands in, counted from 0."""
    return k % trace.image_shape[1] if trace.image_shape else k
