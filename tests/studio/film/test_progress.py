"""Progress: counted beats and frames; a time left only where it can be known."""

import io

import pytest
from rich.console import Console

from scenes.studio.film.crew import Report
from scenes.studio.film.progress import LiveDisplay, PlainDisplay, Tally, clock_time, display_for
from tests.studio.fakes import Fake, Longer


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def shots(shot_of):
    return shot_of(Fake), shot_of(Longer)


def test_a_beat_is_done_when_the_next_begins_or_its_scene_ends(shots):
    fake, longer = shots
    tally = Tally(shots)
    done = []
    for kind, shot in [("beat", longer), ("frames", longer), ("beat", longer), ("done", longer), ("beat", fake)]:
        tally.hear(Report(shot, kind, 0, "b"))
        done.append(tally.beats_done)
    assert done == [0, 0, 1, 3, 3]
    assert tally.beats == 5


def test_frames_are_those_of_this_run_and_scenes_kept_before_count_as_beats_only(shots):
    fake, longer = shots
    tally = Tally(shots)
    tally.keep(fake)
    tally.hear(Report(longer, "frames", 12))
    assert (tally.beats_done, tally.frames) == (2, 12)


def test_no_time_left_is_told_while_a_length_is_unknown(shots, clock):
    tally = Tally(shots, known={"Fake": 100}, clock=clock)
    tally.hear(Report(shots[0], "frames", 50))
    clock.now = 10
    assert tally.left is None
    assert "left" not in tally.pace()


def test_time_left_is_the_missing_frames_at_the_measured_rate(shots, clock):
    tally = Tally(shots, known={"Fake": 100, "Longer": 250}, clock=clock)
    tally.hear(Report(shots[0], "frames", 50))
    clock.now = 2
    assert tally.left is None
    clock.now = 10
    assert tally.rate == pytest.approx(5)
    assert tally.left == pytest.approx((50 + 250) / 5)
    assert (
        f"{tally.count()} · {tally.pace()}" == "0 of 5 beats · 50 frames · 5 frames/s · 0:10 so far · about 1:00 left"
    )


def test_a_failed_scene_is_not_waited_for(shots, clock):
    tally = Tally(shots, known={"Fake": 100}, clock=clock)
    tally.hear(Report(shots[1], "failed", 3))
    tally.hear(Report(shots[0], "frames", 97))
    clock.now = 10
    assert tally.left == pytest.approx(3 / 10)
    assert tally.at_work() == []


def test_a_log_gets_lines_at_a_quiet_rhythm(shots):
    stream = io.StringIO()
    console = Console(file=stream, width=200)
    display = display_for(console)
    assert isinstance(display, PlainDisplay)
    with display:
        for part in (0.0, 0.5, 1.0):
            display.training("training", part)
        for _ in range(50):
            display.filming(Tally(shots))
    lines = stream.getvalue().splitlines()
    assert lines == ["Network: training", "Film: 0 of 5 beats · 0 frames · 0:00 so far"]
    display.every = 0
    display.filming(Tally(shots))
    assert len(stream.getvalue().splitlines()) == 3


def test_a_terminal_gets_one_display(shots):
    stream = io.StringIO()
    display = display_for(Console(file=stream, force_terminal=True, width=80, _environ={"TERM": "xterm"}))
    assert isinstance(display, LiveDisplay)
    tally = Tally(shots)
    tally.hear(Report(shots[1], "beat", 7, "the_wishes"))
    with display:
        display.training("training", 0.5)
        display.filming(tally)
        display.tell("A sentence [with brackets].")
    told = stream.getvalue()
    assert "Film" in told
    assert "0 of 5 beats" in told
    assert "Longer: the wishes, 7 frames" in told
    assert "A sentence [with brackets]." in told


@pytest.mark.parametrize(("seconds", "told"), [(0, "0:00"), (59.6, "1:00"), (754, "12:34")])
def test_times_are_minutes_and_seconds(seconds, told):
    assert clock_time(seconds) == told
