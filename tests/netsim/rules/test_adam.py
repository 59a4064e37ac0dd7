"""Adam: the steps against PyTorch's and against the written formula, and the trace's identities."""

import numpy as np
import pytest

from netsim import Network, RecipeError, TraceError, record, verify
from netsim.recipe.recipe import Recipe
from netsim.recipe.training import TrainingSection
from netsim.training import train
from tests.netsim.exhibits.exhibited import changed, put

#: w and b of C = (w + b)^2 after each step of torch.optim.Adam (2.14, lr=0.1, betas=(0.8, 0.95), eps=1e-3).
ON_A_PARABOLA = [
    (1.0, 0.25),
    (0.9000399840063974, 0.15003998400639745),
    (0.8012016765929609, 0.051201676592961015),
    (0.7045651703625647, -0.0454348296374352),
    (0.6115433571392199, -0.13845664286077997),
    (0.5239352516734439, -0.226064748326556),
]
#: A 2-3-2 network on the exclusive or, sigmoids and squares, before and after 50 such steps with lr=0.05.
BEFORE = ([[0.3, -0.8], [0.5, 0.1], [-0.2, 0.7]], [0.1, -0.3, 0.2], [[0.4, -0.6, 0.9], [-0.5, 0.2, 0.3]], [0.05, -0.15])
AFTER = (
    [
        [-2.319090992829653, -2.3866404941901207],
        [2.8126024224758472, 2.8753956760616752],
        [-0.6583219337455053, 1.8122623471601755],
    ],
    [-0.11923864366109274, -0.39197566384665633, 0.5720346428524505],
    [[0.9894431006375873, -1.40153910717537, 1.0965481855221169],
     [-1.5640663124302647, 1.8828893736284207, -0.97099709949465]],
    [0.17232865658532195, -0.5416784026612868],
)  # fmt: skip
X, Y = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([[1.0, 0], [0, 1], [0, 1], [1, 0]])


def network_of(W1, b1, W2, b2):
    return Network({1: np.array(W1), 2: np.array(W2)}, {1: np.array(b1), 2: np.array(b2)})


def test_on_a_parabola_each_step_is_that_of_pytorch():
    network = Network({1: np.array([[1.0]])}, {1: np.array([0.25])}, output="identity")
    plan = TrainingSection(method="full_batch", epochs=5, eta=0.1, rule="adam", beta1=0.8, beta2=0.95, epsilon=1e-3)
    steps = list(train(network, np.array([[1.0]]), np.array([[0.0]]), plan))
    got = [(step.network.W[1][0, 0], step.network.b[1][0]) for step in steps]
    np.testing.assert_allclose(got, ON_A_PARABOLA, rtol=1e-13)


def test_a_network_comes_to_where_pytorch_brings_it():
    plan = TrainingSection(method="full_batch", epochs=50, eta=0.05, rule="adam")
    last = list(train(network_of(*BEFORE), X, Y, plan))[-1].network
    for got, wanted in zip((last.W[1], last.b[1], last.W[2], last.b[2]), AFTER, strict=True):
        np.testing.assert_allclose(got, wanted, rtol=1e-9)


def test_the_first_step_is_eta_long_by_each_weight_whatever_its_slope():
    """From rest the corrected moments are g and g^2, so that the heading is g / (|g| + epsilon): its sign."""
    plan = TrainingSection(method="full_batch", epochs=1, eta=0.01, rule="adam")
    before, after = list(train(network_of(*BEFORE), X, Y, plan))
    for l in (1, 2):
        g = before.back.mean_dC_dW[l]
        np.testing.assert_allclose(after.network.W[l] - before.network.W[l], -0.01 * g / (np.abs(g) + 1e-8), rtol=1e-11)


def test_moments_are_kept_in_the_precision_of_the_run():
    plan = TrainingSection(epochs=1, batch=2, rule="adam", precision="float32")
    last = list(train(network_of(*BEFORE), X, Y, plan))[-1]
    kept = {part.W[1].dtype for part in last.kept.values()} | {part.b[2].dtype for part in last.kept.values()}
    assert set(last.kept) == {"first_moment", "second_moment"}
    assert kept | {last.network.W[1].dtype} == {np.dtype("float32")}


def test_the_learning_rate_is_that_of_its_authors_if_none_is_written():
    plan = Recipe.from_dict({"training": {"rule": "adam"}}).training
    assert (plan.eta, plan.beta1, plan.beta2, plan.epsilon) == (0.001, 0.9, 0.999, 1e-8)
    assert Recipe.from_dict({"training": {"rule": "adam", "eta": 0.5}}).training.eta == 0.5


def test_momentum_alone_says_its_rule():
    for keys in ({"momentum": 0.9}, {"momentum": 0.9, "rule": "sgd"}, {"momentum": 0.9, "rule": "momentum"}):
        assert Recipe.from_dict({"training": keys}).training.rule == "momentum"
    plan = Recipe.from_dict({"training": {"momentum": 0.9}})
    assert Recipe.from_dict(plan.model_dump()) == plan


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"rule": "momentum"}, "rule = 'momentum' needs a momentum above 0, such as momentum = 0.9"),
        ({"rule": "adam", "momentum": 0.9}, "momentum = 0.9 belongs to rule = 'momentum', not to 'adam'"),
        ({"rule": "rmsprop"}, "training.rule = 'rmsprop', expected one of sgd, momentum, adam"),
        ({"beta1": 1.0}, "training.beta1 = 1.0, expected a number below 1"),
        ({"epsilon": 0}, "training.epsilon = 0, expected a number above 0"),
    ],
)
def test_what_does_not_go_together_is_refused(keys, said):
    with pytest.raises(RecipeError, match=said):
        Recipe.from_dict({"training": keys})


@pytest.mark.parametrize("keys", [{}, {"precision": "float32"}, {"method": "full_batch", "epochs": 9}], ids=str)
def test_a_recording_holds_its_moments(quick, keys):
    plan = {"rule": "adam", "eta": 0.02, "schedule": "cosine"} | keys
    trace = record(quick(training=plan, record={"steps": [0, 1, 2, 7, 8]}))
    verify(trace)
    assert trace.given.rule == "adam"
    for name in ("first_moment", "second_moment"):
        assert trace[f"{name}/W2"].shape == trace["W2"].shape
        assert trace[f"{name}/b3"].dtype == np.float64


@pytest.mark.parametrize("seed", range(4))
def test_long_steps_in_float32_hold(quick, seed):
    network = {"hidden": [4], "activation": "relu", "output": "tanh", "init": "normal", "seed": seed}
    training = {"epochs": 1, "batch": 3, "eta": 0.3, "rule": "adam", "precision": "float32"}
    verify(record(quick(network=network, training=training, record={"steps": list(range(60))}), exhibits=[]))


@pytest.fixture(scope="module")
def trace(quick):
    plan = {"rule": "adam", "eta": 0.02}
    return record(quick(training=plan, record={"steps": [0, 1, 2, 7, 8]}), exhibits=[])


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("first_moment/W1", put(2, 0.5), r"next first_moment/W1 = beta first_moment/W1 \+ \(1 - beta\) mean_dC_dW1 at"),
        ("second_moment/W1", put(2, 0.5), r"next second_moment/W1 = beta second_moment/W1 .* mean_dC_dW1\^2 at"),
        ("first_moment/b2", put(0, 0.5), r"b2"),
        ("eta", put(0, 0.1), r"next W1 = W1 - eta first_moment / \(sqrt\(second_moment\) \+ epsilon\), bias-corrected"),
    ],
)
def test_a_moment_that_cannot_be_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"The trace breaks .*{said}"):
        verify(changed(trace, key, change))


def test_a_run_begins_at_rest(quick):
    alone = record(quick(training={"rule": "adam"}, record={"steps": [0]}), exhibits=[])
    with pytest.raises(TraceError, match="second_moment/b3 begins at rest"):
        verify(changed(alone, "second_moment/b3", put(0, 1e-3)))
