"""In a second language nothing English is left: not on paper, nor beside a film; nor where scenes are inspected."""

from __future__ import annotations

import pytest

from netsim import Trace
from netsim.functions import ACTIVATIONS, COSTS
from scenes.look.theme import Theme
from scenes.nudges.every_weight import EveryWeight
from scenes.stage.chapters import CHAPTERS
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.story.story import all_scenes
from scenes.studio.print.handout import Exercise, Handout
from scenes.words.messages import Messages
from tests.scenes.second_language import QUOTED, english, greek, texts_in, words_on


@pytest.mark.parametrize("solutions", [True, False])
def test_nothing_english_is_printed(trace: Trace, solutions: bool) -> None:
    exercise = Exercise(trace, trace.worked, plainer=False, version=0)
    printed = Handout("lesson", "Nudge", trace, greek(), [], Theme.load("light"), exercise, solutions)
    content = printed.content()
    content["about"] = content["story"]["about"]
    codes = [code for name in ("title", "about", "version", "by_hand") for code in texts_in(content[name])]
    said = [said for code in codes for said in (QUOTED.findall(code) if "#text(" in code else [code])]
    assert english(said, trace) == set()
    assert len(said) > 12


def test_no_title_is_english(trace: Trace) -> None:
    titles = [scene.titled(greek()) for scene in all_scenes()]
    titles += [greek().say(chapter.message, {}) for chapter in CHAPTERS.values()]
    assert english(titles, trace) == set()


def test_an_english_word_would_be_found(trace: Trace) -> None:
    found: set[str] = set()
    rehearse(EveryWeight, trace, lambda scene, _: found.update(english(words_on(scene), trace)))
    assert {"longest", "widest", "What"} <= found


@pytest.mark.parametrize("name", [*(f"activation-{f}" for f in ACTIVATIONS), *(f"cost-{c}" for c in COSTS)])
def test_every_function_has_a_name_that_can_be_said(name: str) -> None:
    assert Messages.load().has(name)
    assert name.startswith("cost") or Messages.load().has(name, "the")
