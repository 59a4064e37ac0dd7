"""Arrows, bars, dots, curves: what is drawn is as long, as far or as steep as the reading."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Reading
from scenes.look.theme import Theme, bundled
from scenes.mobjects.amounts.arrows import NudgeArrow
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Scale, magnitude
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.network.neuron import Neuron
from scenes.mobjects.network.pixels import SignedPixels
from scenes.mobjects.network.rim import Rim
from scenes.mobjects.number_lines.value_dot import ValueDot
from scenes.mobjects.plots.plot import Curve, PlotFrame, Tangent

THEME = Theme.load()
ORIGIN = np.zeros(3)


def reading(value: float | np.ndarray) -> Reading:
    return Reading(value, "C")


def test_the_scale_fits_the_largest_of_all_and_knows_where_it_stands() -> None:
    scale = Scale.fit([reading(np.array([[0.1, -2.0], [1.0, 0.5]])), reading(np.array([1.5]))], 3.0)
    assert scale.longest == 2.0
    assert scale.unit == 1.5
    assert scale.source.index == (0, 1)
    assert scale.source.sign == -1


def test_a_comparison_of_nothing_but_zeros_has_a_scale() -> None:
    assert Scale.fit([reading(np.zeros(3))], 3.0).unit == 3.0


def test_magnitude_is_without_sign() -> None:
    assert float(magnitude(reading(-0.5))) == 0.5
    assert float(magnitude(reading(0.5))) == 0.5


@pytest.mark.parametrize("value", [-2.0, -0.001, 0.0, 0.4, 2.0])
def test_an_arrow_is_as_long_as_its_nudge_and_points_its_way(value: float) -> None:
    arrow = NudgeArrow(reading(value), Scale(reading(2.0), 0.4), THEME)
    assert arrow.shown() == pytest.approx(value, abs=1e-9)
    assert arrow.height == pytest.approx(abs(value) * 0.2, abs=1e-9)
    if value:
        assert (arrow.tail()[1] < arrow.get_center()[1]) == (value > 0)


@pytest.mark.parametrize("value", [-1.5, 0.0, 0.75])
def test_a_bar_reaches_from_its_base_to_its_value(value: float) -> None:
    bar = Bar(reading(value), Scale(reading(1.5), 1.0), THEME, np.array([1.0, 2.0, 0.0]))
    assert bar.shown() == pytest.approx(value)
    assert np.allclose(bar.tip(), (1.0 + value / 1.5, 2.0, 0.0))


def test_a_count_has_the_colour_of_a_role() -> None:
    bar = Bar(reading(3.0), Scale(reading(6.0), 1.0), THEME, ORIGIN, role="dim")
    assert bar.shown() == pytest.approx(3.0)
    assert bar.get_fill_color() == THEME.of("dim")


@pytest.mark.parametrize(("value", "shown"), [(0.3, 0.3), (-0.2, -0.2), (0.01, np.nan), (0.0, np.nan)])
def test_a_rim_is_as_wide_as_its_reading_down_to_a_hairline(value: float, shown: float) -> None:
    neuron = Neuron(0.2, (0, 1), THEME).move_to((1.0, 2.0, 0.0))
    rim = Rim(reading(value), Scale(reading(0.3), 0.06), neuron, THEME)
    assert rim.shown() == pytest.approx(shown, nan_ok=True)
    assert np.allclose(rim.get_center(), neuron.get_center())
    assert rim.width == pytest.approx(neuron.width)


def test_a_bar_that_changes_ends_at_the_new_reading_and_passes_through_its_axis() -> None:
    bar = Bar(reading(-1.0), Scale(reading(1.0), 1.0), THEME, ORIGIN)
    change = bar.change(reading(1.0), rate_func=lambda alpha: alpha)
    change.begin()
    change.interpolate(0.5)
    assert bar.shown() == pytest.approx(0.0)
    change.interpolate(1.0)
    assert bar.shown() == pytest.approx(1.0)
    assert bar.get_fill_color() == THEME.of("up")


def test_pixels_are_as_bright_as_the_image() -> None:
    pixels = np.linspace(0, 1, 12)
    image = InputImage(reading(pixels), (3, 4), THEME, 1.5)
    assert np.allclose(image.shown(), pixels, atol=image.rounding)
    assert np.allclose(image.pixel(0), image.get_corner((-1, 1, 0)) + [0.25, -0.25, 0])


@pytest.mark.parametrize("theme", bundled())
def test_signed_pixels_can_be_read_back_and_a_zero_has_the_colour_of_the_ground(theme: str) -> None:
    values = np.array([-2.0, -0.5, -0.01, 0.0, 1.2, 2.0])
    picture = SignedPixels(reading(values), (2, 3), Scale(reading(2.0), 1.0), Theme.load(theme), 1.0)
    assert picture.rounding < 0.02
    assert np.allclose(picture.shown(), values, atol=picture.rounding)
    assert np.allclose(picture.painted()[3], Theme.load(theme).of("background").to_rgb(), atol=0.003)


def test_a_dot_stands_where_its_value_is() -> None:
    dot = ValueDot(reading(-0.4), np.array([2.0, 1.0, 0.0]), 1.5, THEME)
    assert dot.shown() == pytest.approx(-0.4)
    assert dot.get_center()[0] == pytest.approx(2.0 - 0.6)


def test_curves_and_tangents_read_in_the_units_of_their_axes() -> None:
    xs, ys = np.linspace(-1, 3, 9), np.linspace(-1, 3, 9) ** 2
    frame = PlotFrame((-1, 3), (0, 9), 3.0, 2.0, THEME).shift((1.0, -1.0, 0.0))
    assert np.allclose(Curve(reading(xs), reading(ys), frame, THEME, "ink").shown(), ys)
    tangent = Tangent(reading(4.0), (reading(2.0), reading(4.0)), frame, THEME)
    assert tangent.shown() == pytest.approx(4.0)
    assert np.allclose(tangent.get_center(), frame.point(2.0, 4.0))
