"""A film of several chapters opens each with a card."""

import json

import pytest

from netsim import Trace
from scenes.calculus.small_nudge import SmallNudge
from scenes.camera.configured import configured
from scenes.camera.renderer import StageRenderer
from scenes.camera.veils import veil_over
from scenes.cli import main
from scenes.stage.chapters import CHAPTERS
from scenes.stage.formats import FORMATS
from scenes.stage.rehearsing.inspection import misplaced
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.story.chapter_cards import (
    CARDS,
    CalculusOpens,
    CalculusOpensOnTheLink,
    DescentOpens,
    NudgesOpens,
    with_cards,
)
from scenes.story.continued import handed_over
from scenes.story.story import ESSENTIALS, all_scenes, scenes_of
from scenes.story.told import Part
from scenes.words.messages import Messages
from tests.scenes.conftest import SMALL, recorded
from tests.scenes.cover import told_of_images


def opened(scenes):
    return [part.scene for part in with_cards([Part(scene, None) for scene in scenes])]


def test_each_of_several_chapters_has_its_card():
    told = opened(all_scenes())
    assert [scene for scene in told if scene not in all_scenes()] == [CARDS[c] for c in CHAPTERS if scenes_of(c)]
    assert told.index(NudgesOpens) + 1 == told.index(scenes_of("nudges")[0])
    assert told.index(CalculusOpens) + 1 == told.index(scenes_of("calculus")[0])


def test_a_chapter_alone_has_none():
    assert opened(scenes_of("nudges")) == list(scenes_of("nudges"))


def test_a_card_says_title_and_question(trace_of_xor):
    words = Messages.load()
    for card in (DescentOpens, NudgesOpens, CalculusOpens):
        chapter = CHAPTERS[card.chapter]
        scene = rehearse(card, trace_of_xor)
        assert [said.text for said in scene.spoken] == [words.say(chapter.message, {}, "question")]
        assert [line.sentence for line in scene.heading] == [words.say(chapter.message, {})]


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_card_has_a_picture_that_is_dimmed_under_its_title(card):
    seen = {}

    def look(scene, _):
        seen["title"], seen["picture"] = scene.heading[0].get_bottom()[1], scene.stands.get_top()[1]
        assert scene.staged()[0] is scene.stands
        veils = {veil_over(part) for part in scene.stands.family_members_with_points()}
        assert [veil.opacity for veil in veils] == [0.5]
        assert scene.stands.get_x() == pytest.approx(scene.heading[0].get_x(), abs=0.4)

    rehearse(card, recorded("784-16-16-10"), look)
    assert seen["title"] > seen["picture"], "nothing stands behind the title"


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_card_leaves_its_picture_for_the_chapter(card):
    scene = rehearse(card, recorded("784-16-16-10"), leads_on=True)
    assert [mobject for mobject in scene.mobjects if mobject.get_family()[1:]] == [scene.stands]
    assert {veil_over(part) for part in scene.stands.family_members_with_points()} == {None}, "it is bright again"
    assert scene.stands.get_x() == pytest.approx(card.closes_with(scene).get_x()), "and where the chapter has it"
    assert card.closes_with is card.opens_with is scenes_of(card.chapter)[0].opens_with


def test_one_chapter_leads_on_to_the_next_through_its_card():
    """The last picture of chapter Descent is the card's, and that is the first of chapter Nudges."""
    parts = with_cards([Part(scene, None) for scene in (*scenes_of("descent"), *scenes_of("nudges"))])
    joins = dict(zip([part.scene for part in parts], handed_over(parts), strict=True))
    assert joins[scenes_of("descent")[0]][0] is DescentOpens
    assert joins[NudgesOpens] == (scenes_of("descent")[-1], True)
    assert joins[scenes_of("nudges")[0]][0] is NudgesOpens
    assert scenes_of("descent")[-1].closes_with is NudgesOpens.opens_with


def test_the_card_before_the_calculus_of_the_short_film_has_the_picture_that_this_begins_with():
    """It was nearly empty upright, and the stage went dark after it."""
    parts = with_cards([Part(scene, None) for scene in ESSENTIALS])
    joins = dict(zip([part.scene for part in parts], handed_over(parts), strict=True))
    assert joins[SmallNudge][0] is CalculusOpensOnTheLink
    assert CalculusOpensOnTheLink.closes_with is SmallNudge.opens_with
    tall: dict[str, float] = {}

    def look(scene, _):
        assert misplaced(scene) == []
        tall[scene.format.name] = scene.stands.height / scene.stage.height

    for aspect, frame in FORMATS.items():
        with configured(dict(SMALL.of(aspect).frame)):
            rehearse(CalculusOpensOnTheLink, recorded("784-16-16-10"), look, frame=frame)
    assert min(tall.values()) > 0.6


def test_the_story_is_listed_with_its_cards(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["list", "--json"]) == 0
    assert "CalculusOpensOnTheLink" in [beat["scene"] for beat in json.loads(capsys.readouterr().out)]


@pytest.mark.parametrize(
    "scene", [*CARDS.values(), CalculusOpensOnTheLink, *told_of_images()], ids=lambda scene: scene.__name__
)
def test_what_a_scene_needs_is_enough_for_the_picture_that_it_begins_with(scene):
    """The short film records only what its own scenes and cards need."""
    whole = recorded("784-16-16-10")
    needed = [key for key in whole if "/" not in key or key.split("/")[0] in scene.needs]
    declared = {key: whole.header["arrays"][key] for key in needed}
    trace = Trace(whole.header | {"arrays": declared}, {key: whole[key] for key in needed})
    alone = scene(trace, renderer=StageRenderer(skip_animations=True))
    assert (alone.stands is None) == (scene.opens_with is None)
