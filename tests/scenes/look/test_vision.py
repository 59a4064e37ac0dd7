"""Every bundled theme can be read, and its signs told apart, with normal and with deficient colour vision."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from scenes.look.theme import Theme, bundled
from tests.scenes.look.vision import VISIONS, contrast, distance, seen

WORDS = 4.5  # WCAG 2.2, 1.4.3: text
SHAPES = 3.0  # WCAG 2.2, 1.4.11: graphical objects
ENHANCED = 7.0  # WCAG 2.2, 1.4.6: text of the high-contrast theme
SIGNS = 40.0  # CIEDE2000 between the two signs: as far apart as unlike hues get
SPOKEN = 12.0  # CIEDE2000 between any two that mean something: told apart at a glance, side by side

MEANING = ("up", "down", "cost", "focus")


@pytest.fixture(params=bundled())
def theme(request: pytest.FixtureRequest) -> Theme:
    return Theme.load(request.param)


def test_the_bundled_themes_are_three() -> None:
    assert bundled() == ["dark", "high-contrast", "light"]


@pytest.mark.parametrize("role", ["ink", "dim", *MEANING])
def test_words_can_be_read(theme: Theme, role: str) -> None:
    ratio = contrast(getattr(theme.colour, role), theme.colour.background)
    assert ratio >= (ENHANCED if theme.name == "high-contrast" else WORDS)


def test_faint_lines_can_be_seen(theme: Theme) -> None:
    assert contrast(theme.colour.faint, theme.colour.background) >= SHAPES


def test_a_neuron_is_outlined_and_brighter_means_more_light(theme: Theme) -> None:
    rim = [contrast(theme.colour.ink, getattr(theme.colour, end)) for end in ("background", "bright_neuron")]
    assert max(rim) >= SHAPES
    light = [seen(theme.grey(share).to_hex(), "normal")[0] for share in np.linspace(0, 1, 11)]
    assert np.all(np.diff(light) > 3)
    assert light[-1] - light[0] > 80


@pytest.mark.parametrize("vision", VISIONS)
def test_the_two_signs_are_told_apart(theme: Theme, vision: str) -> None:
    assert distance(seen(theme.colour.up, vision), seen(theme.colour.down, vision)) >= SIGNS


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("pair", [*combinations(MEANING, 2), *(("ink", role) for role in MEANING)], ids="-".join)
def test_what_means_something_else_looks_otherwise(theme: Theme, vision: str, pair: tuple[str, str]) -> None:
    one, two = (seen(getattr(theme.colour, role), vision) for role in pair)
    assert distance(one, two) >= SPOKEN


def test_contrast_and_simulation_agree_with_what_is_known() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)  # a known near miss of 4.5
    for vision in VISIONS:  # greys stay grey
        assert np.abs(seen("#808080", vision).coords()[1:]).max() < 0.1
    red, green = "#d62728", "#7f7f00"
    assert distance(seen(red, "normal"), seen(green, "normal")) > 40
    assert distance(seen(red, "deuteranopia"), seen(green, "deuteranopia")) < 15
