"""Dark inputs: a training without them is the same training."""

import numpy as np
import pytest

from netsim import Network, Recipe, record
from netsim.data.datasets import Dataset
from netsim.lit import Lit
from netsim.recipe.training import TrainingSection
from netsim.training import train

RULES = [{}, {"rule": "momentum", "momentum": 0.9}, {"rule": "adam", "eta": 0.01}]


@pytest.fixture
def x():
    """Twenty examples of twelve inputs, of which seven are dark."""
    x = np.random.default_rng(1).random((20, 12))
    x[:, [0, 1, 3, 6, 7, 10, 11]] = 0
    return x


@pytest.fixture
def network():
    return Network.init([12, 5, 3, 2], np.random.default_rng(2))


def test_the_part_sees_what_is_lit_and_answers_as_the_whole(x, network):
    lit = Lit.of(network, x)
    assert lit.places.tolist() == [2, 4, 5, 8, 9]
    assert lit.part.sizes == [5, 5, 3, 2]
    np.testing.assert_array_equal(lit.seen(x), x[:, lit.places])
    np.testing.assert_allclose(lit.part.forward(lit.seen(x)).a[3], network.forward(x).a[3], rtol=1e-13)
    assert all(np.array_equal(lit.network(lit.part).W[l], network.W[l]) for l in (1, 2, 3))


def test_examples_that_are_all_dark_leave_one_input(network):
    assert Lit.of(network, np.zeros((4, 12))).part.sizes[0] == 1


def test_few_dark_inputs_are_not_worth_it(x, network):
    assert Lit.of(network, x).worth
    assert not Lit.of(network, x + np.arange(12) % 4).worth


@pytest.mark.parametrize("keys", RULES)
@pytest.mark.parametrize("precision", ["float64", "float32"])
def test_each_step_of_the_part_is_one_of_the_whole(x, network, keys, precision):
    plan = TrainingSection(epochs=5, batch=4, precision=precision, **keys)
    y, lit = np.eye(2)[np.arange(20) % 2], Lit.of(network, x)
    steps = zip(train(network, x, y, plan), train(lit.part, lit.seen(x), y, plan), strict=True)
    close = {"rtol": 1e-10, "atol": 1e-12} if precision == "float64" else {"rtol": 1e-3, "atol": 1e-5}
    for whole, part in steps:
        put_back = lit.step(part)
        assert put_back.number == whole.number
        assert put_back.kept.keys() == whole.kept.keys()
        pairs = [(put_back.network, whole.network, "W b"), (put_back.back, whole.back, "mean_dC_dW mean_dC_db delta")]
        pairs += [(put_back.kept[name], whole.kept[name], "W b") for name in whole.kept]
        for one, other, names in pairs:
            for name in names.split():
                for l in (1, 2, 3):
                    mine, its = getattr(one, name)[l], getattr(other, name)[l]
                    assert (mine.shape, mine.dtype) == (its.shape, its.dtype)
                    np.testing.assert_allclose(mine, its, **close)


@pytest.mark.parametrize("keys", RULES)
def test_a_recording_of_images_with_a_margin_has_every_weight(x, keys):
    label = np.arange(20) % 2
    data = Dataset("dark", x, label, x[:4], label[:4], ("even", "odd"))
    recipe = Recipe.from_dict({"network": {"hidden": [4]}, "training": {"epochs": 3, "batch": 4} | keys})
    trace = record(recipe, data, exhibits=["wishes"])
    dark = Lit.of(Network.init([12, 4, 2], np.random.default_rng(0)), x)
    assert trace["W1"].shape[1:] == (4, 12)
    away = np.setdiff1d(np.arange(12), dark.places)
    assert np.ptp(trace["W1"][:, :, away], axis=0).max() == 0
    assert np.abs(trace["mean_dC_dW1"][:, :, away]).max() == 0
    assert np.ptp(trace["W1"][:, :, dark.places], axis=0).min() > 0
