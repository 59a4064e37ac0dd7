"""What a recorder cannot keep: one sentence that says what, where and what mends it."""

import re

import numpy as np
import pytest

from netsim import RecipeError, Recorder, TraceError
from tests.netsim.recorder.by_hand import examples
from tests.netsim.recorder.keeping import BATCH, FIRST, GRADIENTS, SECOND, kept


@pytest.mark.filterwarnings("error")
def test_numbers_that_leave_their_range_are_one_sentence_and_no_warning():
    with pytest.raises(TraceError, match=r"has nan in 'cost' at \[0\], expected a finite number"):
        kept((0, [1e200 * part for part in FIRST]), (1, SECOND)).trace(())


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
