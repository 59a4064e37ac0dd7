"""The line exhibit: each descent is one, and the minima are those that it comes to."""

import numpy as np
import pytest

from netsim import Dataset, Network, Recipe, TraceError, record, verify
from netsim.exhibits.descent.line import EXHIBIT as LINE
from netsim.exhibits.descent.stairs import EXHIBIT as STAIRS
from tests.netsim.exhibits.exhibited import (
    KINDS,
    added,
    changed,
    held,
    more,
    nudged,
    plain,
    put,
    random_data,
    random_run,
    run_of,
    scaled,
    trained_run,
    turned,
    without,
)
from tests.scenes.conftest import recorded
from tests.scenes.cover import ALWAYS


@pytest.fixture(scope="module")
def default_line():
    return plain({k: v for k, v in recorded(ALWAYS).items() if k.startswith("line/")})


OURS = ["line"]


def with_weight(network, place, value):
    """The network with one weight at a value."""
    l, j, k = place
    return nudged(network, "W", l, (j, k), value - network.W[l][j, k])


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize("sizes", [(4, 5, 3, 3), (3, 1, 2), (4, 3)], ids=str)
def test_each_descent_is_one_and_each_cost_is_of_all(kind, sizes, mean_cost):
    run = random_run(sizes, kind)
    kept = plain(LINE.record(run))
    assert kept["examples"] == len(run.data.x)
    assert kept["value"] in kept["w"]
    assert set(kept["starts"]) <= set(kept["w"])
    np.testing.assert_array_equal(kept["walk"][:, 0], kept["starts"])
    np.testing.assert_allclose(np.diff(kept["walk"]), -kept["eta"] * kept["slope"][:, :-1], rtol=1e-6, atol=1e-12)
    assert np.all(np.diff(kept["walk_C"]) <= 1e-12)
    assert kept["w"][0] <= kept["walk"].min()
    assert kept["walk"].max() <= kept["w"][-1]
    l, _, k = kept["place"]
    assert l == 1
    assert abs(run.x[k]) >= np.abs(run.x).max() / 2
    np.testing.assert_array_equal(kept["input"], run.data.x[:, k])
    for at in (0, 300, 597):
        changed = with_weight(run.network, kept["place"], kept["w"][at])
        assert kept["C"][at] == pytest.approx(mean_cost(changed, run.data.x, run.targets), rel=1e-11)
        for layer, a in changed.forward(run.x).a.items():
            if layer:
                np.testing.assert_allclose(kept[f"a{layer}"][at], a[0], rtol=1e-12)


def test_the_trained_network_is_looked_at_and_the_first_is_turned_too(mean_cost):
    run = trained_run()
    kept = plain(LINE.record(run))
    _, j, k = kept["place"]
    assert kept["value"] == run.trained.W[1][j, k] != run.network.W[1][j, k]
    for name, network in (("", run.trained), ("first_", run.network)):
        at = int(np.flatnonzero(kept[f"{name}w"] == network.W[1][j, k])[0])
        assert kept[f"{name}C"][at] == pytest.approx(mean_cost(network, run.data.x, run.targets), rel=1e-11)
        changed = with_weight(network, kept["place"], kept[f"{name}w"][77])
        assert kept[f"{name}C"][77] == pytest.approx(mean_cost(changed, run.data.x, run.targets), rel=1e-11)
        np.testing.assert_allclose(kept[f"{name}a2"][77], changed.forward(run.x).a[2][0], rtol=1e-12)


@pytest.mark.parametrize(("kind", "many"), [(KINDS[1], 6), (KINDS[4], 4)], ids=str)
def test_two_minima_are_found_by_descent(kind, many):
    found = [plain(LINE.record(random_run((2, 3, 3), kind, seed=seed, many=many))) for seed in range(15)]
    found = [kept for kept in found if len(kept["minima"]) > 1]
    assert found
    for kept in found:
        one, other = kept["minima"]
        between = kept["C"][(kept["w"] > one) & (kept["w"] < other)]
        assert between.max() > kept["minima_C"].max()
        assert {one, other} <= set(kept["walk"][:, -1])


def test_the_default_lessons_line_is_a_clear_valley(default_line):
    kept = default_line
    assert kept["examples"] == 1500
    assert kept["tried"] > 2000
    assert kept["minima"].shape == (1,)
    assert min(kept["C"][0], kept["C"][-1]) > 3 * kept["minima_C"][0]
    assert kept["slope"][0, 0] < 0 < kept["slope"][1, 0]
    steepest = np.abs(kept["slope"]).max()
    assert np.all(np.abs(kept["slope"][:, -1]) < 0.01 * steepest)
    assert np.abs(kept["walk"][:, -1] - kept["minima"][0]).max() < 0.05 * np.ptp(kept["w"])


def test_where_nothing_changes_the_cost_descents_stay():
    rng = np.random.default_rng(0)
    network = Network.init([3, 4, 2], rng, "relu", "relu")
    dead = Network({**network.W, 2: 0 * network.W[2]}, network.b, "relu", "relu")
    run = run_of(dead, random_data(rng, 3, 2, 30))
    kept, stairs = plain(LINE.record(run)), plain(STAIRS.record(run))
    assert np.ptp(kept["C"]) == 0
    assert kept["walk"].shape == (2, 1)
    assert kept["minima"].shape == (1,)
    assert stairs["levels"] == stairs["flat"] == 1


def test_one_example_and_one_input_are_enough():
    data = random_data(np.random.default_rng(0), 1, 2, 2)
    data = Dataset("one", data.x[:1], data.label[:1], data.x[1:], data.label[1:], data.classes)
    kept = plain(LINE.record(run_of(Network.init([1, 1, 2], np.random.default_rng(1)), data)))
    assert kept["examples"] == 1
    assert np.isfinite(kept["C"]).all()


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("line/place", put(1, 7), "line/place = .* no place"),
        ("line/place", put(0, 2), "line/place = .* no place"),
        ("line/tried", more(50), "line/tried is 1 or more"),
        ("line/examples", more(1), "line/examples counts line/label"),
        ("line/label", put(0, 3), "line/label names classes"),
        ("line/label", turned, "line/C = mean cost at line/w"),
        ("line/input", more(0.1), "line/C = mean cost at line/w"),
        ("line/z", more(0.1), "line/C = mean cost at line/w"),
        ("line/a1", more(0.001, (7, 0)), "line/a1 = activations with line/w"),
        ("line/value", more(0.1), "line/value = W1 there"),
        ("line/w", turned, "line/w ascends evenly below that"),
        ("line/w", more(0.001), "line/w has the network's own"),
        ("line/first_w", more(0.001), "line/first_w has the network's own"),
        ("line/first_z", more(0.1), "line/first_C = mean cost at line/first_w"),
        ("line/first_C", more(0.001, 9), "line/first_C = mean cost at line/first_w"),
        ("line/first_a2", more(0.001, (7, 0)), "line/first_a2 = activations with line/first_w"),
        ("line/starts", turned, "line/starts ascend"),
        ("line/starts", more(0.0001), "line/w has line/starts"),
        ("line/C", more(0.001, 9), "line/C = mean cost at line/w"),
        ("line/walk", more(0.001, (0, 0)), "line/walk begins at line/starts"),
        ("line/walk", put((1, -1), 1e3), "line/w holds line/walk"),
        ("line/walk", more(0.001, (1, -1)), "line/walk_C = mean cost|line/slope = dC/dw|next line/walk"),
        ("line/walk_C", more(0.001, (1, -1)), "line/walk_C = mean cost at line/walk"),
        ("line/slope", more(0.001, (1, -1)), "line/slope = dC/dw at line/walk"),
        ("line/eta", scaled(1.01), "next line/walk = walk - eta slope"),
        ("line/eta", scaled(-1), "next line/walk = walk - eta slope"),
        ("line/minima", more(0.001, 0), "line/minima = ends of line/walk"),
        ("line/minima_C", more(0.001, 0), "line/minima_C = ends of line/walk_C"),
    ],
)
def test_what_cannot_be_measured_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"(breaks .*)?{said}"):
        verify(changed(trace, key, change))


def test_two_inputs_are_held():
    tables = {"network": {"hidden": [3]}, "data": {"name": "xor"}, "training": {"epochs": 30}}
    trace = record(Recipe.from_dict(tables), exhibits=OURS)
    verify(trace)
    assert trace["line/examples"] == len(trace["line/label"]) == 300


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, LINE)


def test_of_numbers_every_array_is_held(numbers_trace):
    held(numbers_trace, LINE)


@pytest.mark.parametrize("change", [more(0.01, (0, 0)), more(0.01, (-1, 1)), turned])
def test_what_cannot_be_wanted_is_named(numbers_trace, change):
    with pytest.raises(TraceError, match="breaks line/C = mean cost at line/w"):
        verify(changed(numbers_trace, "line/y", change))


def test_what_is_wanted_is_there_where_outputs_are_numbers_alone(trace, numbers_trace):
    with pytest.raises(TraceError, match="lacks the array 'line/y'; record the trace anew"):
        verify(without(numbers_trace, "line/y"))
    with pytest.raises(TraceError, match="has 'line/y', which means nothing where outputs are classes"):
        verify(added(trace, "line/y", trace.answers.target(trace["line/label"]), numbers_trace))
