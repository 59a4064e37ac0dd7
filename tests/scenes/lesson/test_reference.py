"""What a lesson may say is told by its models: the page, the schema, and the folder to begin with."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from netsim import Trace
from scenes.cli import main
from scenes.lesson.lesson import Lesson
from scenes.lesson.reference import markdown, schema
from scenes.lesson.sections import Plan
from scenes.stage.rehearsing.inspection import box, overlaps, texts
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.story.told import told
from tests.scenes.inspection import false_pictures
from tests.studio.nursery import nursery

PAGE = Path(__file__).resolve().parents[3] / "assets" / "reference" / "lesson.md"
KEYS = [
    (name, key, key_field)
    for name, field in Plan.model_fields.items()
    for key, key_field in field.annotation.model_fields.items()  # type: ignore[union-attr]
]


def test_the_reference_page_is_what_the_models_say() -> None:
    assert PAGE.read_text("utf-8") == markdown(), "nudge schema --markdown > assets/reference/lesson.md"


@pytest.mark.parametrize(("section", "key", "field"), KEYS, ids=lambda value: value if isinstance(value, str) else "")
def test_every_key_says_what_it_means_and_stands_in_the_page(section: str, key: str, field: Any) -> None:
    assert field.description, "a key without a description"
    row = next(line for line in markdown().split(f"[{section}]\n")[1].splitlines() if line.startswith(f"| `{key}` |"))
    assert row.count(" | ") == 3
    assert field.description in row


def test_the_page_says_defaults_and_ranges() -> None:
    page = markdown()
    assert "| `eta` | `0.5` | a number above 0 to 1,000,000 | the learning rate: W <- W - eta dC/dW |" in page
    assert "| `hidden` | `[16, 16]` | a list of at most 6, each a whole number from 1 to 1,000 |" in page
    assert '| `quality` | `"hd"` | `"draft"`, `"hd"`, `"full"`, `"4k"` |' in page
    assert "| `pace` | `1.0` | a number from 0.25 to 4 |" in page


def test_the_schema_knows_every_key_and_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == schema()
    assert printed["additionalProperties"] is False
    for section, key, _ in KEYS:
        reference = printed["properties"][section]["$ref"].rpartition("/")[2]
        assert printed["$defs"][reference]["properties"][key]["description"]
        assert printed["$defs"][reference]["additionalProperties"] is False


def test_the_page_is_printed_as_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--markdown"]) == 0
    assert capsys.readouterr().out == markdown()


@pytest.fixture
def begun(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder that `nudge new` made."""
    assert main(["new", str(tmp_path / "deep" / "mine")]) == 0
    assert "nudge render" in capsys.readouterr().out
    return tmp_path / "deep" / "mine"


def test_a_new_lesson_says_every_key_with_its_default(begun: Path) -> None:
    text = (begun / "lesson.toml").read_text("utf-8")
    assert text.startswith("#:schema ./lesson.schema.json\n")
    assert json.loads((begun / "lesson.schema.json").read_text("utf-8")) == schema()
    said = tomllib.loads(text)
    assert said["story"].pop("scenes_file") == "my_scene.py"
    assert {(name, key) for name, table in said.items() for key in table} | {
        ("data", "unseen"),
        ("network", "outputs"),
    } == {(name, key) for name, key, _ in KEYS if key != "scenes_file"}
    assert Plan.from_dict(said) == Plan()
    assert sorted(path.name for path in begun.iterdir()) == ["lesson.schema.json", "lesson.toml", "my_scene.py"]


def test_nothing_is_overwritten(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (begun / "lesson.toml").unlink()
    (begun / "my_scene.py").write_text("mine")
    assert main(["new", str(begun)]) == 2
    assert "my_scene.py is there already" in capsys.readouterr().err
    assert (begun / "my_scene.py").read_text() == "mine"
    assert not (begun / "lesson.toml").exists()


def test_the_example_scene_takes_its_parents_place_and_is_told(begun: Path, trace_of_xor: Trace) -> None:
    source = (begun / "my_scene.py").read_text("utf-8")
    assert len(source.splitlines()) <= 40
    lesson = replace(Lesson.load(begun / "lesson.toml"), drawn=True)
    scene = next(part.scene for part in told(lesson) if part.scene.__name__ == "MyNudges")
    assert "OutputNudges" not in [part.scene.__name__ for part in told(lesson)]
    shown: dict[str, list[str]] = {}

    def look(scene: TraceScene, beat: str) -> None:
        lines = texts(scene.staged())
        shown[beat] = [*false_pictures(scene, trace_of_xor), *overlaps({line: box(line) for line in lines})]

    spoken = {said.beat: said.text for said in rehearse(scene, trace_of_xor, look).spoken}
    assert not any(shown.values())
    assert spoken["the_target"] == "We would like a 1 at the 0, and silence everywhere else."
    cost = trace_of_xor.reading("C", 0, 0)
    assert spoken["the_question"] == f"All that is wrong adds up to a cost of {cost:.2f}. How do we make it smaller?"


def test_the_example_scene_runs_by_hand_on_the_lesson_that_is_named(
    begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (begun / "tiny.toml").write_text('[network]\nhidden = [2]\n[data]\nname = "xor"\n[training]\nepochs = 1\n')
    monkeypatch.setenv("NUDGE_LESSON", "tiny.toml")
    command = ["manim", "-ql", "--dry_run", "my_scene.py", "MyNudges"]
    run = nursery().python(f"import sys, manim.__main__ as m; sys.argv = {command}; m.main()", begun, tmp_path / "log")
    said = run.stdout.read()
    assert run.wait() == 0, said + (tmp_path / "log").read_text("utf-8")
    assert list((begun / "out" / ".work" / "traces").glob("*.npz"))
