"""Beats: what a method's mark says of it, and what a subclass inherits."""

import pytest

from scenes.stage.beats import beat, beats_of


class Told:
    @beat("N9", picture=0.6)
    def first(self):
        """One."""

    @beat(picture=0.25)
    def second(self):
        """Two."""

    @beat
    def third(self):
        """Three."""


class Retold(Told):
    @beat
    def first(self):
        """Uno."""


def test_a_beat_names_the_moment_of_its_picture_the_last_by_default():
    assert [(told.id, told.picture) for told in beats_of(Told)] == [("N9", 0.6), ("N9", 0.25), ("N9", 1.0)]


def test_an_overridden_beat_keeps_its_id_and_names_its_own_picture():
    first = beats_of(Retold)[0]
    assert (first.name, first.id, first.template, first.picture) == ("first", "N9", "Uno.", 1.0)


@pytest.mark.parametrize("moment", [-0.1, 1.5])
def test_a_picture_outside_its_beat_is_refused(moment):
    with pytest.raises(ValueError, match=f"'.*late' has picture={moment}, expected a share of its time, 0 to 1"):

        @beat("N1", picture=moment)
        def late(self):
            """Late."""
