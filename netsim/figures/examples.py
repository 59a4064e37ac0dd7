"""What the examples are: images, handwritten ones, or rows of numbers; how bright, and how many are shown."""

from __future__ import annotations

import numpy as np

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace


@state("handwritten", "image", "row")
def kind_of_examples(trace: Trace) -> str:
    """Tell handwritten digits from other images, and images from rows of numbers."""
    if trace.header.get("data") in ("digits", "mnist"):
        return "handwritten"
    return "image" if trace.image_shape else "row"


@state("uci", "mnist", "scaled", "own", "rows")
def origin_of_examples(trace: Trace) -> str:
    """Tell where the images come from: the bundled ones, MNIST, image files scaled to a size, others; or rows."""
    if not trace.image_shape:
        return "rows"
    return {"digits": "uci", "mnist": "mnist", "images": "scaled"}.get(str(trace.header.get("data")), "own")


@figure
def pixels_a_side(trace: Trace) -> int:
    """Count the pixels of the longer side of an image; 0 for rows of numbers."""
    return max(trace.image_shape or (0,))


@figure
def widest_answer(trace: Trace) -> float:
    """Tell by how much the output varies that varies most over the examples shown, in activation."""
    return float(np.ptp(trace[f"data/a{trace.L}"], axis=0).max())


@state("zero_to_one", "wider")
def brightness(trace: Trace) -> str:
    """Tell whether all numbers of the star lie between 0 and 1."""
    x = trace["x"][0]
    return "zero_to_one" if x.min() >= 0 and x.max() <= 1 else "wider"


@state("scaled", "as_they_are")
def scaling_of_inputs(trace: Trace) -> str:
    """Tell whether the numbers of a table were scaled before the network is shown them."""
    as_they_are = all((one.shift, one.scale) == (0, 1) for one in trace.features)
    return "as_they_are" if as_they_are else "scaled"


@state("some", "none")
def dark_inputs(trace: Trace) -> str:
    """Tell whether some inputs of the star are exactly 0."""
    return "some" if (trace["x"][0] == 0).any() else "none"


@figure
def examples_shown(trace: Trace) -> int:
    """Count the training examples that are shown."""
    return len(trace["data/x"])


@figure
def costs_so_far(trace: Trace) -> np.ndarray:
    """Count the examples whose costs are shown, one by one, (data_asked,)."""
    return np.arange(1, len(trace["data/C"]) + 1)


@figure
def examples_in_all(trace: Trace) -> int:
    """Count the examples that there are, to learn from and unseen."""
    return int(trace["data/examples"]) + int(trace["data/unseen"])


@figure
def mixed_drawn(trace: Trace, room: int, aside: int) -> int:
    """Count the examples of both kinds that are drawn where there is room for so many of each."""
    return min(len(trace["data/x"]), room) + min(len(trace["data/unseen_x"]), aside)


@figure
def examples_drawn(trace: Trace, room: int) -> int:
    """Count the examples to learn from that are drawn where there is room for so many."""
    return min(len(trace["data/x"]), room)


@figure
def unseen_drawn(trace: Trace, room: int) -> int:
    """Count the unseen examples that are drawn where there is room for so many."""
    return min(len(trace["data/unseen_x"]), room)
