"""What became of the star, found on outputs and costs made by hand."""

import pytest

from netsim.figures import outcomes


@pytest.mark.parametrize(
    ("outputs", "answer"),
    [
        ((0.1, 0.9, 0.2), "right"),
        ((0.9, 0.9, 0.2), "shared"),
        ((0.1, 0.8, 0.9), "wrong"),
        ((0.9, 0.8, 0.9), "none"),
    ],
)
def test_the_answer_is_the_largest_output_of_the_first_recorded_step(made, outputs, answer):
    trace = made({"a2": [[outputs], [(0.0, 0.0, 0.0)]], "label": [1]}, sizes=(2, 3, 3))
    assert outcomes.first_answer(trace) == answer


@pytest.mark.parametrize(
    ("header", "made_of"),
    [
        ({"cost": "quadratic"}, "squares"),
        ({"cost": "half_quadratic"}, "half_squares"),
        ({"cost": "mean_quadratic"}, "mean_square"),
        ({"cost": "cross_entropy", "output": "softmax"}, "label"),
        ({"cost": "cross_entropy", "output": "sigmoid"}, "each"),
    ],
)
def test_what_a_cost_is_made_of(made, header, made_of):
    assert outcomes.judged_by(made(**header)) == made_of


def test_what_outputs_add_is_added_up_in_their_order(made):
    trace = made({"terms/C": [0.5, 0.25, 0.125]})
    assert outcomes.cost_added_up(trace).value.tolist() == [0.5, 0.75, 0.875]
