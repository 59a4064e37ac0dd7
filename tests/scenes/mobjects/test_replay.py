"""A replay shows recorded rows and nothing between them, in order, each when its time has come."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from manim import Dot, LaggedStart, Scene, VGroup, smooth, tempconfig

from scenes.camera.renderer import StageRenderer
from scenes.mobjects.replay import Replay, by_way_of, evenly, ever_faster, there_and_back


def played(rows: list[int], alphas: np.ndarray, **kwargs: object) -> list[int]:
    """Return the rows that a replay shows, moment by moment."""
    shown: list[int] = []
    replay = Replay(Dot(), rows=rows, show=shown.append, **kwargs)
    replay.begin()
    seen = []
    for alpha in alphas:
        replay.interpolate(float(alpha))
        seen.append(shown[-1])
    assert all(one != two for one, two in pairwise(shown)), "a row that stands is not shown again"
    return seen


def test_each_moment_shows_its_nearest_row() -> None:
    alphas = np.linspace(0, 1, 101)
    seen = played([5, 9, 2, 7], alphas)
    assert seen == [[5, 9, 2, 7][int(np.argmin(np.abs(alpha - np.arange(4) / 3)))] for alpha in alphas]


@pytest.mark.parametrize("rate", [smooth, lambda t: 1.2 * t])
def test_a_replay_ends_with_its_last_row_whatever_its_pace(rate: object) -> None:
    assert played(list(range(50)), np.linspace(0, 1, 7), rate_func=rate)[-1] == 49
    assert played([3], np.array([0.0, 0.4, 1.0])) == [3, 3, 3]


def test_a_replay_that_is_played_again_begins_anew() -> None:
    shown: list[int] = []
    replay = Replay(Dot(), rows=[1, 2], show=shown.append)
    for _ in range(2):
        replay.begin()
        replay.finish()
    assert shown == [1, 2, 1, 2]


def test_pictures_keep_their_places_and_all_above_the_lowest_moves() -> None:
    low, middle, high, new = (Dot() for _ in range(4))
    group = VGroup(low, middle)
    shown: list[int] = []

    class Plays(Scene):
        def construct(self) -> None:
            under = Dot()
            self.add(under, group, high)
            self.play(LaggedStart(Replay(high, middle, new, rows=[1, 2, 3], show=shown.append)))
            dots = [dot for dot in self.get_mobject_family_members() if isinstance(dot, Dot)]
            assert dots == [under, low, middle, high, new]
            assert group in self.mobjects
            assert {middle, high, new} <= set(self.moving_mobjects)
            assert under not in self.moving_mobjects

    with tempconfig({"dry_run": True, "progress_bar": "none", "disable_caching": True}):
        Plays(renderer=StageRenderer(skip_animations=True)).render()
    assert shown == [1, 3]


def test_a_way_there_and_back_leaves_no_row_out() -> None:
    rows = np.array(there_and_back(20, 0, 40))
    steps = np.diff(rows)
    assert (rows[0], rows[-1], rows.min(), rows.max()) == (20, 20, 0, 40)
    assert np.argmax(rows) < np.argmin(rows)
    assert set(np.abs(steps)) == {0, 1}


def test_a_way_is_slow_at_its_stops() -> None:
    rows = by_way_of(0, 400)
    for share, way in ((1 / 4, (2 - 2**0.5) / 4), (1 / 2, 1 / 2), (3 / 4, (2 + 2**0.5) / 4)):
        assert rows[round(share * (len(rows) - 1))] == pytest.approx(400 * way, abs=1)


@pytest.mark.parametrize("way", [evenly, by_way_of])
def test_a_trail_reaches_as_far_as_the_way_did_however_few_frames_are_made(way: Callable[..., list[int]]) -> None:
    shown: list[int] = []
    replay = Replay(Dot(), rows=way(10, 20, 3, 3, 14, 10), show=shown.append)
    replay.begin()
    replay.finish()
    assert shown == [10, 20, 3, 14, 10]


def test_a_way_may_have_any_stops() -> None:
    assert evenly(4) == by_way_of(4) == [4]
    assert evenly(3, 5, 5, 2) == [3, 4, 5, 4, 3, 2]
    assert by_way_of(4, 4, 5)[-1] == 5
    assert set(by_way_of(3, 7, 5)) == {3, 4, 5, 6, 7}


@pytest.mark.parametrize(("first", "last"), [(0, 0), (0, 17), (0, 1499), (40, 1499), (5, 393_000)])
def test_ever_faster_begins_and_ends_where_it_is_told_and_takes_the_same_time_for_each_factor(
    first: int, last: int
) -> None:
    rows = ever_faster(first, last)
    assert (rows[0], rows[-1]) == (first, last)
    assert rows == sorted(rows)
    half = rows[len(rows) // 2]
    assert half + 1 == pytest.approx(np.sqrt((first + 1.0) * (last + 1.0)), rel=0.02, abs=1)
