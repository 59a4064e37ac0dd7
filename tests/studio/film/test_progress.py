"""Progress: counted beats and frames; a time left only where it can be known."""

import io

import pytest
from rich.console import Console

from scenes.stage.stage import END
from scenes.studio.film.crew.jobs import Report
from scenes.studio.film.displays import LiveDisplay, PlainDisplay, display_for
from scenes.studio.film.progress import Tally, clock_time
from tests.studio.conftest import whole
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


@pytest.fixture
def runs(shots):
    return tuple(map(whole, shots))


def test_a_beat_is_done_when_its_clip_is_kept_and_the_clearing_is_no_beat(shots, runs):
    _, longer = runs
    tally = Tally(shots)
    done = []
    for kind, beat in [("beat", "part_0"), ("frames", "part_0"), ("piece", "part_0"), ("piece", END)]:
        tally.hear(Report(longer, kind, 0, beat))
        done.append(tally.beats_done)
    assert done == [0, 0, 1, 1]
    assert tally.beats == 5


def test_frames_are_those_of_this_run_and_beats_kept_before_count_as_beats_only(shots, runs):
    tally = Tally(shots)
    tally.keep(shots[0].scene, "part_0")
    tally.hear(Report(runs[1], "frames", 12))
    assert (tally.beats_done, tally.frames) == (1, 12)


FAKE = {("Fake", "part_0"): 40, ("Fake", "part_1"): 50, ("Fake", END): 10}
LONGER = {("Longer", "part_0"): 50, ("Longer", "part_1"): 100, ("Longer", "part_2"): 80, ("Longer", END): 20}


def test_no_time_left_is_told_while_a_length_is_unknown(shots, runs, clock):
    tally = Tally(shots, known=FAKE, clock=clock)
    tally.hear(Report(runs[0], "frames", 50))
    clock.now = 10
    assert tally.left is None
    assert "left" not in tally.pace()


def test_time_left_is_the_missing_frames_at_the_measured_rate(shots, runs, clock):
    tally = Tally(shots, known=FAKE | LONGER, clock=clock)
    for kind, frames, beat in [("beat", 0, "part_0"), ("piece", 40, "part_0"), ("beat", 40, "part_1")]:
        tally.hear(Report(runs[0], kind, frames, beat))
    tally.hear(Report(runs[0], "frames", 50, "part_1"))
    clock.now = 2
    assert tally.left is None
    clock.now = 10
    assert tally.rate == pytest.approx(5)
    assert tally.left == pytest.approx((50 + 250) / 5)
    assert (
        f"{tally.count()} · {tally.pace()}" == "1 of 5 beats · 50 frames · 5 frames/s · 0:10 so far · about 1:00 left"
    )


def test_what_follows_a_failure_is_not_waited_for(shots, runs, clock):
    tally = Tally(shots, known=FAKE, clock=clock)
    tally.hear(Report(runs[1], "failed", 3))
    tally.hear(Report(runs[0], "beat", 0, "part_0"))
    tally.hear(Report(runs[0], "frames", 37, "part_0"))
    clock.now = 10
    assert tally.left == pytest.approx((100 - 37) / 4)
    assert tally.at_work() == ["Fake: part 0, 37 frames"]


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


def test_a_terminal_gets_one_display(shots, runs):
    stream = io.StringIO()
    display = display_for(Console(file=stream, force_terminal=True, width=80, _environ={"TERM": "xterm"}))
    assert isinstance(display, LiveDisplay)
    tally = Tally(shots)
    tally.hear(Report(runs[1], "beat", 7, "the_wishes"))
    with display:
        display.training("training", 0.5)
        display.speaking(3, 61)
        display.filming(tally)
        display.tell("A sentence [with brackets].")
    told = stream.getvalue()
    assert "Film" in told
    assert "0 of 5 beats" in told
    assert "Longer: the wishes, 7 frames" in told
    assert "A sentence [with brackets]." in told


def test_what_is_spoken_is_counted_once_it_takes_a_while():
    stream = io.StringIO()
    display = display_for(Console(file=stream, width=200))
    display.training("training", 1.0)
    for done in range(5):
        display.speaking(done, 5)
    assert stream.getvalue() == "Network: training\n"
    display.every = 0
    display.speaking(3, 5)
    assert stream.getvalue().endswith("\nVoice: 3 of 5 beats\n")


@pytest.mark.parametrize(("seconds", "told"), [(0, "0:00"), (59.6, "1:00"), (754, "12:34")])
def test_times_are_minutes_and_seconds(seconds, told):
    assert clock_time(seconds) == told
