"""A formula in numbers says "=" only where the numbers, as they are written, give exactly what is written."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from netsim import Reading
from scenes.formulas.by_hand import by_hand, equals_if_exact, spec_of_errors, spec_of_square, spec_of_weighted_sum
from scenes.formulas.vocabulary import twin
from scenes.look.theme import Theme


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("0.24 approx 0.6 times 0.4", "="),
        ("0.2400 approx 0.6 times 0.4", "="),
        ("0.46 approx (\N{MINUS SIGN}0.1) times 0.8 + 0.7 times 0.2 + 0.4", "="),
        ("0.1648 approx (0.594 - 1)^2", "approx"),
        ("\N{MINUS SIGN}0.1135 approx 0.6130 times (\N{MINUS SIGN}0.1852)", "approx"),
        ("0.5 approx sigma(0)", "approx"),
        ("0.5 approx {{ 1 : dz_db }} times 0.5", "="),
        ("1,000 approx 500 times 2", "="),
    ],
)
def test_equal_is_said_of_what_is_exactly_equal(code: str, said: str) -> None:
    assert f" {said} " in equals_if_exact(code)


def test_what_is_no_sum_or_product_has_no_value() -> None:
    assert by_hand("2 times 3 + 4") == Fraction(10)
    assert by_hand("sigma(2)") is by_hand("2 3") is by_hand("2 **3") is None


def test_a_twin_decides_by_the_numbers_that_it_shows() -> None:
    def said(*values: float) -> str:
        names = ("dC_dw", "before", "delta")
        numbers = {name: (Reading(value, "somewhere"), ".4f") for name, value in zip(names, values, strict=True)}
        return twin("dC_dw", Theme.load(), numbers=numbers).source

    assert " = " in said(0.24, 0.6, 0.4)
    assert " = " in said(0.240004, 0.60001, 0.4)
    assert " approx " in said(0.1135, 0.613, 0.1852)


@pytest.mark.parametrize(
    ("side", "share", "spec"),
    [
        (0.69115, 1.0, ".2f"),  # 0.69 squared is 0.4761, and 0.47769 is 0.48
        (
            0.6574,
            1.0,
            ".3f",
        ),  # 0.66 squared is 0.4356, and 0.4322 is 0.43; with one digit more it is 0.432 both ways
        (1.1361, 0.5, ".2f"),
    ],
)
def test_a_side_and_its_square_are_written_so_that_they_agree_by_hand(side: float, share: float, spec: str) -> None:
    square = Reading(share * side**2, "terms/C")
    assert spec_of_square(Reading(side, "terms/gap"), square, share) == spec


@pytest.mark.parametrize(
    ("w", "before", "b", "spec"),
    [
        (0.20524, 0.43951, -0.14553, ".4f"),  # 0.205 times 0.440 less 0.146 is -0.056, and -0.0553 is -0.055
        (0.6323, 0.6149, -0.0089, ".3f"),
        (-1.5, 0.25, 0.125, ".3f"),
    ],
)
def test_a_weighted_sum_is_written_so_that_it_adds_up_by_hand(w: float, before: float, b: float, spec: str) -> None:
    z, *terms = (Reading(value, "chain/z") for value in (w * before + b, w, before, b))
    assert spec_of_weighted_sum(z, *terms, fewest=3) == spec


@pytest.mark.parametrize(
    ("outputs", "factor", "spec"),
    [
        ([0.742, 0.309], 2, ".2f"),  # twice 0.74 is 1.48, and so is 1.484; twice the 0.69 that misses is 1.38
        ([0.742, 0.657], 2, ".3f"),  # twice the 0.34 that misses is 0.68, and 0.686 is 0.69
        ([0.742, 0.657], 1, ".2f"),
        ([0.742, 0.657], 1000, ".2f"),  # no four digits are enough
    ],
)
def test_outputs_are_written_so_that_what_they_miss_gives_their_wish(
    outputs: list[float], factor: int, spec: str
) -> None:
    a, y = np.array(outputs) + 4e-5, np.array([0.0, 1.0])
    wishes, read = Reading(factor * (y - a), "dC_da2"), (Reading(a, "a2"), Reading(y, "y"))
    assert spec_of_errors(*read, wishes, "+.2f", factor) == spec
