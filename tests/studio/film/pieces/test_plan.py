"""The plan: runs are split only where that makes the film ready sooner; the longest is begun first."""

from pathlib import Path

import pytest

from scenes.studio.film.pieces.kept_clips import Known
from scenes.studio.film.pieces.plan import PASS, START, cost, effort_by, gaps, plan
from scenes.studio.film.pieces.shot import Piece, Run, Shot
from tests.studio.conftest import TINY


def shot(name, *seconds):
    pieces = tuple(Piece(f"beat_{i}", f"key_{i}", i, float(s)) for i, s in enumerate(seconds))
    return Shot(f"somewhere:{name}", Path("trace.npz"), TINY, pieces=pieces)


def effort(shot, piece):
    return piece.seconds


def spans(runs):
    return [(run.shot.name, run.first, run.end) for run in runs]


def ready(runs, hands):
    """When the last is ready if each takes the next run when it is free, counted in another way than the plan does."""
    hands = [0.0 for _ in range(hands)]
    for run in runs:
        hands.sort()
        hands[0] += cost(run, effort)
    return max(hands)


@pytest.fixture
def story():
    """A long scene, a middling one, and four short ones."""
    long, middling = shot("Long", *[20] * 10), shot("Middling", 30, 10, 20)
    return [Run(one, 0, len(one.pieces)) for one in (long, middling, *(shot(f"Short{i}", 10) for i in range(4)))]


def test_one_worker_films_every_scene_in_one_go_the_longest_first(story):
    assert spans(plan(story, 1, effort)) == [
        ("Long", 0, 10),
        ("Middling", 0, 3),
        *((f"Short{i}", 0, 1) for i in range(4)),
    ]


def test_scenes_stay_whole_where_there_are_enough_of_them_for_all():
    even = [Run(shot(f"Scene{i}", 10, 10, 10), 0, 3) for i in range(8)]
    assert plan(even, 2, effort) == even
    assert plan(even, 8, effort) == even


@pytest.mark.parametrize(("hands", "longest"), [(2, 165.0), (8, 60.0), (64, 40.0)])
def test_the_longest_scene_is_no_longer_the_limit(story, hands, longest):
    runs = plan(story, hands, effort)
    total = sum(sum(piece.seconds for piece in run.pieces) for run in story)
    assert cost(runs[0], effort) <= longest
    assert [cost(run, effort) for run in runs] == sorted((cost(run, effort) for run in runs), reverse=True)
    assert ready(runs, hands) < ready(story, hands)
    assert ready(runs, hands) <= max(1.15 * total / hands, 30 + START + PASS) + 2 * START


@pytest.mark.parametrize("hands", [1, 2, 8, 64])
def test_every_piece_is_filmed_once(story, hands):
    filmed = [(run.shot.name, piece.beat) for run in plan(story, hands, effort) for piece in run.pieces]
    assert sorted(filmed) == sorted((run.shot.name, piece.beat) for run in story for piece in run.pieces)


def test_nothing_is_split_that_would_not_be_ready_sooner():
    one = Run(shot("Long", 100, START / 2), 0, 2)
    assert plan([one], 64, effort) == [one]
    assert plan([], 8, effort) == []


def test_who_begins_late_passes_over_what_is_before():
    long = shot("Long", 5, 5, 5)
    assert cost(Run(long, 0, 1), effort) == START + 5
    assert cost(Run(long, 2, 3), effort) == START + 2 * PASS + 5


def test_what_is_kept_is_not_filmed_again():
    one, other = shot("One", 1, 1, 1, 1, 1), shot("Other", 1, 1)
    kept = {(one.scene, "beat_0"), (one.scene, "beat_2"), (one.scene, "beat_3"), (other.scene, "beat_0")}
    assert spans(gaps([one, other], kept)) == [("One", 1, 2), ("One", 4, 5), ("Other", 1, 2)]
    assert spans(gaps([one, other], ())) == [("One", 0, 5), ("Other", 0, 2)]
    assert gaps([other], {(other.scene, "beat_0"), (other.scene, "beat_1")}) == []


def test_what_a_beat_took_before_is_what_it_is_thought_to_take_else_its_length_or_its_words_tell():
    one = shot("One", 4, 5, 6)
    known = {("One", "beat_0"): Known(10.0, 20.0), ("One", "beat_1"): Known(3.0)}
    expected = effort_by(known, TINY)
    assert [expected(one, piece) for piece in one.pieces] == [20.0, 3.0 * 2, 6.0 * 2]
    assert 0 < effort_by({}, TINY)(one, one.pieces[0]) < 4.0
