"""The wall and the network beside it: what they show is what was recorded, and the network comes home as it was."""

from __future__ import annotations

import numpy as np
import pytest
from manim import VMobject

from netsim import Trace
from scenes.descent.never_told import NeverTold
from scenes.parts.descent.hero.first_picture import FirstPicture
from scenes.parts.descent.hero.standing import first_picture_stands, network_stands
from tests.scenes.conftest import recorded

NAMES = ["784-16-16-10", "relu", "csv", "26-classes"]


def picture_of(trace: Trace) -> FirstPicture:
    return first_picture_stands(NeverTold(trace))


@pytest.mark.parametrize("name", NAMES)
def test_every_example_has_its_place_and_none_stands_on_another(name: str) -> None:
    trace = recorded(name)
    first = picture_of(trace)
    wall = first.wall
    assert sorted(wall.order) == list(range(len(trace["data/label"])))
    assert wall.order[-1] == 0
    corners = [(p.get_left()[0], p.get_right()[0], p.get_bottom()[1], p.get_top()[1]) for p in wall.pictures]
    for i, (left, right, bottom, top) in enumerate(corners):
        for other_left, other_right, other_bottom, other_top in corners[:i]:
            apart = right <= other_left or other_right <= left or top <= other_bottom or other_top <= bottom
            assert apart
    assert max(right for _, right, _, _ in corners) < first.hero.get_left()[0]
    assert np.array_equal(np.ravel(wall.pictures[0].reading.value), trace["data/x"][0])


@pytest.mark.parametrize("name", NAMES)
def test_right_answers_are_bright_and_wrong_ones_dim_at_every_moment(name: str) -> None:
    trace = recorded(name)
    wall, labels = picture_of(trace).wall, trace["data/label"]
    for row in (0, len(trace["learning/steps"]) // 2, -1):
        row = range(len(trace["learning/steps"]))[row]
        wall.set_row(row)
        said = trace["learning/said"][row]
        assert [answer.shown() for answer in wall.answers] == said.tolist()
        bright = [picture.picture.opacity == 1 for picture in wall.pictures]
        assert bright == (said == labels).tolist()
        assert sum(bright) == trace["learning/right"][row]


@pytest.mark.parametrize("name", NAMES)
def test_the_network_shows_what_it_is_asked_about(name: str) -> None:
    trace = recorded(name)
    first = picture_of(trace)
    for i in (3, 1):
        first.ask(i)
        for l in range(1, trace.L + 1):
            for j in first.hero.column(l).indices:
                neuron = first.hero.network.neuron(l, j)
                assert neuron.shown() == pytest.approx(trace[f"data/a{l}"][i, j], abs=neuron.rounding)
    marked = first.hero.theme.of("focus")
    drawn = first.hero.outputs.indices
    found = [j for j in drawn if first.hero.network.class_name(j)[0].get_color() == marked]
    assert found == [j for j in drawn if j == trace["data/said"][1]]


@pytest.mark.parametrize("name", NAMES)
def test_after_all_that_it_is_again_as_it_stands_elsewhere(name: str) -> None:
    scene = NeverTold(recorded(name))
    first, home = first_picture_stands(scene), network_stands(scene)
    first.ask(2)
    first.as_at_first()
    for slide in first.go_home():
        slide.begin()
        slide.interpolate(1)
    for ours, theirs in zip(first.hero.get_family(), home.get_family(), strict=True):
        np.testing.assert_allclose(ours.points, theirs.points, atol=1e-9)
        if hasattr(ours, "fill_rgbas"):
            np.testing.assert_allclose(_seen(ours), _seen(theirs), atol=1e-9)


def _seen(picture: VMobject) -> np.ndarray:
    """Return the colours of its fill, as far as they are opaque."""
    return np.asarray(picture.fill_rgbas * picture.fill_rgbas[:, 3:])
