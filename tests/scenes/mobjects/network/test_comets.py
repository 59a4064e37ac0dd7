"""Comets: areas are values, they are seen on their way only, and where they are said to be."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Reading
from scenes.camera.canvas import Canvas, View
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.comets import BEFORE, Comets

THEME = Theme.load()
VALUES = Reading(np.array([0.8, -0.2, 0.0]), "wishes/table3", (0,))
START, ENDS = np.array([4.0, 0.0, 0.0]), np.array([[-4.0, 2.0, 0.0], [-4.0, 0.0, 0.0], [-4.0, -2.0, 0.0]])


def comets() -> Comets:
    return Comets(VALUES, START, ENDS, Scale.fit([VALUES], 0.3), THEME)


def painted(picture: Comets) -> np.ndarray:
    canvas = Canvas(np.zeros((540, 960, 4), np.uint8), View(960, 540, 0.0, 0.0, 67.5))
    picture.paint(canvas)
    return canvas.pixels


def test_the_area_of_a_head_is_the_value() -> None:
    picture = comets()
    assert picture.shown() == pytest.approx(VALUES.value)
    assert (picture.radii[0] / picture.radii[1]) ** 2 == pytest.approx(4)
    picture.radii = 1.1 * picture.radii
    assert picture.shown() != pytest.approx(VALUES.value)


def test_they_are_seen_on_their_way_only() -> None:
    picture = comets()
    for at, seen in ((BEFORE, False), (0.3, True), (0.99, True), (1.0, False)):
        picture.at = at
        assert painted(picture).any() == seen


def test_heads_are_where_they_are_said_to_be_in_the_colours_of_their_signs() -> None:
    picture = comets()
    picture.at = 0.5
    pixels = painted(picture)
    for place, role in (((0.0, 1.0), "up"), ((0.0, 0.0), "down")):
        row, column = 270 - round(67.5 * place[1]), 480 + round(67.5 * place[0])
        assert np.allclose(pixels[row, column, :3] / 255, THEME.of(role).to_rgb(), atol=0.01)
    assert not pixels[270 + 68, 480].any(), "a wish of 0 is nothing"
    assert pixels[270, 480 + 25, 3] > 0, "a tail shows where it came from"
    assert not pixels[270, 480 - 25, 3]


def test_a_scale_of_nothing_paints_nothing() -> None:
    none = Reading(np.zeros(3), "wishes/table3", (0,))
    picture = Comets(none, START, ENDS, Scale.fit([none], 0.3), THEME)
    picture.at = 0.5
    assert not painted(picture).any()
    assert (picture.shown() == 0).all()
