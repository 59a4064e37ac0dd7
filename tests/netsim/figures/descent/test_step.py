"""A step against the gradient while it is made, by hand."""

import numpy as np
import pytest

from netsim.figures.descent import step

ARRAYS = {
    "W1": np.array([[[1.0, -2.0]]]),
    "gradient/dC_dW1": np.array([[0.5, 1.0]]),
    "step/share": np.array([0.0, 0.5, 1.0]),
    "step/eta": np.array(0.2),
}


def test_weights_go_against_the_gradient_as_far_as_the_step_is_made(made):
    trace = made(ARRAYS, sizes=(2, 1))
    for part, W in enumerate(([[1.0, -2.0]], [[0.95, -2.1]], [[0.9, -2.2]])):
        assert np.asarray(step.weights_on_the_step(trace, 1, part).value) == pytest.approx(np.array(W))


@pytest.mark.parametrize(
    ("C", "told"), [([3.0, 2.0, 1.0], "falls"), ([1.0, 0.5, 2.0], "rises"), ([1.0, 1.0, 1.0], "stays")]
)
def test_where_the_cost_goes_is_told_by_its_ends(made, C, told):
    trace = made({"step/C_all": np.array(C)})
    assert step.step_of_all(trace) == told
    assert np.asarray(step.before_and_after(trace).value).tolist() == [C[0], C[2]]


@pytest.mark.parametrize(
    ("ends", "alone", "most", "told"),
    [
        ((3.0, 1.0), 1.1, 2, "nearly_as_far"),
        ((3.0, 1.0), 1.5, 2, "otherwise"),  # three quarters of the way
        ((3.0, 1.0), 0.5, 2, "otherwise"),  # farther than all
        ((1.0, 3.0), 2.9, 2, "otherwise"),
        ((1.0, 1.0), 1.0, 0, "otherwise"),
        ((3.0, 1.0), 1.0, 5, "otherwise"),  # these are all
    ],
)
def test_the_largest_alone_get_nearly_as_far_where_nine_tenths_of_the_fall_are_theirs(made, ends, alone, most, told):
    costs = {"step/C_all": np.array(ends), "step/C_most": np.array([ends[0], alone])}
    counts = {"gradient/most": np.array(most), "gradient/components": np.array(5)}
    assert step.step_of_the_largest(made(costs | counts)) == told
