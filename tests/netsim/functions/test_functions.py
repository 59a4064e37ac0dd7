"""Activations and costs against their definitions, at the edges of the number range too."""

import math

import numpy as np
import pytest

from netsim.functions import ACTIVATIONS, COSTS, HIDDEN, sigmoid, softmax

EDGES = np.array([-1e4, -745.2, -40.0, -1.0, -1e-9, 0.0, 1e-9, 1.0, 40.0, 1e4])


def test_sigmoid_is_exact_and_never_overflows():
    for z in (-700.0, -30.0, -1.5, 0.0, 2.5, 30.0):
        expected = 1 / (1 + math.exp(-z)) if z > 0 else math.exp(z) / (1 + math.exp(z))
        assert sigmoid(np.array(z)) == pytest.approx(expected, rel=1e-15)
    assert np.all((sigmoid(EDGES) >= 0) & (sigmoid(EDGES) <= 1))


def test_softmax_sums_to_one_and_ignores_a_common_shift():
    z = np.array([[1.0, 2.0, 3.0], [1e4, 0.0, -1e4]])
    np.testing.assert_allclose(softmax(z).sum(axis=-1), 1, rtol=1e-15)
    np.testing.assert_allclose(softmax(z), softmax(z + 500), rtol=1e-12)
    np.testing.assert_allclose(softmax(z[0]), np.exp(z[0]) / np.exp(z[0]).sum(), rtol=1e-15)


@pytest.mark.parametrize("name", HIDDEN)
def test_slopes_are_those_of_the_curves(name):
    known = ACTIVATIONS[name]
    z = np.linspace(-3, 3, 50)  # even count: 0, where ReLU has no slope, is not among them
    measured = (known.value(z + 1e-6) - known.value(z - 1e-6)) / 2e-6
    np.testing.assert_allclose(known.slope(z, known.value(z)), measured, atol=1e-9)


@pytest.mark.parametrize("name", list(ACTIVATIONS))
def test_jacobian_and_pull_agree(name):
    known, rng = ACTIVATIONS[name], np.random.default_rng(0)
    z, dC_da = rng.standard_normal((2, 4)), rng.standard_normal((2, 4))
    a = known.value(z)
    through_table = np.einsum("ei,eij->ej", dC_da, known.jacobian(z, a))
    np.testing.assert_allclose(known.pull(z, a, dC_da), through_table, rtol=1e-12, atol=1e-15)


def test_relu_has_no_slope_at_zero():
    assert ACTIVATIONS["relu"].slope(np.array([0.0]), np.array([0.0])) == 0


def test_leaky_relu_by_hand():
    z = np.array([-200.0, -1.0, 0.0, 3.0])
    np.testing.assert_allclose(ACTIVATIONS["leaky_relu"].value(z), [-2.0, -0.01, 0.0, 3.0], rtol=1e-15)
    np.testing.assert_allclose(ACTIVATIONS["leaky_relu"].slope(z, z), [0.01, 0.01, 0.01, 1.0])


def test_gelu_is_z_times_the_share_of_a_normal_distribution_below_z():
    """Against the share summed from the density by Simpson's rule, and the share below 1 of every table."""
    for z in (-3.0, -0.7, 0.0, 0.4, 2.5):
        t = np.linspace(-12.0, z, 20_001)
        y = np.exp(-t * t / 2) / math.sqrt(2 * math.pi)
        share = (z + 12) / 20_000 / 3 * (y[0] + 4 * y[1:-1:2].sum() + 2 * y[2:-1:2].sum() + y[-1])
        assert ACTIVATIONS["gelu"].value(np.array([z]))[0] == pytest.approx(z * share, abs=1e-12)
    assert ACTIVATIONS["gelu"].value(np.array([1.0]))[0] == pytest.approx(0.8413447460685429, rel=1e-14)


def test_gelu_never_overflows_and_keeps_its_digits_far_below_zero():
    known = ACTIVATIONS["gelu"]
    for z in (EDGES, np.array([-1e300, 1e300])):
        a, slope = known.value(z), known.slope(z, z)
        assert np.isfinite(a).all()
        assert np.isfinite(slope).all()
        np.testing.assert_allclose(a[z > 20], z[z > 20])
        np.testing.assert_allclose(a[z < -40], 0, atol=1e-300)
    # Phi(-10), from the asymptotic series of the error function's complement
    tail = math.exp(-50) / math.sqrt(2 * math.pi) / 10 * (1 - 1e-2 + 3e-4 - 15e-6 + 105e-8)
    assert known.value(np.array([-10.0]))[0] == pytest.approx(-10 * tail, rel=1e-6)


def test_quadratic_cost_has_no_half():
    a, y = np.array([[0.2, 0.9]]), np.array([[0.0, 1.0]])
    assert COSTS["quadratic"].value(a, y, "sigmoid") == pytest.approx([0.04 + 0.01])
    np.testing.assert_allclose(COSTS["quadratic"].slope(a, y, "sigmoid"), [[0.4, -0.2]])


def test_half_and_mean_of_the_quadratic_cost_by_hand():
    a, y = np.array([[0.2, 0.9, 0.6, 0.0]]), np.array([[0.0, 1.0, 0.0, 0.0]])
    assert COSTS["half_quadratic"].value(a, y, "sigmoid") == pytest.approx([(0.04 + 0.01 + 0.36) / 2])
    np.testing.assert_allclose(COSTS["half_quadratic"].slope(a, y, "sigmoid"), [[0.2, -0.1, 0.6, 0.0]])
    assert COSTS["mean_quadratic"].value(a, y, "sigmoid") == pytest.approx([(0.04 + 0.01 + 0.36) / 4])
    np.testing.assert_allclose(COSTS["mean_quadratic"].slope(a, y, "sigmoid"), [[0.1, -0.05, 0.3, 0.0]])


def test_cross_entropy_by_hand():
    a, y = np.array([[0.25, 0.75]]), np.array([[0.0, 1.0]])
    assert COSTS["cross_entropy"].value(a, y, "softmax") == pytest.approx([-math.log(0.75)])
    assert COSTS["cross_entropy"].value(a, y, "sigmoid") == pytest.approx([-2 * math.log(0.75)])


@pytest.mark.parametrize("output", ["sigmoid", "softmax"])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_cross_entropy_stays_finite_for_saturated_outputs(output, dtype):
    a, y = np.array([[0.0, 1.0]], dtype), np.array([[1.0, 0.0]], dtype)
    assert np.isfinite(COSTS["cross_entropy"].value(a, y, output)).all()
    assert np.isfinite(COSTS["cross_entropy"].slope(a, y, output)).all()


@pytest.mark.parametrize("name", list(ACTIVATIONS))
def test_float32_stays_float32(name):
    assert ACTIVATIONS[name].value(np.zeros((2, 3), np.float32)).dtype == np.float32
