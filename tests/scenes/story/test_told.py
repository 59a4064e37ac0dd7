"""A story tells the chapters, scenes and beats that it names; one that names none is the short film."""

import pytest

from scenes.lesson.lesson import Lesson
from scenes.nudges.again_and_again import AgainAndAgain
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.story.story import BESIDES, ESSENTIALS, all_scenes, scenes_of, told_in_short
from scenes.story.told import told

CALCULUS = [scene.__name__ for scene in scenes_of("calculus")]


def beats_told(lesson):
    return {
        (part.scene.__name__, beat.name)
        for part in told(lesson)
        for beat in part.scene.beats()
        if part.told is None or beat.name in part.told
    }


def test_a_story_that_chooses_nothing_is_the_short_film():
    parts = told(Lesson.load())
    assert [part.scene for part in parts] == [scene for scene in all_scenes() if scene in ESSENTIALS]
    for part in parts:
        names = {beat.name for beat in part.scene.beats()}
        assert set(BESIDES.get(part.scene, ())) < names
        assert (part.told or names) == names - set(BESIDES.get(part.scene, ()))


def test_the_short_film_tells_of_an_own_scene_what_it_adds(tmp_path):
    class Mine(AgainAndAgain):
        """Another end."""

        @beat
        def an_encore(self):
            """Once more."""

    assert told_in_short(Mine) == ["the_outputs_sharpen", "an_encore"]
    assert told_in_short(type("Elsewhere", (TraceScene,), {"an_encore": Mine.an_encore})) == ["an_encore"]


def test_other_chapters_can_be_told_than_the_file_says(lesson_file):
    lesson = Lesson.load(lesson_file('[story]\nbeats = ["K6"]\nleave_out = ["N3"]\n'))
    assert [part.scene for part in told(lesson.telling("nudges"))] == list(scenes_of("nudges"))
    assert [part.scene for part in told(lesson.telling("all"))] == list(all_scenes())
    assert ("OutputNudges", "the_example") not in beats_told(lesson.telling("all"))


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ('chapters = ["calculus"]', lambda scene, beat: scene in CALCULUS),
        ('chapters = ["all"]', lambda scene, beat: True),
        ('scenes = ["outputnudges"]', lambda scene, beat: scene == "OutputNudges"),
        ('beats = ["K6"]', lambda scene, beat: scene == "ThreeDerivatives"),
        ('beats = ["OutputNudges.the_wishes"]', lambda scene, beat: (scene, beat) == ("OutputNudges", "the_wishes")),
        ('leave_out = ["descent", "calculus", "N1", "N3", "N9", "N10", "N11", "AgainAndAgain"]',
         lambda scene, beat: scene in ("OutputNudges", "PreviousLayer")
         and beat not in ("the_example", "the_outputs")),
        ('chapters = ["nudges"]\nbeats = ["N4", "K6"]\nleave_out = ["OutputNudges.the_target"]',
         lambda scene, beat: (scene, beat) in (("OutputNudges", "the_wishes"),
                                               ("OutputNudges", "the_near_and_the_far"))),
    ],
)  # fmt: skip
def test_a_story_chooses(lesson_file, story, expected):
    everything = {(scene.__name__, beat.name) for scene in all_scenes() for beat in scene.beats()}
    lesson = Lesson.load(lesson_file(f"[story]\n{story}\n"))
    assert beats_told(lesson) == {place for place in everything if expected(*place)}
