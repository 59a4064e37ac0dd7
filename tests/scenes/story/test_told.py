"""A story tells the chapters, scenes and beats that it names; one that names none is the short film."""

import pytest

from scenes.lesson.lesson import Lesson
from scenes.story.story import ESSENTIALS, all_scenes, scenes_of
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
    essentials = [scene for scene in all_scenes() if scene in ESSENTIALS]
    assert [(part.scene, part.told) for part in told(Lesson.load())] == [(scene, None) for scene in essentials]


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
        ('leave_out = ["calculus", "N3", "ThreeLevers"]',
         lambda scene, beat: scene in ("OutputNudges", "PreviousLayer", "SumOfWishes")
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
