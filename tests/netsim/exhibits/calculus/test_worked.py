"""The worked exhibit: held against reference numbers and central differences, and fair whatever the seed."""

import json
from pathlib import Path

import numpy as np
import pytest

from netsim import Network, Recipe, TraceError, record, verify
from netsim.anatomy.worked_example import SMALLEST_DERIVATIVE, Example, followed
from netsim.exhibits.calculus.worked import EXHIBIT as WORKED
from netsim.exhibits.calculus.worked import worked_version
from netsim.recipe.worked import WorkedSection
from tests.netsim.exhibits.exhibited import changed, held, plain

GOLDEN = next(
    case
    for case in json.loads(Path(__file__).parents[2].joinpath("golden.json").read_text("utf-8"))["cases"]
    if case["name"] == "worked"
)


ETA = WorkedSection().eta


def version(seed, updates):
    return worked_version(WorkedSection(seed=seed, updates=updates))


def close(actual, expected):
    np.testing.assert_allclose(actual, expected, rtol=1e-9, atol=0)


@pytest.fixture(scope="module")
def golden():
    """The reference's network and, for each of its two examples alone, the worked group."""
    W, b = {}, {}
    for l in (1, 2):
        j, k = np.ogrid[:2, :2]
        W[l] = GOLDEN["gain"] * np.sin(1 + 7 * j + 3 * k + 11 * l) / np.sqrt(2)
        b[l] = 0.3 * np.cos(2 * np.arange(2) + 5 * l)
    network = Network(W, b, GOLDEN["hidden"], GOLDEN["output"], GOLDEN["cost"])
    x = [0.5 + 0.5 * np.sin(0.7 * np.arange(2) + e) for e in (0, 1)]
    y = np.eye(2)[GOLDEN["labels"]]
    return [followed(Example(network, x[e], y[e]), GOLDEN["eta"], 1) for e in (0, 1)]


@pytest.fixture(scope="module")
def worked():
    return plain(version(0, 10))


PARAMETERS = [(kind, l) for l in (1, 2) for kind in "Wb"]


def network_at(worked, t):
    layers = (1, 2)
    return Network({l: worked[f"W{l}"][t] for l in layers}, {l: worked[f"b{l}"][t] for l in layers})


@pytest.fixture(scope="module")
def kept():
    tables = {
        "data": {"name": "xor"},
        "training": {"epochs": 1},
        "worked": {"seed": 3, "updates": 4},
    }
    return record(Recipe.from_dict(tables), exhibits=["worked"])


def test_forward_and_backward_pass_are_the_references(golden):
    for e, worked in enumerate(golden):
        close(worked["C"][0], GOLDEN["C"][e])
        close(worked["a2"][0], GOLDEN["a_L"][e])
        for l in (1, 2):
            close(worked[f"dC_da{l}"][0], GOLDEN["dC_da"][str(l)][e])
            close(worked[f"delta{l}"][0], GOLDEN["delta"][str(l)][e])


def test_gradients_average_to_the_references(golden):
    for l in (1, 2):
        mean = (golden[0][f"dC_dW{l}"][0] + golden[1][f"dC_dW{l}"][0]) / 2
        for place, value in GOLDEN["mean_dC_dW"][str(l)].items():
            close(mean[tuple(map(int, place.split(",")))], value)
        close((golden[0][f"dC_db{l}"][0] + golden[1][f"dC_db{l}"][0]) / 2, GOLDEN["mean_dC_db"][str(l)])


@pytest.mark.parametrize("t", [0, 3, 10])
def test_derivatives_are_what_central_differences_measure(worked, measured_gradient, t):
    network = network_at(worked, t)
    for kind, l in PARAMETERS:
        measured = measured_gradient(network, worked["x"], worked["y"], kind, l)
        np.testing.assert_allclose(worked[f"dC_d{kind}{l}"][t], measured, rtol=1e-6, atol=1e-9)


def test_each_update_goes_eta_times_the_derivative_downhill(worked):
    assert len(worked["C"]) == 11
    for kind, l in PARAMETERS:
        steps = np.diff(worked[f"{kind}{l}"], axis=0)
        np.testing.assert_allclose(steps, -ETA * worked[f"dC_d{kind}{l}"][:-1], rtol=0, atol=1e-15)


@pytest.mark.parametrize("seed", range(40))
def test_every_seed_makes_a_fair_exercise(seed):
    worked = plain(version(seed, 10))
    for name in ("W1", "b1", "W2", "b2"):
        tenths = worked[name][0] * 10
        np.testing.assert_allclose(tenths, np.rint(tenths), atol=1e-12)
    assert np.all(np.diff(worked["C"]) < 0)
    assert 0.2 < worked["C"][0] < 1.1
    for l in (1, 2):
        assert np.all((worked[f"a{l}"][0] > 0.25) & (worked[f"a{l}"][0] < 0.75))
        assert np.abs(worked[f"dC_dW{l}"][0]).min() >= SMALLEST_DERIVATIVE
        assert np.all(worked[f"b{l}"][0] != 0)
        assert worked[f"W{l}"][0].min() < 0 < worked[f"W{l}"][0].max()


def test_the_same_seed_draws_the_same_and_another_seed_another():
    one, same, other = (version(seed, 2) for seed in (7, 7, 8))
    assert all(np.array_equal(one[key], same[key]) for key in one)
    assert not np.array_equal(one["worked/W1"], other["worked/W1"])


def test_a_trace_holds_the_example_that_the_recipe_asks_for(kept):
    verify(kept)
    for key, array in version(3, 4).items():
        assert np.array_equal(kept[key], array)
    assert kept.header["arrays"]["worked/W1"]["dims"] == ["worked_step", "worked_1", "worked_0"]


@pytest.mark.parametrize("key", [key for key in version(0, 1) if key != "worked/steps"])
def test_an_altered_number_breaks_an_identity(kept, key):
    def altered(array):
        array.reshape(-1)[-1] += 1e-6
        return array

    with pytest.raises(TraceError, match=r"breaks .*worked/"):
        verify(changed(kept, key, altered))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, WORKED)
