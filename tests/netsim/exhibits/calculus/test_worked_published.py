"""The worked example has the figures that textbooks print, digit by digit, of the lessons that come with Nudge."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest

from netsim import Recipe, Trace, record, verify
from netsim.exhibits.calculus.worked import worked_version
from netsim.recipe.worked import WorkedSection

LESSONS = Path(__file__).parents[4] / "assets" / "lessons"


def planned(name: str) -> WorkedSection:
    tables = tomllib.loads((LESSONS / f"worked-{name}.toml").read_text("utf-8"))
    return Recipe.from_dict({"worked": tables["worked"]}).worked


def kept(name: str) -> Trace:
    tables = tomllib.loads((LESSONS / f"worked-{name}.toml").read_text("utf-8"))
    sections = {key: tables[key] for key in ("worked", "network", "data", "training")}
    return record(Recipe.from_dict(sections), exhibits=["worked", "rates"])


@pytest.fixture(scope="module")
def mazur() -> Trace:
    return kept("mazur")


def as_printed(actual: object, printed: object, decimals: int) -> None:
    """Hold numbers against printed ones, to a digit less than these have: they were rounded on the way."""
    np.testing.assert_allclose(np.asarray(actual), printed, rtol=0, atol=1.01 * 10.0**-decimals)


def test_mazurs_forward_pass_and_cost(mazur: Trace) -> None:
    as_printed(mazur["worked/z1"][0, 0], 0.3775, 12)
    as_printed(mazur["worked/a1"][0], [0.593269992, 0.596884378], 9)
    as_printed(mazur["worked/z2"][0, 0], 1.105905967, 9)
    as_printed(mazur["worked/a2"][0], [0.75136507, 0.772928465], 8)
    as_printed(mazur["worked/C"][0], 0.298371109, 9)


def test_mazurs_weights_after_one_step_and_his_biases_stay(mazur: Trace) -> None:
    as_printed(mazur["worked/dC_dW2"][0, 0, 0], 0.082167041, 9)
    as_printed(mazur["worked/dC_dW1"][0, 0, 0], 0.000438568, 9)
    as_printed(mazur["worked/W2"][1], [[0.35891648, 0.408666186], [0.511301270, 0.561370121]], 8)
    as_printed(mazur["worked/W1"][1], [[0.149780716, 0.19956143], [0.24975114, 0.29950229]], 8)
    assert np.all(mazur["worked/b1"] == 0.35)
    assert np.all(mazur["worked/b2"] == 0.6)


def test_mazurs_cost_after_one_step_and_after_ten_thousand(mazur: Trace) -> None:
    """He prints 0.291027924 and 0.0000351085, of numbers that he rounded on the way."""
    as_printed(mazur["worked/C"][1], 0.29102777, 8)
    as_printed(mazur["worked/C"][1], 0.291027924, 6)
    assert mazur["worked/steps"][-1] == 10_000
    assert mazur["worked/C"][-1] == pytest.approx(3.510188e-05, rel=1e-6)
    assert mazur["worked/C"][-1] == pytest.approx(0.0000351085, rel=1e-3)
    as_printed(mazur["worked/a2"][-1], [0.015912196, 0.984065734], 5)


def test_of_ten_thousand_updates_the_first_are_kept_and_a_spread_and_each_is_held(mazur: Trace) -> None:
    steps = mazur["worked/steps"]
    assert len(steps) < 120
    assert np.array_equal(steps[:21], np.arange(21))
    assert {0, 1, 10, 100, 1_000, 10_000} <= set(steps.tolist())
    assert np.all(np.diff(steps) > 0)
    verify(mazur)


def test_hagans_step_of_a_1_2_1_network_with_a_linear_output() -> None:
    worked = worked_version(planned("hagan"))
    as_printed(worked["worked/a1"][0], [0.321, 0.368], 3)
    as_printed(worked["worked/a2"][0], [0.446], 3)
    as_printed(worked["worked/y"] - worked["worked/a2"][0], [1.261], 3)
    as_printed(worked["worked/delta2"][0], [-2.522], 3)
    as_printed(worked["worked/delta1"][0], [-0.0495, 0.0997], 4)
    as_printed(worked["worked/W2"][1], [[0.171, -0.0772]], 3)
    as_printed(worked["worked/b2"][1], [0.732], 3)
    as_printed(worked["worked/W1"][1], [[-0.265], [-0.420]], 3)
    as_printed(worked["worked/b1"][1], [-0.475, -0.140], 3)


def test_negnevitskys_step_of_a_2_2_1_network() -> None:
    worked = worked_version(planned("negnevitsky"))
    as_printed(worked["worked/a1"][0], [0.5250, 0.8808], 4)
    as_printed(worked["worked/a2"][0], [0.5097], 4)
    as_printed(-worked["worked/delta2"][0], [-0.1274], 4)
    as_printed(-worked["worked/delta1"][0], [0.0381, -0.0147], 4)
    as_printed(worked["worked/W1"][1], [[0.5038, 0.4038], [0.8985, 0.9985]], 4)
    as_printed(worked["worked/W2"][1], [[-1.2067, 1.0888]], 4)
    as_printed(-worked["worked/b1"][1], [0.7962, -0.0985], 4)
    as_printed(-worked["worked/b2"][1], [0.3127], 4)


def test_han_and_kambers_step_of_a_3_2_1_network() -> None:
    """J. Han, M. Kamber and J. Pei, "Data Mining: Concepts and Techniques", example of backpropagation."""
    plan = {
        "x": [1, 0, 1],
        "y": [1],
        "W1": [[0.2, 0.4, -0.5], [-0.3, 0.1, 0.2]],
        "b1": [-0.4, 0.2],
        "W2": [[-0.3, -0.2]],
        "b2": [0.1],
        "eta": 0.9,
        "cost": "half_quadratic",
    }
    worked = worked_version(Recipe.from_dict({"worked": plan}).worked)
    as_printed(worked["worked/z1"][0], [-0.7, 0.1], 12)
    as_printed(worked["worked/a1"][0], [0.332, 0.525], 3)
    as_printed(worked["worked/z2"][0], [-0.105], 3)
    as_printed(worked["worked/a2"][0], [0.474], 3)
    as_printed(-worked["worked/delta2"][0], [0.1311], 4)
    as_printed(-worked["worked/delta1"][0], [-0.0087, -0.0065], 4)
    as_printed(worked["worked/W2"][1], [[-0.261, -0.138]], 3)
    as_printed(worked["worked/W1"][1], [[0.192, 0.4, -0.508], [-0.306, 0.1, 0.194]], 3)
    as_printed(worked["worked/b1"][1], [-0.408, 0.194], 3)
    as_printed(worked["worked/b2"][1], [0.218], 3)
