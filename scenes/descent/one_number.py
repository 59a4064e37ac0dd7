"""Two machines: the network turns pixels into outputs, the cost turns the dials into one number (D8)."""

from __future__ import annotations

from manim import LEFT, RIGHT, Arrow, Circle, Group, ReplacementTransform, RoundedRectangle, VGroup

from netsim import Trace
from netsim.figures.network import dials_drawn, parameters
from netsim.figures.nudges.wiggles import first_change
from scenes.camera.fading import FadeIn
from scenes.mobjects.amounts.dial import TurnedDial, dial_block
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.network.neuron import Neuron
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout, fine_spec
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import example_grid, network_shape, some_weights
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import Sentence

ROWS = (1.12, -1.28)  # heights of the two machines
IN, BOX, OUT = -3.5, 0.65, 4.95  # middles of what goes in, of the machine, of what comes out
WIDE, HIGH, UNDER = 3.7, 1.56, 0.34  # of a machine; from its lower end down to the notes
NAME = 0.55  # from the middle of a row up to its name
DIALS, ACROSS, RADIUS = 24, 8, 0.15  # of the block: how many, in a row, radius
CARDS, CARD = (2, 5), 0.54  # examples in the machine: rows, in a row; height of one
LARGE = 0.42  # radius of the dial that is turned
NOTED, NAMED = -2.95, 0.32  # middle of the note under the dials that go in; from a value up to its weight's name
RESTING = 0.35  # opacity of the machine that is not spoken of


class OneNumber(TraceScene):
    """Above the network with its dials inside; below the cost with the examples inside, and the dials going in."""

    chapter = "descent"
    needs = ("data", "sensitivity")

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        costs, change = trace.reading("sensitivity/C", 0), trace.reading("sensitivity/change_C", 0)
        last = len(costs) - 1
        lower, higher = sorted((costs[0], costs[last]), key=float)
        return {
            **super().facts(trace),
            "count": parameters(trace),
            "examples": trace.reading("data/examples"),
            "follows": first_change(trace),
            "start": costs[len(costs) // 2],
            "lower": lower,
            "higher": higher,
            "by_less": change[0],
            "by_more": change[last],
        }

    def setup(self) -> None:
        trace, theme = self.trace, self.theme
        l, j, k = (int(i) for i in trace["sensitivity/place"][0])
        weights, self.which = some_weights(trace, DIALS, (l, j, k))
        turns, costs = trace.reading("sensitivity/w", 0), trace.reading("sensitivity/C", 0)
        self.scale = Scale.fit([*weights, turns], 1.0)
        self.inside = dial_block(weights, self.scale, ACROSS, RADIUS, theme).move_to((BOX, ROWS[0], 0))
        changes = trace.reading("sensitivity/change_C", 0)
        specs = ("+.3f", fine_spec([changes[0], changes[len(changes) - 1]], sign=""))
        self.turned = TurnedDial(turns, costs, len(turns) // 2, self.scale, theme, LARGE, specs)
        self.turned.dial.move_to((STAGE.left + 0.8, ROWS[1] - 0.02, 0))
        self.name = Formula(f"w_({j}, thin {k})^(({l}))", theme, role="focus", size="small")
        self.label = Formula("C =", theme, role="cost", size="title").next_to(self.turned.number, LEFT, buff=0.2)
        self.label.stand_on(self.turned.number.baseline)
        result = VGroup(self.label, self.turned.number)
        result.move_to((OUT + 0.1, ROWS[1], 0)).shift((min(0.0, STAGE.right - result.get_right()[0]), 0, 0))

    @beat("D8")
    def the_network(self) -> None:
        """Show the network as a machine: an example goes in, outputs come out, dials are inside."""
        x = self.trace.reading("x", 0)
        shape, span = example_grid(self.trace, x)
        image = InputImage(x, shape, self.theme, 1.25, span)
        image.scale(min(1.0, 1.6 / image.width)).move_to((IN, ROWS[0], 0))
        box, name, arrows = self.machine(0, self.phrase("network"))
        dials = self.some_dials(BOX, 0)
        first, last = (self.noted(self.phrase(what), x, 0) for what, x in (("in", IN), ("out", OUT)))
        self.enter(name, image, first)
        self.move(FadeIn(box, self.inside, arrows[0], dials), still=False)
        outputs = self.outputs()
        self.move(FadeIn(arrows[1], outputs, last))
        self.network = Group(box, name, arrows, first, last, dials, image, self.inside, outputs)

    @beat
    def the_cost(self) -> None:
        """Show the cost as a machine: the dials go in, examples are inside, one number comes out."""
        box, name, arrows = self.machine(1, self.phrase("cost"))
        block, cards = self.inside.copy(), self.cards()
        fixed = self.noted(self.phrase("fixed"), BOX, 1)
        self.move(FadeIn(name, box, cards, fixed), still=False)
        self.add(block)
        self.move(block.animate.move_to((IN, ROWS[1], 0)), FadeIn(self.some_dials(NOTED, 1)), still=False)
        self.block = block
        self.move(FadeIn(arrows, self.label, self.turned.number, self.noted(self.phrase("one_number"), OUT, 1)))

    @beat
    def turn_one(self) -> None:
        """Take one dial out, and turn it one way and the other; the number follows."""
        turned = self.turned
        one = self.block[self.which]
        floor = ROWS[1] - HIGH / 2 - UNDER
        before = Readout(turned.turns[turned.at], self.theme, spec=turned.turn.spec)
        arrow = Formula("arrow.r", self.theme, role="dim", size="small")
        line = VGroup(before, arrow, turned.turn).arrange(RIGHT, buff=0.1).move_to((turned.dial.get_x(), 0, 0))
        line.shift((max(0.0, STAGE.left - line.get_left()[0]), 0, 0))
        for part in line:
            part.stand_on(floor)
        self.name.move_to((turned.dial.get_x(), 0, 0)).stand_on(floor + NAMED)
        ring = Circle(1.35 * RADIUS, color=self.theme.of("focus"), stroke_width=2.5).move_to(one)
        self.move(FadeIn(ring), self.network.animate.fade(1 - RESTING), time="fade", still=False)
        self.move(ReplacementTransform(one.copy(), turned.dial), FadeIn(self.name, line))
        self.add(turned)
        ends = [0, len(turned.turns) - 1]
        if float(turned.follows[0]) < float(turned.follows[ends[1]]):
            ends.reverse()
        for end in ends:
            self.play(turned.turn_to(end), run_time=self.theme.time.slow)
            self.wait(self.theme.time.still)

    @beat
    def the_task(self) -> None:
        """Ring all dials."""
        rims = [dial[0] for dial in (*self.block, self.turned.dial)]
        self.move(VGroup(*rims).animate.set_color(self.theme.of("focus")))

    def machine(self, row: int, name: str) -> tuple[RoundedRectangle, Words, VGroup]:
        """Return a machine: its box, its name at the left, the arrows into it and out of it."""
        y, theme = ROWS[row], self.theme
        box = RoundedRectangle(width=WIDE, height=HIGH, corner_radius=0.15, stroke_width=2, color=theme.of("dim"))
        words = Words(name, theme)
        words.move_to((STAGE.left, 0, 0), aligned_edge=LEFT).stand_on(y + NAME)
        ends = ((IN + 1.55, BOX - WIDE / 2 - 0.1), (BOX + WIDE / 2 + 0.1, OUT - 1.35))
        arrows = VGroup(
            *[
                Arrow((start, y, 0), (end, y, 0), buff=0, stroke_width=3, tip_length=0.18, color=theme.of("dim"))
                for start, end in ends
            ]
        )
        return box.move_to((BOX, y, 0)), words, arrows

    def noted(self, said: Sentence, x: float, row: int) -> Spoken:
        """Return a note under a place of a row."""
        words = Spoken(said, self.theme, size="small", role="dim")
        return words.move_to((x, 0, 0)).stand_on(ROWS[row] - HIGH / 2 - UNDER)

    def some_dials(self, x: float, row: int) -> Spoken:
        """Return the note under the dials of a row: how many of them are drawn, and what is turned farthest."""
        drawn = dials_drawn(self.trace, DIALS)
        return self.noted(self.phrase("dials", drawn=drawn, farthest=self.scale.source), x, row)

    def outputs(self) -> VGroup:
        """Return the outputs for the followed example, as neurons side by side."""
        a, span = self.trace.reading(f"a{self.trace.L}", 0, 0), network_shape(self.trace, 0, 0).spans[-1]
        rows = 1 if len(a) <= 5 else 2
        neurons = VGroup(*[Neuron(0.19, span, self.theme).set_reading(one) for one in a])
        neurons.arrange_in_grid(rows=rows if len(a) <= 12 else 4, buff=0.1)
        return neurons.scale(min(1.0, 2.5 / neurons.width, HIGH / neurons.height)).move_to((OUT + 0.1, ROWS[0], 0))

    def cards(self) -> Group:
        """Return some examples, as they stand in the machine."""
        rows, across = CARDS
        examples = self.trace.reading("data/x")
        shape, span = example_grid(self.trace, examples)
        cards = Group(*[InputImage(examples[i], shape, self.theme, CARD, span) for i in range(rows * across)])
        cards.arrange_in_grid(rows=rows, buff=0.1)
        return cards.scale(min(1.0, (WIDE - 0.3) / cards.width)).move_to((BOX, ROWS[1], 0))
