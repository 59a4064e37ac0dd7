"""A lesson file becomes a recipe, or one sentence that says what is wrong; a trace is recorded once."""

import tomllib

import pytest

from netsim import Recipe, RecipeError
from scenes.lesson import DEFAULT_LESSON, Lesson, LessonError, kept_trace, look_up, source_digest, trace_for

TINY = '[network]\nhidden = [2]\n[data]\nname = "xor"\n[training]\nepochs = 2\n'


@pytest.fixture
def lesson_file(tmp_path):
    def write(content):
        path = tmp_path / "my.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_the_bundled_lesson_says_the_defaults():
    assert Lesson.load().recipe == Recipe()


def test_the_bundled_lesson_shows_every_key():
    text = DEFAULT_LESSON.read_text("utf-8")
    shown = tomllib.loads(text)
    for name, section in Recipe():
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
        (b"[data]\nname = 'd\xe9j\xe0'\n", "line 2: not UTF-8 text"),
    ],
)
def test_what_is_not_toml_is_named_with_its_line(lesson_file, content, told):
    with pytest.raises(LessonError, match=rf"my\.toml.*{told}") as caught:
        Lesson.load(lesson_file(content))
    assert "\n" not in str(caught.value)


def test_a_missing_lesson_is_named_with_those_that_are_there(lesson_file):
    path = lesson_file("").with_name("mine.toml")
    with pytest.raises(LessonError, match=r"mine\.toml: there is no such lesson file; in .* there is my\.toml\."):
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


def test_a_trace_is_recorded_once(lesson_file, tmp_path):
    lesson, heard = Lesson.load(lesson_file(TINY)), []
    first = trace_for(lesson, tmp_path / "work", lambda *told: heard.append(told))
    assert heard
    heard.clear()
    second = trace_for(lesson, tmp_path / "work", lambda *told: heard.append(told))
    assert heard == []
    assert second.digest == first.digest


def test_another_recipe_has_another_trace(lesson_file, tmp_path):
    one = kept_trace(Lesson.load(lesson_file(TINY)), tmp_path)
    assert one != kept_trace(Lesson.load(lesson_file(TINY + "seed = 7\n")), tmp_path)
    assert one == kept_trace(Lesson.load(lesson_file("# a remark\n" + TINY)), tmp_path)


def test_a_damaged_trace_is_recorded_anew(lesson_file, tmp_path):
    lesson = Lesson.load(lesson_file(TINY))
    digest = trace_for(lesson, tmp_path).digest
    path = kept_trace(lesson, tmp_path)
    path.write_bytes(path.read_bytes()[:100])
    trace = trace_for(lesson, tmp_path)
    trace.verify()
    assert trace.digest == digest


def test_looking_up_writes_nothing(lesson_file, tmp_path):
    lesson = Lesson.load(lesson_file(TINY))
    look_up(lesson, tmp_path / "work").verify()
    assert not (tmp_path / "work").exists()


def test_a_digest_of_sources_sees_every_change_but_no_cache(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.py").write_text("1")
    seen = [source_digest(tmp_path)]
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "x.pyc").write_text("cache")
    assert source_digest(tmp_path) == seen[0]
    (tmp_path / "a" / "x.py").write_text("2")
    seen.append(source_digest(tmp_path))
    (tmp_path / "a" / "x.py").rename(tmp_path / "a" / "y.py")
    seen.append(source_digest(tmp_path))
    assert len(set(seen)) == 3
    assert source_digest(tmp_path, skip=("a",)) == source_digest(tmp_path, skip=("a/y.py",))
