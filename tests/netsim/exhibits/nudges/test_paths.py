"""The paths exhibit: both walks are training runs, and the landscape is that of the networks there."""

import time
from dataclasses import replace

import numpy as np
import pytest

from netsim import Dataset, Network, Recipe, TraceError, backprop, record, verify
from netsim.exhibits.nudges.paths import EXHIBIT as PATHS
from netsim.exhibits.nudges.paths import examples_to_walk_on
from netsim.recipe.training import TrainingSection
from netsim.terrain.landscape import network_at, place
from netsim.terrain.walks import Walk, plane_of, walk
from netsim.training import train
from tests.netsim.exhibits.exhibited import KINDS, changed, held, more, put, random_run, run_of


def planned(run, **training):
    return replace(run, recipe=Recipe.from_dict({"training": training}))


@pytest.fixture(scope="module")
def run():
    return planned(random_run(many=64), batch=5, eta=0.4, seed=3)


def paths(run):
    return {key.removeprefix("paths/"): array for key, array in PATHS.record(run).items()}


@pytest.fixture(scope="module")
def kept(run):
    return paths(run)


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


OURS = ["gradient", "only", "batches", "paths"]


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


@pytest.mark.parametrize("training", [{"batch": 100}, {"method": "full_batch"}, {"batch": 4}], ids=str)
def test_a_batch_of_all_examples_takes_the_same_step(training):
    rng = np.random.default_rng(0)
    x, label = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
    data = Dataset("xor", x, label, x, label, ("0", "1"))
    kept = paths(planned(run_of(Network.init([2, 3, 2], rng), data), **training))
    assert kept["batch"] == kept["examples"] == 4
    assert kept["mini_examples"].tolist() == kept["full_examples"].tolist() == [0, 4]
    assert len(kept["mini"]) == len(kept["full"]) == 2
    np.testing.assert_allclose(kept["mini"], kept["full"], atol=1e-6)
    assert kept["u"][0] < 0 < kept["full"][-1, 0] < kept["u"][-1]


def test_a_full_batch_lesson_has_a_mini_walk_of_hundreds():
    kept = paths(planned(random_run(many=250), method="full_batch"))
    assert (kept["batch"], kept["examples"]) == (100, 250)
    assert kept["mini_examples"].tolist() == [0, 100, 200, 250]
    assert len(kept["mini"]) == 4


def test_a_network_without_any_gradient_stays_where_it_is():
    run = random_run([4, 3, 3], kind=("relu", "relu", "quadratic"))
    dead = Network(run.network.W, {1: -9 * np.ones(3), 2: -9 * np.ones(3)}, "relu", "relu", "quadratic")
    kept = paths(replace(run, moments=[replace(run.first, network=dead)]))
    for name in ("mini", "full"):
        assert not np.any(kept[name])
        assert not np.any(kept[f"{name}_off"])
        np.testing.assert_allclose(kept[f"{name}_C"], 1)
    assert (kept["u"][0], kept["u"][-1]) == (-0.5, 0.5)
    assert np.all(np.isfinite(kept["C"]))


@pytest.mark.parametrize(
    "kind", [*KINDS, ("relu", "relu", "quadratic"), ("relu", "softmax", "quadratic")], ids=" ".join
)
@pytest.mark.parametrize("eta", [0.01, 3.0, 1e3, 1e6])  # the last is the highest that a recipe may ask for
def test_no_rate_is_too_high_to_be_measured(kind, eta):
    kept = paths(planned(random_run(kind=kind), eta=eta))
    assert all(np.all(np.isfinite(array)) for array in kept.values())
    assert kept["full_C"].max() < 1e10
    for name in ("mini", "full"):
        assert 1 <= len(kept[name]) <= 301
        assert len(kept[name]) == len(kept[f"{name}_C"]) == len(kept[f"{name}_off"])


def test_a_walk_that_diverges_ends_before_it_does():
    run = planned(random_run(kind=("identity", "identity", "quadratic")), eta=100.0)
    kept = paths(run)
    assert len(kept["mini"]) < 5
    assert kept["mini_examples"].tolist() == [5 * t for t in range(len(kept["mini"]))]


@pytest.mark.parametrize("many", [1, 2])
def test_one_example_is_enough(many):
    run = random_run(many=many)
    kept = paths(replace(run, star=0))
    assert kept["examples"] == many


def test_the_smallest_network_has_a_plane():
    data = Dataset("one", np.zeros((3, 4)), np.zeros(3, int), np.zeros((1, 4)), np.zeros(1, int), ("yes",))
    kept = paths(run_of(Network.init([4, 1], np.random.default_rng(0)), data))
    assert kept["C"].shape == (len(kept["v"]), len(kept["u"]))
    assert kept["mini_C"][-1] < kept["mini_C"][0]


def test_many_examples_are_walked_in_the_lessons_order():
    run = planned(random_run([2, 3], many=5000), seed=4, batch=7)
    steps, x, y = examples_to_walk_on(run)
    assert (steps, len(x)) == (300, 2000)
    order = np.random.default_rng(4).permutation(5000)
    dealt = np.random.default_rng(4).permutation(2000)
    np.testing.assert_array_equal(x[dealt], run.data.x[order[:2000]].astype(np.float32))
    np.testing.assert_array_equal(y[dealt], run.targets[order[:2000]])
    kept = paths(run)
    assert (kept["examples"], kept["mini_examples"][-1]) == (2000, 2000)
    assert len(kept["mini"]) == 287


def test_a_walk_has_three_hundred_steps_at_most():
    kept = paths(planned(random_run([2, 3], many=500), batch=1))
    assert len(kept["mini"]) == 301
    assert kept["mini_examples"][-1] == 300


def test_large_networks_take_short_walks_on_few_examples():
    wide = Network.init([784, 1000, 10], np.random.default_rng(0))
    x = np.zeros((1500, 784))
    data = Dataset("dark", x, np.zeros(1500, int), x[:1], np.zeros(1, int), tuple("0123456789"))
    steps, x, _ = examples_to_walk_on(run_of(wide, data))
    assert steps * 795_000 < 2**25 + 795_000
    assert 100 < len(x) < 400


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


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("paths/mini", more(0.1, 0), "paths/mini begins at 0"),
        ("paths/full_off", put(0, 0.1), "paths/full begins at 0"),
        ("paths/mini_off", put(-1, 0.1), "paths/mini ends in the plane"),
        ("paths/mini_off", put(2, -0.1), "paths/mini_off is 0 or more"),
        ("paths/mini_C", put(2, -0.1), "paths/mini_C is 0 or more"),
        ("paths/mini_seconds", more(1, 0), "paths/mini_seconds begin at 0"),
        ("paths/full_seconds", put(2, 99), "paths/full_seconds never fall"),
        ("paths/mini_plane_C", more(0.1, 0), "paths/mini_plane_C begins and ends as mini_C"),
        ("paths/full_plane_C", more(0.1, -1), "paths/full_plane_C begins and ends as full_C"),
        ("paths/full_plane_C", put(1, -0.1), "paths/full_plane_C is 0 or more"),
        ("paths/unseen", more(1), "mini_right and full_right count paths/unseen"),
        ("paths/mini", more(50, 3), "paths/u holds paths/mini"),
        ("paths/full", more([0, 50], 3), "paths/v holds paths/full"),
        ("paths/full", more([0, 0.01], -1), "paths/full ends on the axis u"),
        ("paths/full_C", more(0.01, 0), "paths/mini_C and full_C begin alike"),
        ("paths/full_C", put(1, 0.0), "paths/full_C ends where it is as low as mini_C does"),
        ("paths/mini_examples", more(1, 1), r"paths/mini_examples = steps \* batch"),
        ("paths/full_examples", more(1, 1), r"paths/full_examples = steps \* examples"),
        ("paths/examples", more(-1), "paths/.*_examples = steps"),
        ("paths/batch", more(500), r"paths/mini_examples = steps \* batch|paths/batch lies in 1\.\.examples"),
        ("paths/eta", more(0.1), r"paths/eta = training\.eta"),
        ("paths/u", more(0.01, 3), "paths/u and v ascend evenly"),
        ("paths/v", more(0.01, 3), "paths/u and v ascend evenly"),
        ("paths/C", put((3, 3), -1), "paths/C is 0 or more"),
    ],
)
def test_what_cannot_be_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"The trace breaks .*{said}"):
        verify(changed(trace, key, change))


@pytest.mark.parametrize(
    "training",
    [{"method": "full_batch"}, {"batch": 1000}, {"precision": "float32"}, {"schedule": "cosine"}, {"eta": 3.0}],
    ids=str,
)
@pytest.mark.parametrize("steps", [[], [2], [40]], ids=str)
def test_every_way_of_training_is_held(quick, training, steps):
    verify(record(quick(training=training | {"epochs": 40}, record={"steps": steps}), exhibits=OURS))


def test_a_trace_without_a_recipe_of_ours_is_held_as_far_as_it_goes(trace):
    arrays = {name: trace[name] for name in trace}
    verify(type(trace)(trace.header | {"recipe": {}}, arrays))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, PATHS, but={"paths/mini", "paths/full_C", "paths/C", "paths/mini_seconds", "paths/full_seconds"})
