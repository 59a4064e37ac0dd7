"""The gradient exhibit: every component is what central differences measure."""

import numpy as np
import pytest

from netsim import Recipe, TraceError, backprop, record, verify
from netsim.data.sources import load_dataset
from netsim.exhibits.from_trace import network_of
from netsim.exhibits.nudges.gradient import EXHIBIT as GRADIENT
from tests.netsim.exhibits.exhibited import KINDS, changed, held, random_run


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
@pytest.mark.parametrize("sizes", [(4, 5, 3, 3), (3, 1, 2), (4, 3)], ids=str)
def test_every_component_is_what_central_differences_measure(kind, sizes, measured_gradient, mean_cost):
    run = random_run(sizes, kind)
    network, x, y = run.network, run.data.x, run.targets
    kept = GRADIENT.record(run)
    assert kept["gradient/examples"] == len(x)
    assert kept["gradient/C"] == pytest.approx(mean_cost(network, x, y), rel=1e-12)
    parts = [kept[f"gradient/dC_d{part}{l}"] for l in network.W for part in "Wb"]
    measured = [measured_gradient(network, x, y, part, l) for l in network.W for part in "Wb"]
    for part, expected in zip(parts, measured, strict=True):
        np.testing.assert_allclose(part, expected, rtol=1e-6, atol=1e-9)
    square = sum(float(component) ** 2 for part in parts for component in part.ravel())
    assert kept["gradient/length"] == pytest.approx(square**0.5, rel=1e-12)
    sizes = sorted((abs(float(component)) for part in parts for component in part.ravel()), reverse=True)
    assert kept["gradient/components"] == len(sizes) == sum(part.size for part in measured)
    assert kept["gradient/zero"] == sizes.count(0)
    most = int(kept["gradient/most"])
    assert (
        sum(size**2 for size in sizes[: most - 1]) < 0.9 * square <= sum(size**2 for size in sizes[:most]) * (1 + 1e-9)
    )


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


@pytest.mark.parametrize("name", ["components", "zero", "most"])
def test_a_wrong_count_is_found_out(small_trace, name):
    with pytest.raises(TraceError, match=f"gradient/{name} counts dC_dW and dC_db"):
        verify(changed(small_trace, f"gradient/{name}", lambda count: count + 1))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, GRADIENT)


def test_a_gradient_that_is_not_that_of_the_full_batch_is_found_out(quick):
    trace = record(quick(training={"method": "full_batch"}), exhibits=["gradient"])
    longer = changed(trace, "gradient/dC_dW1", lambda a: 2 * a)
    parts = [longer[f"gradient/dC_d{kind}{l}"].ravel() for l in (1, 2, 3) for kind in "Wb"]
    length = np.array(np.linalg.norm(np.concatenate(parts)))
    with pytest.raises(TraceError, match="gradient/dC_dW1 = mean_dC_dW1"):
        verify(changed(longer, "gradient/length", lambda _: length))
