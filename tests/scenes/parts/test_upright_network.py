"""Held upright: how high a network is, what stands under it, and how two sums stand one under the other."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from netsim import Trace
from scenes.camera.configured import configured
from scenes.look.measures import gap, level
from scenes.look.theme import Theme
from scenes.mobjects.type.term import Term
from scenes.nudges.output_nudges import OutputNudges
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.nudges.beside.paths import Paths
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.nudges.hero.wishes import Wishes
from scenes.stage.formats import FORMATS, WIDE
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone
from scenes.words.messages import Messages
from scenes.words.sentence import Sentence
from tests.scenes.conftest import SMALL

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


@pytest.mark.parametrize("stage", [UPRIGHT, SQUARE])
@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_under_the_bars_of_each_layer_stands_what_the_longest_is(trace: Trace, language: str, stage: Zone) -> None:
    hero = Protagonist(trace, Theme.load(), Messages.load(language), stage).with_sums(2).with_sums(1)
    first, second = (hero.under[l] for l in (1, 2))
    assert first.get_right()[0] < second.get_left()[0]
    for l, note in hero.under.items():
        (number,) = (term for line in note for term in line if isinstance(term, Term))
        longest = max(abs(bar.shown()) for bar in hero.sums[l].bars)
        assert number.shown() == pytest.approx(longest, abs=0.0006)
        assert stage.bottom < note.get_bottom()[1] < note.get_top()[1] < hero.room.bottom


def test_bars_have_nearly_all_of_a_gap_that_is_narrow(trace: Trace) -> None:
    hero = protagonist(trace, UPRIGHT)
    for l in (1, 2, 3):
        right, before = hero.column(l).neurons.get_left()[0], hero.before(l)
        ends = hero.axis(l) - hero.longest(l), hero.axis(l) + hero.longest(l)
        assert right - before < ends[0] < ends[1] < right
        assert ends[1] - ends[0] > before * 0.75


def test_numbers_that_are_not_spoken_of_can_be_read_where_the_picture_is_seen_small(trace: Trace) -> None:
    found: dict[str, float] = {}
    for aspect in ("16:9", "9:16"):

        def look(scene: TraceScene, beat: str, aspect: str = aspect) -> None:
            if beat == "the_near_and_the_far":
                glyphs = [glyph for number in scene.stands.wishes for glyph in number.family_members_with_points()]
                found[aspect] = min(float(glyph.get_fill_opacity()) for glyph in glyphs)

        with configured(dict(SMALL.of(aspect).frame)):
            rehearse(OutputNudges, trace, look, frame=FORMATS[aspect])
    assert found == pytest.approx({"16:9": level.rest, "9:16": level.half}, abs=0.01)


@pytest.mark.parametrize("stage", [UPRIGHT, SQUARE, WIDE.stage])
def test_the_names_over_the_columns_of_its_table_stand_apart(trace: Trace, stage: Zone) -> None:
    hero = protagonist(trace, stage).with_outputs().with_targets().with_wishes()
    heads = sorted(hero.heads.values(), key=lambda head: float(head.get_x()))
    assert all(two.get_left()[0] - one.get_right()[0] > gap.medium - 0.01 for one, two in pairwise(heads))


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
