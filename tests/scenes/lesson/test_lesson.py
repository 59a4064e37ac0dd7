"""A lesson file becomes a recipe, or one sentence that says what is wrong."""

import tomllib

import pytest

from netsim import Recipe, RecipeError
from scenes.commands.planning.planned import lesson_at
from scenes.commands.planning.request import Request
from scenes.lesson.errors import LessonError
from scenes.lesson.kept_traces import trace_for
from scenes.lesson.lesson import DEFAULT_LESSON, Lesson
from scenes.lesson.sections import Look, Output, Plan, Story
from scenes.story.story import scenes_of
from scenes.studio.film.clips.quality import QUALITIES
from tests.scenes.tiny import TINY

CALCULUS = [scene.__name__ for scene in scenes_of("calculus")]


def test_the_bundled_lesson_says_the_defaults():
    lesson = Lesson.load()
    assert (lesson.recipe, lesson.look, lesson.story, lesson.output) == (Recipe(), Look(), Story(), Output())


def test_the_bundled_lesson_shows_every_key():
    text = DEFAULT_LESSON.read_text("utf-8")
    shown = tomllib.loads(text)
    for name, section in Plan():
        keys = set(type(section).model_fields)
        assert {key for key in keys if key in shown[name] or f"# {key} = " in text} == keys


def test_an_empty_lesson_is_the_default_one_under_its_own_name(lesson_file):
    lesson = Lesson.load(lesson_file(""))
    assert (lesson.name, lesson.recipe) == ("my", Recipe())


def test_a_lesson_of_a_windows_editor_is_read(lesson_file):
    assert Lesson.load(lesson_file(b"\xef\xbb\xbf" + TINY.encode().replace(b"\n", b"\r\n"))).recipe.data.name == "xor"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[network]\nhidden = [16,,16]\n", "not valid TOML: .*line 2"),
        ("[network]\nseed = 1\nseed = 2\n", "not valid TOML: .*line 3"),
        (b"[data]\nname = 'd\xe9j\xe0'\n", "not UTF-8 text in line 2"),
    ],
)
def test_what_is_not_toml_is_named_with_its_line(lesson_file, content, told):
    with pytest.raises(LessonError, match=rf"my\.toml.*{told}") as caught:
        Lesson.load(lesson_file(content))
    assert "\n" not in str(caught.value)


def test_a_missing_lesson_is_named_with_those_that_are_there(lesson_file):
    path = lesson_file("").with_name("mine.toml")
    with pytest.raises(LessonError, match=r"mine\.toml is not there; in .* there is my\.toml\."):
        Lesson.load(path)


def test_a_folder_is_no_lesson(tmp_path):
    with pytest.raises(LessonError, match="is a folder"):
        Lesson.load(tmp_path)


def test_an_impossible_value_is_named_with_the_file(lesson_file):
    with pytest.raises(RecipeError, match=r"my\.toml.*eta"):
        Lesson.load(lesson_file("[training]\neta = -1\n"))


def test_a_label_that_the_data_lacks_is_named_with_the_file(lesson_file, tmp_path):
    lesson = Lesson.load(lesson_file(TINY + '[record]\nfollow = ["7"]\n'))
    with pytest.raises(RecipeError, match=r"my\.toml.*7"):
        trace_for(lesson, tmp_path / "work")


def test_every_quality_may_be_asked_for():
    for name in QUALITIES:
        assert Plan.from_dict({"output": {"quality": name}}).output.quality == name
    assert set(Output.model_json_schema()["properties"]["quality"]["enum"]) == set(QUALITIES)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[story]\nchapters = ["nudge"]', r"story\.chapters\[0\] = 'nudge'.*did you mean 'nudges'"),
        ('[story]\nscenes = ["ThreeLevers", "Threelever"]', r"story\.scenes\[1\].*did you mean 'ThreeLevers'"),
        ('[story]\nbeats = ["OutputNudges.the_wish"]', r"did you mean 'OutputNudges\.the_wishes'"),
        ('[story]\nbeats = ["N99"]', r"story\.beats\[0\] = 'N99'.*did you mean 'N9'"),
        ('[story]\nbeats = ["OutputNudges"]', r"story\.beats\[0\] = 'OutputNudges'"),
        ('[story]\nleave_out = ["@"]', r"there are all, descent, nudges"),
        ('[story]\nleave_out = ["descent", "nudges", "calculus"]', "leaves nothing to tell"),
        ('[story]\nexample = 1', r"story\.example = 1.*names 0 examples"),
        ('[story]\nscenes_file = "no.py"', r"no\.py is not there"),
        ('[look]\npace = 9', r"look\.pace = 9, expected a number of at most 4"),
        ('[look]\nbrightness = "red"', r"\[look\] has no key 'brightness'; the keys are theme"),
        ('[output]\nformats = ["mp4"]', r"output\.formats\[0\] = 'mp4', expected one of film"),
        ('[outputs]', r"no section \[outputs\] \(did you mean 'output'"),
    ],
)  # fmt: skip
def test_a_wish_that_cannot_be_met_gets_one_sentence(lesson_file, content, said):
    with pytest.raises((LessonError, RecipeError), match=rf"my\.toml: .*{said}") as caught:
        lesson_at(Request(lesson=lesson_file(content + "\n")))
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_the_trace_begins_with_what_the_story_looks_at(lesson_file):
    text = TINY + '[record]\nfollow = ["0", "1"]\nsteps = [0, 10, 40]\n[story]\nexample = 1\nstep = 20\n'
    lesson = Lesson.load(lesson_file(text))
    assert lesson.recipe.record.follow == ("1", "0")
    trace = lesson.record()
    assert trace.steps.tolist()[:2] == [20, 40]
    assert trace.classes[trace.label(0)] == "1"


def test_a_step_beyond_the_run_is_named_as_the_story_s(lesson_file):
    with pytest.raises(RecipeError, match=r"my\.toml: story\.step = 9999: the run has \d+ updates"):
        Lesson.load(lesson_file(TINY + "[story]\nstep = 9999\n")).record()


TABLE = "a,b,kind\n" + "".join(f"{i},{i * i % 7},{'xyz'[i % 3]}\n" for i in range(30))
OF_A_TABLE = '[network]\nhidden = [2]\n[data]\nname = "csv"\npath = "data/my.csv"\n[training]\nepochs = 1\n'


def test_what_is_wrong_with_the_data_is_said_with_lesson_file_and_line(lesson_file):
    path = lesson_file(OF_A_TABLE)
    (path.parent / "data").mkdir()
    (path.parent / "data" / "my.csv").write_text(TABLE + "1,x\n")
    with pytest.raises(RecipeError, match=r"my\.toml: .*my\.csv, line 32: 2 values, expected 3"):
        Lesson.load(path).record()


@pytest.mark.parametrize("path", sorted(DEFAULT_LESSON.parent.glob("*.toml")), ids=lambda path: path.stem)
def test_every_bundled_lesson_can_be_read(path):
    data = {"default": "digits", "mnist": "mnist", "worked": "xor"}
    assert Lesson.load(path).recipe.data.name == data[path.stem.partition("-")[0]]


def test_the_lesson_for_96_of_100_has_the_very_network_of_the_default_one():
    network = Lesson.load(DEFAULT_LESSON.with_name("mnist-96.toml")).recipe.network
    assert network.model_copy(update={"seed": Recipe().network.seed}) == Recipe().network
