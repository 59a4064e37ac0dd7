"""The paths exhibit: both walks are training runs, and the landscape is that of the networks there."""

import time
from dataclasses import replace

import numpy as np
import pytest

from netsim import Network, backprop, record, verify
from netsim.recipe.training import TrainingSection
from netsim.terrain.landscape import network_at, place
from netsim.terrain.walks import Walk, plane_of, walk
from netsim.training import train
from tests.netsim.exhibits.exhibited import random_run
from tests.netsim.exhibits.nudges.paths.walked import paths, planned


def mean_costs(networks, run, many=None):
    for network in networks:
        fwd = network.astype("float64").forward(run.data.x[:many])
        yield backprop(network.astype("float64"), fwd, run.targets[:many]).C.mean()


def at(kept, point):
    """The grid's cost at a point, straight between its four neighbours."""
    i, j = (int(np.searchsorted(kept[axis], c)) - 1 for axis, c in zip("vu", point[::-1], strict=True))
    du = (point[0] - kept["u"][j]) / (kept["u"][j + 1] - kept["u"][j])
    dv = (point[1] - kept["v"][i]) / (kept["v"][i + 1] - kept["v"][i])
    C = kept["C"][i : i + 2, j : j + 2]
    return (1 - dv) * ((1 - du) * C[0, 0] + du * C[0, 1]) + dv * ((1 - du) * C[1, 0] + du * C[1, 1])


def test_the_mini_walk_is_the_first_epoch_of_the_lesson(run, kept):
    plan = run.recipe.training.model_copy(update={"epochs": 1})
    networks = [step.network for step in train(run.network, run.data.x, run.targets, plan)]
    assert len(kept["mini"]) == len(networks) == 14
    np.testing.assert_allclose(kept["mini_C"], list(mean_costs(networks, run)), rtol=1e-5)
    moved = [np.linalg.norm(place(network) - place(run.network)) for network in networks]
    np.testing.assert_allclose(np.hypot(np.linalg.norm(kept["mini"], axis=1), kept["mini_off"]), moved, atol=1e-5)
    assert (kept["batch"], kept["eta"], kept["examples"]) == (5, 0.4, 64)
    assert kept["mini_examples"].tolist() == [*range(0, 61, 5), 64], "the last mini-batch has but four"


def test_the_full_walk_takes_all_examples_until_it_is_as_low(run, kept):
    plan = TrainingSection(method="full_batch", eta=0.4, epochs=300)
    networks, goal = [], kept["mini_C"][-1]
    for step in train(run.network, run.data.x, run.targets, plan):
        networks.append(step.network)
        if step.back.C.mean() <= goal:
            break
    assert len(kept["full"]) == len(networks)
    np.testing.assert_allclose(kept["full_C"], list(mean_costs(networks, run)), rtol=1e-5)
    moved = [np.linalg.norm(place(network) - place(run.network)) for network in networks]
    np.testing.assert_allclose(np.hypot(np.linalg.norm(kept["full"], axis=1), kept["full_off"]), moved, atol=1e-5)
    assert kept["full_C"][-1] <= goal < kept["full_C"][-2]
    assert kept["full_examples"].tolist() == [64 * t for t in range(len(networks))]


def test_the_plane_has_the_cost_of_the_network_under_each_dot(run, kept):
    full_plan = TrainingSection(method="full_batch", eta=0.4, epochs=300)
    plan = run.recipe.training.model_copy(update={"epochs": 1})
    mini = walk(run.network, run.data.x, run.targets, plan, 300)
    full = walk(run.network, run.data.x, run.targets, full_plan, 300, until=mini.C[-1])
    plane = plane_of(mini, full)
    for name, way in (("mini", mini), ("full", full)):
        below = [plane.at(*plane.coordinates(place(network))) for network in way.networks]
        np.testing.assert_allclose(kept[f"{name}_plane_C"], list(mean_costs(below, run)), rtol=1e-4)
        assert not np.allclose(kept[f"{name}_plane_C"], kept[f"{name}_C"], rtol=1e-4), "between its ends it is off"


def test_start_and_ends_are_asked_all_unseen_examples_with_all_their_inputs():
    run = planned(random_run(many=64), batch=5, eta=0.4, seed=3)
    x, x_unseen = run.data.x.copy(), np.random.default_rng(1).random((40, 4)) * [1, 9, 1, 1]
    x[:, 1] = 0  # dark in all that both walks see, and yet not in what is unseen
    label = np.arange(40) % 3
    run = replace(run, data=replace(run.data, x=x, x_unseen=x_unseen, label_unseen=label))
    kept = paths(run)
    ends = {"start": run.network}
    for name, plan in (("mini", {"epochs": 1}), ("full", {"epochs": len(kept["full"]) - 1, "method": "full_batch"})):
        *_, last = train(run.network, x, run.targets, run.recipe.training.model_copy(update=plan))
        ends[name] = last.network
    assert kept["unseen"] == 40
    for name, network in ends.items():
        assert kept[f"{name}_right"] == np.mean(network.forward(x_unseen).a[3].argmax(axis=1) == label)


def test_the_rate_stays_where_the_lesson_has_it_at_first(run, kept):
    plan = run.recipe.training.model_dump() | {"schedule": "cosine", "epochs": 1}
    np.testing.assert_array_equal(paths(planned(run, **plan))["mini"], kept["mini"])


def test_a_walk_to_where_it_is_already_takes_one_step(run):
    plan = run.recipe.training.model_copy(update={"method": "full_batch"})
    assert len(walk(run.network, run.data.x, run.targets, plan, 300, until=1e9).networks) == 2


def test_if_both_ends_are_on_a_line_the_plane_is_where_the_mini_walk_strays_most():
    start = Network({1: np.zeros((2, 2))}, {1: np.zeros(2)})
    points = np.array([[1, 0, 0, 0, 0, 0], [2, 0, 0, -3, 0, 0], [2, 1, 0, 0, 0, 0], [4, 0, 0, 0, 0, 0]])
    mini = Walk([start, *(network_at(point, start) for point in points)], [1.0] * 5, [0] * 5, [0.0] * 5)
    full = Walk([start, network_at(2 * points[0], start)], [1.0] * 2, [0] * 2, [0.0] * 2)
    np.testing.assert_allclose(plane_of(mini, full).axes, [np.eye(6)[0], -np.eye(6)[3]], atol=1e-12)
    still = Walk([start, start], [1.0] * 2, [0] * 2, [0.0] * 2)
    np.testing.assert_allclose(plane_of(mini, still).axes, [np.eye(6)[0], -np.eye(6)[3]], atol=1e-12)


def test_both_begin_at_the_origin_and_end_in_the_plane(kept):
    for name in ("mini", "full"):
        assert kept[name][0].tolist() == [0, 0]
        assert kept[f"{name}_off"][0] == 0
        assert kept[f"{name}_off"][-1] == pytest.approx(0, abs=1e-9)
        assert kept[f"{name}_off"].max() > 0
    assert kept["full"][-1, 0] > 0
    assert kept["full"][-1, 1] == pytest.approx(0, abs=1e-9)
    assert kept["mini"][-1, 1] > 0


def test_the_grid_says_the_same_where_the_walks_touch_the_plane(kept):
    scale = kept["C"].max() - kept["C"].min()
    for name, i in (("mini", 0), ("mini", -1), ("full", 0), ("full", -1)):
        assert at(kept, kept[name][i]) == pytest.approx(kept[f"{name}_C"][i], abs=scale / 200)


def test_the_grid_is_the_mean_cost_of_the_networks_there(run, kept):
    plan = run.recipe.training.model_copy(update={"epochs": 1})
    mini = walk(run.network, run.data.x, run.targets, plan, 300)
    plan = plan.model_copy(update={"method": "full_batch", "epochs": 300})
    full = walk(run.network, run.data.x, run.targets, plan, 300, until=mini.C[-1])
    plane = plane_of(mini, full)
    rng = np.random.default_rng(0)
    for i, j in zip(rng.integers(0, len(kept["v"]), 20), rng.integers(0, len(kept["u"]), 20), strict=True):
        (cost,) = mean_costs([plane.at(kept["u"][j], kept["v"][i])], run)
        assert kept["C"][i, j] == pytest.approx(cost, rel=1e-4)


def test_the_clock_runs_only_while_gradients_are_computed(monkeypatch, run):
    ticks = iter(range(10**6))
    monkeypatch.setattr("netsim.terrain.walks.perf_counter", lambda: float(next(ticks)))
    plan = run.recipe.training.model_copy(update={"epochs": 1})
    way = walk(run.network, run.data.x, run.targets, plan, 300)
    assert way.seconds == [float(t) for t in range(len(way.networks))], "one tick for each step that was made"


def test_seconds_are_those_of_the_walk(run):
    begun = time.perf_counter()
    kept = paths(run)
    assert 0 < kept["mini_seconds"][-1] + kept["full_seconds"][-1] < time.perf_counter() - begun


def test_a_trace_of_any_moment_has_walks_from_there(quick):
    trace = record(quick(record={"steps": [37]}), exhibits=["paths"])
    verify(trace)
    data_cost = trace["paths/mini_C"][0]
    assert data_cost == pytest.approx(trace["paths/full_C"][0], rel=1e-6)
    assert data_cost < record(quick(), exhibits=["paths"])["paths/mini_C"][0]
