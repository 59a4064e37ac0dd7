"""Which hidden neurons' lines are drawn on the plane, and whether they meet, found on lines made by hand."""

import pytest

from netsim.figures.descent import boundary

RISING, FALLING = ((0, 0), (2, 2)), ((0, 2), (2, 0))
ABOVE, TOUCHING, BEYOND = ((0, 1), (1, 2)), ((1, 1), (2, 0)), ((3, 0), (3, 2))
PASSES_BY = ((1, 1), (1, 1))


@pytest.mark.parametrize(
    ("lines", "drawn", "meeting"),
    [
        ((RISING, FALLING), [0, 1], "meet"),
        ((RISING, ABOVE), [0, 1], "apart"),
        ((RISING, TOUCHING), [0, 1], "meet"),
        ((RISING, BEYOND), [0, 1], "apart"),
        ((ABOVE, RISING, BEYOND, FALLING), [0, 1, 2, 3], "meet"),
        ((PASSES_BY, RISING), [1], "apart"),
        ((PASSES_BY,), [], "apart"),
        ((*[ABOVE] * 6, FALLING), [0, 1, 2, 3, 4, 5], "meet"),
    ],
)
def test_the_lines_that_are_drawn_and_whether_they_meet(made, lines, drawn, meeting):
    trace = made({"boundary/lines": (((PASSES_BY,) * len(lines)), lines)})
    assert boundary.neurons_with_lines(trace).value.tolist() == drawn
    assert float(boundary.lines_drawn(trace)) == len(drawn)
    assert boundary.lines_meeting(trace) == meeting


def test_a_line_that_is_not_drawn_meets_none(made):
    beside = [((0, k), (0.5, k)) for k in range(6)]
    trace = made({"boundary/lines": ((*beside, ((0, -1), (0, 9))),)})
    assert boundary.neurons_with_lines(trace).value.tolist() == list(range(6))
    assert boundary.lines_meeting(trace) == "apart"
