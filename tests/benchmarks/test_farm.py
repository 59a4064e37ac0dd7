"""The forecast for many workers is arithmetic that can be done by hand."""

import pytest

from scenes.studio.film.pieces.plan import PASS, START
from tests.benchmarks.farm import WORKERS, Measured, forecast, table

# Two scenes: one of three beats, one of a single beat.
FILM = [
    Measured("A", "a", 0, 10.0),
    Measured("A", "b", 1, 20.0),
    Measured("A", "c", 2, 30.0),
    Measured("B", "d", 0, 6.0),
]


def test_one_worker_films_each_scene_in_one_run():
    one = forecast(FILM, 1, joining=2.0)
    assert one.seconds == pytest.approx(66 + 2 * START + 2)
    assert (one.runs, one.bound) == (2, "the work: 66 s, shared by 1")


def test_two_workers_split_the_longer_scene_where_that_is_soonest():
    two = forecast(FILM, 2, joining=2.0)
    # One films c, which it reaches over two beats; the other a and b, and as it is ready first, then d.
    assert two.seconds == pytest.approx(START + 10 + 20 + START + 6 + 2)
    assert two.runs == 3


def test_with_many_workers_the_longest_beat_is_the_bound_and_more_change_nothing():
    many, more = forecast(FILM, 8, joining=2.0), forecast(FILM, 256, joining=2.0)
    assert many.seconds == more.seconds == pytest.approx(START + 2 * PASS + 30 + 2)
    assert many.bound == more.bound == f"the longest beat: A.c, {START + 2 * PASS + 30:.0f} s"


def test_where_a_film_is_joined_for_longer_than_it_is_drawn_that_is_the_bound():
    assert forecast(FILM, 256, joining=99.0).bound == "joining: 99.0 s"


def test_many_short_beats_are_bound_by_starts():
    short = [Measured(f"S{i}", "a", 0, 0.5) for i in range(100)]
    assert forecast(short, 4, joining=0.0).bound == f"starts and beats passed over: {100 * START:.0f} s, shared by 4"


def test_the_table_has_a_line_for_each_number_of_workers():
    lines = table(FILM, 2.0)
    assert [int(line.split()[0]) for line in lines[1:]] == list(WORKERS)
    assert [float(line.split()[2]) for line in lines[1:]] == sorted(float(line.split()[2]) for line in lines[1:])
