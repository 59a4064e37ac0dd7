"""What tests of commands share."""

import pytest

EXPERIMENT, EPOCHS = "netsim.exhibits.descent.memory", 5
#: The same as `short_experiments`, for a program of its own.
SHORT = f"import {EXPERIMENT} as experiment\nexperiment.MOST_EPOCHS = {EPOCHS}\n"


@pytest.fixture(autouse=True)
def short_experiments(monkeypatch):
    """Let experiments that train anew be short: whole ones are recorded for the tests of what they show."""
    monkeypatch.setattr(f"{EXPERIMENT}.MOST_EPOCHS", EPOCHS)
