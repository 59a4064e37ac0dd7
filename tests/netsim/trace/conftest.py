"""What tests of the trace's file share."""

import pytest


@pytest.fixture
def path(small_trace, tmp_path):
    small_trace.save(tmp_path / "run.npz")
    return tmp_path / "run.npz"
