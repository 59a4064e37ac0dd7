"""The course exhibit: its moments are those of the training, gone through once more, and what verify() finds out."""

import numpy as np
import pytest

from netsim import TraceError, record, verify
from netsim.data.sources import load_dataset
from netsim.exhibits.listening import moments
from netsim.exhibits.nudges.course import EXHIBIT as COURSE
from netsim.exhibits.nudges.course import MOST_NUMBERS, WEIGHTS, costed, kept
from netsim.training import train
from netsim.untrained import untrained
from tests.netsim.exhibits.exhibited import changed, held, more, moved, put


@pytest.mark.parametrize("precision", ["float64", "float32"])
@pytest.mark.parametrize("steps", [[], [37]], ids=str)
def test_the_moments_are_those_of_the_training_gone_through_once_more(quick, mean_cost, precision, steps):
    recipe = quick(training={"epochs": 40, "momentum": 0.5, "precision": precision}, record={"steps": steps})
    trace, data = record(recipe, exhibits=["course"]), load_dataset(recipe.data)
    verify(trace)
    again = train(untrained(recipe, data), data.x, data.target(data.label), recipe.training)
    networks = {step.number: step.network for step in again}
    assert trace["course/steps"].tolist() == moments(1200).tolist()
    for i, number in enumerate(trace["course/steps"]):
        network = networks[number].astype("float64")
        fwd = network.forward(trace["x"][0])
        for l in (1, 2, 3):
            np.testing.assert_allclose(trace[f"course/a{l}"][i], fwd.a[l][0], rtol=1e-12)
        assert trace["course/C"][i] == pytest.approx(mean_cost(network, trace["x"][0], trace["y"][0]), rel=1e-12)
    assert trace["course/costed"].tolist() == list(range(len(moments(1200))))
    y = data.target(data.label)
    for i in range(0, len(moments(1200)), 50):
        network = networks[trace["course/steps"][i]].astype("float64")
        costs = [mean_cost(network, one, wanted) for one, wanted in zip(data.x, y, strict=True)]
        assert trace["course/mean_C"][i] == pytest.approx(np.mean(costs), rel=1e-5)
    for i, number in enumerate(trace["course/steps"][trace["course/kept"]]):
        for l in (1, 2, 3):
            assert trace[f"course/W{l}"].dtype == trace[f"course/b{l}"].dtype == np.float32
            np.testing.assert_array_equal(trace[f"course/W{l}"][i], networks[number].W[l].astype(np.float32))
            np.testing.assert_array_equal(trace[f"course/b{l}"][i], networks[number].b[l].astype(np.float32))


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [([784, 16, 16, 10], WEIGHTS), ([784, 500, 10], 10), ([3072, 1000, 1000, 10], 2), ([2, 3], WEIGHTS)],
)
def test_weights_of_large_networks_are_kept_at_fewer_moments(sizes, expected):
    at = kept(585, sizes)
    assert len(at) == expected
    assert (at[0], at[-1]) == (0, 584)
    numbers = sum(n * m for n, m in zip(sizes[1:], sizes[:-1], strict=True))
    assert len(at) == 2 or len(at) * numbers <= MOST_NUMBERS


@pytest.mark.parametrize(
    ("sizes", "examples", "expected"),
    [([784, 16, 16, 10], 1500, 585), ([784, 16, 16, 10], 50_000, 18), ([3072, 1000, 10], 50_000, 2), ([2, 3], 9, 585)],
)
def test_the_mean_cost_of_many_examples_is_measured_at_fewer_moments(sizes, examples, expected):
    at = costed(585, sizes, examples)
    assert len(at) == expected
    assert (at[0], at[-1]) == (0, 584)


def test_weights_of_a_short_run_are_kept_at_each_moment_once():
    assert kept(2, [2, 3]).tolist() == [0, 1]


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, COURSE)


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("course/kept", lambda a: a + 500, "course/kept = .* no place"),
        ("course/kept", put(1, 0), "course/kept ascend"),
        ("course/kept", put(-1, 59), "course/kept has the first and the last"),
        ("course/kept", put(2, 4), r"course/a1 = tanh\(W1 a0 \+ b1\) of course"),
        ("course/costed", lambda a: a + 500, "course/costed = .* no place"),
        ("course/costed", put(1, 0), "course/costed ascend"),
        ("course/costed", put(-1, 59), "course/costed (ascend|has the first and the last)"),
        ("course/mean_C", put(1, -1.0), "course/mean_C is 0 or more"),
        ("course/mean_C", more(0.1, -1), "course/mean_C = cost at each epoch"),
        ("course/steps", put(1, 0), "course/steps ascend"),
        ("course/steps", more(1), "course/steps go from end to end of the run"),
        ("course/a3", put((1, 0), 9.0), r"course/C = quadratic\(course/a3, y\)"),
        ("course/a2", put((1, 0), 9.0), "course/a2 = a2 at recorded steps"),
        ("course/a1", put((kept(61, [2, 4, 3, 3])[20], 0), 0.0), r"course/a1 = tanh\(W1 a0 \+ b1\) of course"),
        ("course/W2", moved, "course/W2 = W2 at recorded steps"),
        ("course/b1", put((20, 0), 9.0), r"course/a1 = tanh\(W1 a0 \+ b1\) of course"),
    ],
)
def test_rules_of_order(small_trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(small_trace, key, change))
