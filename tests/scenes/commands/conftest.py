"""What tests of commands share."""

import pytest

from tests.scenes.conftest import EPOCHS, EXPERIMENT

#: The same as `short_experiments`, for a program of its own.
SHORT = f"import {EXPERIMENT} as experiment\nexperiment.MOST_EPOCHS = {EPOCHS}\n"


@pytest.fixture(autouse=True)
def always_short(short_experiments):
    """No command is tried on long experiments."""
