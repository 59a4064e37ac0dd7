"""All components of a gradient at once, on gradients made by hand."""

import numpy as np
import pytest

from netsim.figures.descent import components


def gradient(W1, b1, most, shown=((1.0, 1.0),)):
    """Arrays of a network 2-2: its gradient, and what is counted of it."""
    parts = np.concatenate([np.ravel(W1), np.ravel(b1)])
    counted = {"all": len(parts), "zero": np.count_nonzero(parts == 0), "most": most}
    return {
        "gradient/dC_dW1": np.array(W1),
        "gradient/dC_db1": np.array(b1),
        "data/x": np.array(shown),
        **{f"components/{name}": np.array(number) for name, number in counted.items()},
    }


def test_the_largest_bring_their_part_of_the_squared_length(made):
    trace = made(gradient([[3.0, 0.0], [-4.0, 1.0]], [0.0, 2.0], most=2), sizes=(2, 2))
    assert float(components.share_of_the_largest(trace)) == pytest.approx(25 / 30)
    assert float(components.other_components(trace)) == 4
    assert components.brought_by_the_largest(trace) == "a_share"
    assert components.zero_components(trace) == "some"


@pytest.mark.parametrize(
    ("W1", "b1", "most", "brought", "zeros"),
    [
        ([[1.0, 1.0], [1.0, 1.0]], [1.0, 1.0], 6, "all", "none"),
        ([[9.0, 0.1], [0.1, 0.1]], [0.1, 0.1], 1, "nearly_all", "none"),
        ([[0.0, 0.0], [0.0, 0.0]], [0.0, 0.0], 0, "none", "all"),
    ],
)
def test_what_they_bring_is_named(made, W1, b1, most, brought, zeros):
    trace = made(gradient(W1, b1, most), sizes=(2, 2))
    assert components.brought_by_the_largest(trace) == brought
    assert components.zero_components(trace) == zeros


@pytest.mark.parametrize(
    ("W1", "b1", "shown", "dark"),
    [
        ([[1.0, 0.0], [2.0, 0.0]], [1.0, 1.0], ((1.0, 0.0),), "all"),
        ([[1.0, 0.0], [2.0, 0.0]], [1.0, 0.0], ((1.0, 0.0),), "most"),
        ([[1.0, 0.0], [2.0, 0.0]], [1.0, 1.0], ((1.0, 0.5),), "none"),
        ([[0.0, 0.0], [0.0, 0.0]], [1.0, 1.0], ((0.0, 0.0),), "none"),
    ],
)
def test_weights_of_dark_inputs_are_among_those_that_are_0(made, W1, b1, shown, dark):
    assert components.weights_of_dark_inputs(made(gradient(W1, b1, 1, shown), sizes=(2, 2))) == dark
