"""A run that another program makes: what is computed of it, and in which forms it may come."""

import numpy as np
import pytest

from netsim import Recorder, Trace, verify
from netsim.exhibits.registry import EXHIBITS
from tests.netsim.recorder.by_hand import CLASSES, examples, flipped, run, told
from tests.netsim.recorder.keeping import FEW, FIRST, PLANE, SECOND, kept, recorded


@pytest.fixture(scope="module")
def trace():
    """All that there is of a run whose rule is not told."""
    return recorded(exhibits=None)


def test_all_that_can_be_made_of_it_is_made_and_holds(trace, tmp_path):
    verify(trace)
    assert {name for name in EXHIBITS if not trace.has(name)} == {"update", *PLANE}
    trace.save(tmp_path / "run.npz")
    verify(Trace.load(tmp_path / "run.npz"))


def test_it_says_what_is_known_and_what_is_not(trace):
    assert (trace.elsewhere, trace.rule, trace.classes) == (True, "unknown", list(CLASSES))
    assert "eta" not in trace
    assert trace.header["recipe"]["training"] == {}


def test_activations_and_gradients_are_those_of_the_loop(trace):
    x, y = examples()
    for t, (_, (W1, b1, W2, b2), gradients, _) in enumerate(one for one in run(30) if one[0] in FEW):
        hidden = np.tanh(W1 @ trace["x"][0] + b1)
        shares = np.exp(W2 @ hidden + b2)
        np.testing.assert_allclose(trace["a1"][t, 0], hidden, rtol=1e-12)
        np.testing.assert_allclose(trace["a2"][t, 0], shares / shares.sum(), rtol=1e-12)
        np.testing.assert_allclose(trace["mean_dC_dW1"][t], gradients[0], atol=1e-12)
        said = np.argmax(np.tanh(x[45:] @ W1.T + b1) @ W2.T + b2, axis=1)
        assert trace["accuracy"][t] == pytest.approx(np.mean(said == y[45:]))
    assert trace["run_steps"].tolist() == trace["learning/steps"].tolist() == list(FEW)


class Tensor:
    """What a tensor of PyTorch is taken for: it is asked to leave its graph and its graphics card."""

    def __init__(self, array):
        self.array = array

    def detach(self):
        return self

    def cpu(self):
        return self

    def numpy(self):
        return self.array


FORMS = {
    "pairs": lambda w: [(w[0], w[1]), (w[2], w[3])],
    "keras": flipped,
    "scikit-learn": lambda w: list(zip(flipped(w)[::2], w[1::2], strict=True)),
    "state dict": lambda w: dict(zip(("0.weight", "0.bias", "2.weight", "2.bias"), map(Tensor, w), strict=True)),
    "tensors": lambda w: [Tensor(array) for array in w],
    "a model with get_weights": lambda w: type("Model", (), {"get_weights": lambda self: flipped(w)})(),
    "a fitted model": lambda w: type("Model", (), {"coefs_": flipped(w)[::2], "intercepts_": w[1::2]})(),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_weights_and_gradients_may_come_in_every_form(form, trace):
    for key, array in recorded(form=form).items():
        assert np.array_equal(array, trace[key]), key


def test_what_is_kept_is_a_copy():
    recorder = Recorder(**told())
    for step, weights, _, _ in run(1):
        recorder.keep(step, weights)
        weights[0][:] = 0
    assert np.all(recorder.trace(())["W1"] != 0)


def test_single_precision_is_compared_by_its_own_measure():
    single = recorded(form=lambda arrays: [array.astype(np.float32) for array in arrays])
    verify(single)
    assert single["W1"].dtype == np.float64


def test_without_a_batch_the_gradient_is_that_of_all_examples():
    recorder = Recorder(**told())
    for step, weights, _, _ in run(1):
        recorder.keep(step, weights)
    trace = recorder.trace(["gradient"])
    np.testing.assert_allclose(trace["mean_dC_dW2"][0], trace["gradient/dC_dW2"], rtol=1e-12)
    assert int(trace["gradient/examples"]) == 45


def test_a_network_without_a_hidden_layer():
    recorder = Recorder(**told())
    for step, by in enumerate((0.0, 0.1)):
        recorder.keep(step, [np.eye(3, 4) + by, np.zeros(3)])
    trace = recorder.trace()
    verify(trace)
    assert trace.sizes == [4, 3]


def test_one_output_for_two_classes():
    x, y = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), [0, 1, 1, 0]
    recorder = Recorder(x, y, hidden="tanh", output="sigmoid", cost="quadratic", classes=["no", "yes"])
    for step, by in enumerate((0.0, 0.1)):
        recorder.keep(step, [np.ones((3, 2)) + by, np.zeros(3), np.ones((1, 3)), np.zeros(1)])
    trace = recorder.trace()
    verify(trace)
    assert (trace.sizes, trace["y"].tolist(), trace.given.unseen) == ([2, 3, 1], [[1.0]], 0)


def test_numbers_to_answer_with():
    rng = np.random.default_rng(0)
    x, y = rng.random((20, 3)), rng.random((20, 2))
    functions = {"hidden": "tanh", "output": "identity", "cost": "mean_quadratic"}
    recorder = Recorder(x, y, x_unseen=x[:4], y_unseen=y[:4], numbers=["price", "size"], **functions)
    for step, by in enumerate((0.0, 0.1)):
        recorder.keep(step, [np.ones((4, 3)) + by, np.zeros(4), np.ones((2, 4)), np.zeros(2)])
    trace = recorder.trace()
    verify(trace)
    assert (trace.classes, trace.given.classes, trace.given.unseen) == ([], 0, 4)
    assert [number["name"] for number in trace.header["answers"]["numbers"]] == ["price", "size"]


@pytest.mark.parametrize(
    "y", [np.eye(3)[examples()[1][:45]], np.array(CLASSES)[examples()[1][:45]], examples()[1][:45, None].astype(float)]
)
def test_labels_may_come_in_every_form(y):
    recorder = kept((0, FIRST), (1, SECOND), y=y)
    assert recorder.trace(())["label"].tolist() == [0]
