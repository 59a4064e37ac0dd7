"""Momentum: the velocity and the update, against the written formula and the trace's identities."""

import numpy as np
import pytest

from netsim import Network, TraceError, backprop, record, verify
from netsim.recipe.training import TrainingSection
from netsim.training import train
from tests.netsim.exhibits.exhibited import changed, more, put


def toy(many=10):
    rng = np.random.default_rng(0)
    return Network.init([2, 3, 2], rng), rng.standard_normal((many, 2)), np.eye(2)[rng.integers(0, 2, many)]


def test_the_velocity_is_the_sum_of_fading_gradients():
    """W[t] = W[0] - sum of eta v, with v[t] = g[t] + m g[t-1] + m^2 g[t-2] + ..., the gradients by themselves."""
    network, x, y = toy()
    plan = TrainingSection(method="full_batch", epochs=12, eta=0.3, momentum=0.7, schedule="cosine")
    steps = list(train(network, x, y, plan))
    gradients = [backprop(step.network, step.network.forward(x), y) for step in steps]
    for kind in ("mean_dC_dW", "mean_dC_db"):
        part = kind[-1]
        for l in (1, 2):
            at = getattr(network, part)[l]
            for t in range(len(steps) - 1):
                np.testing.assert_allclose(getattr(steps[t].network, part)[l], at, rtol=1e-12)
                fading = [0.7**age * getattr(gradients[t - age], kind)[l] for age in range(t + 1)]
                at = at - steps[t].eta * sum(fading)


def test_on_a_parabola_it_is_the_recursion_solved_by_hand():
    """One weight, x = 1, target 0, identity: C = w^2, so w'' = w' - eta v', v' = m v + 2 w."""
    network = Network({1: np.array([[1.0]])}, {1: np.array([0.0])}, output="identity")
    plan = TrainingSection(method="full_batch", epochs=3, eta=0.1, momentum=0.5)
    steps = list(train(network, np.array([[1.0]]), np.array([[0.0]]), plan))
    w, b, vw, vb = 1.0, 0.0, 0.0, 0.0
    for step in steps:
        assert step.network.W[1][0, 0] == pytest.approx(w, rel=1e-14)
        assert step.kept["velocity"].W[1][0, 0] == pytest.approx(vw, rel=1e-14)
        g = 2 * (w + b)
        vw, vb = 0.5 * vw + g, 0.5 * vb + g
        w, b = w - 0.1 * vw, b - 0.1 * vb


def test_without_momentum_there_is_no_velocity_and_nothing_changes():
    network, x, y = toy()
    steps = list(train(network, x, y, TrainingSection(epochs=2, batch=4)))
    assert all(not step.kept for step in steps)
    slow = list(train(network, x, y, TrainingSection(epochs=2, batch=4, momentum=1e-300)))
    np.testing.assert_array_equal(steps[-1].network.W[1], slow[-1].network.W[1])


def test_float32_keeps_its_velocity_in_float32():
    network, x, y = toy()
    last = list(train(network, x, y, TrainingSection(epochs=1, momentum=0.9, precision="float32")))[-1]
    assert {last.kept["velocity"].W[1].dtype, last.kept["velocity"].b[2].dtype, last.network.W[1].dtype} == {
        np.dtype("float32")
    }


@pytest.fixture(scope="module")
def trace(quick):
    return record(quick(training={"momentum": 0.8}, record={"steps": [0, 1, 2, 7, 8]}), exhibits=[])


@pytest.mark.parametrize("keys", [{}, {"precision": "float32"}, {"method": "full_batch", "epochs": 9}], ids=str)
def test_a_recording_holds_its_velocity(quick, keys):
    steps = {"record": {"steps": [0, 1, 2, 7, 8]}}
    trace = record(quick(training={"momentum": 0.8, "schedule": "cosine"} | keys, **steps))
    verify(trace)
    assert trace["velocity/W2"].shape == trace["W2"].shape
    assert trace["velocity/b3"].shape == trace["b3"].shape
    assert trace["velocity/W1"].dtype == np.float64
    assert not record(quick(training=keys, **steps)).has("velocity")


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("velocity/W1", put(2, 0.5), r"next velocity/W1 = momentum velocity/W1 \+ mean_dC_dW1"),
        ("velocity/W1", put(0, 0.5), r"velocity/W1|W1"),
        ("velocity/b2", more(1e-3, np.s_[:, 0]), r"velocity/b2|b2"),
        ("mean_dC_dW2", more(1e-3, np.s_[:, 0, 0]), r"next velocity/W2 = momentum velocity/W2 \+ mean_dC_dW2"),
        ("eta", put(0, 0.1), r"next W1 = W1 - eta \(momentum velocity/W1 \+ mean_dC_dW1\)"),
        ("W3", put(1, 0.1), r"z3 = W3"),
    ],
)
def test_a_velocity_that_cannot_be_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"The trace breaks .*({said})"):
        verify(changed(trace, key, change))


def test_a_run_begins_at_rest(quick):
    alone = record(quick(training={"momentum": 0.8}, record={"steps": [0]}), exhibits=[])
    with pytest.raises(TraceError, match="velocity/b3 begins at rest"):
        verify(changed(alone, "velocity/b3", more(1e-3, np.s_[:, 0])))


def test_runs_of_exhibits_are_plain():
    plan = TrainingSection(momentum=0.9, shift=2, schedule="step", eta=0.2, batch=7, seed=3, precision="float32")
    assert plan.plain() == TrainingSection(eta=0.2, batch=7, seed=3, precision="float32")


@pytest.mark.parametrize("seed", range(6))
def test_long_steps_in_float32_hold(quick, seed):
    """Many steps in a row, longer than the weights: each product and sum of the velocity is rounded."""
    network = {"hidden": [4], "activation": "sigmoid", "output": "tanh", "init": "normal", "seed": seed}
    training = {"epochs": 1, "batch": 3, "eta": 1.3, "momentum": 0.93, "precision": "float32"}
    verify(record(quick(network=network, training=training, record={"steps": list(range(60))}), exhibits=[]))
