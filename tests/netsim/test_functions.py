"""Activations and costs against their definitions, at the edges of the number range too."""

import math

import numpy as np
import pytest

from netsim.functions import ACTIVATIONS, COSTS, sigmoid, softmax

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


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "relu", "identity"])
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


def test_quadratic_cost_has_no_half():
    a, y = np.array([[0.2, 0.9]]), np.array([[0.0, 1.0]])
    assert COSTS["quadratic"].value(a, y, "sigmoid") == pytest.approx([0.04 + 0.01])
    np.testing.assert_allclose(COSTS["quadratic"].slope(a, y, "sigmoid"), [[0.4, -0.2]])


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
