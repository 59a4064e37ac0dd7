"""verify() finds what cannot be in the exhibits neuron, data, components, line, stairs and plane."""

import numpy as np
import pytest

from netsim import Recipe, TraceError, record, verify
from tests.netsim.exhibits.exhibited import KINDS
from tests.netsim.exhibits.test_walk_identities import more, put
from tests.netsim.trace.test_identities import changed

OURS = ["neuron", "data", "components", "line", "stairs", "plane"]


@pytest.fixture(scope="module")
def trace(quick):
    return record(quick(), exhibits=["gradient", *OURS])


@pytest.fixture(scope="module")
def alone(quick):
    """Without the exhibits that say some of it twice."""
    return record(quick(), exhibits=["data", "components", "stairs"])


def scaled(by):
    return lambda array: array * by


def turned(array):
    return array[::-1].copy()


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("neuron/place", put(1, 3), "neuron/place is the neuron that is to be shown"),
        ("neuron/place", put(0, 2), "neuron/place is the neuron that is to be shown"),
        ("neuron/products", more(0.01, 0), "neuron/products = W1 x"),
        ("neuron/weighted", more(0.01), "neuron/weighted = sum"),
        ("neuron/b", more(0.01), "neuron/b = b1"),
        ("neuron/z", more(0.01), r"neuron/z = weighted \+ b"),
        ("neuron/a", more(0.01), "neuron/a = a1"),
        ("neuron/curve_z", more(0.01), "neuron/curve_z lies evenly around 0 and holds z"),
        ("neuron/curve_a", more(0.01, 7), r"neuron/curve_a = tanh\(curve_z\)"),
        ("neuron/sigmoid", more(0.01, 7), "neuron/sigmoid = "),
        ("neuron/relu", more(0.01, 7), "neuron/relu = "),
        ("data/examples", put((), 40), "data/ shows the first of examples and unseen"),
        ("data/examples", more(5), "data/examples = gradient/examples"),
        ("data/unseen", put((), 10), "data/ shows the first of examples and unseen"),
        ("data/label", put(3, 9), "data/label names classes"),
        ("data/unseen_label", put(3, -1), "data/unseen_label names classes"),
        ("data/label", turned, "data/C = cost of each example"),
        ("data/x", more(0.1, 3), "data/a = outputs of data/x"),
        ("data/a", more(0.01, 3), "data/a = outputs of data/x"),
        ("data/C", more(0.01, 3), "data/C = cost of each example"),
        ("data/trained_C", more(0.01, 3), "data/trained_C = cost of each example"),
        ("data/running", more(0.01, 3), "data/running = mean of data/C so far"),
        ("data/said", put(3, 5), "data/said names classes"),
        ("data/said", lambda said: (said + 1) % 3, "data/said has the largest output"),
        ("data/trained_said", lambda said: (said + 1) % 3, "data/trained_said has the largest output"),
        ("data/mean", more(0.01), "data/mean = gradient/C"),
        ("data/mean", put((), -1), "data/mean is 0 or more"),
        ("data/trained_mean", more(0.01), "data/trained_mean = the last of cost"),
        ("components/all", more(1), "components/all = weights and biases"),
        ("components/rank", more(1, 0), "components/rank runs from 1 to all"),
        ("components/size", turned, "components/size is sorted downward"),
        ("components/size", scaled(-1), "components/size is sorted downward"),
        ("components/size", scaled(2), "components/step begins with the largest"),
        ("components/zero", put((), 400), "components/zero counts some of all"),
        ("components/zero", more(1), "components/zero counts those of the gradient that are 0"),
        ("components/most", more(-1), "components/most counts those that matter"),
        ("components/ratio", more(1), "components/ratio = largest / median"),
        ("components/place", put((0, 2), 9), "components/place = .* no place"),
        ("components/place", put((0, 0), 2), "components/place = .* no place"),
        ("components/place", turned, "components/value = W and b there"),
        ("components/value", more(0.1, 1), "components/value = W and b there"),
        ("components/step", turned, "components/step is sorted downward by size"),
        ("components/step", scaled(-1), r"components/after = value \+ eta step"),
        ("components/after", more(0.1, 1), r"components/after = value \+ eta step"),
        ("components/eta", more(0.1), "components/eta = eta"),
    ],
)
def test_what_cannot_be_shown_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"(breaks .*)?{said}"):
        verify(changed(trace, key, change))


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("line/place", put(1, 7), "line/place = .* no place"),
        ("line/place", put(2, -1), "line/place = .* no place"),
        ("line/at", more(50), "line/at = .* no place"),
        ("line/at", more(-50), "line/at = .* no place"),
        ("line/examples", more(1), "line/examples counts line/x"),
        ("line/label", put(0, 3), "line/label names classes"),
        ("line/label", turned, "line/C = mean cost at line/w"),
        ("line/x", more(0.1), "line/C = mean cost at line/w"),
        ("line/value", more(0.1), "line/value = W or b there"),
        ("line/w", turned, "line/w ascend"),
        ("line/w", more(0.001), "line/w has line/value"),
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
        ("stairs/w", more(0.001, 9), "stairs/w ascends evenly"),
        ("stairs/w", scaled(2), "stairs/w has the range of line/w"),
        ("stairs/step_z", more(0.001, 9), "stairs/step_z ascends evenly"),
        ("stairs/step_a", put(0, 1), "stairs/step_a = step"),
        ("stairs/own_a", more(0.001, 9), r"stairs/own_a = tanh\(step_z\)"),
        ("stairs/C", scaled(-1), "stairs/C is 0 or more"),
        ("stairs/C", scaled(2), "stairs/C = mean cost with steps"),
        ("stairs/smooth_C", scaled(-1), "stairs/smooth_C is 0 or more"),
        ("stairs/smooth_C", more(0.001, 9), "stairs/smooth_C = mean cost at stairs/w"),
        ("stairs/levels", more(1), "stairs/levels counts different costs"),
        ("stairs/flat", more(0.01), "stairs/flat = share of equal neighbours"),
        ("plane/at", more(-1), "plane/at is the last recorded step"),
        ("plane/at", more(9), "plane/at = .* no place"),
        ("plane/examples", put((), 0), "plane/examples is 1 or more"),
        ("plane/u", more(0.01, 3), "plane/u ascends evenly"),
        ("plane/v", turned, "plane/v ascends evenly"),
        ("plane/u", more(0.01), "plane/u lies alike on both sides of 0"),
        ("plane/v", scaled(2), "plane/u and v are equally far apart"),
        ("plane/path", put((0, 0), 1e6), "plane/u holds plane/path"),
        ("plane/path", more(0.001, (2, 1)), "next plane/path = path - eta gradient"),
        ("plane/gradient", more(0.001, (2, 1)), "next plane/path = path - eta gradient"),
        ("plane/gradient", more(0.001, (-1, 1)), "plane/length = length of plane/gradient"),
        ("plane/length", more(0.001, -1), "plane/length = length of plane/gradient"),
        ("plane/eta", scaled(1.01), "next plane/path = path - eta gradient"),
        ("plane/eta", scaled(-1), "plane/eta is above 0"),
        ("plane/C", put((3, 3), -1), "plane/C is 0 or more"),
        ("plane/levels", more(0.001, 3), "plane/levels lie between the lowest and the highest of plane/C"),
        ("plane/path_C", scaled(3), "plane/path_C lies on plane/C"),
    ],
)
def test_what_cannot_be_measured_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"(breaks .*)?{said}"):
        verify(changed(trace, key, change))


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("stairs/levels", more(1), "stairs/levels counts different costs"),
        ("stairs/w", more(0.001, 9), "stairs/w ascends evenly"),
        ("components/most", put((), 400), "components/most counts some of all"),
        ("components/step", more(0.1), "components/step"),
        ("data/trained_mean", more(0.01), "data/trained_mean = the last of cost"),
    ],
)
def test_by_itself_each_is_held_as_far_as_it_goes(alone, key, change, said):
    verify(alone)
    with pytest.raises(TraceError, match=said):
        verify(changed(alone, key, change))


@pytest.mark.parametrize("kind", [*KINDS, ("relu", "relu", "quadratic"), ("relu", "softmax", "cross_entropy")], ids=str)
@pytest.mark.parametrize("hidden", [[], [1], [5, 4]], ids=str)
@pytest.mark.parametrize("steps", [[0], [60]], ids=str)
def test_every_kind_of_network_holds(quick, kind, hidden, steps):
    activation, output, cost = kind
    network = {"hidden": hidden, "activation": activation, "output": output, "cost": cost, "init": "normal"}
    verify(record(quick(network=network, training={"eta": 0.01}, record={"steps": steps}), exhibits=OURS))


@pytest.mark.parametrize(
    "training",
    [{"method": "full_batch"}, {"precision": "float32"}, {"schedule": "cosine"}, {"momentum": 0.9, "eta": 0.05}],
    ids=str,
)
def test_every_way_of_training_is_held(quick, training):
    verify(record(quick(training=training), exhibits=["gradient", *OURS]))


def test_four_examples_are_held():
    tables = {"network": {"hidden": [3]}, "data": {"name": "xor"}, "training": {"epochs": 30}}
    trace = record(Recipe.from_dict(tables), exhibits=OURS)
    verify(trace)
    assert np.all(trace["line/examples"] <= 20)
