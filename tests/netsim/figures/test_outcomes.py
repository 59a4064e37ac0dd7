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
def test_the_answer_is_the_largest_output_of_the_last_recorded_step(made, outputs, answer):
    trace = made({"a2": [[(0.0, 0.0, 0.0)], [outputs]], "label": [1]}, sizes=(2, 3, 3))
    assert outcomes.last_answer(trace) == answer


def test_recorded_moments_are_counted(made):
    assert float(outcomes.recorded_moments(made({"steps": [0, 10, 20]}))) == 3


@pytest.mark.parametrize(
    ("costs", "course", "decimals"),
    [
        ((2.643, 1.5, 0.0012), "falls", "three"),
        ((2.643, 1.5, 0.0002), "falls", "four"),
        ((0.5921, 0.6, 0.5924), "rises", "four"),
        ((1.0, 0.5, 1.00001), "level", "four"),
        ((1.0, 0.5, 0.99999), "level", "four"),
        ((1.0,), "once", "four"),
    ],
)
def test_a_cost_goes_from_the_first_recorded_step_to_the_last(made, costs, course, decimals):
    trace = made({"C": [[C, 9.0] for C in costs], "steps": range(len(costs))})
    assert outcomes.course_of_its_cost(trace) == course
    assert outcomes.decimals_of_its_cost(trace) == decimals


@pytest.mark.parametrize(("outputs", "near"), [((0.05, 0.95), "near"), ((0.05, 0.85), "better")])
def test_outputs_are_near_if_all_are(made, outputs, near):
    assert outcomes.last_outputs(made({"a2": [[outputs]], "y": [[0.0, 1.0]]})) == near


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
