"""What one example after the other costs, and the average of those that were asked: it comes to rest."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, VGroup

from netsim import Trace
from netsim.figures.examples import costs_so_far
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.plots.dots import Dots
from scenes.mobjects.plots.log_frame import LogFrame
from scenes.mobjects.plots.plot import extent
from scenes.mobjects.plots.tracer import Tracer
from scenes.mobjects.type.number import Readout, spec_for
from scenes.mobjects.type.typeset import Words
from scenes.stage.zones import Zone
from scenes.words.sentence import Sentence

FAINT, DOT = 1 / 2, 2 / 3  # opacity of the dots, and their radius in gaps of a hair
STEP = 10  # from one count that is written at the axis to the next, as a factor
ENDS = 2  # ems at the left for the largest cost


class CostStream(VGroup):
    """A plot of costs over the count of examples: a dot for each, and the line of the averages so far.

    Parameters
    ----------
    room
        What it fills.
    cost, asked
        What the two axes are called.

    Attributes
    ----------
    frame, room, head
        The axes, all of its room, and the height on which the name of the costs stands.
    dots, tracer, number
        What comes with the examples: their costs, the line of the averages, and the last of these in digits.
    """

    def __init__(self, trace: Trace, theme: Theme, room: Zone, cost: Sentence, asked: Sentence) -> None:
        self.costs, self.means, counts = trace.reading("data/C"), trace.reading("data/running"), costs_so_far(trace)
        self.spec = spec_for([self.costs], 2, sign="")
        em, last = theme.em(), len(counts) - 1
        self.number = Readout(self.means[0], theme, spec=self.spec, size="body", role="cost")
        beside = float(self.number.width) + gap.large
        plot = room.inset(left=ENDS * em, right=beside, bottom=2 * gap.line, top=gap.line)
        most = extent(self.costs)[1] or 1
        self.frame = LogFrame(1, max(2, last + 1), (0, most), plot.width, plot.height, theme, with_0=False)
        self.frame.shift((plot.left, plot.bottom, 0))
        self.dots = Dots(counts, self.costs, self.frame, theme, radius=DOT * gap.hair).set_opacity(FAINT)
        self.tracer = Tracer(counts, self.means, 0, self.frame, theme)
        largest = self.costs[int(np.argmax(self.costs.value))]
        ends = VGroup(Words("0", theme, size="small", role="dim").next_to(self.frame.point(1, 0), LEFT, gap.small))
        if float(largest):
            end = Readout(largest, theme, spec=self.spec, role="dim")
            ends.add(end.next_to(self.frame.point(1, float(largest)), LEFT, gap.small))
        marks = VGroup()
        for i in dict.fromkeys([last, *[STEP**n - 1 for n in range(len(str(last + 1)))][::-1]]):
            mark = Readout(counts[i], theme, spec=",.0f", role="dim")
            mark.next_to(self.frame.point(i + 1, 0), DOWN, gap.small)
            if not marks or mark.get_right()[0] + gap.small < marks[-1].get_left()[0]:
                marks.add(mark)
        names = VGroup(Words(cost, theme, size="small", role="cost"), Words(asked, theme, size="small", role="dim"))
        self.room, self.head = room, room.top - em
        room.stand(names[0], self.head, LEFT).shift((plot.left - room.left, 0, 0))
        names[1].move_to((plot.x, 0, 0)).stand_on(room.bottom + gap.hair)
        super().__init__(self.frame, ends, marks, names)
        self.set_row(0)

    @property
    def parts(self) -> tuple[Dots, Tracer, Readout]:
        """What changes, from the lowest up."""
        return self.dots, self.tracer, self.number

    def set_row(self, row: int) -> None:
        """Show what stands after an example of the order has been asked."""
        self.dots.set_count(row + 1)
        self.tracer.set_row(row)
        self.number.set_reading(self.means[row]).next_to(self.tracer.dot, RIGHT, gap.small)
