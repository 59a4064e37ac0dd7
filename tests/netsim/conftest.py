"""What the engine's tests share: hypothesis without clocks, small recipes, a recorded run, central differences."""

import os
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from hypothesis import settings

from netsim import Network, Recipe, Trace, record
from netsim.exhibits.descent import memory
from netsim.functions import COSTS
from netsim.trace.declared import SECONDS
from tests.netsim.exhibits.exhibited import nudged

settings.register_profile("here", deadline=None, max_examples=60)
settings.register_profile("ci", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


SHORT = 4  # epochs of the runs on true and shuffled labels, which every recording makes: here, and nowhere else


@pytest.fixture(scope="module", autouse=True)
def short_memory() -> Iterator[None]:
    """Let the engine's tests record short runs, those too that a module records once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(memory, "MOST_EPOCHS", SHORT)
        yield


@pytest.fixture(scope="session")
def quick() -> Callable[..., Recipe]:
    """Make a recipe that trains in a blink; keyword arguments are its sections."""

    def make(**sections: dict[str, object]) -> Recipe:
        tables: dict[str, dict[str, object]] = {
            "network": {"hidden": [4, 3], "activation": "tanh"},
            "data": {"name": "spiral"},
            "training": {"epochs": 2, "batch": 10, "eta": 0.3},
        }
        for name, keys in sections.items():
            tables[name] = tables.get(name, {}) | keys
        return Recipe.from_dict(tables)

    return make


@pytest.fixture(scope="session")
def small_trace(quick) -> Trace:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(memory, "MOST_EPOCHS", SHORT)
        return record(quick())


@pytest.fixture(scope="session")
def fingerprints() -> Callable[[Trace], dict[str, str]]:
    """Every array's fingerprint but of those that a clock measured: what two recordings of one recipe have alike."""
    return lambda trace: {
        key: told["sha256"] for key, told in trace.header["arrays"].items() if told["unit"] != str(SECONDS)
    }


@pytest.fixture(scope="session")
def mean_cost() -> Callable[[Network, np.ndarray, np.ndarray], float]:
    """The mean cost, from the definitions in the story and not from backprop."""

    def cost(network: Network, x: np.ndarray, y: np.ndarray) -> float:
        a = network.forward(x).a[network.L]
        return float(np.mean(COSTS[network.cost].value(a, np.atleast_2d(y), network.output)))

    return cost


@pytest.fixture(scope="session")
def measured_gradient(mean_cost) -> Callable[..., np.ndarray]:
    """Central differences of the mean cost by every entry of W[l] or b[l]."""

    def measure(network: Network, x: np.ndarray, y: np.ndarray, kind: str, l: int, h: float = 1e-5) -> np.ndarray:
        gradient = np.empty_like({"W": network.W, "b": network.b}[kind][l])
        for place in np.ndindex(gradient.shape):
            up, down = (mean_cost(nudged(network, kind, l, place, step), x, y) for step in (h, -h))
            gradient[place] = (up - down) / (2 * h)
        return gradient

    return measure
