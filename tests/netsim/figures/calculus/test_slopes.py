"""How far tangents are followed: no further than an activation and a cost can go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim.figures.calculus.slopes import RUNS, full_slope, rise_of, run_of
from tests.netsim.figures.hand_made import make

ACTIVATIONS = st.floats(0.001, 0.999)


def standing_at(a: float, y: float):
    C, slope = (a - y) ** 2, 2 * (a - y)
    arrays = {"chain/a": [0.5, 0.5, 0.5, a], "chain/C": C, "chain/dC_da": slope}
    return make(arrays | {"chain/da_dz": a * (1 - a), "chain/dz_dw": 0.5})


@given(a=ACTIVATIONS, y=st.sampled_from([0.0, 1.0]))
def test_the_tangent_of_the_cost_stays_where_cost_and_activation_can_be(a: float, y: float) -> None:
    trace = standing_at(a, y)
    run, rise = float(run_of(trace, 2)), float(rise_of(trace, 2))
    assert run in RUNS
    assert rise == pytest.approx(2 * (a - y) * run)
    if run > RUNS[-1]:
        assert a + run <= 1 + 1e-12
        assert (a - y) ** 2 + rise >= -1e-12


@given(a=ACTIVATIONS)
def test_that_of_the_sigmoid_never_leaves_its_bounds_within_1(a: float) -> None:
    trace = standing_at(a, 1.0)
    assert float(run_of(trace, 1)) == 1
    assert a + float(rise_of(trace, 1)) <= 1


def test_it_is_the_largest_round_step_that_fits() -> None:
    """From 0.594 with a target of 1 the tangent meets 0 half-way to the target: after 0.203."""
    assert float(run_of(standing_at(0.594, 1.0), 2)) == 0.2
    assert float(rise_of(standing_at(0.594, 1.0), 2)) == pytest.approx(-0.1624)
    assert float(run_of(standing_at(0.3, 0.0), 2)) == 0.5


@pytest.mark.parametrize(("slopes", "full"), [([0.25, 0.1], 0.25), ([0.3, -1.2], 1.2), ([0.0, 0.0], 1.0)])
def test_a_full_square_is_the_steepest_slope_or_1_where_all_are_0(slopes: list[float], full: float) -> None:
    assert float(full_slope(make({"one/da_dz1": slopes}), 1)) == full
