"""Every recipe of the guide works as it stands, and every command that it names can be given."""

from __future__ import annotations

import ast
import csv
import re
import shlex
from pathlib import Path

import numpy as np
import pytest
from manim import Scene, tempconfig

from netsim import Recipe, RecipeError, Trace, record
from scenes.camera.camera import StageCamera
from scenes.camera.painted import Painted
from scenes.cli import cli, main
from scenes.lesson.lesson import ASSETS, Lesson
from scenes.mobjects.amounts.quantity import quantities
from scenes.nudges.output_nudges import OutputNudges
from scenes.stage.rehearsing.inspection import misplaced
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.story.told import told
from scenes.words.layers import SPOKEN
from tests.scenes.camera.compare import photographed
from tests.scenes.inspection import false_pictures
from tests.scenes.motion import Watch

GUIDE = Path(__file__).resolve().parents[1] / "assets" / "guide" / "customise.md"
CLUSTER = GUIDE.with_name("cluster.md").read_text("utf-8")
WORKED = GUIDE.with_name("worked.md").read_text("utf-8")
VOICE = GUIDE.with_name("voice.md").read_text("utf-8")
CHANGING = GUIDE.with_name("changing.md").read_text("utf-8")


def recipes() -> dict[str, str]:
    """Return the guide's code blocks by the file name in their first line, else by their number."""
    blocks = re.findall(r"```(?:toml|python)\n(.*?)```", GUIDE.read_text("utf-8"), flags=re.DOTALL)
    named = {}
    for i, block in enumerate(blocks):
        name = re.match(r"# ([\w.]+)", block)
        named[name[1] if name else str(i)] = block
    return named


RECIPES = recipes()


def scene_of(name: str) -> type[Scene]:
    """Run a block and return the scene that it defines."""
    space: dict[str, object] = {"__name__": name.removesuffix(".py")}
    exec(RECIPES[name], space)
    made = [
        v for v in space.values() if isinstance(v, type) and v.__module__ == space["__name__"] and issubclass(v, Scene)
    ]
    assert len(made) == 1
    return made[0]


def inspect(scene: TraceScene, trace: Trace) -> None:
    assert false_pictures(scene, trace) == []
    assert misplaced(scene) == []


def test_a_picture_that_paints_itself_and_moves(trace_of_xor: Trace) -> None:
    frames: list[np.ndarray] = []

    def look(scene: TraceScene, beat: str) -> None:
        [rain] = {part for mobject in scene.staged() for part in mobject.get_family() if isinstance(part, Painted)}
        assert rain.fallen == 2.5
        assert len(rain.tops) == np.size(trace_of_xor.reading("W1", 0).value)
        rain.fallen = 1.0
        for opacity in (1.0, 0.0):
            frames.append(photographed([rain.set_opacity(opacity)], scene.theme.of("background"), StageCamera))

    rehearse(scene_of("rain.py"), trace_of_xor, look)
    assert (frames[0] != frames[1]).any()


def test_a_scene_that_says_other_words_and_one_beat_more(trace_of_xor: Trace) -> None:
    scene_class = scene_of("my_scene.py")
    beats = [beat.name for beat in scene_class.beats()]
    assert beats == [*[beat.name for beat in OutputNudges.beats()], "your_turn"]
    scene = rehearse(scene_class, trace_of_xor, lambda scene, beat: inspect(scene, trace_of_xor))
    said = {said.beat: said.text for said in scene.spoken}
    assert said["the_target"] == "We want a 1 at the 0. Everybody else should be silent."
    assert said["your_turn"].startswith("Before we go on")


def test_a_scene_of_ones_own(trace_of_xor: Trace) -> None:
    shown: list[int] = []

    def look(scene: TraceScene, beat: str) -> None:
        inspect(scene, trace_of_xor)
        shown.append(len(list(quantities(scene.staged()))))

    rehearse(scene_of("loudest.py"), trace_of_xor, look)
    assert shown == [6], "three bars and three numbers"


def test_a_scene_that_replays_what_was_recorded(trace_of_xor: Trace) -> None:
    watch, last = Watch(trace_of_xor), trace_of_xor[f"a{trace_of_xor.L}"][-1, 0, 0]

    def look(scene: TraceScene, beat: str) -> None:
        inspect(scene, trace_of_xor)
        assert [picture.reading.value for picture in quantities(scene.staged())] == [last, last]

    rehearse(scene_of("learns.py"), trace_of_xor, look, on_the_way=watch)
    assert watch.told() == []
    assert watch.looked_at > 2


def test_the_pictures_in_a_plain_manim_scene(tmp_path: Path) -> None:
    settings = {"media_dir": str(tmp_path), "quality": "low_quality", "save_last_frame": True, "progress_bar": "none"}
    with tempconfig(settings):
        scene = scene_of("plain.py")()
        scene.render()
    assert [picture.reading.key for picture in quantities(scene.mobjects)] == ["mine", "mine"]
    assert list(tmp_path.rglob("*.png"))


@pytest.mark.parametrize("name", ["wide.toml"])
def test_another_network(name: str, tmp_path: Path) -> None:
    from scenes.lesson.lesson import Lesson

    path = tmp_path / name
    path.write_text(RECIPES[name].replace("[training]", "[training]\nepochs = 1"), "utf-8")
    trace = record(Lesson.load(path).recipe)
    assert (trace.sizes, trace.hidden, trace.output) == ([784, 32, 16, 10], "relu", "softmax")
    rehearse(OutputNudges, trace, lambda scene, beat: inspect(scene, trace))


def test_other_data(tmp_path: Path) -> None:
    from scenes.lesson.lesson import Lesson

    rng = np.random.default_rng(0)
    with (tmp_path / "flowers.csv").open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["petal", "sepal", "kind"])
        for i in range(60):
            table.writerow([*rng.normal(i % 3, 0.3, 2).round(2), ["iris", "lily", "rose"][i % 3]])
    path = tmp_path / "flowers.toml"
    path.write_text(RECIPES["flowers.toml"] + "\n[training]\nepochs = 2\n", "utf-8")
    lesson = Lesson.load(path)
    trace = lesson.record()
    assert trace.sizes == [2, 8, 8, 3]
    assert trace.classes == ["iris", "lily", "rose"]


def test_another_colour(tmp_path: Path) -> None:
    from scenes.look.theme import Theme

    path = tmp_path / "mine.toml"
    path.write_text(RECIPES["mine.toml"], "utf-8")
    theme = Theme.load(str(path))
    assert theme.colour.up == "#7fd1b9"
    assert theme.font.words == "Libertinus Serif"
    assert theme.colour.cost == Theme.load("dark").colour.cost


def test_a_lesson_with_a_scenes_file(tmp_path: Path) -> None:
    from scenes.lesson.lesson import Lesson
    from scenes.story.told import told

    (tmp_path / "my_scene.py").write_text(RECIPES["my_scene.py"], "utf-8")
    path = tmp_path / "lesson.toml"
    path.write_text(next(block for block in RECIPES.values() if "scenes_file" in block), "utf-8")
    names = [part.scene.__name__ for part in told(Lesson.load(path))]
    assert "MyNudges" in names
    assert "OutputNudges" not in names
    assert "SumOfWishes" not in names


@pytest.mark.parametrize(
    ("key", "first"),
    [("scenes =", ["Intro", "TheQuestion", "OutputNudges", "Exercise"]), ("opens =", ["Intro", "TheQuestion"])],
)
def test_lessons_that_say_where_scenes_of_ones_own_come(key: str, first: list[str], tmp_path: Path) -> None:
    from scenes.lesson.lesson import Lesson
    from scenes.story.told import told

    scene = 'class {}(TraceScene):\n    @beat\n    def one(self):\n        """One."""\n'
    heading = "from scenes.stage.beats import beat\nfrom scenes.stage.stage import TraceScene\n"
    (tmp_path / "my_scenes.py").write_text(heading + scene.format("Exercise") + scene.format("Intro"), "utf-8")
    path = tmp_path / "lesson.toml"
    path.write_text(next(block for block in RECIPES.values() if "my_scenes.py" in block and key in block), "utf-8")
    assert [part.scene.__name__ for part in told(Lesson.load(path))][: len(first)] == first


@pytest.mark.parametrize("command", re.findall(r"^(?:    )?((?:dask|nudge) .+)$", CLUSTER, flags=re.MULTILINE))
def test_a_command_of_the_page_on_clusters_can_be_given(command: str) -> None:
    from distributed.cli import dask_scheduler, dask_worker

    from scenes.cli import cli

    program, name, *arguments = shlex.split(command)
    commands = cli.commands if program == "nudge" else {"scheduler": dask_scheduler.main, "worker": dask_worker.main}
    parsed = commands[name].make_context(name, arguments)
    address = parsed.params.get("cluster") or parsed.params.get("scheduler")
    assert (address or "tcp:").startswith("tcp:")


@pytest.mark.parametrize("command", re.findall(r"^nudge (.+?)(?:  .*)?$", CHANGING, flags=re.MULTILINE))
def test_a_command_of_the_page_on_changing_a_scene_can_be_given(command: str) -> None:
    from scenes.cli import cli

    name, *arguments = shlex.split(command)
    assert cli.commands[name].make_context(name, arguments)


def test_the_scene_to_begin_with_passes_the_check_that_the_page_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from scenes.cli import main

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
    page = GUIDE.with_name("own-data.md").read_text("utf-8")
    (told,) = re.findall(r"```text\n(.*?)```", page, flags=re.DOTALL)
    (lesson,) = re.findall(r"```toml\n# penguins.toml\n(.*?)```", page, flags=re.DOTALL)
    assert told.endswith(lesson)
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
    assert capsys.readouterr().out == told


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
