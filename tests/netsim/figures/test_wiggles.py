"""What follows when a weight is wiggled."""

import pytest

from netsim.figures import wiggles


@pytest.mark.parametrize(("changes", "found"), [((-0.1, 0.0, 0.1), "moves"), ((0.0, 0.0, 0.0), "rests")])
def test_the_cost_moves_or_rests_as_the_first_weight_is_wiggled(made, changes, found):
    assert wiggles.first_change(made({"sensitivity/change_C": [changes, (1.0, 1.0, 1.0)]})) == found
