"""What the tests of exhibits share: recorded runs with all of them."""

import pytest

from netsim import Trace, record
from netsim.exhibits.descent import memory
from tests.netsim.answering import houses, recipe
from tests.netsim.conftest import SHORT


@pytest.fixture(scope="session")
def trace(small_trace: Trace) -> Trace:
    """What a test changes to see whether it is noticed, if its file has no other."""
    return small_trace


@pytest.fixture(scope="session")
def late_trace(quick) -> Trace:
    """The end of a run alone: from there walks are short, and no rounding hides a little change."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(memory, "MOST_EPOCHS", SHORT)
        return record(quick(record={"steps": [58, 59]}))


@pytest.fixture(scope="session")
def numbers_trace() -> Trace:
    """A run whose outputs are numbers: what is wanted stands in the trace, and not by labels."""
    return record(recipe(2, 0.1, hidden=[6], activation="tanh", output="identity"), houses())
