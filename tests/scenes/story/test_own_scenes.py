"""Scenes of a lecturer's own: a Python file beside the lesson replaces some of the story's, or adds some."""

from dataclasses import replace

import pytest

from scenes.lesson.errors import LessonError
from scenes.lesson.lesson import Lesson
from scenes.look.theme import Theme
from scenes.nudges.output_nudges import OutputNudges
from scenes.nudges.three_levers import ThreeLevers
from scenes.story.chapter_cards import with_cards
from scenes.story.continued import handed_over
from scenes.story.own_scenes import OwnSceneError, address, scene_at
from scenes.story.told import told
from tests.scenes.tiny import TINY

OWN = """
from scenes.stage.beats import beat
from scenes.nudges.output_nudges import OutputNudges
from scenes.stage.stage import TraceScene

class Mine(OutputNudges):
    @beat
    def the_wishes(self):
        \"\"\"These are my words.\"\"\"
        super().the_wishes()

class Hello(TraceScene):
    chapter = "nudges"
    title = "Hello"

    @beat("N1")
    def greeting(self):
        \"\"\"Good morning.\"\"\"
        self.wait()
"""


def test_scenes_of_your_own_replace_their_parents_or_are_added(lesson_file):
    left_out = ["OutputNudges.the_target", "descent", "TheQuestion", "N10", "N11", "N15", "calculus"]
    path = lesson_file(f'[story]\nscenes_file = "mine.py"\nleave_out = {left_out}\n')
    path.with_name("mine.py").write_text(OWN)
    parts = told(replace(Lesson.load(path), drawn=True))
    assert [part.scene.__name__ for part in parts] == ["Mine", "PreviousLayer", "SumOfWishes", "Hello"]
    assert "the_target" not in parts[0].told
    assert scene_at(address(parts[0].scene)) is parts[0].scene
    assert address(ThreeLevers) == "scenes.nudges.three_levers:ThreeLevers"
    path.with_name("mine.py").write_text(OWN + "# changed\n")
    with pytest.raises(OwnSceneError, match="has changed since"):
        scene_at(address(parts[0].scene))
    assert told(replace(Lesson.load(path), drawn=True))[0].scene is not parts[0].scene


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("x = 1\ndef f(:\n", r"mine\.py, line 2: SyntaxError"),
        ("\nimport sys\nsys.exit(0)\n", r"mine\.py, line 3: sys\.exit was called"),
        ("\n\nimport nowhere_to_be_found\n", r"mine\.py, line 3: ModuleNotFoundError"),
        ("x = 1\n", r"mine\.py defines no scene"),
        (
            OWN.replace("@beat\n", "@beat(after='the_wish')\n"),
            r"mine\.py: beat 'the_wishes' of Mine is told after 'the_wish'",
        ),
    ],
)
def test_a_file_of_scenes_that_fails_is_named_with_its_line(lesson_file, source, said):
    path = lesson_file('[story]\nscenes_file = "mine.py"\n')
    path.with_name("mine.py").write_text(source)
    with pytest.raises(LessonError, match=said) as caught:
        told(replace(Lesson.load(path), drawn=True))
    assert "\n" not in str(caught.value)


INTRO = """
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene

class Intro(TraceScene):
    title = "Before we begin"

    @beat
    def welcome(self):
        \"\"\"Welcome.\"\"\"
        self.wait()

class Pause(TraceScene):
    chapter = "descent"

    @beat
    def rest(self):
        \"\"\"Breathe.\"\"\"
        self.wait()
"""


@pytest.fixture
def parts_of(lesson_file):
    """What is told, with cards, of a lesson with scenes of one's own and these lines in [story]."""

    def parts(lines):
        path = lesson_file(f'[story]\nscenes_file = "mine.py"\n{lines}\n')
        path.with_name("mine.py").write_text(INTRO)
        lesson = Lesson.load(path)
        return with_cards(told(lesson), lesson.story.opens)

    return parts


def names_of(parts):
    return [part.scene.__name__ for part in parts]


def test_scenes_are_told_in_the_order_in_which_they_are_listed(parts_of):
    listed = ["ThreeLevers", "Intro", "OutputNudges"]
    assert names_of(parts_of(f"scenes = {listed}")) == listed
    assert names_of(parts_of(f"scenes = {[name.lower() for name in listed]}")) == listed
    assert names_of(parts_of('scenes = ["OutputNudges", "ThreeLevers", "OutputNudges"]')) == listed[::2][::-1]
    assert names_of(parts_of(f'scenes = {listed}\nleave_out = ["OutputNudges"]')) == listed[:2]


def test_a_scene_of_ones_own_opens_its_chapter_before_its_card(parts_of):
    alone = names_of(parts_of('chapters = ["nudges"]\nopens = "Intro"'))
    assert alone[0] == "Intro"
    assert alone[1:] == names_of(parts_of('chapters = ["nudges"]\nleave_out = ["Intro"]'))
    whole = names_of(parts_of('chapters = ["all"]\nopens = "intro"'))
    place = whole.index("Intro")
    assert whole[place - 2 : place + 3] == ["ThreeFunctions", "Pause", "Intro", "NudgesOpens", "TheQuestion"]
    first = names_of(parts_of('chapters = ["all"]\nopens = "Pause"'))
    assert first[:3] == ["Pause", "DescentOpens", "NeverTold"]
    assert first[-1] == "SymbolBySymbol"
    short = names_of(parts_of('opens = "Pause"'))
    assert short[:3] == ["Pause", "DescentOpens", "TwoDials"]


def test_a_scene_of_the_story_can_open_its_chapter_too(parts_of):
    assert names_of(parts_of('chapters = ["nudges"]\nopens = "ThreeLevers"'))[:2] == ["ThreeLevers", "TheQuestion"]


def test_chapters_that_take_turns_have_one_card_each(parts_of):
    mixed = names_of(parts_of('scenes = ["TwoDials", "OutputNudges", "Pause", "ThreeLevers"]'))
    assert mixed == ["DescentOpens", "TwoDials", "NudgesOpens", "OutputNudges", "Pause", "ThreeLevers"]


def test_joins_follow_the_order_of_telling(parts_of):
    parts = parts_of('scenes = ["ThreeLevers", "Intro", "OutputNudges", "TheQuestion"]')
    joins = handed_over(parts)
    assert [before and before.__name__ for before, _ in joins] == [None, "ThreeLevers", None, "OutputNudges"]
    assert [leads for _, leads in joins] == [True, False, True, False]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ('opens = "Intr"', r"story\.opens = 'Intr': the story has nothing of that name \(did you mean 'Intro'\?\)"),
        ('opens = "nudges"', r"story\.opens = 'nudges': the story has nothing of that name"),
        ('scenes = ["Intro", "OutputNudge"]', r"story\.scenes\[1\] = 'OutputNudge'"),
    ],
)
def test_a_scene_that_is_not_there_can_neither_open_nor_be_listed(parts_of, lines, said):
    with pytest.raises(LessonError, match=said):
        parts_of(lines)


def test_a_scene_run_by_hand_takes_the_lesson_that_the_environment_names_and_its_look(
    lesson_file, tmp_path, monkeypatch, trace_of_xor
):
    look = '[look]\ntheme = "light"\ncaptions = false\npace = 2\n[story]\nwords = "mine.ftl"\n'
    (tmp_path / "mine.ftl").write_text("OutputNudges = What is asked for\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NUDGE_LESSON", str(lesson_file(TINY + look)))
    scene = ThreeLevers()
    assert scene.trace.sizes == [2, 2, 2]
    assert scene.theme == Theme.load("light").at_pace(2)
    assert scene.captions is False
    assert OutputNudges.titled(scene.words) == "What is asked for"
    said_otherwise = ThreeLevers(theme=Theme.load("dark"), captions=True, pace=1.0)
    assert (said_otherwise.theme, said_otherwise.captions) == (Theme.load("dark"), True)
    given = ThreeLevers(trace_of_xor)
    assert (given.theme, given.captions) == (Theme.load("dark"), True), "a trace of one's own has no lesson"
