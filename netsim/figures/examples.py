"""What the examples are: images, handwritten ones, or rows of numbers."""

from __future__ import annotations

from netsim.figures.registry import state
from netsim.trace.trace import Trace


@state("handwritten", "image", "row")
def kind_of_examples(trace: Trace) -> str:
    """Tell handwritten digits from other images, and images from rows of numbers."""
    if trace.header.get("data") in ("digits", "mnist"):
        return "handwritten"
    return "image" if trace.image_shape else "row"
