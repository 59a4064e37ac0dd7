"""The chain's six numbers as dials that are turned one by one: all that follows from it answers, up to the cost."""

from __future__ import annotations

from manim import DOWN, UP

from scenes.look.measures import gap
from scenes.mobjects.amounts.dial import Dial
from scenes.mobjects.amounts.gauge import Gauge
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.strand import Strand
from scenes.mobjects.replay import Replay, there_and_back
from scenes.mobjects.type.number import Readout
from scenes.parts.calculus.link.chain import StandingChain
from scenes.stage.zones import Zone

RADIUS = 2 * gap.small  # of a dial, in scene units


class SixDials:
    """A dial at each weight and bias of the chain, and a gauge under its cost; needs the exhibit `threads`.

    Parameters
    ----------
    chain
        With its cost.
    stage
        The zone down to whose lower end the gauge reaches.

    Attributes
    ----------
    dials
        In the order of the exhibit: weight and bias of layer 1, 2 and so on.
    gauge
        The cost, from 0 to the most that it comes to, with a needle where it stands; its number is the chain's.
    """

    def __init__(self, chain: StandingChain, stage: Zone) -> None:
        trace, theme = chain.trace, chain.theme
        self.chain = chain
        self.numbers: list[tuple[Readout, Strand | None]] = []
        for l, edge in chain.edges.items():
            self.numbers += [(chain.weights[l], edge), (chain.biases[l], None)]
        turns = range(len(self.numbers))
        self.rest = [int(at) for at in trace["threads/rest"]]
        self.values, self.costs, self.a = (
            [trace.reading(f"threads/{name}", i) for i in turns] for name in ("value", "C", "a")
        )
        turned = Scale.fit(self.values, 1)
        self.dials = [Dial(self.values[i][self.rest[i]], turned, theme, RADIUS) for i in turns]
        for dial, (number, is_weight) in zip(self.dials, self.numbers, strict=True):
            dial.next_to(number, UP if is_weight else DOWN, gap.small)
        room = chain.cost.get_bottom()[1] - gap.large - (stage.bottom + gap.medium)
        at = chain.cost.get_x(), stage.bottom + gap.medium, 0
        self.gauge = Gauge(
            trace.reading("threads/C", 0), self.rest[0], Scale.fit(self.costs, room), theme, upright=True
        )
        self.gauge.remove(self.gauge.number).shift(at - self.gauge.axis.get_start())

    def speak_of(self, *turned: int) -> None:
        """Give some of the numbers, their dials and edges the colour of what is spoken of, and none to the others."""
        theme = self.chain.theme
        for i, ((number, edge), dial) in enumerate(zip(self.numbers, self.dials, strict=True)):
            number.role = "focus" if i in turned else "ink"
            for picture in (number, dial.pointer):
                picture.set_color(theme.of(number.role))
            if edge:
                edge.set_color(theme.of("focus" if i in turned else "dim"))

    def set_row(self, i: int, row: int) -> None:
        """Show what follows where one of the numbers is turned to a recorded position."""
        (number, edge), chain, value = self.numbers[i], self.chain, self.values[i][row]
        for picture in (number, self.dials[i], *([edge] if edge else [])):
            picture.set_reading(value)
        for neuron, activation in zip(chain.neurons, self.a[i][row], strict=True):
            neuron.set_reading(activation)
        chain.cost.set_reading(self.costs[i][row])
        self.gauge.set_row(row)

    def turn(self, i: int, run_time: float) -> Replay:
        """Return the animation in which one of the dials is turned up, down and back, and all answers that follows."""
        rows = there_and_back(self.rest[i], 0, len(self.chain.trace["threads/value"][i]) - 1)

        def show(row: int) -> None:
            if self.gauge.values is not self.costs[i]:
                self.gauge.follow(self.costs[i])
                self.speak_of(i)
            self.set_row(i, row)

        return Replay(self.chain, self.gauge, *self.dials, rows=rows, show=show, run_time=run_time)
