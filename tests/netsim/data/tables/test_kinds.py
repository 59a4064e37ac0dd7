"""What a column is, is decided by rules: numbers, a choice, a name of rows, or a sentence that says what mends it."""

import numpy as np
import pytest

from netsim import RecipeError
from tests.netsim.data.tables.conftest import left_out, used

N = 24
OTHER = [f"{(7 * i) % 11 / 2}" for i in range(N)]  # a column of numbers beside the one that is looked at


def beside(name, cells):
    """A table of a column, another one of numbers, and a label."""
    lines = [f'"{cell}",{other},{"xy"[i % 2]}' for i, (cell, other) in enumerate(zip(cells, OTHER, strict=True))]
    return "\n".join([f"{name},other,kind", *lines])


@pytest.mark.parametrize(
    ("name", "cells", "features"),
    [
        ("a", [i % 3 for i in range(N)], ["a"]),  # few whole numbers are numbers
        ("a", [f"{i}.50" for i in range(N)], ["a"]),
        ("a", [f"{i}e-3" for i in range(N)], ["a"]),
        ("a", [f"\N{MINUS SIGN}{i}" for i in range(N)], ["a"]),
        ("a", list(range(N)), ["a"]),  # counts, but has a name of its own
        ("disp", list(range(120, 120 + N)), ["disp"]),
        ("city", ["Paris", "Rome", "Bonn"] * 8, ["city=Bonn", "city=Paris", "city=Rome"]),
        ("sex", ["male", "female"] * 12, ["sex=male"]),
        ("smoker", ["yes", "no"] * 12, ["smoker=yes"]),
        ("ill", ["True", "False"] * 12, ["ill=True"]),
        ("size", ["0", "1", "2", "3+"] * 6, ["size=0", "size=1", "size=2", "size=3+"]),  # words that come again
    ],
)
def test_a_column_is_numbers_or_a_choice(rows, name, cells, features):
    assert [feature.name for feature in rows(beside(name, cells)).features] == [*features, "other"]


def test_a_choice_is_a_1_in_the_column_of_its_word(rows):
    cells = ["Paris", "Rome", "Bonn"] * 8
    found = rows(beside("city", cells))
    np.testing.assert_array_equal(
        found.x[:, :3], [[cell == word for word in ("Bonn", "Paris", "Rome")] for cell in cells]
    )
    assert {(feature.kind, feature.decimals) for feature in found.features[:3]} == {("choice", 0)}


@pytest.mark.parametrize("scale", ["unit", "standard", "none"])
def test_a_choice_stays_0_and_1_however_numbers_are_scaled(data, scale):
    found = data(beside("sex", ["male", "female", "male"] * 8), scale=scale)
    assert set(found.x[:, 0]) == {0, 1}
    assert {feature.natural(x) for feature in found.features[:1] for x in found.x[:, 0]} == {0, 1}


@pytest.mark.parametrize(
    ("name", "cells", "why"),
    [
        ("id", list(range(N)), "it counts the rows"),
        ("", list(range(1, N + 1)), "it counts the rows"),
        ("PassengerId", list(range(1, N + 1)), "it counts the rows"),
        ("patient_id", [842302 + 17 * i for i in range(N)], "it is a number of each row's own"),
        ("name", [f"Doe, J{i}" for i in range(N)], "it names the rows"),
        ("a", [7] * N, "it is always 7"),
        ("a", ["x"] * N, "it is always x"),
        ("a", [""] * N, "it is empty"),
        ("cabin", [f"C{i % 3}" if i % 3 else "" for i in range(6)] + [""] * (N - 6), "20 of 24 rows have a gap"),
    ],
)
def test_a_column_that_teaches_nothing_is_left_out_and_named(rows, name, cells, why):
    found = rows(beside(name, cells))
    assert left_out(found) == {name or "column 1": why}
    assert used(found) == ["other"]
    assert found.understood.remark == f"left out: {name or 'column 1'} ({why})"


def test_words_that_mostly_name_single_rows_are_left_out(rows):
    lines = [f"{'A/5 ' if i % 3 == 0 else ''}{2000 + i % 80},{i % 7},{'xy'[i % 2]}" for i in range(120)]
    assert left_out(rows("\n".join(["ticket,a,kind", *lines]))) == {"ticket": "it has 107 different words"}


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["2020-01-01", "2020-01-02"] * 12, r"line 2: a = '2020-01-01', a date or time, .* ignore = \['a'\]"),
        (["01.02.2020", "3.4.21"] * 12, r"line 2: a = '01\.02\.2020', a date or time"),
        (["10:30", "11:45:10"] * 12, r"a date or time"),
        (["5 Jan 2020", "Mar 3, 2021"] * 12, r"a date or time"),
        (
            [*range(10), "low", *range(13)],
            r"line 12: a = 'low', expected a number as in most rows; .* ignore = \['a'\]",
        ),
        ([*range(10), "inf", *range(13)], r"line 12: a = 'inf', expected a finite number"),
        (["1,5"] * 20 + ["2.5"] * 4, r"line 22: a = '2\.5', expected a number with a decimal comma"),
        ([f"{i}%" for i in range(N)], r"line 2: a = '0%', expected a number such as 1234\.5"),
        ([f"${i}" for i in range(N)], r"line 2: a = '\$0', expected a number such as 1234\.5"),
        ([f"1,{i:03},000.5" for i in range(N)], r"line 2: a = '1,000,000\.5', expected a number such as 1234\.5"),
    ],
)
def test_what_is_neither_gets_one_sentence_with_line_and_key(rows, cells, said):
    with pytest.raises(RecipeError, match=said) as caught:
        rows(beside("a", cells))
    assert "\n" not in str(caught.value)


def test_too_many_words_for_a_choice_are_refused(rows):
    lines = [f"w{i % 60},{i % 7},{'xy'[i % 2]}" for i in range(300)]
    with pytest.raises(
        RecipeError, match=r"line 2: a = 'w0', one of 60 words, expected at most 50; .* ignore = \['a'\]"
    ):
        rows("\n".join(["a,b,kind", *lines]))


def test_thousands_between_commas_are_never_taken_for_decimals(rows):
    with pytest.raises(RecipeError, match=r"line 2: a = '1,100', .* 1100 or 1\.1"):
        rows(beside("a", [f"{1 + i % 9},{100 + i}" for i in range(N)]))


def test_five_thousand_columns_are_refused_with_the_key_that_thins_them(rows):
    head = ",".join(f"g{i}" for i in range(5000))
    lines = [",".join(str((i * j) % 7) for j in range(5000)) + f",{'xy'[i % 2]}" for i in range(1, 4)]
    with pytest.raises(
        RecipeError, match=r"makes 4,\d+ inputs of 4,\d+ columns, expected at most 4,096; .* ignore = \['g4999'"
    ):
        rows("\n".join([f"{head},kind", *lines]))


@pytest.mark.parametrize(
    ("cell", "decimals"), [("3", 0), ("3.50", 2), ("3,125", 3), ("1e-3", 3), ("2.5e1", 0), ("1.23456789", 6)]
)
def test_decimals_are_those_of_the_file(rows, cell, decimals):
    assert rows(f"a;kind\n{cell};x\n7;y\n8;y\n").features[0].decimals == decimals
