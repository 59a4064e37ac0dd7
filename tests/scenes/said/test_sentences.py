"""What is said is audited like what is shown: every number and every name in a finished sentence is the trace's."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from netsim import Reading, Trace
from netsim.figures.registry import states
from scenes.descent.step_by_step import StepByStep
from scenes.descent.what_it_did_not import WhatItDidNot
from scenes.descent.what_it_learned import WhatItLearned
from scenes.nudges.output_nudges import OutputNudges
from scenes.nudges.two_walkers import TwoWalkers
from scenes.nudges.whole_of_it import WholeOfIt
from scenes.stage.stage import TraceScene
from scenes.words.languages import folders
from scenes.words.messages import Messages
from scenes.words.numbers import Fact
from scenes.words.sentence import Name, Sentence
from tests.scenes.conftest import recorded
from tests.scenes.said.__main__ import LISTING, listing
from tests.scenes.said.audit import all_that_speak, false_words, misplaced_fact, place_of

Scene = type[TraceScene]
CHAPTERS = ("descent", "nudges", "calculus")
PLACES = {k: v for c in CHAPTERS for k, v in import_module(f"tests.scenes.said.places_in_{c}").PLACES.items()}
BASE = frozenset(("label", "star_class", "outputs_are", "classes", "inputs", "sizes", "kind", "came_from"))


def converted(scene: Scene) -> bool:
    """Whether messages say the scene's beats."""
    return all(scene.message_of(beat.name, Messages.load()) for beat in scene.beats())


SCENES = [scene for scene in all_that_speak() if converted(scene)]


def faults_in_facts(scene: Scene, trace: Trace) -> list[str]:
    """Say which facts of a scene do not stand where they must."""
    faults = []
    for name, fact in scene.facts(trace).items():
        if name in BASE or not isinstance(fact, Reading | Name):
            continue
        place = PLACES.get(scene.__name__, {}).get(name)
        fault = misplaced_fact(fact, place, trace) if place else "nobody says where it must stand"
        faults += [f"{scene.__name__}, {{{name}}}: {fault}"] if fault else []
    return faults


def can_tell(scene: Scene, trace: Trace) -> bool:
    """Whether the trace has what the scene needs."""
    return not scene.missing(trace)


@pytest.mark.parametrize("scene", SCENES)
def test_every_number_and_name_that_is_said_is_the_traces_in_every_language(scene: Scene, any_trace: Trace) -> None:
    if not can_tell(scene, any_trace):
        return
    words, facts = Messages.load(), scene.facts(any_trace)
    for message in [scene.message_of(beat.name, words) for beat in scene.beats_for(any_trace.given)]:
        english = words.say(message, facts)
        for language in folders():
            sentence = Messages.load(language).say(message, facts)
            assert list(false_words(sentence, any_trace)) == [], (language, message)
            assert shown_in(sentence) == shown_in(english), (language, message)


def shown_in(sentence: Sentence) -> set[tuple[object, ...]]:
    """Return the places of the numbers that a sentence says."""
    return {place_of(one.source) for one in sentence.shown if isinstance(one.source, Reading)}


@pytest.mark.parametrize("scene", SCENES)
def test_every_fact_stands_where_it_must(scene: Scene, any_trace: Trace) -> None:
    if can_tell(scene, any_trace):
        assert faults_in_facts(scene, any_trace) == []


def test_what_is_said_of_the_default_lesson_is_what_was_read_and_approved(trace: Trace) -> None:
    """After a change: python -m tests.scenes.said, then read what changed."""
    assert listing(trace).splitlines() == LISTING.read_text("utf-8").splitlines()


@pytest.mark.parametrize("scene", SCENES)
def test_every_fact_is_used_and_every_state_is_known(scene: Scene, trace: Trace) -> None:
    words, used = Messages.load(), set()
    for cls in scene.__mro__:
        if issubclass(cls, TraceScene) and cls is not TraceScene:
            names = [cls.__name__, *(f"{cls.__name__}-{beat.name}" for beat in scene.beats())]
            used |= {fact for name in names if name in words.entries for fact in words.uses(name).facts}
    told = trace if can_tell(scene, trace) else recorded("2-3-2")
    assert set(scene.facts(told)) - BASE - used == set()


def test_every_message_of_a_chapter_is_a_scenes_or_a_beats() -> None:
    words = Messages.load()
    known = {scene.__name__ for scene in all_that_speak()}
    known |= {f"{scene.__name__}-{beat.name}" for scene in all_that_speak() for beat in scene.beats()}
    stray = [name for name in words.entries if name[0].isupper() and name not in known and "Opens" not in name]
    assert stray == []


def test_states_have_names_of_their_own() -> None:
    assert all(len(names) == len(set(names)) > 1 for names in states().values())


def with_facts(scene: Scene, plant: Callable[[Trace], dict[str, Fact]]) -> Scene:
    """The same scene with some of its facts replaced."""

    class Planted(scene):  # type: ignore[misc,valid-type]
        @classmethod
        def facts(cls, trace: Trace) -> dict[str, Fact]:
            given = super().facts(trace)
            planted = plant(trace)
            assert planted.keys() <= given.keys()
            return given | planted

    Planted.__name__ = scene.__name__
    return Planted


def swapped(first: str, last: str) -> Callable[[Trace], dict[str, Fact]]:
    """The first and the last cost in each other's place."""
    return lambda trace: {first: trace.reading("cost", len(trace["cost"]) - 1), last: trace.reading("cost", 0)}


#: Facts that are truly the trace's, but not the ones that the sentence speaks of.
MISPLACED: dict[str, tuple[Scene, Callable[[Trace], dict[str, Fact]]]] = {
    "the first accuracy for the final one": (WholeOfIt, lambda t: {"right": t.reading("accuracy", 0)}),
    "the first accuracy for the final one, in descent": (WhatItLearned, lambda t: {"last": t.reading("wider/own", 0)}),
    "another output's value": (OutputNudges, lambda t: {"a_label": t.reading(f"a{t.L}", 0, 0, 7)}),
    "another output's value, in descent": (StepByStep, lambda t: {"after": t.reading(f"course/a{t.L}", -1, 7)}),
    "the sixth-surest noise for the surest": (WhatItDidNot, lambda t: {"top": t.reading("confident/top", 5)}),
    "from the last cost to the first": (WholeOfIt, swapped("cost_first", "cost_last")),
    "from the last cost to the first, in descent": (
        StepByStep,
        lambda t: {"first": t.reading("step/C_all", len(t["step/C_all"]) - 1), "then": t.reading("step/C_all", 0)},
    ),
}


class TestFalsehoods:
    """What an audit is for: each of these was once planted, and found by nobody."""

    def test_examples_asked_are_doubled(self, trace: Trace) -> None:
        asked = trace.reading("paths/mini_examples", len(trace["paths/mini_examples"]) - 1)
        doubled = Reading(2 * float(asked), asked.key, asked.index)
        planted = with_facts(TwoWalkers, lambda _: {"asked": doubled})
        said = planted.sentences(trace)["the_careful_walker"]
        assert f"had asked {2 * float(asked):,.0f}" in said
        assert [fault for fault in false_words(said, trace) if "is not the trace's" in fault]

    @pytest.mark.parametrize("falsehood", MISPLACED)
    def test_a_number_of_another_place(self, falsehood: str, trace: Trace) -> None:
        scene, plant = MISPLACED[falsehood]
        planted = with_facts(scene, plant)
        assert planted.says(trace) != scene.says(trace)
        faults = faults_in_facts(planted, trace)
        assert [fault.partition(":")[0] for fault in faults] == [
            f"{scene.__name__}, {{{name}}}" for name in plant(trace)
        ]

    def test_from_and_to_are_swapped_in_a_message(self, trace: Trace, tmp_path: Path) -> None:
        name = "WholeOfIt-what_came_of_it"
        own = tmp_path / "own.ftl"
        own.write_text(
            f"{name} = The [cost](cost) falls from {{ NUM($cost_last, decimals: 3) }}"
            " to { NUM($cost_first, decimals: 3) }.",
            "utf-8",
        )
        approved, swapped = (listing(trace, words).splitlines() for words in (None, Messages.load(own=own)))
        found = [one for one, other in zip(swapped, approved, strict=True) if one != other]
        assert found == [f"{name}: The [cost](cost) falls from ⟨cost[20]⟩ to ⟨cost[0]⟩."]

    def test_a_number_that_is_typed(self, trace: Trace) -> None:
        assert any("read from nowhere" in fault for fault in false_words(Sentence("It is 98.3% right."), trace))
