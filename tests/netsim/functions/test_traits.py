"""What is said to be true of activations and costs, measured on the functions themselves."""

import math

import numpy as np
import pytest

from netsim.functions import ACTIVATIONS, COSTS, HIDDEN
from netsim.trace.schema import check_header
from netsim.trace.store import SCHEMA
from netsim.trace.trace import TraceError

FAR = 60.0
#: Sums of which none is a kink.
SUMS = np.setdiff1d(np.linspace(-FAR, FAR, 240_001), [0.0])


def alone(name, sums):
    """What one neuron gives as its sum changes: of a softmax the first of three, the others at 0 and 1."""
    if not ACTIVATIONS[name].traits.couples:
        return ACTIVATIONS[name].value(sums)
    layer = np.column_stack([sums, np.zeros_like(sums), np.ones_like(sums)])
    return ACTIVATIONS[name].value(layer)[:, 0]


def measured_slope(name, sums, step=1e-5):
    return (alone(name, sums + step) - alone(name, sums - step)) / (2 * step)


every_activation = pytest.mark.parametrize("name", list(ACTIVATIONS))


@every_activation
def test_bounds_are_come_near_to_and_never_crossed(name):
    traits, a = ACTIVATIONS[name].traits, alone(name, SUMS)
    beyond = np.abs(alone(name, np.array([-2 * FAR, 2 * FAR])) - alone(name, np.array([-FAR, FAR])))
    for bound, farthest, more in ((traits.low, a.min(), beyond[0]), (traits.high, a.max(), beyond[1])):
        assert more > 0.5 if math.isinf(bound) else farthest == pytest.approx(bound, abs=1e-6)
    assert np.all((traits.low <= a) & (a <= traits.high))
    assert traits.bounded == bool(np.all(beyond < 1e-9))
    assert traits.probabilities == bool(np.all((a >= 0) & (a <= 1)))


@every_activation
def test_the_steepest_slope_is_the_largest_there_is(name):
    traits, slope = ACTIVATIONS[name].traits, measured_slope(name, SUMS)
    assert slope.max() == pytest.approx(traits.steepest, abs=1e-6)
    steepest = SUMS[slope > slope.max() - 1e-8]
    if traits.steepest_at is None:
        assert traits.couples or np.ptp(steepest) > FAR / 2
    else:
        np.testing.assert_allclose(steepest, traits.steepest_at, atol=2e-3)


@every_activation
def test_flat_ends_are_flat_and_the_others_are_not(name):
    traits, ends = ACTIVATIONS[name].traits, np.array([-FAR, FAR])
    flat = np.abs(measured_slope(name, ends)) < 1e-9
    assert [traits.flat_below, traits.flat_above] == flat.tolist()
    assert traits.saturating == flat.all()


@every_activation
def test_kinks_are_where_the_slope_jumps_and_straight_is_what_has_no_other_bend(name):
    traits = ACTIVATIONS[name].traits
    sums = np.linspace(-10, 10, 20_001)  # 0 among them
    jumps = np.abs(np.diff([measured_slope(name, sums + side, 1e-7) for side in (-1e-6, 1e-6)], axis=0))[0]
    np.testing.assert_allclose(sums[jumps > 1e-2], traits.kinks, atol=1e-9)
    slopes = np.unique(np.round(measured_slope(name, SUMS), 7))
    assert traits.straight == (len(slopes) == len(traits.kinks) + 1)
    assert traits.linear == (len(slopes) == 1)
    assert traits.kinked == bool((jumps > 1e-2).any())


@every_activation
def test_it_falls_somewhere_unless_it_is_monotone_and_is_dead_or_leaks_below_zero(name):
    traits, below = ACTIVATIONS[name].traits, SUMS[SUMS < -1e-3]
    assert traits.monotone == bool(np.all(np.diff(alone(name, SUMS)) >= 0))
    assert traits.zero_below == bool(np.all(alone(name, below) == 0))
    slope = measured_slope(name, below)
    leaks = traits.kinked and np.ptp(slope) < 1e-9 and slope[0] > 1e-9
    assert traits.leak == pytest.approx(slope[0] if leaks else 0.0, abs=1e-9)


@every_activation
def test_within_its_picture_a_curve_has_bent_as_far_as_it_ever_will(name):
    """At the ends of its picture a curve is nearly as steep as it is far away."""
    traits = ACTIVATIONS[name].traits
    if not traits.couples:
        ends = measured_slope(name, np.array([-1, 1]) * traits.bends_within)
        np.testing.assert_allclose(ends, measured_slope(name, np.array([-FAR, FAR])), atol=0.02)


@every_activation
def test_it_couples_if_a_neighbour_has_a_say_and_is_logistic_if_its_slope_is_a_times_one_minus_a(name):
    known, z = ACTIVATIONS[name], np.random.default_rng(0).standard_normal((5, 3))
    moved = known.value(z + [0.0, 0.1, 0.0]) - known.value(z)
    assert known.traits.couples == bool(np.abs(moved[:, 0]).max() > 0)
    if known.traits.couples:
        np.testing.assert_allclose(known.value(z).sum(axis=-1), 1)
    a = known.value(z)
    own = np.diagonal(known.jacobian(z, a), axis1=1, axis2=2)
    assert known.traits.logistic == np.allclose(own, a * (1 - a))
    assert known.traits.couples == (name not in HIDDEN) == (known.slope is None)


every_cost = pytest.mark.parametrize(
    ("cost", "output"),
    [(c, o) for c, known in COSTS.items() for o, kind in ACTIVATIONS.items() if known.accepts(kind.traits)],
)


def outputs(output, many=6, n=4):
    rng = np.random.default_rng(3)
    z = rng.standard_normal((many, n))
    return z, ACTIVATIONS[output].value(z), np.eye(n)[rng.integers(0, n, many)]


@every_cost
def test_the_slope_of_a_cost_is_measured(cost, output):
    known, (_, a, y) = COSTS[cost], outputs(output)
    for j, nudge in enumerate(1e-6 * np.eye(a.shape[1])):
        measured = (known.value(a + nudge, y, output) - known.value(a - nudge, y, output)) / 2e-6
        np.testing.assert_allclose(known.slope(a, y, output)[:, j], measured, rtol=1e-6, atol=1e-8)


@every_cost
def test_traits_of_a_cost_are_measured(cost, output):
    known, (z, a, y) = COSTS[cost], outputs(output)
    traits, n = known.traits_for(ACTIVATIONS[output].traits), a.shape[1]
    slope = known.slope(a, y, output)
    ratio = slope[a != y] / (a - y)[a != y]
    assert traits.squared == np.allclose(ratio, ratio[0]) == (traits.factor(n) > 0)
    if traits.squared:
        np.testing.assert_allclose(ratio, traits.factor(n))
        np.testing.assert_allclose(known.value(a, y, output), traits.share(n) * np.sum((a - y) ** 2, axis=-1))
        few, many = known.slope(a[:, :1], y[:, :1], output), known.slope(a, y, output)[:, :1]
        assert traits.mean == (not np.allclose(few, many))
    assert traits.sees_only_the_label == bool(np.all(slope[y == 0] == 0))
    delta = ACTIVATIONS[output].pull(z, a, slope)
    assert traits.cancels == (np.allclose(delta, a - y) and not ACTIVATIONS[output].traits.linear)
    if traits.cancels:
        np.testing.assert_allclose(known.delta(a, y, output), delta, rtol=1e-12)


@pytest.mark.parametrize("cost", list(COSTS))
def test_a_cost_needs_probabilities_if_beyond_them_it_is_no_number(cost):
    with np.errstate(all="ignore"):
        beyond = COSTS[cost].slope(np.array([[1.5, -0.5]]), np.array([[1.0, 0.0]]), "identity")
        wider = COSTS[cost].slope(np.array([[2.5, -1.5]]), np.array([[1.0, 0.0]]), "identity")
    assert COSTS[cost].traits.needs_probabilities == np.allclose(beyond, wider)  # cut off, so that it tells nothing


def header(**functions):
    about = {
        "sizes": [2, 2],
        "classes": ["a", "b"],
        "image_shape": None,
        "recipe": {},
        "dims": {},
        "arrays": {},
        "digest": "",
    }
    return (
        {"format": "nudge trace", "schema": SCHEMA, "hidden": "tanh", "output": "softmax", "cost": "quadratic"}
        | about
        | functions
    )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"hidden": "swish"}, "says hidden = 'swish', which this version does not know: expected one of sigmoid, tanh"),
        ({"hidden": "softmax"}, "says hidden = 'softmax'"),
        ({"output": "argmax"}, "says output = 'argmax'"),
        ({"cost": "hinge"}, "says cost = 'hinge', which this version does not know: expected one of quadratic"),
        ({"cost": "cross_entropy", "output": "relu"}, "cost = 'cross_entropy' of output = 'relu', expected outputs"),
    ],
)
def test_a_trace_with_a_function_that_nobody_knows_is_refused(wrong, said):
    with pytest.raises(TraceError, match="lacks the array"):
        check_header(header(), "x.npz")
    with pytest.raises(TraceError) as refused:
        check_header(header(**wrong), "x.npz")
    assert said in str(refused.value)
    assert str(refused.value).startswith("x.npz says")
