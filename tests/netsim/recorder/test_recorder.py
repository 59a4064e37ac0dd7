"""A run that another program makes: what is computed of it, in which forms it may come, and what is refused."""

import re

import numpy as np
import pytest

from netsim import RecipeError, Recorder, Trace, TraceError, verify
from netsim.exhibits.registry import EXHIBITS
from netsim.figures.descent.run import asked_by_a_step
from netsim.figures.descent.run import batch as figure_batch
from tests.netsim.exhibits.exhibited import changed, more
from tests.netsim.recorder.by_hand import CLASSES, examples, flipped, run, told

FEW = (0, 1, 2, 5, 10, 30)
#: What only a network of two inputs has; this one has four.
PLANE = {"boundary"}


def recorded(steps=FEW, form=lambda arrays: arrays, exhibits=(), **more):
    recorder = Recorder(**told(**more))
    for step, weights, gradients, batch in run(max(steps)):
        if step in steps:
            recorder.keep(step, form(weights), form(gradients), batch)
    return recorder.trace(exhibits)


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


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("rule", [{"rule": "sgd"}, {"rule": "momentum", "momentum": 0.5}], ids=str)
def test_a_rule_that_is_told_is_held(rule, dtype):
    recorder = Recorder(**told(eta=0.3, **rule))
    for step, weights, _, batch in run(6, rule.get("momentum", 0.0)):
        recorder.keep(step, [array.astype(dtype) for array in weights], batch=batch)
    trace = recorder.trace()
    verify(trace)
    assert trace.rule == rule["rule"]
    assert {name for name in EXHIBITS if not trace.has(name)} == PLANE
    with pytest.raises(TraceError, match="breaks next W1 = W1 - eta"):
        verify(changed(trace, "eta", more(0.1)))


def by_adam(steps):
    """The same network trained by Adam, written out with its corrections."""
    x, y = examples()
    parts, moments = next(run(0))[1], [(0.0, 0.0)] * 4
    for step in range(steps + 1):
        batch = np.arange(5 * step, 5 * step + 5) % 45
        W1, b1, W2, b2 = parts
        hidden = np.tanh(x[batch] @ W1.T + b1)
        shares = np.exp(hidden @ W2.T + b2)
        shares /= shares.sum(axis=1, keepdims=True)
        d2 = (shares - np.eye(3)[y[batch]]) / 5
        d1 = d2 @ W2 * (1 - hidden**2)
        yield step, parts, batch
        slopes = [d1.T @ x[batch], d1.sum(axis=0), d2.T @ hidden, d2.sum(axis=0)]
        moments = [(0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2) for (m, v), g in zip(moments, slopes, strict=True)]
        fading = [(m / (1 - 0.9 ** (step + 1)), v / (1 - 0.999 ** (step + 1))) for m, v in moments]
        parts = [part - 0.01 * m / (np.sqrt(v) + 1e-8) for part, (m, v) in zip(parts, fading, strict=True)]


@pytest.mark.parametrize(("dtype", "rule"), [("float64", "adam"), ("float32", "unknown")])
def test_adam_is_held_in_double_precision(dtype, rule):
    recorder = Recorder(**told(eta=0.01, rule="adam"))
    for step, weights, batch in by_adam(5):
        recorder.keep(step, [array.astype(dtype) for array in weights], batch=batch)
    trace = recorder.trace(())
    verify(trace)
    assert trace.rule == rule


def test_a_rule_that_keeps_something_is_not_known_where_steps_are_left_out():
    recorder = Recorder(**told(eta=0.3, rule="momentum", momentum=0.5))
    for step, weights, _, batch in run(4, 0.5):
        if step != 2:
            recorder.keep(step, weights, batch=batch)
    assert recorder.trace(()).rule == "unknown"


def test_what_a_step_asks_is_what_was_told():
    recorder = Recorder(**told(eta=0.3, rule="sgd"))
    for step, weights, _, batch in run(3):
        recorder.keep(step, weights, batch=batch)
    trace = recorder.trace(())
    assert (asked_by_a_step(trace), float(figure_batch(trace))) == ("several", 5)
    assert asked_by_a_step(recorded(steps=(0, 1))) == "unknown"


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


def test_a_rule_that_is_not_the_runs_is_found_out():
    recorder = Recorder(**told(eta=0.2, rule="sgd"))
    for step, weights, _, batch in run(3):
        recorder.keep(step, weights, batch=batch)
    with pytest.raises(TraceError, match="breaks next W1 = W1 - eta"):
        verify(recorder.trace(()))


def test_a_rule_without_the_batches_is_not_known():
    recorder = Recorder(**told(eta=0.3, rule="sgd"))
    for step, weights, _, _ in run(3):
        recorder.keep(step, weights)
    assert recorder.trace(()).rule == "unknown"
    with pytest.raises(RecipeError, match=r"the exhibit 'update' is of an update, .* tell the Recorder"):
        recorder.trace(["update"])


@pytest.mark.filterwarnings("error")
def test_numbers_that_leave_their_range_are_one_sentence_and_no_warning():
    with pytest.raises(TraceError, match=r"has nan in 'cost' at \[0\], expected a finite number"):
        kept((0, [1e200 * part for part in FIRST]), (1, SECOND)).trace(())


def kept(*calls, **more):
    recorder = Recorder(**told(**more))
    for call in calls:
        recorder.keep(*call)
    return recorder


FIRST, SECOND = (weights for _, weights, _, _ in run(1))
GRADIENTS = next(run(0))[2]
BATCH = next(run(0))[3]


def of_squares():
    """The derivatives of the sum of squares of the first batch, written out."""
    (W1, b1, W2, b2), (x, y) = FIRST, examples()
    hidden = np.tanh(x[BATCH] @ W1.T + b1)
    shares = np.exp(hidden @ W2.T + b2)
    shares /= shares.sum(axis=1, keepdims=True)
    wish = 2 * (shares - np.eye(3)[y[BATCH]])
    d2 = shares * (wish - (wish * shares).sum(axis=1, keepdims=True)) / 5
    d1 = d2 @ W2 * (1 - hidden**2)
    return [d1.T @ x[BATCH], d1.sum(axis=0), d2.T @ hidden, d2.sum(axis=0)]


SQUARES = of_squares()


def wrong(array, value=np.nan):
    array = array.copy()
    array[1, 2] = value
    return array


TROUBLE = {
    "never kept": (lambda: kept().trace(), "no moment was kept, expected two or more"),
    "kept once": (lambda: kept((0, FIRST)).trace(), "one moment was kept, expected two or more"),
    "backward": (lambda: kept((5, FIRST), (4, SECOND)), r"recorder.keep(4): the step before was 5"),
    "twice": (lambda: kept((5, FIRST), (5, SECOND)), r"recorder.keep(5): the step before was 5"),
    "no step": (lambda: kept((0.5, FIRST)), "step = 0.5, expected how many updates"),
    "not finite": (
        lambda: kept((0, [wrong(FIRST[0]), *FIRST[1:]])),
        "recorder.keep(0): this network has array_0[1, 2] = nan, expected finite",
    ),
    "no layers": (
        lambda: kept((0, FIRST[:1] + FIRST[:1])),
        "recorder.keep(0): this network has array_1 (5, 4), expected one that takes",
    ),
    "convolution": (
        lambda: kept((0, [np.zeros((3, 3, 2, 2))])),
        "this network has array_0 (3, 3, 2, 2), of a convolution",
    ),
    "words": (lambda: kept((0, "weights")), "recorder.keep(0): "),
    "another network": (
        lambda: kept((0, FIRST), (1, [np.zeros((6, 4)), np.zeros(6), np.zeros((3, 6)), np.zeros(3)])),
        "recorder.keep(1): the network is 4-6-3, and at the step kept first it was 4-5-3",
    ),
    "another task": (
        lambda: kept((0, [np.zeros((5, 4)), np.zeros(5), np.zeros((2, 5)), np.zeros(2)])),
        "as its last layer, expected one with 3 outputs, as the data ask for",
    ),
    "no index": (lambda: kept((0, FIRST, None, [45])), "batch has the index 45, expected 0 to 44"),
    "a sum": (
        lambda: kept((0, FIRST, [5 * g for g in GRADIENTS], BATCH)),
        "they are 5 times ours: a sum over the examples and not their mean",
    ),
    "a step": (lambda: kept((0, FIRST, [-0.3 * g for g in GRADIENTS], BATCH)), "they point the other way"),
    "another batch": (lambda: kept((0, FIRST, GRADIENTS)), "tell keep() the batch that they are of"),
    "another cost": (
        lambda: kept((0, FIRST, GRADIENTS, BATCH), cost="quadratic"),
        "with cost='cross_entropy' they agree",
    ),
    "mean of outputs": (
        lambda: kept((0, FIRST, [g / 3 for g in SQUARES], BATCH), cost="quadratic"),
        "with cost='mean_quadratic' they agree",
    ),
    "decay": (
        lambda: kept((0, FIRST, [g + 0.01 * w * (g.ndim == 2) for g, w in zip(GRADIENTS, FIRST, strict=True)], BATCH)),
        "what they have besides is 0.01 times the weights, a weight decay",
    ),
    "unknown rule": (lambda: kept(rule="lion"), "rule = 'lion', expected one of sgd, momentum, adam"),
    "half a rule": (lambda: kept(rule="sgd"), "rule = 'sgd' with eta = None"),
    "unknown function": (lambda: kept((0, FIRST), hidden="selu"), "there is no hidden activation 'selu'"),
    "no label": (lambda: kept(y=[3] * 45), "y has the label 3, expected 0 to 2, places in classes (red, green, blue)"),
    "strange word": (lambda: kept(y=["red", "pink", "blue"] * 15), "y has the label 'pink', expected one of"),
    "rows": (lambda: kept(x=examples()[0][:44]), "x has the shape (44, 4) and y 45 rows"),
    "hole": (lambda: kept(x=wrong(examples()[0][:45], np.inf)), "x at [1, 2] is inf, expected finite numbers"),
    "half unseen": (lambda: kept(y_unseen=None), "x_unseen and y_unseen belong together"),
    "pixels": (lambda: kept(image_shape=(3, 3)), "image_shape = (3, 3) does not have 4 pixels"),
    "nobody to follow": (
        lambda: kept(follow=["pink"]),
        "follow = 'pink': no example of x has that label, expected one",
    ),
    "numbers to follow": (lambda: kept(y=np.linspace(0, 1, 45), y_unseen=np.ones(15), follow=["red"]), "are numbers"),
    "many classes": (lambda: kept(y=range(45), classes=range(45), y_unseen=range(15)), "there are 45 classes"),
    "wide": (lambda: kept(x=np.zeros((45, 5000))), "x has 5,000 numbers an example, expected at most 4,096"),
    "many numbers": (
        lambda: kept(y=np.linspace(0, 1, 180).reshape(45, 4), y_unseen=np.ones((15, 4))),
        "there are 4 numbers to answer with, expected at most 3",
    ),
    "features": (lambda: kept(features=["a", "b"]), "2 features for 4 inputs"),
    "rate in words": (lambda: kept(rule="sgd", eta="0.1"), "eta = '0.1', expected a number"),
    "one to follow": (lambda: kept(follow="red"), "follow = 'red', expected a list of labels, such as ['red']"),
    "number to follow": (lambda: kept(follow=1), "follow = 1, expected a list of labels, such as ['1']"),
    "one side": (lambda: kept(image_shape=4), "image_shape = 4, expected (height, width) in pixels"),
    "same class": (lambda: kept(classes=["red", "red", "blue"]), "'red' is among classes twice, expected a name"),
    "one class": (
        lambda: kept(y=[0] * 45, y_unseen=[0] * 15, classes=()),
        "y has the label '0' alone, expected two or more",
    ),
}


@pytest.mark.parametrize(("make", "said"), TROUBLE.values(), ids=TROUBLE)
def test_trouble_is_said_in_one_sentence(make, said):
    with pytest.raises(RecipeError, match=re.escape(said)) as caught:
        make()
    assert str(caught.value).replace("... ", "").count(". ") == 0
    assert str(caught.value).endswith(".")


def test_what_was_kept_before_a_slip_is_not_lost():
    recorder = kept((0, FIRST), (1, SECOND))
    with pytest.raises(RecipeError):
        recorder.keep(2, [wrong(FIRST[0]), *FIRST[1:]])
    assert recorder.trace(())["steps"].tolist() == [0, 1]


def square(form):
    """A recorder that has kept a layer of two neurons for two inputs, in a form."""
    x, y, W = np.random.default_rng(0).random((9, 2)), [0, 1, 1] * 3, np.array([[1.0, 2], [3, 4]])
    recorder = Recorder(x, y, output="sigmoid", cost="quadratic", x_unseen=x, y_unseen=y)
    for step in (0, 1):
        recorder.keep(step, form(W, np.zeros(2)))
    return recorder.trace(())["W1"][0].tolist()


def test_square_layers_ask_which_way_they_lie():
    with pytest.raises(RecipeError, match="fits either way round; name the arrays W1, b1, "):
        square(lambda W, b: [W, b])
    assert square(lambda W, b: {"W1": W, "b1": b}) == [[1, 2], [3, 4]]
    assert square(lambda W, b: {"kernel_1": W, "bias_1": b}) == [[1, 3], [2, 4]]
    assert square(lambda W, b: type("Model", (), {"coefs_": [W], "intercepts_": [b]})()) == [[1, 3], [2, 4]]


@pytest.mark.parametrize(
    "y", [np.eye(3)[examples()[1][:45]], np.array(CLASSES)[examples()[1][:45]], examples()[1][:45, None].astype(float)]
)
def test_labels_may_come_in_every_form(y):
    recorder = kept((0, FIRST), (1, SECOND), y=y)
    assert recorder.trace(())["label"].tolist() == [0]
