"""What all tests share."""

from __future__ import annotations

import pytest

from netsim import Recipe, Trace, record


@pytest.fixture(scope="session")
def trace_of_xor() -> Trace:
    """A small run: 2-3-2 on the exclusive or."""
    return record(Recipe.from_dict({"network": {"hidden": [3]}, "data": {"name": "xor"}, "training": {"epochs": 5}}))
