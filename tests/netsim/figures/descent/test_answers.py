"""What is answered to the examples that are shown, found on answers made by hand."""

import pytest

from netsim.figures.descent import answers


@pytest.mark.parametrize(
    ("said", "right", "state"),
    [
        ((0, 0, 0), 1, "one"),
        ((0, 0, 2), 2, "several"),
        ((1, 2, 0), 0, "several"),
    ],
)
def test_answers_at_first(made, said, right, state):
    trace = made({"data/said": said, "data/label": (0, 1, 2)})
    assert float(answers.right_at_first(trace)) == right
    assert answers.answers_at_first(trace) == state


@pytest.mark.parametrize(
    ("right", "state"),
    [((1, 0, 3), "all"), ((1, 3, 2), "more"), ((1, 3, 1), "no_more"), ((1, 2, 0), "no_more")],
)
def test_answers_at_last(made, right, state):
    trace = made({"data/said": (0, 0, 0), "data/label": (0, 1, 2), "learning/right": right})
    assert answers.answers_at_last(trace) == state
