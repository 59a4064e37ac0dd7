"""The worked example on paper: each number is the trace's, and they agree with one another as they are printed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction

import numpy as np
import pytest

from netsim.exhibits.calculus.worked import worked_version
from netsim.recipe.worked import WorkedSection
from netsim.trace.header import worked_as_planned
from scenes.studio.print.worksheet.lines import Line, Number, Parameter
from scenes.studio.print.worksheet.sheet import Worksheet, worksheet

VERSIONS = [(0, "quadratic"), (1, "quadratic"), (33, "quadratic"), (2, "half_quadratic"), (7, "mean_quadratic")]
SYMBOL = re.compile(r"([a-z]+)_\((\d+)\)\^\(\((\d)\)\)|([xy])_(\d)|eta")
#: What the scene measures by a nudge: an exercise asks for what is derived by hand.
MEASURED = ("epsilon", "measured_dC_dw", "steps")


def every(kind: type, part: object) -> Iterator:
    """Yield all parts of a kind, at any depth."""
    if isinstance(part, kind):
        yield part
    children = [getattr(part, field.name) for field in fields(part)] if is_dataclass(part) else []
    children += list(part.values()) if isinstance(part, dict) else []
    for child in [*children, *(part if isinstance(part, tuple) else [])]:
        yield from every(kind, child)


def held(arrays: dict[str, np.ndarray], number: Number) -> float:
    """Return the value that the trace holds where a number says it stands."""
    key, _, index = number.place.partition("[")
    return float(arrays[key][tuple(int(i) for i in index.rstrip("]").split(",") if i)])


def put_in(code: str) -> Fraction:
    """Evaluate the numbers of a line, exactly."""
    code = code.replace(" dot ", "*").replace("^2", "**2")
    return Fraction(
        eval(
            re.sub(r"\d+\.?\d*", lambda digits: f"Fraction('{digits[0]}')", code.replace("**2", "**TWO")),
            {"Fraction": Fraction, "TWO": 2},
        )
    )


@pytest.fixture(scope="module", params=VERSIONS, ids=lambda version: f"{version[1]} {version[0]}")
def version(request: pytest.FixtureRequest) -> tuple[int, str]:
    return request.param


@pytest.fixture(scope="module")
def arrays(version: tuple[int, str]) -> dict[str, np.ndarray]:
    seed, cost = version
    return worked_version(WorkedSection(seed=seed, updates=3, cost=cost))


@pytest.fixture(scope="module")
def sheet(version: tuple[int, str], arrays: dict[str, np.ndarray]) -> Worksheet:
    return worksheet(arrays, worked_as_planned([2, 2, 2], {"cost": version[1]}, "quadratic"))


def test_each_printed_number_is_the_traces(arrays, sheet) -> None:
    numbers = list(every(Number, sheet))
    assert len(numbers) > 70
    for number in numbers:
        assert abs(float(number.text) - held(arrays, number)) <= 0.5e-4 + 1e-12


def test_given_numbers_are_exact_and_as_short_as_can_be(arrays, sheet) -> None:
    assert len(sheet.given) == 17  # 12 weights and biases, 2 inputs, 2 targets, eta
    for number in sheet.given.values():
        assert float(number.text) == held(arrays, number)
        assert not re.search(r"\.\d*0$", number.text)


def test_nothing_is_left_out(arrays, sheet) -> None:
    printed = {number.place for number in every(Number, sheet)}
    for key, array in arrays.items():
        name = key.removeprefix("worked/")
        if name in MEASURED:
            continue
        again = re.sub(r"\d", "", name) in ("W", "b", "z", "a")
        moments = {"C": (0, 1, 2, 3)}.get(name, (0, 1) if again else (0,))
        places = [list(p) for p in np.ndindex(array.shape) if name in ("x", "y", "eta") or p[0] in moments]
        assert {f"{key}{place or ''}" for place in places} <= printed, key


def test_each_line_says_what_its_numbers_give_and_equals_only_where_it_is_exact(sheet) -> None:
    lines = list(every(Line, sheet))
    assert len(lines) == 8 + 1 + 12 + 24 + 8 + 1
    for line in lines:
        result = Fraction(line.result.text)
        if line.filled.startswith("sigma"):
            z = float(line.filled.removeprefix("sigma(").removesuffix(")"))
            assert line.sign == "approx"
            assert abs(1 / (1 + math.exp(-z)) - float(result)) < 1e-4
        else:
            by_hand = put_in(line.filled)
            assert line.sign == ("=" if by_hand == result else "approx")
            assert abs(by_hand - result) < Fraction(3, 10_000)
    assert {line.sign for line in lines} == {"=", "approx"}


def test_rules_and_numbers_say_the_same(sheet) -> None:
    """Put the printed numbers into the rules, symbol by symbol."""
    values = {"eta": sheet.given["eta"].text} | {
        f"{kind}{j}": sheet.given[f"{kind}{j}"].text for kind in "xy" for j in "01"
    }
    for line in [*sheet.activations, *sheet.deltas]:
        values[line.name] = line.result.text
    for parameter in sheet.parameters:
        values[parameter.after.name] = parameter.now.text
    for line in [*sheet.sums, sheet.cost, *sheet.wishes, *sheet.slopes, *(p.slope for p in sheet.parameters)]:
        rule = SYMBOL.sub(lambda mark: f"({values[mark[0].replace('_', '') if mark[4] else mark[0]]})", line.rule)
        rule = re.sub(r"(?<=[\d)]) ?\((?=[-\d(])", "*(", rule)
        assert put_in(rule) == put_in(line.filled), line.name


def test_biases_change_by_their_delta_and_every_parameter_by_its_derivative(sheet) -> None:
    assert [type(parameter) for parameter in sheet.parameters] == [Parameter] * 12
    for parameter in sheet.parameters:
        step = Fraction(sheet.given["eta"].text) * Fraction(parameter.slope.result.text)
        assert put_in(parameter.after.filled) == Fraction(parameter.now.text) - step


def test_the_cost_comes_down_step_by_step(sheet) -> None:
    course = [float(number.text) for number in sheet.course]
    assert len(course) == 4
    assert course == sorted(course, reverse=True)
    assert [sheet.cost.result.text, sheet.cost_after.result.text] == [number.text for number in sheet.course[:2]]


def test_a_number_that_rounds_to_nothing_has_no_sign() -> None:
    arrays = dict(worked_version(WorkedSection(updates=1)))
    arrays["worked/delta1"] = np.full_like(arrays["worked/delta1"], -1e-9)
    assert worksheet(arrays, worked_as_planned([2, 2, 2], {}, "quadratic")).deltas[2].result.text == "0.0000"
