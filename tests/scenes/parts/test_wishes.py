"""Wishes on their way back: what travels is what is asked, and what stands beside a layer is the sum of what came."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from netsim import Trace
from scenes.look.decimals import MINUS
from scenes.look.theme import Theme
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.nudges.hero.wishes import Wishes
from scenes.stage.formats import FORMATS, WIDE
from scenes.words.messages import Messages

MOMENTS = np.linspace(0, 1, 60)


def wishes_of(trace: Trace, l: int) -> Wishes:
    return Wishes(Protagonist(trace, Theme.load(), Messages.load(), WIDE.stage), l)


def asked(trace: Trace, l: int) -> np.ndarray:
    return np.asarray(-trace[f"W{l}"][0] * trace[f"delta{l}"][0, 0][:, None])


@pytest.mark.parametrize("l", [2, 3])
def test_what_travels_is_what_is_asked_along_its_own_edges(trace: Trace, l: int) -> None:
    wishes = wishes_of(trace, l)
    edges = wishes.hero.edges(l)
    assert np.allclose([comets.shown() for comets in wishes.comets], asked(trace, l), atol=1e-9)
    for j, comets in enumerate(wishes.comets):
        ends = [edges.end_points(j, k) for k in range(len(comets.ends))]
        assert np.allclose(comets.start, ends[0][1])
        assert np.allclose(comets.ends, [start for start, _ in ends])


@pytest.mark.parametrize("l", [2, 3])
def test_the_sum_runs_from_neuron_to_neuron(trace: Trace, l: int) -> None:
    """After each neuron's wishes the bars are the sum of those so far, in between on the way, at last -dC/da."""
    wishes, sums = wishes_of(trace, l), np.cumsum(asked(trace, l), axis=0)
    seen: list[tuple[int, float]] = []
    waves, add_up = wishes.all(), wishes.add_up

    def look(j: int, share: float) -> None:
        add_up(j, share)
        before = sums[j - 1] if j else 0 * sums[0]
        shown = [bar.shown() for bar in wishes.total.bars]
        assert np.allclose(shown, before + share * (sums[j] - before), atol=1e-9)
        seen.append((j, share))

    waves.arrive = look
    for alpha in MOMENTS:
        waves.interpolate_mobject(alpha)
    assert [j for j, share in seen if share == 1] == list(range(len(sums)))
    assert len({share for _, share in seen}) > len(sums)
    assert sums[-1] == pytest.approx(-trace[f"dC_da{l - 1}"][0, 0], abs=1e-9)


def test_bars_narrowed_by_the_slopes_are_effects(trace: Trace) -> None:
    wishes = wishes_of(trace, 3)
    for narrow in wishes.take_total().through_the_slopes():
        narrow.begin()
        narrow.interpolate(1.0)
    slopes = trace["one/da_dz2"]
    assert [bar.shown() for bar in wishes.total.bars] == pytest.approx(list(-trace["dC_da2"][0, 0] * slopes), abs=1e-9)
    assert [bar.reading.key for bar in wishes.total.bars if bar.reading is not None] == ["delta2"] * len(slopes)


def test_comets_are_over_the_edges_and_under_the_neurons_while_they_travel(trace: Trace) -> None:
    wishes = wishes_of(trace, 3)
    network, standing = wishes.hero.network, list(wishes.hero.network.submobjects)
    waves = wishes.one(2, wishes.bars(wishes.table[2]))

    class Stage:
        def add(self, *mobjects: object) -> None:
            self.shown = mobjects

    waves._setup_scene(Stage())
    place = network.submobjects.index(wishes.comets[2])
    assert all(edges in network.submobjects[:place] for edges in network.edges.values())
    assert all(column in network.submobjects[place:] for column in network.columns.values())
    waves.clean_up_from_scene(Stage())
    assert network.submobjects == standing
    assert not 0 <= wishes.comets[2].at < 1


def test_every_sum_on_the_way_has_room(any_trace: Trace) -> None:
    for l in range(2, any_trace.L + 1):
        if not Wishes.recorded(any_trace, l):
            continue
        wishes = wishes_of(any_trace, l)
        most = np.abs(wishes.running.value).max() * wishes.scale.unit
        assert most <= wishes.hero.longest(l - 1) + 1e-9


@pytest.mark.parametrize("aspect", FORMATS)
def test_twice_the_error_is_the_wish_by_hand_in_every_row(aspect: str, trace: Trace) -> None:
    hero = Protagonist(trace, Theme.load(), Messages.load(), FORMATS[aspect].stage)
    hero.with_outputs().with_targets().with_wishes()
    for shows, should, wish in zip(hero.shows, hero.should, hero.wishes, strict=True):
        now, goal, written = (Fraction(number.text.replace(MINUS, "-")) for number in (shows, should, wish))
        assert round(2 * (goal - now), 2) == written
