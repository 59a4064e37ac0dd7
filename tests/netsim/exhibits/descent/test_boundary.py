"""The plane is the training gone through once more, lines are where sums are 0, and what verify() finds out."""

from dataclasses import replace

import numpy as np
import pytest

from netsim import Recipe, TraceError, record, verify
from netsim.beforehand import given_of
from netsim.data.sources import load_dataset
from netsim.exhibits.descent.boundary import EXHIBIT as BOUNDARY
from netsim.exhibits.descent.boundary import SHOWN, lines
from netsim.exhibits.registry import possible
from netsim.network import Network
from netsim.training import train
from netsim.untrained import untrained
from tests.netsim.answering import houses
from tests.netsim.answering import recipe as short
from tests.netsim.exhibits.exhibited import changed, held, more, put


def recipe_of(name="xor", hidden=(3,), epochs=3, **training):
    tables = {"data": {"name": name}, "network": {"hidden": list(hidden)}, "training": {"epochs": epochs, **training}}
    return Recipe.from_dict(tables)


@pytest.fixture(scope="module")
def recipe():
    return recipe_of(eta=1.0)


@pytest.fixture(scope="module")
def plane(recipe):
    return record(recipe, exhibits=["boundary", "data", "course"])


def test_the_plane_is_the_training_gone_through_once_more(recipe, plane):
    verify(plane)
    data = load_dataset(recipe.data)
    again = train(untrained(recipe, data), data.x, data.target(data.label), recipe.training)
    networks = {step.number: step.network for step in again}
    across, up = plane["boundary/across"], plane["boundary/up"]
    assert across[0] < data.x[:, 0].min() < data.x[:, 0].max() < across[-1]
    assert up[0] < data.x[:, 1].min() < data.x[:, 1].max() < up[-1]
    for i, number in list(enumerate(plane["boundary/steps"].tolist()))[::17]:
        network = networks[number].astype("float64")
        for row, column in ((0, 0), (3, 40), (43, 43)):
            given = network.forward(np.array([across[column], up[row]])).a[network.L][0]
            np.testing.assert_allclose(plane["boundary/a"][i, row, column], given, atol=1e-6)
        answers = [int(network.forward(x).a[network.L][0].argmax()) for x in data.x]
        assert plane["boundary/right"][i] == sum(a == b for a, b in zip(answers, data.label, strict=True))
        wrong_by = [network.forward(x).a[network.L][0] - np.eye(2)[j] for x, j in zip(data.x, data.label, strict=True)]
        assert plane["boundary/mean_C"][i] == pytest.approx(np.mean(np.sum(np.square(wrong_by), axis=1)), rel=1e-5)


def test_a_line_is_where_the_sum_of_its_neuron_is_zero_from_border_to_border(plane):
    last, (low, high) = len(plane["steps"]) - 1, plane["boundary/ends"]
    crossing = 0
    for j, ends in zip(plane["boundary/neurons"], plane["boundary/lines"][-1], strict=True):
        if (ends[0] != ends[1]).any():
            np.testing.assert_allclose(plane["W1"][last, j] @ ends.T + plane["b1"][last, j], 0, atol=1e-9)
            at_the_border = np.isclose(ends, low) | np.isclose(ends, high)
            assert at_the_border.any(axis=1).all()
            crossing += 1
    assert crossing


@pytest.mark.parametrize(
    ("w", "b", "ends"),
    [
        ((1.0, 0.0), -0.5, [(0.5, 0.0), (0.5, 2.0)]),
        ((0.0, 2.0), -2.0, [(0.0, 1.0), (1.0, 1.0)]),
        ((1.0, 1.0), -1.0, [(0.0, 1.0), (1.0, 0.0)]),
        ((1.0, 0.0), -3.0, [(0.5, 1.0), (0.5, 1.0)]),
        ((0.0, 0.0), 1.0, [(0.5, 1.0), (0.5, 1.0)]),
        ((1.0, 1.0), 9.0, [(0.5, 1.0), (0.5, 1.0)]),
    ],
)
def test_lines_upright_level_slanting_and_beside_the_plane(w, b, ends):
    network = Network({1: np.array([w])}, {1: np.array([b])}, "sigmoid", "sigmoid", "quadratic")
    (found,) = lines(network, np.array([0]), np.array([(0.0, 0.0), (1.0, 2.0)]))
    assert sorted(map(tuple, found.tolist())) == sorted(ends)


def test_every_array_is_held_by_some_identity(plane):
    """Of the examples those beyond the exhibit data are not in the trace."""
    assert len(plane["data/x"]) < SHOWN == len(plane["boundary/x"])
    held(plane, BOUNDARY, but=["boundary/x"])


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("boundary/x", put((3, 0), 0.5), "boundary/x begins as data/x"),
        ("boundary/x", put((149, 1), 9.0), "boundary/x lies on the plane"),
        ("boundary/steps", put(1, 0), "boundary/steps ascend"),
        ("boundary/label", put(5, 2), "boundary/label names classes"),
        ("boundary/right", put(0, 0), "boundary/right counts those that are shown"),
        ("boundary/neurons", put(0, 3), "boundary/neurons are neurons of layer 1"),
        ("boundary/said", more(1, np.s_[-1, :]), "boundary/said"),
    ],
)
def test_what_cannot_be_shown_is_named(plane, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(plane, key, change))


@pytest.mark.parametrize("hidden", [(), (4, 3)])
@pytest.mark.parametrize("name", ["xor", "spiral"])
def test_it_holds_of_other_networks_alone(name, hidden):
    verify(record(recipe_of(name, hidden, epochs=1, precision="float32"), exhibits=["boundary"]))


def test_it_is_recorded_of_two_inputs_alone():
    images = Recipe()
    given = given_of(images, load_dataset(images.data))
    assert given.sizes[0] == 784
    assert possible(["boundary", "data"], given) == ("data",)


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("boundary/y", more(0.01, (3, 1)), "boundary/y begins as data/y"),
        ("boundary/y", more(0.01, (0, 0)), "boundary/y begins with the star's"),
        ("boundary/right", put(5, 1), "boundary/right is 0 of numbers"),
        ("boundary/label", put(5, 1), "boundary/label names classes"),
        ("boundary/said", put((5, 1), 1), "boundary/said names classes"),
    ],
)
def test_of_numbers_what_is_wanted_is_held_and_nothing_is_answered(numbers, key, change, said):
    verify(numbers)
    with pytest.raises(TraceError, match=f"breaks {said}"):
        verify(changed(numbers, key, change))


@pytest.fixture(scope="module")
def numbers():
    """Two numbers of a house by two of its features."""
    data = houses()
    data = replace(data, x=data.x[:, :2], x_unseen=data.x_unseen[:, :2], features=data.features[:2])
    return record(short(2, 0.1, hidden=[3], output="identity"), data, exhibits=["boundary", "data"])
