"""Learning by heart: the same network on true labels and on shuffled ones (D16)."""

from __future__ import annotations

from itertools import chain

import numpy as np
from manim import PI, UP, Animation, Create, Group, LaggedStart, Rectangle, Transform, VGroup

from netsim import Trace
from netsim.figures.descent.learned import (
    HALF,
    epochs_until_half,
    shuffled_labels_learned,
    taken_for,
    times_through,
    use_of_shuffled_labels,
    which_labels_are_learned_sooner,
)
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap, lag, level, stroke
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.replay import Replay, evenly
from scenes.mobjects.resting import rest
from scenes.mobjects.type.typeset import Words
from scenes.parts.course import Course
from scenes.parts.descent.beside.measured_shares import Measured, MeasuredShares
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.descent.hero.standing import trained_stands
from scenes.parts.selection import example_grid, on_stage
from scenes.parts.visitors import Visitors
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import class_name

ACROSS, ROWS = 4, 3  # of the cards
RUNS = {"true": "ink", "shuffled": "focus"}  # the two runs, and the role of each
DRAWN = 5 / 3  # of the time of a slow move: how long both runs are drawn


class Memorising(TraceScene):
    """Labels fly to other cards; then tracers draw two runs at once, and the network learns one of these cards."""

    chapter = "descent"
    asks = ("classes", "unseen")
    needs = ("memory", "course")
    opens_with = trained_stands
    closes_with = trained_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        last = len(trace["memory/epochs"]) - 1
        shares = {"true": "true_right", "shuffled": "shuffled_right"}
        shares |= {name: name for name in ("true_unseen", "shuffled_unseen")}
        return {
            **super().facts(trace),
            **{fact: trace.reading(f"memory/{name}", last) for fact, name in shares.items()},
            "examples": trace.reading("memory/examples"),
            "times": times_through(trace),
            "own": class_name(trace, int(trace["memory/label"][0])),
            "dealt": class_name(trace, int(trace["memory/shuffled_label"][0])),
            "taken_for": taken_for(trace),
            "learned": shuffled_labels_learned(trace),
            "soon": which_labels_are_learned_sooner(trace),
            "true_half": epochs_until_half(trace, 0),
            "shuffled_half": epochs_until_half(trace, 1),
            "use": use_of_shuffled_labels(trace),
        }

    def setup(self) -> None:
        self.hero: Learner = self.stands
        self.drops = VGroup()

    @beat("D16")
    def shuffled_labels(self) -> None:
        """Show cards with their labels; let each label fly to the card that it is dealt to."""
        trace = self.trace
        cells = list(chain(*self.hero.beside.grid(ROWS, ACROSS, gap=gap.medium)))
        examples, own, dealt = (trace.reading("memory/x"), *(trace[f"memory/{of}label"] for of in ("", "shuffled_")))
        shape, span = example_grid(trace, *examples)
        self.cards, labels = Group(), []
        letters = int(2 * cells[0].width / self.theme.em())
        for example, j, cell in zip(examples, own, cells, strict=False):
            picture = cell.inset(bottom=gap.line)
            image = picture.fit(InputImage(example, shape, self.theme, picture.height, span))
            name = Words(on_stage(trace.classes[int(j)], letters), self.theme, size="body" if letters > 1 else "small")
            labels.append(cell.stand(name, cell.bottom))
            self.cards.add(image, name)
        self.move(LaggedStart(*map(FadeIn, self.cards), lag_ratio=lag.close), still=False)
        flights: list[Animation] = []
        free = list(range(len(own)))
        for j, cell in zip(dealt, cells, strict=False):
            one = next(i for i in free if own[i] == j)
            free.remove(one)
            there = cell.stand(labels[one].copy(), cell.bottom).set_color(self.theme.of("focus"))
            flights.append(Transform(labels[one], there, path_arc=PI / 2))
        self.move(LaggedStart(*flights, lag_ratio=lag.apart), time="slow", still=False)

    @beat
    def what_it_has_seen(self) -> None:
        """Let the first card into the network; draw what both runs get right, while it learns the other label."""
        trace, hero = self.trace, self.hero
        epochs = trace.reading("memory/epochs")
        self.plot = MeasuredShares(epochs, self.theme, hero.beside, self.phrase("across"), self.phrase("all"))
        self.head = self.plot.head(self.phrase("right"), hero.heading)
        self.let_the_first_in()
        self.move(FadeIn(self.plot, self.head), time="fade", still=False)
        self.seen = self.draw("right", self.by_heart)

    @beat
    def which_is_sooner(self) -> None:
        """Mark after how many times through half of them come out right."""
        until = [epochs_until_half(self.trace, run) for run in range(len(RUNS))]
        reached = [(count, role) for count, role in zip(until, RUNS.values(), strict=True) if float(count) >= 0]
        for count, role in reached:
            level, drop, number = self.plot.reach(count, HALF, role)
            if self.drops and number.get_left()[0] < self.drops[-1].get_right()[0] + gap.small:
                number.shift(gap.line * UP)
            self.move(Create(level), still=False)
            self.move(Create(drop), FadeIn(number), still=False)
            self.drops.add(level, drop, number)

    @beat
    def what_it_has_not(self) -> None:
        """Draw how many unseen ones each run gets right; what was drawn before rests, and so does the network."""
        before = [rest(part) for run in self.seen for part in run.tracer]
        gone = [self.drops, self.head, *(run.number for run in self.seen)]
        self.head = self.plot.head(self.phrase("unseen"), self.hero.heading)
        self.asleep = asleep(self.hero)
        self.move(FadeOut(Group(*gone)), FadeIn(self.head, self.asleep), *before, time="fade", still=False)
        self.unseen = self.draw("unseen")

    def hand_over(self) -> None:
        """Let the plot leave, and the star run through the network as it was trained."""
        self.leave(self.plot, self.head, self.asleep, *self.seen, *self.unseen)
        self.visitors.take_the_star()
        self.hero.point_out(None)
        self.trained.show_weights(-1)
        self.move(self.visitors.pass_the_star(), time="fade", still=False)
        self.add(self.hero)

    def let_the_first_in(self) -> None:
        """Let the first card fly into the network, as it is before the run on shuffled labels; the others leave."""
        trace, hero = self.trace, self.hero
        example, layers = trace.reading("memory/x", 0), range(1, trace.L + 1)
        self.trained = Course(hero)
        star = [trace.reading("x", 0), *self.trained.lights(-1)]
        shown = np.asarray(example.value), *[trace[f"memory/a{l}"] for l in layers]
        self.visitors, place = Visitors(hero, shown, star), hero.network.layers[0]
        flying = self.cards[0].copy()
        self.move(FadeOut(self.cards), flying.animate.match_height(place).move_to(place), still=False)
        self.remove(flying)
        self.visitors.take_in(example)
        self.by_heart = Course(hero, "memory")
        self.by_heart.show_weights(0)
        hero.point_out(int(trace["memory/shuffled_label"][0]))
        self.move(self.visitors.pass_through(self.by_heart.lights(0)), time="fade", still=False)

    def draw(self, what: str, course: Course | None = None) -> list[Measured]:
        """Let tracers draw both runs at once, while the network goes through a course; return them."""
        runs = [self.plot.course(self.trace.reading(f"memory/{run}_{what}"), role) for run, role in RUNS.items()]
        upper, lower = runs

        def show(row: int) -> None:
            upper.set_row(row)
            lower.set_row(row).keep_clear_of(upper)
            if course is not None:
                course.set_row(row)

        pictures = [*(course.pictures if course is not None else []), *runs]
        rows = evenly(0, upper.rows - 1)
        self.play(Replay(*pictures, rows=rows, show=show), run_time=DRAWN * self.theme.time.slow)
        return runs


def asleep(hero: Learner) -> Rectangle:
    """Return the shade under which a network rests while it is not spoken of what it shows."""
    shade, ground, dark = Rectangle(width=hero.width, height=hero.height), hero.theme.of("background"), 1 - level.rest
    shade.set_stroke(ground, stroke.strong, dark)  # lines reach beyond what they go through
    return shade.set_fill(ground, dark).move_to(hero)
