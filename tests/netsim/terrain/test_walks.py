"""Walks: the grid around them, and the inputs that they leave out."""

from dataclasses import replace

import numpy as np
import pytest

from netsim import Recipe
from netsim.exhibits.nudges.paths import EXHIBIT as PATHS
from netsim.lit import Lit
from netsim.terrain.walks import grid_round
from tests.netsim.exhibits.exhibited import random_run, run_of


def planned(run, **training):
    return replace(run, recipe=Recipe.from_dict({"training": training}))


@pytest.fixture(scope="module")
def run():
    return planned(random_run(many=64), batch=5, eta=0.4, seed=3)


def paths(run):
    return {key.removeprefix("paths/"): array for key, array in PATHS.record(run).items()}


def test_a_grid_holds_the_walks_with_a_margin_and_is_no_strip():
    points = np.array([[0, 0], [3, 0.5], [4, -0.5]])
    u, v = grid_round(points, 31)
    assert (u[0], u[-1]) == pytest.approx((-0.6, 4.6))
    assert (v[0], v[-1]) == pytest.approx((-1.625, 1.625))
    assert (len(u), len(v)) == (39, 25)
    turned = grid_round(points[:, ::-1], 31)
    assert [len(ticks) for ticks in turned] == [25, 39]
    square = grid_round(np.array([[0, 0], [1, 1]]), 31)
    assert [len(ticks) for ticks in square] == [31, 31]
    assert [len(ticks) for ticks in grid_round(points, 11)] == [13, 9]


def test_a_grid_round_nothing_has_an_extent():
    u, v = grid_round(np.zeros((3, 2)), 31)
    assert u[-1] - u[0] == v[-1] - v[0] == 1


def test_dark_inputs_are_left_out_and_change_nothing():
    run = random_run(many=40)
    x = run.data.x.copy()
    x[:, 1] = 0
    data = replace(run.data, x=x)
    lit = Lit.of(run.network, x)
    network, seen = lit.part, lit.seen(x)
    one, other = (paths(run_of(n, replace(data, x=d, x_unseen=d[:1]))) for n, d in ((network, seen), (run.network, x)))
    np.testing.assert_array_equal(one["mini"], other["mini"])
    np.testing.assert_array_equal(one["C"], other["C"])
