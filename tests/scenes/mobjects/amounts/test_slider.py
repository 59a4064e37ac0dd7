"""A slider's handle stands where its change is, its number is the value; a strand is as wide as a weight is large."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.amounts.slider import Slider
from scenes.mobjects.network.strand import Strand

CHANGES = Reading(np.linspace(-1.0, 3.0, 9), "sweeps/change")
VALUES = Reading(np.linspace(-1.5, 2.5, 9), "sweeps/value")
REST = 2  # where nothing is changed


@pytest.fixture
def slider() -> Slider:
    return Slider(VALUES, CHANGES, REST, 2.0, Theme.load()).shift((1.0, -2.0, 0.0))


def test_the_rail_reaches_from_the_lowest_to_the_highest_place(slider: Slider) -> None:
    low, high = float(slider.rail.get_bottom()[1]), float(slider.rail.get_top()[1])
    assert high - low == pytest.approx(2.0)
    assert slider.set_row(0).handle.get_y() == pytest.approx(low)
    assert slider.set_row(8).handle.get_y() == pytest.approx(high)


def test_the_handle_begins_at_its_tick(slider: Slider) -> None:
    assert slider.handle.get_center() == pytest.approx(slider.tick.get_center())
    assert slider.number.shown() == pytest.approx(-0.5)


@pytest.mark.parametrize("row", range(9))
def test_handle_and_number_show_the_place(slider: Slider, row: int) -> None:
    slider.set_row(row)
    assert slider.handle.shown() == pytest.approx(float(CHANGES[row]))
    assert slider.number.shown() == pytest.approx(float(VALUES[row]))


def test_a_lock_covers_the_handle_wherever_it_is(slider: Slider) -> None:
    slider.set_row(5)
    _, body, _ = slider.lock()
    assert body.get_center() == pytest.approx(slider.handle.get_center())
    assert body.width >= slider.handle.width
    assert body.height >= slider.handle.height


@pytest.mark.parametrize("weight", [0.8, -0.4, 2.0])
def test_a_strand_is_as_wide_as_its_weight_is_large(weight: float) -> None:
    scale = Scale(Reading(1.0, "W1"), 0.05)
    strand = Strand(np.zeros(3), np.ones(3), scale, Reading(0.1, "W1"), Theme.load())
    strand.set_reading(Reading(weight, "W1"))
    assert strand.get_stroke_width() == pytest.approx(100 * 0.05 * abs(weight))
    assert strand.shown() == pytest.approx(abs(weight))


def test_a_hairline_tells_no_weight() -> None:
    scale = Scale(Reading(1.0, "W1"), 0.05)
    strand = Strand(np.zeros(3), np.ones(3), scale, Reading(0.01, "W1"), Theme.load())
    assert np.isnan(strand.shown())
