"""What slides goes its way as it is, and ends there exactly."""

import numpy as np
import pytest
from manim import RIGHT, Circle, Group, Square, linear

from scenes.mobjects.sliding import Slide


def test_all_parts_go_the_same_way_and_nothing_is_copied():
    circle, square = Circle(), Square().shift(2 * RIGHT)
    picture = Group(circle, square)
    before = [circle.points.copy(), square.points.copy()]
    slide = Slide(picture, 3 * RIGHT, rate_func=linear)
    slide.begin()
    for share in (0.25, 0.5, 1.0):
        slide.interpolate(share)
        for part, points in zip(picture, before, strict=True):
            assert part.points == pytest.approx(points + share * 3 * RIGHT)
    assert (slide.mobject, picture[0], picture[1]) == (picture, circle, square)


def test_there_and_back_is_where_it_was():
    picture = Square().shift((0.1, 0.7, 0))
    before = picture.points.copy()
    for way in (0.3 * RIGHT, -0.3 * RIGHT):
        slide = Slide(picture, way)
        slide.begin()
        slide.interpolate(0.37)
        slide.interpolate(1.0)
    np.testing.assert_allclose(picture.points, before, atol=1e-12)
