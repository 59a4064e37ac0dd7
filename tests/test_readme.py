"""What the README shows is what happens."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

from scenes.lesson.lesson import Lesson
from scenes.stage.beats import beats_of
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.story.story import all_scenes

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """Return the fenced blocks of a language, in order."""
    return re.findall(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)


def test_the_engine_example_prints_what_it_says() -> None:
    example = next(block for block in blocks("python") if "backprop(net" in block)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(example, {})
    assert printed.getvalue() == blocks("text")[0]


def test_the_engine_example_is_ten_lines() -> None:
    example = next(block for block in blocks("python") if "backprop(net" in block)
    assert len([line for line in example.splitlines() if line.strip()]) <= 10


def test_the_lesson_is_a_lesson(tmp_path: Path) -> None:
    path = tmp_path / "my.toml"
    path.write_text(blocks("toml")[0], encoding="utf-8")
    assert Lesson.load(path).recipe.network.hidden == (32, 16)


def test_the_custom_beat_is_told_in_its_place(trace_of_xor: object) -> None:
    namespace: dict[str, object] = {}
    exec(next(block for block in blocks("python") if "MyNudges" in block), namespace)
    scene_class = namespace["MyNudges"]
    assert isinstance(scene_class, type)
    assert [beat.name for beat in beats_of(scene_class)] == [beat.name for beat in beats_of(scene_class.__mro__[1])]
    scene = rehearse(scene_class, trace_of_xor)
    said = next(said for said in scene.spoken if said.beat == "the_wishes")
    assert said.text == "Ten outputs, ten wishes, and the 0 asks to be brighter."
    assert said.id == "N4"


@pytest.mark.parametrize(
    "place", re.findall(r"^\| (`(?:netsim|scenes|assets|tests)[^|]*) \|", README, flags=re.MULTILINE)
)
def test_every_place_in_the_table_is_there(place: str) -> None:
    for path in re.findall(r"`([^`]+)`", place):
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize("target", re.findall(r"\]\(((?:assets|scenes|netsim)/[^)]+)\)", README))
def test_every_link_leads_somewhere(target: str) -> None:
    assert (ROOT / target).is_file()


def test_the_ideas_it_names_are_the_ones_told() -> None:
    told = {beat.id for scene in all_scenes() for beat in scene.beats()}
    section = README.split("## What is told today")[1].split("##")[0]
    assert set(re.findall(r"\b[DNK]\d+\b", section)) == told
