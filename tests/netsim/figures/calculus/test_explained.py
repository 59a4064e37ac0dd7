"""What is found of a weight that is taken apart, on hand-made paths."""

from __future__ import annotations

from typing import Any

import pytest

from netsim import Trace
from netsim.figures.calculus.explained import (
    agreement_of_explained,
    other_paths,
    state_of_explained,
    told_path,
    way_of_explained,
)
from tests.netsim.figures.hand_made import make


def taken(layer: int = 1, many: int = 2, output: str = "sigmoid", **arrays: Any) -> Trace:
    """A weight of a layer of 2-3-2: two paths, each of what it carries, a slope, a weight, a slope, the cost's."""
    factors = [[0.5, 0.2, 2.0, 0.1, -1.0], [0.5, 0.2, 1.0, 0.1, 3.0]]
    known = {
        "place": [0, 0, layer, 1, 0],
        "many": float(many),
        "factors": factors,
        "products": [-0.02, 0.03],
        "predicted_change": 1e-4,
        "measured_change": 1.01e-4,
    }
    return make({f"explained/{name}": array for name, array in (known | arrays).items()}, output=output)


@pytest.mark.parametrize(
    ("trace", "path", "others"),
    [
        (taken(many=1, products=[0.3]), "only", 0),
        (taken(many=2), "largest", 0),
        (taken(many=9), "largest", 7),
        (taken(many=9, products=[0.0, 0.0]), "one", 7),
    ],
)
def test_the_path_that_comes_first(trace: Trace, path: str, others: int) -> None:
    assert told_path(trace) == path
    assert float(other_paths(trace)) == others


@pytest.mark.parametrize(
    ("trace", "state"),
    [
        (taken(), "alive"),
        (taken(factors=[[0.0, 0.2, 2.0], [0.0, 0.2, 1.0]]), "carries_nothing"),
        (taken(factors=[[0.5, 0.0, 2.0], [0.5, 0.0, 1.0]]), "flat"),
        (taken(factors=[[0.5, 0.0, 2.0], [0.5, 0.1, 1.0]]), "alive"),
        (taken(layer=2, factors=[[0.5, 0.0, 2.0]]), "alive"),
    ],
)
def test_a_weight_that_does_nothing(trace: Trace, state: str) -> None:
    """Of an output it is not said that it is flat: its slope stands there as a factor."""
    assert state_of_explained(trace) == state


@pytest.mark.parametrize(
    ("trace", "way"),
    [
        (taken(), "before"),
        (taken(output="softmax"), "before"),
        (taken(2), "last"),
        (taken(2, output="softmax"), "shared"),
    ],
)
def test_what_lies_between_a_weight_and_the_cost(trace: Trace, way: str) -> None:
    assert way_of_explained(trace) == way


@pytest.mark.parametrize(
    ("predicted", "measured", "agreement"),
    [
        (0.0, 0.0, "not_at_all"),
        (1.0, 1.04, "almost"),
        (-1.0, -0.96, "almost"),
        (1.0, 1.06, "roughly"),
        (0.0, 1e-9, "roughly"),
    ],
)
def test_how_well_a_nudge_agrees(predicted: float, measured: float, agreement: str) -> None:
    trace: Trace = taken(predicted_change=predicted, measured_change=measured)
    assert agreement_of_explained(trace) == agreement
