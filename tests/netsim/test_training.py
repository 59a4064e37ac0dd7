"""Gradient descent: batches, schedules, and the update itself."""

from itertools import chain

import numpy as np
import pytest

from netsim import Network, backprop
from netsim.recipe.training import TrainingSection
from netsim.training import learning_rate, train, updates_per_epoch


def toy(many=10):
    rng = np.random.default_rng(0)
    return Network.init([2, 3, 2], rng), rng.standard_normal((many, 2)), np.eye(2)[rng.integers(0, 2, many)]


def test_steps_and_epochs_are_counted():
    network, x, y = toy()
    steps = list(train(network, x, y, TrainingSection(epochs=3, batch=4)))
    assert [step.number for step in steps] == list(range(10))
    assert [step.number for step in steps if step.new_epoch] == [0, 3, 6, 9]
    assert [step.epoch for step in steps] == [0, 0, 0, 1, 1, 1, 2, 2, 2, 3]
    assert updates_per_epoch(TrainingSection(batch=4), 10) == 3


def test_each_epoch_uses_every_example_once_in_a_new_order():
    """With the identity as its only layer and eta tiny, b's gradient tells which examples were dealt."""
    many = 7
    x, y = np.eye(many), np.zeros((many, many))
    network = Network({1: np.eye(many)}, {1: np.zeros(many)}, output="identity")
    plan = TrainingSection(epochs=2, batch=3, eta=1e-12)
    seen = [np.flatnonzero(step.back.mean_dC_db[1] > 1e-6).tolist() for step in train(network, x, y, plan)][:-1]
    epochs = [list(chain(*seen[:3])), list(chain(*seen[3:]))]
    assert [sorted(epoch) for epoch in epochs] == [list(range(many))] * 2
    assert [len(batch) for batch in seen] == [3, 3, 1, 3, 3, 1]
    assert seen[:3] != seen[3:]


def test_the_update_goes_down_the_mean_gradient():
    network, x, y = toy()
    steps = list(train(network, x, y, TrainingSection(method="full_batch", epochs=2, eta=0.5)))
    back = backprop(network, network.forward(x), y)
    for l in (1, 2):
        np.testing.assert_allclose(steps[1].network.W[l], network.W[l] - 0.5 * back.mean_dC_dW[l], rtol=1e-14)
        np.testing.assert_allclose(steps[1].network.b[l], network.b[l] - 0.5 * back.mean_dC_db[l], rtol=1e-14)


def test_full_batch_with_a_small_rate_never_climbs():
    network, x, y = toy()
    costs = [s.back.C.mean() for s in train(network, x, y, TrainingSection(method="full_batch", epochs=50, eta=0.1))]
    assert np.all(np.diff(costs) < 0)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"schedule": "constant"}, {0: 2.0, 39: 2.0}),
        ({"schedule": "step", "schedule_every": 1}, {0: 2.0, 9: 2.0, 10: 1.0, 39: 0.25}),
        ({"schedule": "cosine"}, {0: 2.0, 20: 1.0, 40: 0.0}),
        ({"schedule": "cosine", "schedule_end": 0.5}, {0: 2.0, 20: 1.5, 40: 1.0}),
    ],
)
def test_schedules(keys, expected):
    plan = TrainingSection(epochs=4, eta=2.0, **keys)
    for number, eta in expected.items():
        assert learning_rate(plan, number, 10) == pytest.approx(eta)


def test_float32_trains_in_float32():
    network, x, y = toy()
    last = list(train(network, x, y, TrainingSection(epochs=1, precision="float32", schedule="cosine")))[-1]
    assert {array.dtype for array in (last.network.W[1], last.network.b[2], last.back.delta[1])} == {
        np.dtype("float32")
    }
