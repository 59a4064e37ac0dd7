"""All dials at once: how few matter, seen on the network; what a step of these does; and all as numbers (D12)."""

from __future__ import annotations

from manim import LEFT, RIGHT, UP, Group, Mobject

from netsim import Trace
from netsim.figures.calculus.neurons import kind_of_neuron
from netsim.figures.descent import components
from netsim.figures.descent.run import update_rule
from netsim.figures.descent.step import step_of_the_largest
from netsim.figures.network import parameters
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap
from scenes.mobjects.amounts.gauge import Gauge
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.replay import Replay
from scenes.mobjects.type.number import spec_apart
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.descent.beside.components_column import ComponentsColumn, places_on
from scenes.parts.descent.beside.seldom_lit import SeldomLit
from scenes.parts.descent.beside.sorted_nudges import SortedNudges
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.descent.hero.standing import network_stands
from scenes.parts.largest import Largest, all_others
from scenes.parts.nudged import Nudged
from scenes.parts.share_of_all import ShareOfAll
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import Sentence, input_name, output_name
from scenes.words.short import LONGEST_NAME

FAINT = 1 / 8  # opacity of nudges while the largest flare
COUNTS, PICTURE = 1, 1  # shares of the width: two counts, and a picture beside them
WHO = ("all", "most", "others")
GAUGE = 4 / 5  # of the width, what a gauge is long at most


class EveryComponent(TraceScene):
    """The gradient of all examples: its zeros, its largest, a step of these alone, and the column of numbers."""

    chapter = "descent"
    needs = ("components", "gradient", "step", "lit")
    opens_with = network_stands
    closes_with = network_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        last = len(trace["step/share"]) - 1
        return {
            **super().facts(trace),
            "count": parameters(trace),
            "eta": trace.reading("step/eta"),
            "rule": update_rule(trace),
            "most": trace.reading("gradient/most"),
            "alone": step_of_the_largest(trace),
            "others": components.other_components(trace),
            "zeros": components.zero_components(trace),
            "zero": trace.reading("gradient/zero"),
            "dark": components.weights_of_dark_inputs(trace),
            **{f"C_{who}": trace.reading(f"step/C_{who}", last) for who in WHO},
        }

    def setup(self) -> None:
        self.hero: Learner = self.stands
        self.nudged = Nudged(self.hero, "gradient")
        self.counts, self.room = self.hero.beside.columns(COUNTS, PICTURE, gap=gap.large)
        self.beside: Mobject = Group()

    @beat("D12")
    def every_dial(self) -> None:
        """Let every edge and rim take its nudge; then let the weights of pixels that are always dark go dark."""
        dark = self.nudged.of_dark_inputs()
        grey = [FadeIn(*dark)] if dark else []
        self.move(*self.nudged.arrive_backward(), FadeIn(self.count("components", 0)), *grey, time="slow", still=False)
        if int(self.trace["gradient/zero"]):
            gone = [FadeOut(*dark)] if dark else []
            why = [self.why_dark()] if dark else []
            self.move(FadeIn(self.count("zero", 1), *why), *gone, time="slow", still=False)

    @beat
    def the_few(self) -> None:
        """Draw all sizes, the largest first; on the network the same flare up, as far as few matter."""
        said = {name: self.phrase(name) for name in ("upward", "across", "largest")}
        plot, self.largest = SortedNudges(self.trace, self.hero.beside, self.theme, said), Largest(self.nudged)
        self.move(FadeOut(self.beside), *self.nudged.dim_to(FAINT), FadeIn(plot.around), time="fade", still=False)
        ranks = self.trace["components/rank"].tolist()

        def show(row: int) -> None:
            plot.tracer.set_row(row)
            self.largest.show_first(ranks[row])

        flare = Replay(self.largest, plot.tracer, rows=range(len(ranks)), show=show)
        self.play(flare, run_time=2 * self.theme.time.slow)
        if self.largest.many:
            self.move(FadeIn(plot.mark), time="fade", still=False)
        self.beside = plot

    @beat
    def one_step(self) -> None:
        """Let the cost answer to a step of all, of the largest alone, and of all the others."""
        steps, self.others = [self.step_of(who, i) for i, who in enumerate(WHO)], all_others(self.nudged)
        coming = [FadeIn(*step) for step in steps]
        self.move(FadeOut(self.beside), *coming, *self.nudged.dim_to(1), time="fade", still=False)
        self.beside = Group(*[part for step in steps for part in step])
        everyone, alone, others = (self.answer(gauge) for _, gauge in steps)
        self.play(everyone)
        self.move(FadeOut(*self.nudged.parts), time="fade", still=False)
        self.play(alone)
        self.move(FadeOut(self.largest), FadeIn(*self.others.parts), time="fade", still=False)
        self.play(others)

    @beat
    def the_column(self) -> None:
        """Let numbers come from their edges and neurons, and stand one below another, by size."""
        places = self.trace["components/place"].tolist()
        names = [self.named(i) for i in range(len(places))]
        column = ComponentsColumn(self.trace, names, self.hero.beside, self.theme, self.phrase("column"))
        flight = column.fly_from(places_on(self.hero, places))
        gone = FadeOut(self.beside, *self.others.parts)
        self.move(gone, FadeIn(*self.nudged.parts), FadeIn(column.numbers), time="fade", still=False)
        self.play(flight, run_time=2 * self.theme.time.slow)
        self.move(FadeIn(column.around, column.bars.axis), *column.bars.grow(), still=False)
        self.beside = column

    def hand_over(self) -> None:
        """Let all colours and numbers go: the network stands again."""
        kept = {self.hero, *self.nudged.parts}
        rest = [picture for picture in self.staged() if picture not in kept]
        leaving = [change for l in self.nudged.edges for change in self.nudged.leave(l)]
        self.move(FadeOut(*rest), *leaving, time="fade", still=False)

    def count(self, name: str, row: int) -> ShareOfAll:
        """Return a count of the gradient's components, in the upper row or in the lower."""
        room = self.counts.rows(1, 1)[row]
        reading, whole = (self.trace.reading(f"gradient/{what}") for what in (name, "components"))
        count = ShareOfAll(reading, whole, self.phrase(name), room, self.theme, "dim")
        self.beside.add(count)
        return count

    def why_dark(self) -> SeldomLit:
        """Return the image of how often each pixel is lit."""
        said = self.phrase("lit", never=self.trace.reading("lit/never"))
        image = SeldomLit(self.trace, self.room, self.theme, said)
        self.beside.add(image)
        return image

    def answer(self, gauge: Gauge) -> Replay:
        """Return the animation in which the cost answers as a step is made."""
        rows = range(len(self.trace["step/share"]))
        return Replay(gauge, rows=rows, show=gauge.set_row, run_time=self.theme.time.move)

    def step_of(self, who: str, row: int) -> tuple[Spoken, Gauge]:
        """Return who makes the step, and under it the gauge of what the cost then is."""
        costs = [self.trace.reading(f"step/C_{one}") for one in WHO]
        room = self.hero.beside.rows(*[1] * len(WHO))[row]
        scale, spec = Scale.fit(costs, GAUGE * room.width), spec_apart(costs[0][-1], costs[1][-1])
        gauge = Gauge(costs[row], 0, scale, self.theme, spec=spec)
        gauge.shift(room.at(RIGHT) - gauge.axis.get_end() - (gap.large, 0, 0))
        if row < len(WHO) - 1:
            gauge.remove(gauge.marks)
        name = Spoken(self.phrase(f"of_{who}"), self.theme)
        return room.hold(name.next_to(gauge.ends, UP, gap.medium, LEFT)), gauge

    def named(self, row: int) -> Sentence:
        """Return what a row of the column is called, in words."""
        kind, l, j, k = (int(number) for number in self.trace["components/place"][row])
        place, last = self.trace.reading("components/place", row), l == self.trace.L
        facts: dict[str, Fact] = {
            "what": "bias" if kind else "weight",
            "to": "output" if last else "neuron",
            "from": "neuron" if l > 1 else kind_of_neuron(self.trace, 0),
            "target": output_name(self.trace, j) if last else place[2],
            "source": place[3],
        }
        if l == 1 and self.trace.features and not kind:
            facts["source"] = input_name(self.trace, k, LONGEST_NAME)
        return self.phrase("component", **facts)
