"""The page that says which files a change touches names files that are there, and what is in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from netsim.functions import ACTIVATIONS, COSTS
from scenes.formulas.rules_of_activations import ACTIVATION_FORMULAS
from scenes.formulas.rules_of_costs import COST_FORMULAS
from scenes.words.messages import Messages

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "assets" / "guide" / "where-things-are.md").read_text("utf-8")
CHANGES = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE, flags=re.MULTILINE | re.DOTALL))
FILE = re.compile(r"`([\w./-]+/[\w.-]+\.\w+)`")


def test_six_changes_are_told() -> None:
    assert len(CHANGES) == 6


@pytest.mark.parametrize("change", CHANGES)
def test_every_file_that_is_named_is_there(change: str) -> None:
    named = FILE.findall(CHANGES[change])
    assert named
    assert [name for name in named if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_said_to_stand_in_a_file_does(change: str) -> None:
    for line in re.findall(r"^- (.*(?:\n  .*)*)", CHANGES[change], flags=re.MULTILINE):
        file, *names = re.findall(r"`([^`]+)`", line)
        text = (ROOT / file).read_text("utf-8")
        for name in names:
            if re.fullmatch(r"[\w-]+", name):
                assert name in text, (file, name)


def test_a_function_is_one_record_one_formula_and_one_name() -> None:
    """Nothing but the files that the page names knows a function by its name."""
    assert set(ACTIVATIONS) == set(ACTIVATION_FORMULAS)
    assert set(COSTS) == set(COST_FORMULAS)
    assert all(Messages.load().has(f"activation-{name}") for name in ACTIVATIONS)
    assert all(Messages.load().has(f"cost-{name}") for name in COSTS)


@pytest.mark.parametrize("name", ["gelu", "leaky_relu", "half_quadratic", "mean_quadratic"])
def test_only_the_files_that_the_page_names_know_a_function(name: str) -> None:
    knowing = [
        str(path.relative_to(ROOT))
        for package in ("netsim", "scenes")
        for path in (ROOT / package).rglob("*.py")
        if re.search(rf"[\"']{name}[\"']", path.read_text("utf-8"))
    ]
    told = FILE.findall(CHANGES["An activation" if name in ACTIVATIONS else "A cost"])
    assert knowing
    assert set(knowing) <= set(told)
