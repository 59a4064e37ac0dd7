"""What the pages of the guide tell works: their lessons can be read, and their commands can be given."""

from __future__ import annotations

import ast
import re
import shlex
from pathlib import Path

import pytest
from distributed.cli import dask_scheduler, dask_worker

from netsim import Recipe, RecipeError
from scenes.cli import cli, main
from scenes.lesson.lesson import ASSETS, Lesson
from scenes.story.told import told
from scenes.words.layers import SPOKEN

GUIDE = ASSETS / "guide"
CLUSTER, WORKED, VOICE, CHANGING, OWN_DATA = (
    (GUIDE / f"{name}.md").read_text("utf-8") for name in ("cluster", "worked", "voice", "changing", "own-data")
)


@pytest.mark.parametrize("command", re.findall(r"^(?:    )?((?:dask|nudge) .+)$", CLUSTER, flags=re.MULTILINE))
def test_a_command_of_the_page_on_clusters_can_be_given(command: str) -> None:
    program, name, *arguments = shlex.split(command)
    commands = cli.commands if program == "nudge" else {"scheduler": dask_scheduler.main, "worker": dask_worker.main}
    parsed = commands[name].make_context(name, arguments)
    address = parsed.params.get("cluster") or parsed.params.get("scheduler")
    assert (address or "tcp:").startswith("tcp:")


@pytest.mark.parametrize("command", re.findall(r"^nudge (.+?)(?:  .*)?$", CHANGING, flags=re.MULTILINE))
def test_a_command_of_the_page_on_changing_a_scene_can_be_given(command: str) -> None:
    name, *arguments = shlex.split(command)
    assert cli.commands[name].make_context(name, arguments)


def test_the_scene_to_begin_with_passes_the_check_that_the_page_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "nudge check talk/lesson.toml --run " in CHANGING
    monkeypatch.chdir(tmp_path)
    assert main(["new", "talk"]) == 0
    assert main(["check", "talk/lesson.toml", "--run", "--scene", "MyNudges"]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {"talk"}


def test_the_page_on_clusters_has_commands_and_a_script_that_can_be_read() -> None:
    assert CLUSTER.count("\ndask scheduler") == 2
    (script,) = re.findall(r"```python\n(.*?)```", CLUSTER, flags=re.DOTALL)
    assert "cluster.scheduler_address" in ast.unparse(ast.parse(script))


def test_data_of_ones_own_are_understood_as_the_guide_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (shown,) = re.findall(r"```text\n(.*?)```", OWN_DATA, flags=re.DOTALL)
    (lesson,) = re.findall(r"```toml\n# penguins.toml\n(.*?)```", OWN_DATA, flags=re.DOTALL)
    assert shown.endswith(lesson)
    sizes = {"Adelie": (152, 6), "Chinstrap": (68, 0), "Gentoo": (124, 5)}
    lines = ["species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex,year"]
    ends = [("32.1", "13.1", "172", "2700"), ("59.6", "21.5", "231", "6300")]
    for kind, (many, unknown) in sizes.items():
        for i in range(many):
            measured = ("NA",) * 4 if kind != "Chinstrap" and i == 0 else ends[i % 2]
            island = ("Biscoe", "Dream", "Torgersen")[i % 3]
            sex = "NA" if i < unknown else ("male", "female")[i // 2 % 2]
            lines.append(",".join([kind, island, *measured, sex, str(2007 + i % 3)]))
    (tmp_path / "penguins.csv").write_text("\n".join(lines))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        assert main(["data", "penguins.csv", "--label", "species"]) == 0
    assert capsys.readouterr().out == shown


def test_the_page_on_the_worked_example_has_a_lesson_that_shows_what_it_says(tmp_path: Path) -> None:
    (recipe,) = re.findall(r"```toml\n(.*?)```", WORKED, flags=re.DOTALL)
    path = tmp_path / "mine.toml"
    path.write_text(recipe, "utf-8")
    plan, shipped = Lesson.load(path), Lesson.load(ASSETS / "lessons" / "worked-mazur.toml")
    assert plan.recipe.worked == shipped.recipe.worked
    assert [part.scene.__name__ for part in told(plan)] == ["WorkedExample"]
    with pytest.raises(RecipeError, match=re.escape(re.findall(r"in one sentence: `(.*?)`", WORKED)[0])):
        Recipe.from_dict({"worked": {"x": [1, 2], "W1": [[1, 2], [3]]}})


@pytest.mark.parametrize("command", re.findall(r"^    (nudge .+)$", WORKED, flags=re.MULTILINE))
def test_a_command_of_the_page_on_the_worked_example_can_be_given(command: str) -> None:
    _, name, *arguments = shlex.split(command)
    assert cli.commands[name].make_context(name, arguments)


def test_the_page_on_voices_has_a_lesson_and_words_that_can_be_read(tmp_path: Path) -> None:
    (lesson,) = re.findall(r"```toml\n(.*?)```", VOICE, flags=re.DOTALL)
    (words,) = re.findall(r"```\n(OutputNudges.*?)```", VOICE, flags=re.DOTALL)
    (tmp_path / "my.toml").write_text(f'{lesson}\n[story]\nwords = "mine.ftl"\n', "utf-8")
    (tmp_path / "mine.ftl").write_text(words, "utf-8")
    plan = Lesson.load(tmp_path / "my.toml")
    assert plan.words().has("OutputNudges-the_wishes", SPOKEN)
    assert (plan.voice.engine, plan.voice.folder, plan.voice.music) == ("espeak-ng", "voice", "calm.mp3")


@pytest.mark.parametrize("command", re.findall(r"`nudge (\w+ my\.toml[^`]*)`", VOICE))
def test_a_command_of_the_page_on_voices_can_be_given(command: str) -> None:
    name, *arguments = shlex.split(command)
    assert cli.commands[name].make_context(name, arguments)


def test_the_page_on_the_worked_example_names_every_lesson_that_comes_along() -> None:
    lessons = {path.name for path in (ASSETS / "lessons").glob("worked-*.toml")}
    assert set(re.findall(r"lessons/(worked-\w+\.toml)", WORKED)) == lessons
    assert all(f"lessons/{name}" in (ASSETS / "SOURCES.md").read_text("utf-8") for name in lessons)
