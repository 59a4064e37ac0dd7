"""The theme: roles, signs and brightness."""

from __future__ import annotations

import pytest
from manim import ManimColor

from scenes.theme import Theme, ThemeError


def test_a_missing_theme_is_said_in_one_sentence() -> None:
    with pytest.raises(ThemeError, match="'sepia' is not there"):
        Theme.load("sepia")


def test_signs_have_the_two_colours_and_zero_is_up() -> None:
    theme = Theme.load()
    assert theme.signed(-0.1) == theme.of("down")
    assert theme.signed(0.0) == theme.signed(3.0) == theme.of("up")


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 1.0])
def test_brightness_can_be_read_back(share: float) -> None:
    theme = Theme.load()
    assert theme.share(theme.grey(share)) == pytest.approx(share, abs=0.003)


def test_brightness_is_clipped_at_its_ends() -> None:
    theme = Theme.load()
    assert theme.grey(-1) == ManimColor(theme.colour.dark_neuron)
    assert theme.grey(2) == ManimColor(theme.colour.bright_neuron)
