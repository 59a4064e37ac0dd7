"""What is said of wishes: who is right, who is loud, what comes back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from netsim import Trace
from netsim.figures.nudges.wishes import (
    activations_before,
    agreement,
    answer,
    darkest_before,
    label_begins,
    softest_voice,
    wishes_in_the_first_layer,
    wishes_of_the_rest,
)


@pytest.fixture
def star(made) -> Callable[..., Trace]:
    """Make a trace of one moment and one example, whose label is 0."""
    return lambda **arrays: made({name: [[values]] for name, values in arrays.items()} | {"label": [0]})


@pytest.mark.parametrize(("outputs", "told"), [([0.9, 0.2], "right"), ([0.1, 0.2], "wrong")])
def test_the_answer_is_right_if_the_labels_output_is_the_largest(
    star: Callable[..., Trace], outputs: list[float], told: str
) -> None:
    assert answer(star(a2=outputs)) == told


@pytest.mark.parametrize(
    ("rates", "told"),
    [
        ([-1, 0, 0], "none"),
        ([-1, 2, 0], "down"),
        ([-1, -2, -1], "up"),
        ([1, -2, 1], "both"),
    ],
)
def test_the_rest_wish_against_their_rates(star, rates: list[float], told: str) -> None:
    assert wishes_of_the_rest(star(dC_da2=rates)) == told


@pytest.mark.parametrize(("before", "told"), [([0, 0.5], "bright"), ([-0.1, 0.5], "signed")])
def test_bright_is_what_is_nowhere_below_0(star, before: list[float], told: str) -> None:
    assert activations_before(star(a1=before)) == told


@pytest.mark.parametrize(("before", "told"), [([0, 0.5], "dark"), ([0.3, 0.9], "dark"), ([0.52, 0.9], "dimmer")])
def test_dark_is_what_has_a_third_of_the_brightest(star, before: list[float], told: str) -> None:
    assert darkest_before(star(a1=before)) == told


@pytest.mark.parametrize(
    ("asked", "told"), [([0.2, 0.1, 0], "wholly"), ([-0.2, -0.1, 0], "wholly"), ([0.9, -0.1, 0], "mostly")]
)
def test_they_agree_if_none_asks_for_the_opposite(made, asked: list[float], told: str) -> None:
    wishes = [[each] for each in asked]
    assert agreement(made({"wishes/table2": wishes, "dC_da1": [[[-sum(asked)]]], "a2": [[asked]]})) == told


@pytest.mark.parametrize(
    ("name", "told"),
    [("Adelie", "vowel"), ("Gentoo", "consonant"), ("8", "vowel"), ("1", "consonant"), ("one", "consonant")],
)
def test_an_article_follows_the_sound(made, name: str, told: str) -> None:
    assert label_begins(made({"label": [0]}, classes=[name, "b"], sizes=[2, 2])) == told


@pytest.mark.parametrize(
    ("effects", "told"),
    [([0, 0], "none"), ([0, -1], "silent"), ([0.149, -1], "barely"), ([-0.15, 1], "least"), ([1, 1], "least")],
)
def test_the_softest_voice_is_heard_beside_the_loudest(
    star: Callable[..., Trace], effects: list[float], told: str
) -> None:
    assert softest_voice(star(delta2=effects)) == told


@pytest.mark.parametrize(
    ("here", "told"), [([0, 0, 0], "nothing"), ([0.1, -0.9, 0], "fade"), ([0, -1, 0], "come"), ([3, 0, 0], "come")]
)
def test_wishes_fade_if_the_longest_is_less_than_half(star, here: list[float], told: str) -> None:
    assert wishes_in_the_first_layer(star(dC_da2=[-2, 1], dC_da1=here)) == told
