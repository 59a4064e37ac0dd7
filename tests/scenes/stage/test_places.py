"""Scenes and parts place things by zones and shares: numbers with a point in their source are counted."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3] / "scenes"
CHAPTERS = ("descent", "nudges", "calculus")
PARTS = sorted((ROOT / "parts").rglob("*.py"))
#: One scene of each chapter is the pattern for those that are still to be placed anew.
PATTERNS = [ROOT / "descent/cost_of_one.py", ROOT / "nudges/output_nudges.py", ROOT / "calculus/matrix_form.py"]
OTHERS = sorted({path for chapter in CHAPTERS for path in (ROOT / chapter).glob("*.py")} - set(PATTERNS))
MOST_OF_PARTS = 7  # thresholds, a width and a tolerance; none of them a place
MOST_OF_OTHERS = 35  # to be lowered with every scene that is placed anew; never to be raised
HELD = [pytest.param(path, id=str(path.relative_to(ROOT).with_suffix(""))) for path in (*PARTS, *PATTERNS)]


def floats(source: str) -> list[float]:
    """Return the numbers with a point, or an exponent, that stand in Python source."""
    nodes = ast.walk(ast.parse(source))
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, float)]


def counted(paths: list[Path]) -> int:
    return sum(len(floats(path.read_text("utf-8"))) for path in paths)


def test_the_count_finds_coordinates_and_no_shares() -> None:
    assert floats("TOP, SHARES = 1.75, (2, 3)\nline.move_to((-4e-1, 0, 0))  # 0.5\n'2.5'") == [1.75, 0.4]


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in PATTERNS])
def test_a_pattern_scene_has_no_coordinate(path: Path) -> None:
    assert floats(path.read_text("utf-8")) == []


def test_parts_have_hardly_a_number_of_their_own() -> None:
    assert counted(PARTS) <= MOST_OF_PARTS


def test_no_scene_gains_coordinates() -> None:
    assert counted(OTHERS) <= MOST_OF_OTHERS


@pytest.mark.parametrize("path", HELD)
def test_the_stage_is_given_and_not_imported(path: Path) -> None:
    """Who imports the stage's zone is bound to one format; the others divide what they are given."""
    modules = [node.module for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
    assert "scenes.stage.formats" not in modules
