"""In a second language nothing English is left: not on the stage, nor on paper, nor beside a film."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from netsim import Trace
from netsim.functions import ACTIVATIONS, COSTS
from scenes.look.theme import Theme
from scenes.nudges.every_weight import EveryWeight
from scenes.stage.chapters import CHAPTERS
from scenes.stage.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.story.story import all_scenes
from scenes.studio.print.handout import Handout
from scenes.words.messages import Messages
from tests.scenes.conftest import recorded
from tests.scenes.second_language import greek

NETWORKS = ("784-16-16-10", "2-3-2")
#: Typst's names of symbols, and functions that mathematics calls by the same name everywhere.
SYMBOLS = frozenset(
    ("partial", "sigma", "delta", "Delta", "eta", "epsilon", "nabla", "sum", "dot", "dots", "cdot", "times", "approx")
    + ("arrow", "space", "quad", "med", "thin", "normal", "upright", "ln", "tanh", "ReLU", "GELU", "id")
    + ("text", "font", "fill")
)
_LATIN = re.compile(r"[A-Za-z]{2,}")
_QUOTED = re.compile(r'"([^"]*)"')
_FONT = re.compile(r'font: \(.*?,\)|(font|fill|weight|style): (rgb\()?"[^"]*"')


def english(said: Iterable[str], trace: Trace) -> set[str]:
    """The words in Latin letters that are neither the trace's classes nor symbols."""
    named = {word for name in (*trace.classes, str(trace.header["data"])) for word in _LATIN.findall(name)}
    return {
        word
        for text in said
        for word in _LATIN.findall(text)
        if word not in SYMBOLS and not any(whole.startswith(word) for whole in named)
    }


def texts_in(content: object) -> list[str]:
    """All texts in plain values, whatever lists and tables they stand in."""
    if isinstance(content, dict | list):
        parts = content.values() if isinstance(content, dict) else content
        return [text for part in parts for text in texts_in(part)]
    return [str(content)]


def words_on(scene: TraceScene) -> list[str]:
    """All words that stand in the picture: lines of type, and what is quoted in formulas."""
    parts = [part.__dict__ for mobject in scene.mobjects for part in mobject.get_family()]
    formulas = {about["formula"] for about in parts if "formula" in about}
    quoted = [said for source in formulas for said in _QUOTED.findall(_FONT.sub("", source))]
    return [*(about["sentence"] for about in parts if "sentence" in about), *quoted]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Look at every scene on one network, before a release on another one too."""
    if "network" in metafunc.fixturenames:
        metafunc.parametrize("network", NETWORKS if metafunc.config.getoption("every") else NETWORKS[:1])


@pytest.mark.parametrize("scene", all_scenes())
def test_nothing_english_stands_on_the_stage(scene: type[TraceScene], network: str) -> None:
    trace, found = recorded(network), {}
    if scene.missing(trace):
        return

    def look(shown: TraceScene, beat: str) -> None:
        if left := english(words_on(shown), trace):
            found[beat] = left

    rehearse(scene, trace, look, words=greek())
    assert found == {}


@pytest.mark.parametrize("solutions", [True, False])
def test_nothing_english_is_printed(trace: Trace, solutions: bool) -> None:
    printed = Handout("lesson", trace, greek(), [], Theme.load("light"), trace, trace.worked, False, 0, solutions)
    content = printed.content()
    content["about"] = content["story"]["about"]
    codes = [code for name in ("title", "about", "version", "by_hand") for code in texts_in(content[name])]
    said = [said for code in codes for said in (_QUOTED.findall(code) if "#text(" in code else [code])]
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
