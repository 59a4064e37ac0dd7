"""Every recipe of the page on changing a film works as it stands."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import numpy as np
import pytest
from manim import Scene, tempconfig

from netsim import Trace, record
from scenes.camera.camera import StageCamera
from scenes.camera.painted import Painted
from scenes.lesson.lesson import Lesson
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import quantities
from scenes.nudges.output_nudges import OutputNudges
from scenes.stage.rehearsing.inspection import misplaced
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.story.told import told
from tests.scenes.camera.compare import photographed
from tests.scenes.conftest import EPOCHS, EXPERIMENT
from tests.scenes.inspection import false_pictures
from tests.scenes.motion import Watch

PAGE = Path(__file__).resolve().parents[2] / "assets" / "guide" / "customise.md"


def recipes() -> dict[str, str]:
    """Return the page's code blocks by the file name in their first line, else by their number."""
    blocks = re.findall(r"```(?:toml|python)\n(.*?)```", PAGE.read_text("utf-8"), flags=re.DOTALL)
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
def test_another_network(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{EXPERIMENT}.MOST_EPOCHS", EPOCHS)
    path = tmp_path / name
    path.write_text(RECIPES[name].replace("[training]", "[training]\nepochs = 1"), "utf-8")
    trace = record(Lesson.load(path).recipe)
    assert (trace.sizes, trace.hidden, trace.output) == ([784, 32, 16, 10], "relu", "softmax")
    rehearse(OutputNudges, trace, lambda scene, beat: inspect(scene, trace))


def test_other_data(tmp_path: Path) -> None:
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
    path = tmp_path / "mine.toml"
    path.write_text(RECIPES["mine.toml"], "utf-8")
    theme = Theme.load(str(path))
    assert theme.colour.up == "#7fd1b9"
    assert theme.font.words == "Libertinus Serif"
    assert theme.colour.cost == Theme.load("dark").colour.cost


def test_a_lesson_with_a_scenes_file(tmp_path: Path) -> None:
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
    scene = 'class {}(TraceScene):\n    @beat\n    def one(self):\n        """One."""\n'
    heading = "from scenes.stage.beats import beat\nfrom scenes.stage.stage import TraceScene\n"
    (tmp_path / "my_scenes.py").write_text(heading + scene.format("Exercise") + scene.format("Intro"), "utf-8")
    path = tmp_path / "lesson.toml"
    path.write_text(next(block for block in RECIPES.values() if "my_scenes.py" in block and key in block), "utf-8")
    assert [part.scene.__name__ for part in told(Lesson.load(path))][: len(first)] == first
