"""The vocabulary of formulas: each rule is defined once, can be set and read, and somebody says it."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from netsim import Reading, Trace
from scenes.formulas import rules, rules_of_functions, rules_of_outputs
from scenes.formulas.vocabulary import RULES, part_of, rule, source_of, text_of, twin
from scenes.look.theme import Theme
from scenes.mobjects.type.term import Term

SOURCES = Path(__file__).resolve().parents[2] / "scenes"
TABLES = (rules.RULES, rules_of_outputs.RULES_OF_OUTPUTS, rules_of_functions.RULES_OF_FUNCTIONS)
NUMBER = re.compile(r"<(\w+)>")

#: Names that are put together of a lesson's functions, or chosen by them.
FOLLOWING = re.compile(r"slope_\w+|cost_slope\w*|\w+_(softmax|entropy)")


@pytest.fixture(scope="module")
def theme() -> Theme:
    return Theme.load()


def number(value: float) -> tuple[Reading, str]:
    return Reading(value, "somewhere"), ".3f"


def numbers_of(name: str, value: float = 0.25) -> dict[str, tuple[Reading, str]]:
    return {part: number(value) for part in NUMBER.findall(RULES[name].twin)}


@pytest.mark.parametrize("name", RULES)
def test_every_rule_can_be_set_with_its_parts(name: str, theme: Theme) -> None:
    formula = rule(name, theme)
    for part in re.findall(r":\s*(\w+)\s*\}\}", RULES[name].source):
        assert len(formula[part].submobjects) >= 1
    assert formula.source == source_of(name)
    assert formula.width < 13


@pytest.mark.parametrize("name", [name for name, stated in RULES.items() if stated.twin])
def test_every_twin_can_be_set_in_numbers(name: str, theme: Theme) -> None:
    numbers = numbers_of(name)
    said = twin(name, theme, numbers=numbers)
    assert {part for part in numbers if isinstance(said[part], Term)} == set(numbers)
    assert all(said[part].shown() == pytest.approx(0.25) for part in numbers)


def test_no_name_is_defined_twice() -> None:
    assert sum(map(len, TABLES)) == len(RULES)
    for module in (rules, rules_of_outputs, rules_of_functions):
        names = re.findall(r'^    "(\w+)": Rule\(', Path(str(module.__file__)).read_text("utf-8"), re.M)
        assert len(names) == len(set(names))


def test_no_rule_is_stated_under_two_names() -> None:
    stated: dict[str, list[str]] = {}
    for name in RULES:
        stated.setdefault(source_of(name), []).append(name)
    assert [names for names in stated.values() if len(names) > 1] == []


@pytest.mark.parametrize("name", RULES)
def test_every_rule_is_said_somewhere(name: str) -> None:
    said = "".join(path.read_text("utf-8") for path in SOURCES.rglob("*.py") if not path.name.startswith("rules"))
    assert f'"{name}"' in said or FOLLOWING.fullmatch(name)


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_a_plain_form_without_code(name: str) -> None:
    text = text_of(name)
    assert text
    assert not re.search(r"[{}\\]|partial|sigma|frac|thin", text)
    if " = " in source_of(name):
        assert " = " in text


def test_colours_say_what_a_part_is(theme: Theme) -> None:
    formula = rule("chain_rule", theme)
    assert formula["dC_dw"][0].get_fill_color() == theme.of("cost")
    assert formula["dz_dw"][0].get_fill_color() == theme.of("ink")
    assert rule("update", theme)["before"][0].get_fill_color() == theme.of("focus")
    assert rule("update", theme, roles={})["before"][0].get_fill_color() == theme.of("ink")


def test_negative_factors_stand_in_brackets(theme: Theme) -> None:
    numbers = numbers_of("chain_rule") | {"dC_da": number(-0.5)}
    assert twin("chain_rule", theme, numbers=numbers).source.endswith(")")
    assert "(" not in twin("chain_rule", theme, numbers=numbers_of("chain_rule")).source.replace("#text(", "")


def test_a_twin_may_begin_with_its_symbol(theme: Theme) -> None:
    said = twin("chain_rule", theme, numbers=numbers_of("chain_rule"), symbol="dC_dw")
    assert said.source.startswith(part_of("chain_rule", "dC_dw") + " = ")
    assert said["symbol"][0].get_fill_color() == theme.of("cost")


def test_rules_of_functions_are_true(any_trace: Trace) -> None:
    """What the rules say of slopes is what the engine recorded: each is worked out from a and y."""
    L = any_trace.L
    a, y, slope = any_trace[f"a{L}"][0, 0], any_trace["y"][0], any_trace[f"dC_da{L}"][0, 0]
    names = rules_of_functions.slopes_of(any_trace, 1)
    assert set(names) <= set(RULES)
    said = {
        "cost_slope": lambda: 2 * (a - y),
        "cost_slope_entropy": lambda: (a - y) / (a * (1 - a)),
        "cost_slope_softmax_entropy": lambda: -y / a,
    }
    assert np.allclose(said[names[-1]](), slope)
    if any_trace.hidden in ("sigmoid", "tanh") and L > 1:
        a, pulled = any_trace["a1"][0, 0], any_trace["delta1"][0, 0]
        slopes = a * (1 - a) if any_trace.hidden == "sigmoid" else 1 - a**2
        assert np.allclose(slopes * any_trace["dC_da1"][0, 0], pulled)
