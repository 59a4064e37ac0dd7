"""A lesson file becomes a recipe, or one sentence that says what is wrong; a trace is recorded once."""

import tomllib

import pytest

from netsim import Recipe, RecipeError, verify
from netsim.exhibits.registry import EXHIBITS
from scenes.commands.common import lesson_at
from scenes.lesson.kept_traces import kept_trace, look_up, source_digest, trace_for
from scenes.lesson.lesson import DEFAULT_LESSON, Lesson, LessonError
from scenes.lesson.sections import Look, Output, Plan, Story
from scenes.story.story import ESSENTIALS, all_scenes, scenes_of
from scenes.story.told import told
from scenes.studio.film.quality import QUALITIES

CALCULUS = [scene.__name__ for scene in scenes_of("calculus")]
TINY = '[network]\nhidden = [2]\n[data]\nname = "xor"\n[training]\nepochs = 2\n'


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


def test_no_more_is_recorded_than_the_scenes_need_and_more_is_used_if_it_is_there(lesson_file, tmp_path):
    lesson = Lesson.load(lesson_file(TINY))
    bare, two = lesson.recording(["levers"]), lesson.recording(["wishes", "levers"])
    trace = trace_for(two, tmp_path)
    assert {exhibit for exhibit in EXHIBITS if trace.has(exhibit)} == {"levers", "wishes"}
    assert kept_trace(bare, tmp_path) == kept_trace(two, tmp_path), "it has all that is needed"
    assert trace_for(lesson, tmp_path).has("chain")
    assert kept_trace(two, tmp_path) != kept_trace(lesson, tmp_path)


def test_a_lesson_that_lists_exhibits_as_earlier_ones_did_is_told_what_to_do(lesson_file):
    said = r"my\.toml: \[record\] has no key 'exhibits' any more: .* scenes that are told; delete the line\.$"
    with pytest.raises(RecipeError, match=said):
        Lesson.load(lesson_file(TINY + '[record]\nexhibits = ["chain"]\n'))


def test_a_damaged_trace_is_recorded_anew(lesson_file, tmp_path):
    lesson = Lesson.load(lesson_file(TINY)).recording(["wishes", "chain"])  # nothing that a clock measures
    digest = trace_for(lesson, tmp_path).digest
    path = kept_trace(lesson, tmp_path)
    path.write_bytes(path.read_bytes()[:100])
    trace = trace_for(lesson, tmp_path)
    verify(trace)
    assert trace.digest == digest


def test_looking_up_writes_nothing(lesson_file, tmp_path):
    lesson = Lesson.load(lesson_file(TINY))
    verify(look_up(lesson, tmp_path / "work"))
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


def beats_told(lesson):
    return {
        (part.scene.__name__, beat.name)
        for part in told(lesson)
        for beat in part.scene.beats()
        if part.told is None or beat.name in part.told
    }


def test_every_quality_may_be_asked_for():
    for name in QUALITIES:
        assert Plan.from_dict({"output": {"quality": name}}).output.quality == name
    assert set(Output.model_json_schema()["properties"]["quality"]["enum"]) == set(QUALITIES)


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


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[story]\nchapters = ["nudge"]', r"story\.chapters\[0\] = 'nudge'.*did you mean 'nudges'"),
        ('[story]\nscenes = ["ThreeLevers", "Threelever"]', r"story\.scenes\[1\].*did you mean 'ThreeLevers'"),
        ('[story]\nbeats = ["OutputNudges.the_wish"]', r"did you mean 'OutputNudges\.the_wishes'"),
        ('[story]\nbeats = ["N99"]', r"story\.beats\[0\] = 'N99'.*did you mean 'N9'"),
        ('[story]\nbeats = ["OutputNudges"]', r"story\.beats\[0\] = 'OutputNudges'"),
        ('[story]\nleave_out = ["@"]', r"there are all, descent, nudges"),
        ('[story]\nleave_out = ["nudges", "calculus"]', "leaves nothing to tell"),
        ('[story]\nexample = 1', r"story\.example = 1.*names 0 examples"),
        ('[story]\nscenes_file = "no.py"', r"no\.py cannot be read"),
        ('[look]\npace = 9', r"look\.pace = 9, expected a number of at most 4"),
        ('[look]\ncolour = "red"', r"\[look\] has no key 'colour'; the keys are theme"),
        ('[output]\nformats = ["mp4"]', r"output\.formats\[0\] = 'mp4', expected one of film"),
        ('[outputs]', r"no section \[outputs\] \(did you mean 'output'"),
    ],
)  # fmt: skip
def test_a_wish_that_cannot_be_met_gets_one_sentence(lesson_file, content, said):
    with pytest.raises((LessonError, RecipeError), match=rf"my\.toml: .*{said}") as caught:
        lesson_at(lesson_file(content + "\n"))
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


def test_data_is_looked_for_beside_the_lesson(lesson_file, tmp_path, monkeypatch):
    path = lesson_file(OF_A_TABLE)
    (path.parent / "data").mkdir()
    (path.parent / "data" / "my.csv").write_text(TABLE)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    lesson = Lesson.load(path)
    assert trace_for(lesson, tmp_path / "work").classes == ["x", "y", "z"]
    before = kept_trace(lesson, tmp_path / "work")
    (path.parent / "data" / "my.csv").write_text(TABLE + "1,2,x\n")
    assert kept_trace(lesson, tmp_path / "work") != before, "a change of the data is noticed"


def test_what_is_wrong_with_the_data_is_said_with_lesson_file_and_line(lesson_file):
    path = lesson_file(OF_A_TABLE)
    (path.parent / "data").mkdir()
    (path.parent / "data" / "my.csv").write_text(TABLE + "1,x\n")
    with pytest.raises(RecipeError, match=r"my\.toml: .*my\.csv, line 32: 2 values, expected 3"):
        Lesson.load(path).record()


@pytest.mark.parametrize("path", sorted(DEFAULT_LESSON.parent.glob("*.toml")), ids=lambda path: path.stem)
def test_every_bundled_lesson_can_be_read(path):
    assert Lesson.load(path).recipe.data.name == ("digits" if path == DEFAULT_LESSON else "mnist")


def test_the_lesson_for_96_of_100_has_the_very_network_of_the_default_one():
    network = Lesson.load(DEFAULT_LESSON.with_name("mnist-96.toml")).recipe.network
    assert network.model_copy(update={"seed": Recipe().network.seed}) == Recipe().network
