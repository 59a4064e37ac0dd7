"""The vocabulary of formulas: each rule is defined once, can be set and read, and somebody says it."""

from __future__ import annotations

import math
import re
from pathlib import Path

import numpy as np
import pytest

from netsim import Reading, Trace
from netsim.figures.outcomes import SQUARES
from netsim.functions import ACTIVATIONS, COSTS, HIDDEN
from scenes.formulas import rules, rules_of_activations, rules_of_costs, rules_of_outputs
from scenes.formulas.rules_of_outputs import rule_of, slopes_of
from scenes.formulas.vocabulary import RULES, part_of, rule, summed, text_of, twin
from scenes.look.theme import Theme
from scenes.mobjects.type.formula import unmarked
from scenes.mobjects.type.term import Term
from scenes.words.messages import Messages

SOURCES = Path(__file__).resolve().parents[3] / "scenes"
TABLES = (
    rules.RULES,
    rules_of_costs.RULES_OF_COSTS,
    rules_of_outputs.RULES_OF_OUTPUTS,
    rules_of_activations.RULES_OF_ACTIVATIONS,
)
NUMBER = re.compile(r"<(\w+)>")

#: A word within a rule: as it is written, and as it is set.
WORD, SET_WORD = re.compile(r"<\w+>"), re.compile(r'#text\(font: \(.*?,\)\)\[#text\("[^"]*"\)\]')

#: Names of forms that are chosen by a lesson's outputs; those of functions and costs stand in their tables.
FOLLOWING = re.compile(r"\w+_(softmax|entropy)")
FORMS = [form for written in rules_of_costs.COST_FORMULAS.values() for form in (written, written.of_shares or written)]
NAMED = {name for form in FORMS for name in vars(form).values() if isinstance(name, str)}
NAMED |= set(rules_of_activations.RULES_OF_ACTIVATIONS)


@pytest.fixture(scope="module")
def theme() -> Theme:
    return Theme.load()


def source_of(name: str) -> str:
    return unmarked(RULES[name].source)


def number(value: float) -> tuple[Reading, str]:
    return Reading(value, "somewhere"), ".3f"


def numbers_of(name: str, value: float = 0.25, terms: int = 2) -> dict[str, tuple[Reading, str]]:
    return {part: number(value) for part in NUMBER.findall(summed(RULES[name].twin, terms, 2))}


@pytest.mark.parametrize("name", RULES)
def test_every_rule_can_be_set_with_its_parts(name: str, theme: Theme) -> None:
    formula = rule(name, theme, words=Messages.load())
    for part in re.findall(r":\s*(\w+)\s*\}\}", RULES[name].source):
        assert len(formula[part].submobjects) >= 1
    assert WORD.sub("", source_of(name)) == SET_WORD.sub("", formula.source), "words are messages, all else is the rule"
    assert formula.width < 13


@pytest.mark.parametrize("name", [name for name, stated in RULES.items() if stated.twin])
def test_every_twin_can_be_set_in_numbers(name: str, theme: Theme) -> None:
    numbers = numbers_of(name)
    said = twin(name, theme, numbers=numbers)
    assert {part for part in numbers if isinstance(said[part], Term)} == set(numbers)
    assert all(said[part].shown() == pytest.approx(0.25) for part in numbers)


@pytest.mark.parametrize(("terms", "a_line", "lines"), [(1, 2, 1), (2, 2, 1), (3, 2, 2), (4, 2, 2), (2, 1, 2)])
def test_a_sum_is_said_term_by_term_and_breaks_where_it_is_long(
    theme: Theme, terms: int, a_line: int, lines: int
) -> None:
    numbers = numbers_of("cost_sum_half", terms=terms)
    said = twin("cost_sum_half", theme, numbers=numbers, terms=terms, a_line=a_line)
    assert len(numbers) == 1 + 2 * terms
    assert len({round(float(said[f"a{j}"].get_y()), 2) for j in range(terms)}) == lines
    assert said.source.count("\\(") == (terms > 1)


def test_a_number_that_is_taken_away_stands_in_brackets_if_it_is_negative(theme: Theme) -> None:
    numbers = numbers_of("cost_one") | {"y": number(-1)}
    assert "- (" in twin("cost_one", theme, numbers=numbers).source


def test_no_name_is_defined_twice() -> None:
    assert sum(map(len, TABLES)) == len(RULES)
    for module in (rules, rules_of_costs, rules_of_outputs):
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
    assert f'"{name}"' in said or FOLLOWING.fullmatch(name) or name in NAMED


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
    assert "times (" in twin("chain_rule", theme, numbers=numbers).source
    assert "(" not in twin("chain_rule", theme, numbers=numbers_of("chain_rule")).source.replace("#text(", "")


def test_a_twin_may_begin_with_its_symbol(theme: Theme) -> None:
    said = twin("chain_rule", theme, numbers=numbers_of("chain_rule"), symbol="dC_dw")
    assert said.source.startswith(part_of("chain_rule", "dC_dw") + " = ")
    assert said["symbol"][0].get_fill_color() == theme.of("cost")


def test_every_activation_and_cost_has_its_formulas() -> None:
    assert list(ACTIVATIONS) == list(rules_of_activations.ACTIVATION_FORMULAS)
    assert list(COSTS) == list(rules_of_costs.COST_FORMULAS)
    for name, written in rules_of_costs.COST_FORMULAS.items():
        for form in (written, written.of_shares or written):
            named = [form.sum, form.slope, form.factors]
            named += [form.one, form.slope_one] if COSTS[name].traits.squared else []
            assert set(named) <= set(rules_of_costs.RULES_OF_COSTS)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_every_activation_has_its_name_in_sentences_too(name: str) -> None:
    words = Messages.load()
    assert words.say("function-name", {"function": name}) == words.say(f"activation-{name}", {})


def test_squares_with_any_weight_are_called_what_they_are() -> None:
    weighted = {(cost.traits.weight, cost.traits.mean) for cost in COSTS.values() if cost.traits.squared}
    assert weighted == set(SQUARES)


def worked_out(text: str, values: dict[str, object]) -> object:
    """What a rule in plain text gives, its symbols read as Python."""
    for sign, other in (("a_j^(L)", "a"), ("a^(L)", "a"), ("a_j", "a"), ("y_j", "y"), ("z_j", "z"), ("n_L", "n")):
        text = text.replace(sign, other)
    text = re.sub(r"(?<=[\w)]) (?=[\w(])", "*", text.replace("\N{SUPERSCRIPT TWO}", "**2").replace("^2", "**2"))
    return eval(text, {"np": np}, values)


@pytest.mark.parametrize("cost", list(COSTS))
@pytest.mark.parametrize("output", list(ACTIVATIONS))
def test_the_slope_that_is_written_of_a_cost_is_its_slope(cost: str, output: str) -> None:
    known, traits = COSTS[cost], ACTIVATIONS[output].traits
    if not known.accepts(traits):
        return
    written = rules_of_costs.COST_FORMULAS[cost]
    form = written.of_shares if written.of_shares and traits.couples else written
    y, n = np.array([0.0, 1.0, 0.0]), 3
    a = ACTIVATIONS[output].value(np.array([0.3, -0.2, 0.9]))
    said = text_of(form.slope).partition(" = ")[2]
    np.testing.assert_allclose(worked_out(said, {"a": a, "y": y, "n": n}), known.slope(a, y, output))
    if form.one:
        one = known.value(a[:1], y[:1], output)
        said = text_of(form.one).partition(" = ")[2]
        assert worked_out(said, {"a": a[0], "y": y[0]}) == pytest.approx(one)
        slope = text_of(form.slope_one).partition(" = ")[2]
        assert worked_out(slope, {"a": a[0], "y": y[0]}) == pytest.approx(known.slope(a[:1], y[:1], output)[0])
        term = worked_out(text_of(form.sum).partition(" = ")[2].replace("Σ_j ", ""), {"a": a, "y": y, "n": n})
        assert np.sum(term) == pytest.approx(known.value(a, y, output))


@pytest.mark.parametrize("name", HIDDEN)
def test_the_slope_that_is_written_of_an_activation_is_its_slope(name: str) -> None:
    known = ACTIVATIONS[name]
    said = text_of(f"slope_{name}").partition(" = ")[2].partition(", with")[0].replace(", else", " else")
    for z in (-1.5, -0.2, 0.4, 2.0):
        a = known.value(np.array([z]))
        density = math.exp(-z * z / 2) / math.sqrt(2 * math.pi)
        said_here = said.replace("Φ(z_j)", f"{0.5 * math.erfc(-z / math.sqrt(2))!r}").replace("φ(z_j)", f"{density!r}")
        if " if " in said:
            said_here = f"({said_here})"
            worked = eval(said_here.replace("z_j", "z"), {"z": z})
        else:
            worked = worked_out(said_here, {"a": a[0], "z": z})
        assert worked == pytest.approx(known.slope(np.array([z]), a)[0])


def test_slopes_on_the_way_are_those_of_the_lesson(any_trace: Trace) -> None:
    names = slopes_of(any_trace, 1)
    assert set(names) <= set(RULES)
    assert names[0] == f"slope_{any_trace.activation(1).name}"
    assert names[-1] == rule_of("cost_slope", any_trace)
