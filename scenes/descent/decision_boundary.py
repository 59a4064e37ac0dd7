"""Two inputs are a plane: what the network answers all over it while it learns, and what bends its boundary (D15)."""

from __future__ import annotations

from manim import LEFT, Animation, Create, LaggedStart, VGroup

from netsim import Trace
from netsim.figures.calculus.neurons import kind_of_neuron
from netsim.figures.descent.boundary import (
    first_answer,
    kinds_of_answers,
    last_to_be_right,
    lines_at_first,
    lines_drawn,
    lines_meeting,
    right_from,
    wrong_long,
)
from netsim.figures.network import hidden_layers, neurons_of
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap, lag, level
from scenes.mobjects.replay import Replay
from scenes.mobjects.type.number import Readout, spec_for
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.course import Course
from scenes.parts.descent.beside.neuron_lines import NeuronLines
from scenes.parts.descent.beside.plane_of_inputs import PlaneOfInputs
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.descent.hero.standing import trained_stands
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import class_name, input_name

RUN, DRAWN = 5, 3  # slow moves: the whole training; the lines of all neurons
GROWS = 4 / 3  # how many times as large the network becomes at most


class DecisionBoundary(TraceScene):
    """The examples as points, the answers at every place before and during the training, and each neuron's line."""

    chapter = "descent"
    needs = ("boundary", "course", "data")
    asks = ("two_inputs",)
    opens_with = trained_stands
    closes_with = trained_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        last, names = len(trace["boundary/steps"]) - 1, dict[str, Fact]()
        if trace.features:
            names |= {"across": input_name(trace, 0), "up": input_name(trace, 1)}
        if trace.classes:
            long = int(float(last_to_be_right(trace)))
            names |= {"second": class_name(trace, 1), "own": class_name(trace, int(trace["boundary/label"][long]))}
            names["only"] = class_name(trace, int(float(first_answer(trace))))
        return {
            **super().facts(trace),
            **names,
            "inputs_are": kind_of_neuron(trace, 0),
            "answers": kinds_of_answers(trace),
            "examples": trace.reading("data/examples"),
            "right_first": trace.reading("boundary/right", 0),
            "right_last": trace.reading("boundary/right", last),
            "cost_first": trace.reading("boundary/mean_C", 0),
            "cost_last": trace.reading("boundary/mean_C", last),
            "wrong": wrong_long(trace),
            "until": right_from(trace),
            "updates": trace.reading("boundary/steps", last),
            "lines": lines_drawn(trace),
            "neurons": neurons_of(trace, 1),
            "hidden": hidden_layers(trace),
            "at_first": lines_at_first(trace),
            "meeting": lines_meeting(trace),
        }

    def setup(self) -> None:
        self.hero: Learner = self.stands
        self.course, self.plane = Course(self.hero), PlaneOfInputs(self.hero)
        self.counts = self.counters()
        room, network = self.hero.room, self.hero.network
        wide = float(self.plane.around.get_left()[0]) - gap.large - room.left
        self.larger = max(1, min(GROWS, wide / float(network.width), room.height / float(network.height)))
        self.side = network.get_critical_point(LEFT)

    @beat("D15")
    def the_plane(self) -> None:
        """Set the examples on the plane of their two inputs."""
        plane = self.plane
        self.add(plane.field.set_opacity(0))
        self.move(
            FadeIn(plane.around), self.hero.animate.scale(self.larger, about_point=self.side).build(), still=False
        )
        self.move(LaggedStart(*map(FadeIn, plane.examples), lag_ratio=lag.close), time="slow", still=False)

    @beat
    def untrained(self) -> None:
        """Let the network go back to its beginning, and the ground be lit as it answers there."""
        rows = range(self.course.rows - 1, -1, -1)
        self.play(Replay(*self.course.pictures, rows=rows, show=self.course.set_row, run_time=self.theme.time.move))
        lit = self.plane.field.picture.animate.set_opacity(1).build()
        self.move(lit, FadeIn(self.counts), time="slow", still=False)

    @beat
    def it_moves(self) -> None:
        """Ring the example that is wrong long; train, and let the ground follow, moment by moment."""
        plane = self.plane
        if self.known["wrong"] in ("late", "still") and not plane.numbers:
            self.move(Create(plane.ring), time="fade", still=False)
        pictures, rows = (plane.field, *self.course.pictures, self.counts), range(plane.rows)
        self.play(Replay(*pictures, rows=rows, show=self.show_row, run_time=RUN * self.theme.time.slow))

    @beat(asks=("hidden",))
    def its_bends(self) -> None:
        """Draw the line of each hidden neuron, where its sum is 0, out of its ring."""
        lines = NeuronLines(self.hero, self.plane.frame)
        going = [FadeOut(self.plane.ring)] if self.plane.ring in self.staged() else []
        dimmed = self.plane.field.picture.animate.set_opacity(level.back).build()
        self.move(FadeIn(lines.rings, lines.on_neurons), dimmed, *going, time="fade", still=False)
        if lines.strands:
            long = DRAWN * self.theme.time.slow
            self.play(LaggedStart(*map(Create, lines.strands), lag_ratio=lag.apart), run_time=long)
            self.play(lines.send(lag.apart), run_time=long / 2)

    def hand_over(self) -> None:
        """Let the plane go: the trained network stands."""
        self.move(
            FadeOut(*self.all_but(self.hero)),
            self.hero.animate.scale(1 / self.larger, about_point=self.side).build(),
            still=False,
        )

    def grow(self, by: float) -> Animation:
        """Return the animation that makes the network larger; its left side stays."""
        return self.hero.animate.scale(by, about_point=self.side).build()

    def show_row(self, row: int) -> None:
        """Show a moment of the run."""
        trace = self.trace
        self.plane.set_row(row)
        self.course.set_row(self.course.row_after(int(trace["boundary/steps"][row])))
        for name, number in self.readouts.items():
            number.set_reading(trace.reading(f"boundary/{name}", row))

    def counters(self) -> VGroup:
        """Return the line under the network: updates made, the mean cost, and how many are right."""
        trace, room, line = self.trace, self.hero.room, VGroup()
        last = len(trace["boundary/steps"]) - 1
        shown = {"steps": ",.0f", "mean_C": spec_for([trace.reading("boundary/mean_C")], 3, sign="")}
        shown |= {} if self.plane.numbers else {"right": ",.0f"}
        self.readouts: dict[str, Readout] = {}
        x = room.left + gap.small
        for name, spec in shown.items():
            widest = trace.reading(f"boundary/{name}")
            top = max(range(last + 1), key=lambda i: float(widest[i]))
            role = "cost" if name == "mean_C" else "ink"
            number = Readout(widest[top], self.theme, spec=spec, role=role)
            words = Spoken(self.phrase(name), self.theme, role="dim", size="small")
            number.shift((x - float(number.get_left()[0]), 0, 0)).stand_on(self.hero.note)
            words.shift((float(number.get_right()[0]) + gap.small - float(words.get_left()[0]), 0, 0))
            words.stand_on(self.hero.note)
            x = float(words.get_right()[0]) + gap.large
            line.add(number.set_reading(widest[0]), words)
            self.readouts[name] = number
        return line
