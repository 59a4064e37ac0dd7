"""What the tests of the smallest network's exhibits share: a recorded run, and derivatives measured."""

from collections.abc import Callable, Mapping

import numpy as np
import pytest

from netsim import Network, Recipe, Trace, record


@pytest.fixture(scope="session")
def trace(quick: Callable[..., Recipe]) -> Trace:
    """A 2-4-3-3 network, of which a weight of the first layer is taken apart: nine paths; and the smallest network."""
    exhibits = ["explained", "links", "several", "graph", "chain"]
    return record(quick(record={"weight": "W1[3,1]"}), exhibits=exhibits)


@pytest.fixture(scope="session")
def derivatives(measured_gradient: Callable[..., np.ndarray]) -> Callable[..., Mapping[str, list[float]]]:
    """Central differences by the weights and by the biases of the smallest network, (3,) each."""

    def measure(network: Network, x: np.ndarray, y: np.ndarray) -> dict[str, list[float]]:
        return {
            f"dC_d{kind.lower()}": [measured_gradient(network, x, y, kind, l).item() for l in (1, 2, 3)]
            for kind in "Wb"
        }

    return measure
