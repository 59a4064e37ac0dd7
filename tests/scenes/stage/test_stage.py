"""The stage: beats in order, captions that fit, and scenes that know what they need."""

from __future__ import annotations

import pytest

from netsim import Recipe, Trace, TraceError, record
from scenes.look.theme import Theme
from scenes.mobjects.type.lines import lines_of
from scenes.mobjects.type.typeset import plain
from scenes.nudges.sum_of_wishes import SumOfWishes
from scenes.stage.beats import beat, beats_of
from scenes.stage.formats import FORMATS
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.words.files import WordsError


class Tale(TraceScene):
    """Two ideas, three beats."""

    chapter = "nudges"
    title = "A tale"

    @beat("N1")
    def first(self) -> None:
        """One [word](focus) of {label}."""

    @beat
    def second(self) -> None:
        """Still the same idea."""

    @beat("N2")
    def third(self) -> None:
        """Another idea."""


class Retold(Tale):
    """One beat overridden, one added."""

    @beat
    def fourth(self) -> None:
        """The end."""

    @beat
    def second(self) -> None:
        """Told otherwise."""


def test_beats_are_told_in_the_order_of_definition() -> None:
    assert [(b.name, b.id) for b in beats_of(Tale)] == [("first", "N1"), ("second", "N1"), ("third", "N2")]


def test_an_overridden_beat_keeps_its_place_and_a_new_one_comes_last() -> None:
    assert [(b.name, b.id) for b in beats_of(Retold)] == [
        ("first", "N1"),
        ("second", "N1"),
        ("third", "N2"),
        ("fourth", "N2"),
    ]
    assert next(b.template for b in beats_of(Retold) if b.name == "second") == "Told otherwise."


def test_a_beat_without_words_is_refused(trace_of_xor: Trace) -> None:
    class Silent(Tale):
        @beat
        def silent(self) -> None:
            pass

    with pytest.raises(WordsError, match=r"Silent\.silent says nothing: .* message Silent-silent, or a docstring"):
        Silent.says(trace_of_xor)


def test_an_unknown_fact_is_said_in_one_sentence(trace_of_xor: Trace) -> None:
    class Misspelt(Tale):
        @beat
        def first(self) -> None:
            """One word of {labl}."""

    said = r"Misspelt\.first: \{labl\} is no fact .*'label'\?\); it gives came_from, classes, "
    with pytest.raises(WordsError, match=said):
        Misspelt.says(trace_of_xor)


def test_what_is_said_is_filled_in_from_the_trace(trace_of_xor: Trace) -> None:
    assert Tale.says(trace_of_xor)["first"] == "One word of 0."


def test_spoken_follows_the_beats_and_their_times(trace_of_xor: Trace) -> None:
    scene = rehearse(Tale, trace_of_xor)
    assert [said.beat for said in scene.spoken] == ["first", "second", "third"]
    assert [said.id for said in scene.spoken] == ["N1", "N1", "N2"]
    assert scene.spoken[0].start < scene.spoken[0].end <= scene.spoken[1].start


def test_a_scene_without_captions_takes_as_long_to_read(trace_of_xor: Trace) -> None:
    scene = rehearse(Tale, trace_of_xor, captions=False)
    assert scene.caption == []
    pace = scene.theme.time.chars_per_second
    assert all(said.end - said.start >= len(said.text) / pace - 1e-6 for said in scene.spoken)


def test_a_long_caption_is_turned_over_and_never_cut(trace_of_xor: Trace) -> None:
    class Long(Tale):
        @beat
        def first(self) -> None:
            """This sentence is far too long for the two lines that a caption may have, so that it has to be turned
            over like a page, and yet every single word of it, from the first to the very last one, must be said, and
            said in its place, whatever it costs in time."""

    scene = rehearse(Long, trace_of_xor)
    pages = [said.text for said in scene.spoken if said.beat == "first"]
    assert len(pages) > 1
    assert " ".join(pages) == Long.says(trace_of_xor)["first"]


def test_lines_fit_the_width_and_lose_no_word() -> None:
    theme, sentence = Theme.load(), "The [2](focus) should [light up](up), the rest should [dim](down), and so on."
    for width in (4.0, 6.0, 20.0):
        lines = lines_of(sentence, theme, width)
        assert " ".join(map(plain, lines)) == plain(sentence)
    assert len(lines_of(sentence, theme, 20.0)) == 1
    assert len(lines_of(sentence, theme, 6.0)) == 2


def test_the_last_line_is_about_as_long_as_the_others() -> None:
    theme = Theme.load().at_scale(FORMATS["9:16"].caption_size)
    said = "All outputs speak, one wave after the other. Beside each neuron, what they ask of it adds up, tip to tail."
    lines = lines_of(said, theme, FORMATS["9:16"].caption.width)
    assert len(lines) > 2
    assert min(map(len, lines)) > max(map(len, lines)) / 2, "filled in turn, the last would have one word"


def test_text_with_signs_of_the_typesetter_is_shown_as_it_is(trace_of_xor: Trace) -> None:
    from scenes.mobjects.type.typeset import Words

    theme = Theme.load()
    assert len(Words('#let $x$ "*_\\', theme).submobjects) == len('#let$x$"*_\\')


def test_a_missing_exhibit_is_said_in_one_sentence() -> None:
    bare = record(Recipe.from_dict({"data": {"name": "xor"}, "training": {"epochs": 1}}), exhibits=[])
    with pytest.raises(TraceError, match="shows the exhibit 'wishes', which the trace does not have"):
        rehearse(SumOfWishes, bare)


def test_a_network_without_hidden_layers_is_said_in_one_sentence() -> None:
    flat = record(Recipe.from_dict({"data": {"name": "xor"}, "network": {"hidden": []}, "training": {"epochs": 1}}))
    with pytest.raises(TraceError, match="give the network one with hidden"):
        rehearse(SumOfWishes, flat)


def test_a_beat_left_out_is_not_said_and_takes_no_time_but_its_picture_is_there(trace: Trace) -> None:
    pictures: dict[str, int] = {}

    def look(scene: TraceScene, beat: str) -> None:
        assert isinstance(scene, SumOfWishes)
        pictures[beat] = len(scene.staged())
        assert any(scene.wishes.total in mobject.get_family() for mobject in scene.staged()), "the first beat showed it"

    whole = rehearse(SumOfWishes, trace)
    some = rehearse(SumOfWishes, trace, look, told={"agree_and_quarrel", "through_the_slopes"})
    assert [said.beat for said in some.spoken] == ["agree_and_quarrel", "through_the_slopes"] == list(pictures)
    seconds = {said.beat: said.end - said.start for said in whole.spoken}
    assert some.spoken[0].start < 0.5
    assert some.spoken[-1].end == pytest.approx(seconds["agree_and_quarrel"] + seconds["through_the_slopes"], abs=0.5)


def test_nothing_happens_after_the_last_beat_that_is_told(trace_of_xor: Trace) -> None:
    happened: list[str] = []

    class Noted(Tale):
        @beat
        def first(self) -> None:
            """One."""
            happened.append("first")

        @beat
        def second(self) -> None:
            """Two."""
            happened.append("second")

        @beat
        def third(self) -> None:
            """Three."""
            happened.append("third")

    rehearse(Noted, trace_of_xor, told={"second"})
    assert happened == ["first", "second"]


def test_pace_divides_every_duration(trace_of_xor: Trace) -> None:
    slow, fast = rehearse(Tale, trace_of_xor), rehearse(Tale, trace_of_xor, pace=2.0)
    assert fast.film_time == pytest.approx(slow.film_time / 2, rel=0.05)
