import numpy as np
import pytest

from netsim import Network

SIZES = [6, 5, 4, 3]


@pytest.fixture
def network() -> Network:
    """A 6-5-4-3 network, as whoever wrote the file has it."""
    return Network.init(SIZES, np.random.default_rng(1), "tanh", "softmax")
