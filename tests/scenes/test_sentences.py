"""What is said is audited like what is shown: every number and every name in a finished sentence is the trace's."""

from __future__ import annotations

from importlib import import_module

import pytest

from netsim import Reading, Trace
from netsim.figures.registry import states
from scenes.nudges.output_nudges import OutputNudges
from scenes.stage.stage import TraceScene
from scenes.words.messages import Messages
from scenes.words.sentence import Name, Sentence
from tests.scenes.said.__main__ import LISTING, listing
from tests.scenes.said.audit import all_that_speak, false_words, misplaced_fact

Scene = type[TraceScene]
CHAPTERS = ("descent", "nudges", "calculus")
PLACES = {k: v for c in CHAPTERS for k, v in import_module(f"tests.scenes.said.places_in_{c}").PLACES.items()}
BASE = frozenset(("label", "classes", "inputs", "sizes", "kind"))


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
    return not scene.missing([exhibit for exhibit in scene.needs if trace.has(exhibit)], trace.L > 1)


@pytest.mark.parametrize("scene", SCENES)
def test_every_number_and_name_that_is_said_is_the_traces(scene: Scene, any_trace: Trace) -> None:
    if can_tell(scene, any_trace):
        for beat, sentence in scene.sentences(any_trace).items():
            assert list(false_words(sentence, any_trace)) == [], beat


@pytest.mark.parametrize("scene", SCENES)
def test_every_fact_stands_where_it_must(scene: Scene, any_trace: Trace) -> None:
    if can_tell(scene, any_trace):
        assert faults_in_facts(scene, any_trace) == []


def test_what_is_said_of_the_default_lesson_is_what_was_read_and_approved() -> None:
    """After a change: python -m tests.scenes.said, then read what changed."""
    assert listing().splitlines() == LISTING.read_text("utf-8").splitlines()


@pytest.mark.parametrize("scene", SCENES)
def test_every_fact_is_used_and_every_state_is_known(scene: Scene, trace: Trace) -> None:
    words, used = Messages.load(), set()
    for cls in scene.__mro__:
        if issubclass(cls, TraceScene) and cls is not TraceScene:
            names = [cls.__name__, *(f"{cls.__name__}-{beat.name}" for beat in scene.beats())]
            used |= {fact for name in names if name in words.entries for fact in words.uses(name).facts}
    assert set(scene.facts(trace)) - BASE - used == set()


def test_every_message_of_a_chapter_is_a_scenes_or_a_beats() -> None:
    words = Messages.load()
    known = {scene.__name__ for scene in all_that_speak()}
    known |= {f"{scene.__name__}-{beat.name}" for scene in all_that_speak() for beat in scene.beats()}
    stray = [name for name in words.entries if name[0].isupper() and name not in known and "Opens" not in name]
    assert stray == []


def test_states_have_names_of_their_own() -> None:
    assert all(len(names) == len(set(names)) > 1 for names in states().values())


class TestFalsehoods:
    """What an audit is for: each of these was once planted, and found by nobody."""

    def test_a_value_that_is_not_the_traces(self, trace: Trace) -> None:
        asked = trace.reading("paths/full_examples")
        doubled = Reading(2 * float(asked), asked.key, asked.index)
        said = Messages.load().say_text("It asked { $n } examples.", {"n": doubled}, "here")
        assert any("is not the trace's" in fault for fault in false_words(said, trace))

    def test_a_number_that_is_typed(self, trace: Trace) -> None:
        assert any("read from nowhere" in fault for fault in false_words(Sentence("It is 98.3% right."), trace))

    def test_another_outputs_value(self, trace: Trace) -> None:
        class Planted(OutputNudges):
            @classmethod
            def facts(cls, trace):
                return super().facts(trace) | {"a_label": trace.reading(f"a{trace.L}", 0, 0, 7)}

        Planted.__name__ = "OutputNudges"
        assert any("{a_label}" in fault for fault in faults_in_facts(Planted, trace))
