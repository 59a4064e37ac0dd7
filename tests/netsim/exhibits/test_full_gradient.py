"""The gradient of the mean cost: held against central differences and plain means, however many examples there are."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Recipe, backprop, record
from netsim import measure as experiments
from netsim.data.sources import load_dataset
from netsim.exhibits.from_trace import network_of
from netsim.exhibits.nudges.gradient import EXHIBIT as GRADIENT
from netsim.measure import blocks, mean_gradient
from tests.netsim.exhibits.exhibited import KINDS, random_run


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize("sizes", [(4, 5, 3, 3), (3, 1, 2), (4, 3)], ids=str)
def test_every_component_is_what_central_differences_measure(kind, sizes, measured_gradient, mean_cost):
    subject = random_run(sizes, kind)
    network, x, y = subject.network, subject.data.x, subject.targets
    kept = GRADIENT.record(subject)
    assert kept["gradient/examples"] == len(x)
    assert kept["gradient/C"] == pytest.approx(mean_cost(network, x, y), rel=1e-12)
    parts = [kept[f"gradient/dC_d{part}{l}"] for l in network.W for part in "Wb"]
    measured = [measured_gradient(network, x, y, part, l) for l in network.W for part in "Wb"]
    for part, expected in zip(parts, measured, strict=True):
        np.testing.assert_allclose(part, expected, rtol=1e-6, atol=1e-9)
    square = sum(float(component) ** 2 for part in parts for component in part.ravel())
    assert kept["gradient/length"] == pytest.approx(square**0.5, rel=1e-12)


@given(many=st.integers(1, 40), least=st.integers(1, 9), seed=st.integers(0, 99))
def test_the_mean_does_not_depend_on_how_the_examples_are_parted(many, least, seed):
    subject = random_run(many=many, seed=seed)
    network, x, y = subject.network, subject.data.x, subject.targets
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(experiments, "AT_A_TIME", (least, least))
        parted = mean_gradient(network, x, y)
        assert len(list(blocks(x, network))) == -(-many // least)
    back = backprop(network, network.forward(x), y)
    np.testing.assert_allclose(parted.C, back.C.mean(), rtol=1e-12)
    for l in network.W:
        np.testing.assert_allclose(parted.dC_dW[l], back.mean_dC_dW[l], rtol=1e-10, atol=1e-14)
        np.testing.assert_allclose(parted.dC_db[l], back.mean_dC_db[l], rtol=1e-10, atol=1e-14)


@pytest.mark.parametrize("precision", ["float64", "float32"])
def test_a_trace_has_the_gradient_at_its_first_recorded_step(quick, precision):
    data = load_dataset(quick().data)
    trace = record(quick(record={"steps": [7]}, training={"precision": precision}))
    network = network_of(trace)
    assert network.W[1].dtype == np.float64
    back = backprop(network, network.forward(data.x), data.target(data.label))
    np.testing.assert_allclose(trace["gradient/dC_dW1"], back.mean_dC_dW[1], rtol=1e-10)
    assert trace["gradient/dC_dW1"].dtype == np.float64


def test_a_batch_of_all_examples_has_this_gradient():
    tables = {"data": {"name": "xor"}, "training": {"method": "full_batch", "epochs": 3}, "record": {"steps": [2]}}
    trace = record(Recipe.from_dict(tables))
    np.testing.assert_allclose(trace["mean_dC_dW2"][0], trace["gradient/dC_dW2"], rtol=1e-12)
