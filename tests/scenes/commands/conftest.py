"""What tests of commands share."""

from pathlib import Path

import pytest

from tests.scenes.conftest import EPOCHS, EXPERIMENT
from tests.scenes.tiny import TINY
from tests.studio.fakes import Fake, Longer

#: The same as `short_experiments`, for a program of its own.
SHORT = f"import {EXPERIMENT} as experiment\nexperiment.MOST_EPOCHS = {EPOCHS}\n"


@pytest.fixture(autouse=True)
def always_short(short_experiments):
    """No command is tried on long experiments."""


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def lesson(elsewhere: Path) -> Path:
    """The smallest lesson, in that folder."""
    path = elsewhere / "my.toml"
    path.write_text(TINY)
    return path


def tell(monkeypatch, *scenes):
    """Let these be all scenes of the story, and of the short film."""
    monkeypatch.setattr("scenes.story.story.SCENES", scenes)
    monkeypatch.setattr("scenes.story.story.ESSENTIALS", scenes)


@pytest.fixture
def fakes(monkeypatch):
    tell(monkeypatch, Fake, Longer)
