"""What the tests of figures share: traces made by hand."""

from collections.abc import Callable

import pytest

from netsim import Trace
from tests.netsim.figures.hand_made import make


@pytest.fixture(scope="session")
def made() -> Callable[..., Trace]:
    """Make a trace of some arrays, by name; keyword arguments are what its header says otherwise."""
    return make
