"""All components of a gradient at once, on gradients made by hand."""

import numpy as np
import pytest

from netsim.figures.descent import components


def gradient(W1, b1, most, shown=((1.0, 1.0),)):
    """Arrays of a network 2-2: its gradient, and what is counted of it."""
    parts = np.concatenate([np.ravel(W1), np.ravel(b1)])
    counted = {"components": len(parts), "zero": np.count_nonzero(parts == 0), "most": most}
    return {
        "gradient/dC_dW1": np.array(W1),
        "gradient/dC_db1": np.array(b1),
        "lit/never": np.array(np.count_nonzero(~np.array(shown).any(axis=0))),
        **{f"gradient/{name}": np.array(number) for name, number in counted.items()},
    }


def test_those_besides_the_largest_and_those_that_are_0_are_told(made):
    trace = made(gradient([[3.0, 0.0], [-4.0, 1.0]], [0.0, 2.0], most=2), sizes=(2, 2))
    assert float(components.other_components(trace)) == 4
    assert components.zero_components(trace) == "some"
    assert components.zero_components(made(gradient([[1.0, 2.0]], [3.0], most=2), sizes=(2, 1))) == "none"
    assert components.zero_components(made(gradient([[0.0, 0.0]], [0.0], most=0), sizes=(2, 1))) == "all"


@pytest.mark.parametrize(
    ("W1", "b1", "shown", "dark"),
    [
        ([[1.0, 0.0], [2.0, 0.0]], [1.0, 1.0], ((1.0, 0.0),), "all"),
        ([[1.0, 0.0], [2.0, 0.0]], [1.0, 0.0], ((1.0, 0.0),), "most"),
        ([[1.0, 0.0], [2.0, 0.0]], [1.0, 1.0], ((1.0, 0.5),), "none"),
        ([[0.0, 0.0], [0.0, 0.0]], [0.0, 0.0], ((1.0, 0.0),), "few"),
    ],
)
def test_weights_of_dark_inputs_are_among_those_that_are_0(made, W1, b1, shown, dark):
    assert components.weights_of_dark_inputs(made(gradient(W1, b1, 1, shown), sizes=(2, 2))) == dark


def test_the_largest_come_first_whatever_they_belong_to(made):
    parts = {"dC_dW1": [[0.1, -0.9]], "dC_db1": [0.2], "dC_dW2": [[-0.3], [0.8]], "dC_db2": [0.0, -0.4]}
    arrays = {f"one/{name}": np.array(part) for name, part in parts.items()}
    ranks = components.ranks_of("one", made(arrays, sizes=[2, 1, 2]))
    assert {place: rank.tolist() for place, rank in ranks.items()} == {
        ("W", 1): [[5, 0]],
        ("b", 1): [4],
        ("W", 2): [[3], [1]],
        ("b", 2): [6, 2],
    }


def test_the_others_have_no_nudge_where_the_largest_are(made):
    trace = made(gradient([[3.0, 0.0], [-4.0, 1.0]], [0.0, 2.0], most=2), sizes=(2, 2))
    assert np.asarray(components.nudges_of_the_others(trace, 1).value).tolist() == [[0.0, 0.0], [0.0, -1.0]]
