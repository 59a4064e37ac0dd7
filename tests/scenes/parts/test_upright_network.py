"""Held upright: how high a network is, what stands under it, and how two sums stand one under the other."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Trace
from scenes.look.theme import Theme
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.nudges.beside.paths import Paths
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.nudges.hero.wishes import Wishes
from scenes.stage.formats import FORMATS, WIDE
from scenes.stage.zones import Zone
from scenes.words.messages import Messages
from scenes.words.sentence import Sentence

UPRIGHT, SQUARE = FORMATS["9:16"].stage, FORMATS["1:1"].stage


def protagonist(trace: Trace, stage: Zone) -> Protagonist:
    return Protagonist(trace, Theme.load(), Messages.load(), stage)


def test_where_nothing_but_the_table_is_beside_it_it_is_as_high_as_the_stage(trace: Trace) -> None:
    hero = protagonist(trace, UPRIGHT)
    assert hero.network.height > UPRIGHT.height * 0.8
    assert hero.beside.left > hero.room.right - 0.01


def test_what_has_a_place_of_its_own_stands_under_it(trace: Trace) -> None:
    hero = Learner(trace, Theme.load(), Messages.load(), UPRIGHT)
    assert hero.beside.top < hero.room.bottom
    assert hero.beside.width > UPRIGHT.width * 0.9


@pytest.mark.parametrize("stage", [UPRIGHT, SQUARE, WIDE.stage])
def test_all_its_columns_are_about_as_high(trace: Trace, stage: Zone) -> None:
    hero = protagonist(trace, stage)
    heights = [float(column.height) for column in hero.network.columns.values()]
    assert min(heights) > max(heights) * 0.9
    apart = [column.points_of(np.array([1.0, 0, 0])) for column in hero.network.columns.values()]
    for column, ends in zip(hero.network.columns.values(), apart, strict=True):
        assert np.allclose(ends[:, 0], column.neurons.get_right()[0], atol=0.02), "edges begin at the neurons"


@pytest.mark.parametrize("neurons", [[11, 4], [4, 11]])
@pytest.mark.parametrize("width", [1.8, 2.6])
def test_two_sums_that_have_no_room_side_by_side_stand_as_their_neurons_do(
    trace: Trace, width: float, neurons: list[int]
) -> None:
    hero = protagonist(trace, UPRIGHT)
    wishes, zone = Wishes(hero, trace.L), Zone(-width, 0, hero.room.bottom, hero.room.top)
    heads = [Sentence("they mostly agree"), Sentence("they quarrel")]
    paths = Paths(wishes, neurons, heads, Sentence("sum"), Sentence("both on one scale"), zone)
    asked = -trace[f"dC_da{trace.L - 1}"][0, 0]
    assert [path.total.shown() for path in paths.paths] == pytest.approx(asked[neurons], abs=1e-9)
    (upper, _), (lower, head) = (
        (paths.paths[i], paths.heads[i]) for i in np.argsort([-hero.network.neuron(2, k).get_y() for k in neurons])
    )
    assert lower.get_top()[1] < head.get_bottom()[1] < head.get_top()[1] < upper.get_bottom()[1]
    assert paths.get_left()[0] > zone.left - 0.01
    assert len(paths.names) == 2 * (len(wishes.comets) + 1)
