"""What tests of decks in a browser share."""

import pytest

from tests.studio.print.told_deck import told_deck


@pytest.fixture(scope="module")
def deck(tmp_path_factory):
    """A deck of three beats, in steps, beside its films and as one file."""
    return told_deck(tmp_path_factory.mktemp("web"))
