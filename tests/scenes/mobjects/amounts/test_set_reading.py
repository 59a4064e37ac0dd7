"""A picture that is shown another value is the very picture of that value, in the place of the one before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from manim import Mobject, VMobject

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.areas import CountSquare
from scenes.mobjects.amounts.arrows import NudgeArrow
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.dial import Dial
from scenes.mobjects.amounts.grid import Entry
from scenes.mobjects.amounts.quantity import Scale, quantities
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.network.neuron import Neuron
from scenes.mobjects.network.pixels import Pixels, SignedPixels
from scenes.mobjects.network.rim import Rim
from scenes.mobjects.number_lines.value_dot import ValueDot
from scenes.mobjects.plots.plot import PlotDot, PlotFrame, Tangent
from scenes.mobjects.type.number import Readout

THEME, SCALE, ORIGIN = Theme.load(), Scale(Reading(2.0, "C"), 0.8), np.zeros(3)
FRAME = PlotFrame((-1.0, 3.0), (-2.0, 2.0), 4.0, 2.0, THEME).shift((1.0, -1.0, 0.0))
NEURON = Neuron(0.2, (0.0, 1.0), THEME)
X = Reading(0.5, "C")
Draw = Callable[[Reading], Any]

NUMBERS: dict[str, Draw] = {
    "arrow": lambda r: NudgeArrow(r, SCALE, THEME).shift(-NudgeArrow(r, SCALE, THEME).tail()),
    "bar": lambda r: Bar(r, SCALE, THEME, ORIGIN),
    "dial": lambda r: Dial(r, SCALE, THEME, 0.4),
    "dot on a line": lambda r: ValueDot(r, ORIGIN, 1.5, THEME),
    "entry": lambda r: Entry(r, SCALE, THEME),
    "number": lambda r: Readout(r, THEME, spec="+.2f", role="sign"),
    "rim": lambda r: Rim(r, SCALE, NEURON, THEME),
}
COUNTS: dict[str, Draw] = {
    "count": lambda r: CountSquare(r, SCALE, THEME),
    "neuron": lambda r: Neuron(0.2, (0.0, 2.0), THEME).set_reading(r),
}


def look(picture: Mobject) -> list[np.ndarray]:
    """Return all that a picture is drawn from."""
    parts = [part for part in picture.get_family() if isinstance(part, VMobject) and len(part.points)]
    colours = [np.vstack([part.get_fill_rgbas()[0], part.get_stroke_rgbas()[0]]) for part in parts]
    widths = [np.array([part.get_stroke_width()]) for part in parts]
    # Of a shape without a stroke the stroke's colour is not seen.
    colours = [colour[: 1 + bool(width[0])] for colour, width in zip(colours, widths, strict=True)]
    return [*[part.points for part in parts], *colours, *widths]


def same(one: Mobject, two: Mobject) -> bool:
    """Whether two pictures are drawn alike."""
    (first, second) = look(one), look(two)
    pairs = list(zip(first, second, strict=False))
    return len(first) == len(second) and all(a.shape == b.shape and np.allclose(a, b, atol=1e-9) for a, b in pairs)


@pytest.mark.parametrize(
    ("draw", "values"),
    [
        *[(draw, (-2.0, -0.3, 0.0, 0.4, 1.75)) for draw in NUMBERS.values()],
        *[(d, (2.0, 0.5, 1.0)) for d in COUNTS.values()],
    ],
    ids=[*NUMBERS, *COUNTS],
)
def test_a_picture_that_runs_is_the_picture_of_each_value(draw: Draw, values: tuple[float, ...]) -> None:
    running = draw(Reading(1.0, "C"))
    assert same(running, draw(Reading(1.0, "C")))
    for value in values:
        reading = Reading(value, "C")
        running.set_reading(reading)
        (picture,) = quantities([running])
        assert picture.reading is reading
        assert np.isnan(picture.shown()) or picture.shown() == pytest.approx(value, abs=picture.rounding)
        assert same(running, draw(reading))
    assert not same(running, draw(Reading(0.1, "C")))


@pytest.mark.parametrize("draw", [NUMBERS["arrow"], NUMBERS["bar"], NUMBERS["entry"], COUNTS["count"]])
def test_a_picture_that_was_moved_runs_where_it_is(draw: Draw) -> None:
    running = draw(Reading(1.0, "C")).shift((3.0, 1.0, 0.0))
    assert same(running.set_reading(Reading(0.5, "C")), draw(Reading(0.5, "C")).shift((3.0, 1.0, 0.0)))


def test_a_dot_and_a_tangent_stand_on_another_point_of_their_curve() -> None:
    dot = PlotDot(Reading(1.0, "C"), FRAME.point(0.0, 1.0), FRAME, THEME, "ink")
    tangent = Tangent(Reading(1.0, "C"), (X, X), FRAME, THEME)
    for x, y, slope in ((2.0, -1.5, -3.0), (-1.0, 0.5, 0.25)):
        assert np.allclose(dot.set_reading(x, Reading(y, "C")).get_center(), FRAME.point(x, y))
        assert dot.shown() == pytest.approx(y)
        tangent.set_reading(Reading(slope, "C"), (Reading(x, "C"), Reading(y, "C")))
        assert tangent.shown() == pytest.approx(slope)
        touched, ends = FRAME.point(x, y), (tangent.get_start(), tangent.get_end())
        assert sum(np.linalg.norm(end - touched) for end in ends) == pytest.approx(np.linalg.norm(ends[1] - ends[0]))


@pytest.mark.parametrize(
    "draw",
    [lambda r: InputImage(r, (2, 3), THEME, 1.0, (0.0, 2.0)), lambda r: SignedPixels(r, (2, 3), SCALE, THEME, 1.0)],
    ids=["image", "signed"],
)
def test_pixels_show_other_values_and_are_painted_anew(draw: Callable[[Reading], Pixels]) -> None:
    running, before = draw(Reading(np.zeros(6), "x")), Reading(np.linspace(0, 2, 6), "x")
    was = running.picture.signature()
    running.set_reading(before)
    assert running.picture.signature() != was
    assert np.allclose(running.shown(), np.asarray(before.value), atol=running.rounding)
    assert np.array_equal(running.painted(), draw(before).painted())
