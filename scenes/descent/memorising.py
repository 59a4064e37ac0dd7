"""Learning by heart: the same network on true labels and on shuffled ones (D16)."""

from __future__ import annotations

from itertools import chain

from manim import PI, Animation, Group, LaggedStart, Transform, VGroup

from netsim import Trace
from netsim.figures.descent.learned import (
    HALF,
    epochs_until_half,
    shuffled_labels_learned,
    times_through,
    use_of_shuffled_labels,
    which_labels_are_learned_sooner,
)
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap, lag
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.replay import Replay, evenly
from scenes.mobjects.resting import rest
from scenes.mobjects.type.typeset import Words
from scenes.parts.descent.learner import Learner
from scenes.parts.descent.measured_shares import Measured, MeasuredShares
from scenes.parts.descent.standing import trained_stands
from scenes.parts.selection import example_grid, on_stage
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

ACROSS, ROWS = 4, 3  # of the cards
RUNS = {"true": "ink", "shuffled": "focus"}  # the two runs, and the role of each
DRAWN = 2  # of the time of a slow move: how long both runs are drawn


class Memorising(TraceScene):
    """Labels fly to other cards; then tracers draw two runs at once, on what they learned from and on the unseen."""

    chapter = "descent"
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
            "learned": shuffled_labels_learned(trace),
            "soon": which_labels_are_learned_sooner(trace),
            "true_half": epochs_until_half(trace, 0),
            "shuffled_half": epochs_until_half(trace, 1),
            "use": use_of_shuffled_labels(trace),
        }

    def setup(self) -> None:
        self.hero: Learner = self.stands
        self.drops: list[VGroup] = []

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
        self.move(LaggedStart(*flights, lag_ratio=lag.close), time="slow", still=False)

    @beat
    def what_it_has_seen(self) -> None:
        """Draw how many of those it learns from each run gets right, both at once."""
        self.move(FadeOut(self.cards), time="fade", still=False)
        trace, hero = self.trace, self.hero
        epochs = trace.reading("memory/epochs")
        self.plot = MeasuredShares(epochs, self.theme, hero.beside, self.phrase("across"), self.phrase("all"))
        self.head = self.plot.head(self.phrase("right"), hero.heading)
        self.move(FadeIn(self.plot, self.head), time="fade", still=False)
        self.seen = self.draw("right")

    @beat
    def which_is_sooner(self) -> None:
        """Mark after how many times through half of them come out right."""
        until = [epochs_until_half(self.trace, run) for run in range(len(RUNS))]
        for count, role in zip(until, RUNS.values(), strict=True):
            if float(count) >= 0:
                self.drops.append(self.plot.drop(count, HALF, role))
        if self.drops:
            self.drops.insert(0, VGroup(self.plot.level(HALF, max(until, key=float))))
        for drop in self.drops:
            self.move(FadeIn(drop), time="fade", still=False)

    @beat
    def what_it_has_not(self) -> None:
        """Draw how many unseen ones each run gets right; what was drawn before rests."""
        before = [rest(part) for run in self.seen for part in run.tracer]
        gone = [*self.drops, self.head, *(run.number for run in self.seen)]
        self.head = self.plot.head(self.phrase("unseen"), self.hero.heading)
        self.move(FadeOut(Group(*gone)), FadeIn(self.head), *before, time="fade", still=False)
        self.unseen = self.draw("unseen")

    def hand_over(self) -> None:
        """Let the plot leave."""
        self.leave(self.plot, self.head, *self.seen, *self.unseen)

    def draw(self, what: str) -> list[Measured]:
        """Let tracers draw both runs at once; return them."""
        runs = [self.plot.course(self.trace.reading(f"memory/{run}_{what}"), role) for run, role in RUNS.items()]
        upper, lower = runs

        def show(row: int) -> None:
            upper.set_row(row)
            lower.set_row(row).keep_clear_of(upper)

        self.play(Replay(*runs, rows=evenly(0, upper.rows - 1), show=show), run_time=DRAWN * self.theme.time.slow)
        return runs
