"""The whole of it: what came of it and from what, and the first question answered (N16)."""

from __future__ import annotations

from itertools import pairwise

from manim import DOWN, LEFT, RIGHT, UP, Animation, Create, Group, LaggedStart, Line, VGroup
from manim import FadeIn as Arrive

from netsim import Trace
from netsim.figures.descent.run import asked_by_a_step, update_rule
from netsim.figures.network import parameters
from netsim.figures.nudges.course import epochs, examples_on_the_wall
from netsim.figures.outcomes import judged_at_last
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap, lag, stroke
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.plots.plot import PlotFrame, extent
from scenes.mobjects.plots.tracer import Tracer
from scenes.mobjects.replay import Replay
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words
from scenes.parts.example_wall import answers_under
from scenes.parts.nudged import Nudged
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.parts.nudges.hero.standing import network_stands, trained_network_stands
from scenes.parts.selection import example_grid, ranked
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone
from scenes.words.numbers import Fact

ROWS = 4  # of the wall of examples
LABELLED = "batches/x", "batches/label"
CARD, NAME = 5, 3  # shares of a row of the wall: an example, and its label


class WholeOfIt(TraceScene):
    """Beside the trained network the measured curves; the examples; and every edge's nudge again."""

    chapter = "nudges"
    needs = ("batches", "gradient", "course", "one", "data")
    asks = ("updates",)
    opens_with = trained_network_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        cost, judged = trace.reading("cost"), judged_at_last(trace)
        last = len(cost) - 1
        return {
            **super().facts(trace),
            "cost_first": cost[0],
            "cost_last": cost[last],
            "judged": judged,
            **({} if judged == "none" else {"right": trace.reading(judged, last)}),
            "examples": trace.reading("gradient/examples"),
            "epochs": epochs(trace),
            "asked": asked_by_a_step(trace),
            "rule": update_rule(trace),
            "count": parameters(trace),
        }

    def setup(self) -> None:
        self.hero: Protagonist = self.stands

    @beat("N16")
    def what_came_of_it(self) -> None:
        """Draw the course of the cost, and of what else judges the run, beside the network."""
        names = [name for name in ("cost", judged_at_last(self.trace)) if name in self.trace]
        self.curves = Group()
        zones = self.hero.beside.inset(left=gap.large).rows(*[1] * len(names))
        plots = [self.plot(name, zone) for name, zone in zip(names, zones, strict=True)]
        coming = FadeIn(*[part for frame, _, first, _ in plots for part in (frame, first)])
        self.move(self.hero.without("shows", self.hero.shows), coming, time="fade", still=False)
        for frame, tracer, first, last in plots:
            self.curves.add(frame, tracer, first, last)
            rows = range(len(self.trace["run_steps"]))
            self.play(Replay(tracer, rows=rows, show=tracer.set_row, run_time=2 * self.theme.time.slow))
            self.add(last)

    @beat
    def what_it_was_made_of(self) -> None:
        """Let the examples come out of the network's input, each over its label."""
        cards, source, time = self.wall(), self.hero.network.layer(0).get_center(), self.theme.time
        arrivals: list[Animation] = [Arrive(card, target_position=source) for card in cards]
        coming = LaggedStart(*arrivals, lag_ratio=lag.close, run_time=2 * time.slow)
        self.play(FadeOut(self.hero, self.curves, run_time=time.move), coming)
        self.cards = Group(*cards)

    @beat
    def the_first_question(self) -> None:
        """Bring back the network as it was at first, and let every edge show its nudge, from the outputs back."""
        self.hero = network_stands(self)
        self.move(FadeOut(self.cards), FadeIn(self.hero), time="fade")
        self.nudged = Nudged(self.hero)
        self.move(*self.nudged.arrive_backward(), time="slow")

    @beat
    def what_comes_next(self) -> None:
        """Draw one way from an output back to the first weights: of such ways the next chapter is made."""
        layers = range(self.trace.L, 0, -1)
        self.move(*[change for l in layers for change in self.nudged.leave(l)], time="fade", still=False)
        way = [self.trace.own_output(0), *[ranked(self.trace.reading(f"delta{l}", 0, 0))[0] for l in layers[1:]]]
        places = [self.hero.network.neuron(l, j).get_center() for l, j in zip(layers, way, strict=True)]
        first = self.hero.edges(1).end_points(self.hero.column(1).indices.index(way[-1]), 0)[0]
        for start, end in pairwise([*places, first]):
            step = Line(start, end, stroke_width=stroke.strong, color=self.theme.of("focus"))
            self.move(Create(step), time="fade", still=False)

    def plot(self, name: str, room: Zone) -> tuple[Group, Tracer, VGroup, VGroup]:
        """Return a frame with its name, a tracer of a measured curve, and its first and last values as numbers."""
        theme, xs, ys = self.theme, self.trace.reading("run_steps"), self.trace.reading(name)
        share, last = name in ("accuracy", "right"), len(ys) - 1
        role = "ink" if share else "cost"
        picture = room.picture.inset(right=gap.small)
        top = 1 if share else extent(ys)[1] or 1
        frame = PlotFrame((0, extent(xs)[1]), (0, top), picture.width, picture.height, theme)
        frame.shift(picture.at(DOWN + LEFT))
        title = room.stand(Words(self.phrase(f"of_{name}"), theme, size="small", role="dim"), room.head, LEFT)
        ends = []
        for i in (0, last):
            value = Readout(ys[i], theme, spec=".3f", role=role)
            side = (DOWN if share else UP) if i else RIGHT
            value.next_to(frame.point(float(xs[i]), float(ys[i])), side, gap.medium)
            room.hold(value)
            ends.append(VGroup(value))
        return Group(frame, title), Tracer(xs, ys, 0, frame, theme, role), ends[0], ends[1]

    def wall(self) -> list[Group]:
        """Return some of the training examples, each over its label or the numbers that belong to it."""
        trace, theme, numbers = self.trace, self.theme, self.trace.answers.numbers
        examples, wanted = (trace.reading(key) for key in (("data/x", "data/y") if numbers else LABELLED))
        shape, span = example_grid(trace, examples)
        labels = [label.set_color(theme.of("dim")) for label in answers_under(trace, theme, wanted)]
        stage, widest = self.stage.inset(top=gap.medium), max(float(label.width) for label in labels)

        def across(rows: int) -> int:
            card, _ = stage.rows(*[1] * rows)[0].rows(CARD, NAME)
            return int(stage.width / (max(card.height * shape[1] / shape[0], widest) + gap.medium))

        rows = next((rows for rows in range(1, ROWS) if rows * across(rows) >= len(examples)), ROWS)
        drawn = int(float(examples_on_the_wall(trace, across(rows) * rows)))
        places = [place for row in stage.grid(rows, min(across(rows), -(-drawn // rows))) for place in row]
        cards = []
        for i, place in zip(range(drawn), places, strict=False):
            above, below = place.rows(CARD, NAME)
            picture = above.put(InputImage(examples[i], shape, theme, above.height, span))
            cards.append(Group(picture, below.stand(labels[i], below.y)))
        return cards
