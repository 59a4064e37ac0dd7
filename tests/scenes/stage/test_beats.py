"""Beats: what a method's mark says of it, and what a subclass inherits."""

import pytest

from scenes.stage.beats import BeatError, beat, beats_of


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


class Longer(Told):
    @beat(after="first")
    def aside(self):
        """An aside."""

    @beat("N10", after="aside")
    def detail(self):
        """A detail of the aside."""

    @beat(after="first")
    def another(self):
        """Another, after all that goes with the aside."""

    @beat
    def last(self):
        """At the end."""


def test_a_new_beat_is_told_after_the_one_it_names_and_goes_on_with_its_id():
    told = [(told.name, told.id) for told in beats_of(Longer)]
    ids = ["N9", "N9", "N10", "N10", "N10", "N10", "N10"]
    assert told == list(zip(["first", "aside", "detail", "another", "second", "third", "last"], ids, strict=True))


def test_an_override_may_move_and_a_subclass_of_the_subclass_goes_on():
    class Moved(Longer):
        @beat("N9", after="third")
        def first(self):
            """One, later."""

        @beat("N11", after="first")
        def coda(self):
            """A coda."""

    names = [told.name for told in beats_of(Moved)]
    assert names == ["aside", "detail", "another", "second", "third", "first", "coda", "last"]


@pytest.mark.parametrize("after", ["secnd", "below", "stray"])
def test_a_beat_after_one_that_is_not_above_it_gets_one_sentence(after):
    class Lost(Told):
        @beat(after=after)
        def stray(self):
            """Nowhere."""

        @beat
        def below(self):
            """Below."""

    with pytest.raises(BeatError) as caught:
        beats_of(Lost)
    said = str(caught.value)
    assert said.startswith(f"beat 'stray' of Lost is told after '{after}', which is no beat above it")
    assert ("did you mean 'second'" in said) == (after == "secnd")
    assert said.endswith("; there are first, second, third.")
