"""A network that answers everything with one word, and its training before our eyes (D1)."""

from __future__ import annotations

from collections.abc import Callable

from manim.utils.rate_functions import ease_in_sine, ease_out_sine

from netsim import Reading, Trace
from netsim.figures.descent.answers import answers_at_first, answers_at_last, right_at_first
from netsim.figures.examples import examples_shown
from scenes.camera.fading import FadeIn, FadeOut
from scenes.mobjects.replay import Replay
from scenes.mobjects.type.number import Readout
from scenes.parts.course import Course
from scenes.parts.descent.hero.first_picture import Counter, FirstPicture
from scenes.parts.descent.hero.standing import first_picture_stands, network_stands
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import class_name

# How many times a slow move each lasts.
ASKED = 3  # all examples are asked, one after the other
TRAINED = 7  # the training is gone through
REWOUND = 2  # and back


class NeverTold(TraceScene):
    """All examples get the same answer; the training makes the answers right, and nobody told it how."""

    chapter = "descent"
    asks = ("classes", "updates")
    needs = ("data", "learning", "course")
    opens_with = first_picture_stands
    closes_with = network_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        last = len(trace["learning/steps"]) - 1
        return {
            **super().facts(trace),
            "shown": examples_shown(trace),
            "answers": answers_at_first(trace),
            "answer": class_name(trace, int(trace["data/said"][0])),
            "updates_first": trace.reading("steps", 0),
            "right_first": right_at_first(trace),
            "updates": trace.reading("learning/steps", last),
            "right_last": trace.reading("learning/right", last),
            "learned": answers_at_last(trace),
        }

    def setup(self) -> None:
        self.first: FirstPicture = self.stands

    @beat("D1")
    def one_answer(self) -> None:
        """Let the network look at one example after the other, and write its answer under each."""
        first, wall = self.first, self.first.wall
        said = self.trace.reading("data/said")

        def ask(place: int) -> None:
            first.ask(wall.order[place])
            for i in wall.order[: place + 1]:  # some may be left out where few frames are made
                wall.answer(i, said[i])

        seconds = ASKED * self.theme.time.slow
        self.play(Replay(first, rows=range(len(wall.order)), show=ask, run_time=seconds))
        self.right = self.counter(right_at_first(self.trace), "right", "wall")
        self.made = self.counter(self.trace.reading("steps", 0), "steps", "hero")
        self.move(FadeIn(self.right, self.made), time="fade", still=False)

    @beat
    def the_training(self) -> None:
        """Go through the whole training: the network, every answer, how many steps were made, how many are right."""
        self.course = Course(self.first.hero)
        self.replay(range(self.course.rows), TRAINED, ease_in_sine)

    @beat
    def back_to_the_start(self) -> None:
        """Stay for a moment at what was learned; go back through it to where nothing was; the wall steps back."""
        self.wait(self.theme.time.slow)
        start = self.course.row_after(int(self.trace.steps[0]))
        self.replay(range(self.course.rows - 1, start - 1, -1), REWOUND, ease_out_sine)
        self.first.as_at_first()
        inside = self.first.wall.step_back(self.first.hero.network.layer(0))
        self.move(FadeOut(self.right, self.made), *inside, still=False)

    def hand_over(self) -> None:
        """Let the wall leave to the left, and the network go after it, to where it stands from now on."""
        self.move(FadeOut(self.first.wall.mark), *self.first.go_home(), time="slow", still=False)
        self.remove(self.first)
        self.add(self.first.hero)

    def replay(self, rows: range, slow: float, pace: Callable[[float], float]) -> None:
        """Show the moments of the training one after the other, for so many slow moves: slow where most happens."""
        right, steps = (self.trace.reading(f"learning/{name}") for name in ("right", "steps"))

        def show(row: int) -> None:
            self.course.set_row(row)
            self.first.set_row(row)
            self.right.number.set_reading(right[row])
            self.made.number.set_reading(steps[row])

        changing = self.first, self.right, self.made
        self.play(Replay(*changing, rows=rows, show=show, rate_func=pace, run_time=slow * self.theme.time.slow))

    def counter(self, now: Reading, what: str, under: str) -> Counter:
        """Return a number and what it counts: answers that are ``right``, or ``steps``."""
        course = self.trace.reading(f"learning/{what}")
        number = Readout(now, self.theme, spec=",.0f", size="body")
        return self.first.counter(number, course[len(course) - 1], self.phrase(what), under)
