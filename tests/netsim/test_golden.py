"""The engine against reference numbers of another engine's automatic differentiation, to a relative 1e-9."""

import json
from pathlib import Path

import numpy as np
import pytest

from netsim import Network, backprop
from netsim.training import update

CASES = json.loads(Path(__file__).with_name("golden.json").read_text("utf-8"))["cases"]


def rebuilt(case):
    """Weights, biases, inputs and targets, by the closed forms that the file's note gives."""
    sizes = case["sizes"]
    W, b = {}, {}
    for l in range(1, len(sizes)):
        j, k = np.ogrid[: sizes[l], : sizes[l - 1]]
        W[l] = case["gain"] * np.sin(1 + 7 * j + 3 * k + 11 * l) / np.sqrt(sizes[l - 1])
        b[l] = 0.3 * np.cos(2 * np.arange(sizes[l]) + 5 * l)
    e, i = np.ogrid[: len(case["labels"]), : sizes[0]]
    x = 0.5 + 0.5 * np.sin(0.7 * i + e)
    y = np.eye(sizes[-1])[case["labels"]]
    return Network(W, b, case["hidden"], case["output"], case["cost"]), x, y


def close(actual, expected):
    np.testing.assert_allclose(actual, np.array(expected), rtol=1e-9, atol=0)


@pytest.fixture(params=CASES, ids=lambda case: case["name"])
def case(request):
    network, x, y = rebuilt(request.param)
    fwd = network.forward(x)
    return request.param, network, fwd, backprop(network, fwd, y), x, y


def test_costs_and_outputs(case):
    golden, network, fwd, back, _, _ = case
    close(back.C, golden["C"])
    close(back.C.mean(), golden["mean_C"])
    close(fwd.a[network.L], golden["a_L"])


def test_derivatives_by_activations_and_sums(case):
    golden, network, _, back, _, _ = case
    assert {int(l) for l in golden["delta"]} == set(network.W)
    for l in network.W:
        close(back.dC_da[l], golden["dC_da"][str(l)])
        close(back.delta[l], golden["delta"][str(l)])


def test_mean_gradient(case):
    golden, network, _, back, _, _ = case
    for l in network.W:
        for place, value in golden["mean_dC_dW"][str(l)].items():
            j, k = map(int, place.split(","))
            close(back.mean_dC_dW[l][j, k], value)
        close(np.linalg.norm(back.mean_dC_dW[l]), golden["mean_dC_dW_norm"][str(l)])
        close(back.mean_dC_db[l], golden["mean_dC_db"][str(l)])


def test_cost_after_one_step(case):
    golden, network, _, back, x, y = case
    stepped = update(network, back, golden["eta"])
    close(backprop(stepped, stepped.forward(x), y).C.mean(), golden["mean_C_after_step"])
