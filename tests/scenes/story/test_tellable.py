"""A run that lacks what a scene or a beat asks for: it is left out and said, or refused if it was asked for by name."""

from __future__ import annotations

import pytest

from netsim import Given, Trace
from netsim.beforehand import given_of
from netsim.data.sources import load_dataset, outline_of
from netsim.recipe.recipe import Recipe
from netsim.trace.given import ASKS, AskError
from scenes.cli import main
from scenes.nudges.output_nudges import OutputNudges
from scenes.nudges.sum_of_wishes import SumOfWishes
from scenes.stage.beats import beat
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.story.continued import handed_over
from scenes.story.story import all_scenes
from scenes.story.tellable import tellable
from scenes.story.told import Part, StoryError
from tests.scenes.conftest import recorded

ALL = Given(sizes=(2, 3, 2), classes=2, unseen=4, updates=10, rule="sgd")
FLAT = '[network]\nhidden = []\n[data]\nname = "xor"\n[training]\nepochs = 1\n'


class Asking(TraceScene):
    """A scene of which the last beat asks for something."""

    @beat
    def plain(self) -> None:
        """It asks for nothing."""

    @beat(asks=("unseen",))
    def tested(self) -> None:
        """It asks for unseen examples."""
        raise AssertionError("a beat that cannot be told happened")


@pytest.mark.parametrize(
    ("name", "lacking"),
    [
        ("hidden", {"sizes": (2, 2)}),
        ("two_inputs", {"sizes": (3, 3, 2)}),
        ("classes", {"classes": 0}),
        ("outputs", {"sizes": (2, 3, 1)}),
        ("unseen", {"unseen": 0}),
        ("updates", {"updates": 0}),
        ("batches", {"dealt": False}),
    ],
)
def test_an_ask_is_not_met_by_a_run_without_it(name: str, lacking: dict[str, object]) -> None:
    without = Given(**{**vars(ALL), **lacking})
    assert ALL.lacking((name,)) is None
    assert without.lacking((name,)) is ASKS[name]
    assert [other for other in ASKS if without.lacking((other,))] == [name]


def test_what_scenes_ask_for_can_be_asked_for() -> None:
    for scene in all_scenes():
        ALL.lacking((*scene.asks, *(name for beat in scene.beats() for name in beat.asks)))
    with pytest.raises(AskError, match="there is no ask 'clases' \\(did you mean 'classes'\\?\\)"):
        ALL.lacking(("clases",))


def test_what_cannot_be_told_is_left_out_and_said() -> None:
    parts = [Part(OutputNudges, None), Part(SumOfWishes, None), Part(Asking, None)]
    given = Given(**{**vars(ALL), "sizes": (2, 2), "unseen": 0})
    left, said = tellable(parts, given, [])
    assert left == (Part(OutputNudges, None), Part(Asking, frozenset({"plain"})))
    assert said == [
        "SumOfWishes, which shows a hidden layer",
        "Asking.tested, which speaks of examples that were held out",
    ]
    assert tellable(parts, ALL, []) == (tuple(parts), [])


def test_no_picture_is_handed_over_by_a_scene_whose_end_is_left_out() -> None:
    class Ending(OutputNudges):
        """Its last beat asks for something."""

        @beat(asks=("unseen",))
        def the_end(self) -> None:
            """The end."""

        closes_with = OutputNudges.opens_with

    parts = [Part(Ending, None), Part(SumOfWishes, None)]
    left, _ = tellable(parts, Given(**{**vars(ALL), "unseen": 0}), [])
    assert [on for _, on in handed_over(parts)] == [True, False]
    assert [on for _, on in handed_over(left)] == [False, False]


@pytest.mark.parametrize(("scene", "name"), [(SumOfWishes, "SumOfWishes shows a hidden layer"), (Asking, "Asking.te")])
def test_what_is_named_and_cannot_be_told_is_refused(scene: type[TraceScene], name: str) -> None:
    given = Given(**{**vars(ALL), "sizes": (2, 2), "unseen": 0})
    last = scene.beats()[-1].name
    with pytest.raises(StoryError, match=f"^{name}.*; (give|hold).*\\.$"):
        tellable([Part(OutputNudges, None), Part(scene, None)], given, [{(scene, last)}])


def test_a_beat_that_cannot_be_told_does_not_happen() -> None:
    trace = recorded("2-3-2")
    bare = Trace({**trace.header, "unseen": 0}, {key: trace[key] for key in trace})
    assert [said.beat for said in rehearse(Asking, bare).spoken] == ["plain"]
    assert list(Asking.says(bare)) == ["plain"]


@pytest.mark.parametrize("network", ["784-16-16-10", "2-3-2"])
def test_what_is_given_is_known_before_and_after(network: str) -> None:
    name, trace = {"784-16-16-10": "digits", "2-3-2": "xor"}[network], recorded(network)
    recipe = Recipe.from_dict(trace.header["recipe"] | {"data": {"name": name}})
    assert given_of(recipe, load_dataset(recipe.data)) == trace.given


def test_mnist_need_not_be_read_for_that() -> None:
    recipe = Recipe.from_dict({"data": {"name": "mnist", "unseen": 50}, "training": {"epochs": 2, "momentum": 0.5}})
    outline = outline_of(recipe.data)
    assert outline is not None
    assert given_of(recipe, outline) == Given((784, 16, 16, 10), 10, 50, 24_000, "momentum")


def test_the_command_says_what_it_leaves_out(lesson_file, capsys) -> None:
    lesson = lesson_file(FLAT)
    assert main(["check", str(lesson)]) == 0
    assert "Left out   SumOfWishes, which shows a hidden layer\n" in capsys.readouterr().err
    assert main(["list", str(lesson), "--scene", "SumOfWishes"]) == 2
    assert "SumOfWishes shows a hidden layer; give the network one with hidden" in capsys.readouterr().err
    named = lesson_file(FLAT + '[story]\nscenes = ["OutputNudges", "SumOfWishes"]\n')
    assert main(["check", str(named)]) == 1
    assert "SumOfWishes shows a hidden layer; give the network one with hidden" in capsys.readouterr().out
