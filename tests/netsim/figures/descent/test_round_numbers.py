"""Numbers along an axis: those that a reader would choose, and finer ones where no coarse ones lie between its ends."""

import pytest

from netsim.figures.descent.round_numbers import round_numbers


@pytest.mark.parametrize(
    ("low", "high", "finest", "expected"),
    [
        (-0.083, 1.083, 1, [0, 1]),
        (-1.02, 1.08, 0.01, [-1, -0.5, 0, 0.5, 1]),
        (30.1, 57.9, 0.1, [35, 40, 45, 50, 55]),
        (167, 236, 1, [180, 200, 220]),
        (2600, 6400, 1, [3000, 4000, 5000, 6000]),
        (0.2, 0.4, 1, [0.2, 0.25, 0.3, 0.35, 0.4]),
    ],
)
def test_round_numbers_of_an_axis(low, high, finest, expected):
    found = round_numbers(low, high, finest)
    assert found.tolist() == pytest.approx(expected, abs=1e-12)
    assert not any(str(x).startswith("-0.0") for x in found.tolist())
