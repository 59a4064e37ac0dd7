"""Steps of a beat: where it may be stopped, for scenes that say nothing of it and for one that does."""

from functools import cache

import numpy as np
import pytest
from manim import AnimationGroup, Square

from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.theme import Theme
from scenes.stage.beats import beat
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene

HUNDREDTHS = 100


class Steps(TraceScene):
    """Beats of known lengths, without captions: the theme's fade is 0.4 s, its move 1 s, its rest 0.8 s."""

    title = "Steps"

    def setup(self):
        self.square, self.label = Square(), Square(0.1)
        self.add(self.square)

    def move_it(self, **how):
        self.move(self.square.animate.shift((0.1, 0, 0)), **how)

    @beat
    def moves(self):
        """One after the other, the last with a rest."""
        self.move_it(still=False)
        self.move_it(still=False)
        self.move_it(still=False)

    @beat
    def rests(self):
        """A rest belongs to the step before it."""
        self.move_it()
        self.move_it()

    @beat
    def fades(self):
        """What is shorter than a move goes with what follows."""
        self.move(FadeOut(self.square), time="fade", still=False)
        self.move(FadeIn(self.square), time="fade", still=False)
        self.move_it(still=False)
        self.move(FadeOut(self.square), time="fade")
        self.move(FadeIn(self.square), time="fade")

    @beat
    def settles(self):
        """A label comes, at once and with another; then the next change."""
        self.move_it(still=False)
        self.move(FadeIn(self.label), time="fade", still=False)
        self.move(self.label.animate.shift((1, 0, 0)), time="fade", still=False)
        self.move_it(still=False)
        self.move_it(still=False)

    @beat
    def makes_room(self):
        """What goes begins the next step, alone and for another; a rest shows that it was the end of one."""
        self.move_it(still=False)
        self.move(FadeOut(self.label), time="fade", still=False)
        self.move_it(still=False)
        self.move(AnimationGroup(FadeIn(self.label), FadeOut(self.square)), time="fade", still=False)
        self.move(self.label.animate.shift((0, 1, 0)), still=False)
        self.move(FadeIn(self.square), FadeOut(self.label), time="fade")
        self.move_it(still=False)

    @beat
    def marked(self):
        """Where it says so, and nowhere else."""
        self.move_it(still=False)
        self.move_it(still=False)
        self.step()
        self.move_it()
        self.move_it(still=False)


@pytest.fixture(scope="module")
def steps_at(trace_of_xor):
    """The frames at which the steps of each beat end, at a hundred frames a second; the last one ends with it."""

    @cache
    def at(pace, told=None):
        found, ended = {}, [0.0]

        def take(scene, name):
            lasts, ended[0] = scene.film_time - ended[0], scene.film_time
            found[name] = [*scene.ends_of_steps(HUNDREDTHS), round(lasts * HUNDREDTHS)]

        rehearse(Steps, trace_of_xor, at_rest=take, captions=False, pace=pace, told=told)
        return found

    return at


HEADING = 20  # before the first beat, the title fades in, half as long as other things do


def test_a_step_ends_where_a_move_is_complete_and_where_a_rest_is_over(steps_at):
    theme = Theme.load().time
    assert (theme.fade, theme.move, theme.still) == (0.4, 1.0, 0.8)
    assert steps_at(1.0)["moves"][:-1] == [HEADING + 100, HEADING + 200]
    assert steps_at(1.0)["rests"][:-1] == [180 - 1], "its picture still rests on that frame"


def test_what_goes_to_make_room_begins_a_step(steps_at):
    assert steps_at(1.0)["fades"][:-1] == [40 + 40 + 100, 180 + 40 + 80 - 1]
    assert steps_at(1.0)["makes_room"][:-1] == [100, 100 + 140, 240 + 140 + 120 - 1]


def test_a_step_ends_when_its_labels_have_settled(steps_at):
    assert steps_at(1.0)["settles"][:-1] == [100 + 40 + 40, 180 + 100]


def test_a_beat_that_marks_a_step_ends_it_there_and_nowhere_else(steps_at):
    assert steps_at(1.0)["marked"][:-1] == [200]


def test_what_comes_back_after_a_beat_that_is_left_out_belongs_to_the_first_step(steps_at):
    assert steps_at(1.0, ("rests", "fades"))["rests"][:-1] == [40 + HEADING + 180 - 1]


@pytest.mark.parametrize("pace", [1.0, 2.0, 3.0])
def test_no_step_is_shorter_than_a_second(steps_at, pace):
    for name, ends in steps_at(pace).items():
        assert len(ends) == 1 or min(np.diff([0, *ends])) >= HUNDREDTHS - 1, name
    assert any(len(ends) > 1 for ends in steps_at(pace).values()) == (pace < 3)
