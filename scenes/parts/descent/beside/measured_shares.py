"""Measured shares over something that is counted: axes from 0 to 1 upward, and courses that tracers draw in them."""

from __future__ import annotations

from manim import DL, DOWN, LEFT, RIGHT, UP, UR, DashedLine, VGroup

from netsim import Reading
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.plots.plot import PlotFrame
from scenes.mobjects.plots.tracer import Tracer
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.stage.zones import Zone
from scenes.words.sentence import Sentence

LEFT_OF, RIGHT_OF, UNDER = gap.large, 3 * gap.large, 2 * gap.large  # room around the axes for what is written


class MeasuredShares(VGroup):
    """Axes for shares, 0 to 1, over something that is counted.

    Parameters
    ----------
    counted
        What is counted, ascending; its first and last value stand under the axis.
    room
        What axes and all that is written fill, but for the head over it.
    across, everything
        What is counted, and how the share 1 is written.
    """

    def __init__(self, counted: Reading, theme: Theme, room: Zone, across: str, everything: str) -> None:
        self.counted, self.theme = counted, theme
        plot, last = room.inset(left=LEFT_OF, right=RIGHT_OF, bottom=UNDER), len(counted) - 1
        low, high = float(counted[0]), float(counted[last])
        self.frame = PlotFrame((low, max(high, low + 1)), (0, 1), plot.width, plot.height, theme)
        self.frame.shift(plot.at(DL))
        self.left, self.room = plot.left, room
        words = Words(across, theme, size="small", role="dim")
        words.next_to(self.frame.point((low + high) / 2, 0), DOWN, buff=gap.medium + gap.line)
        whole = Words(everything, theme, size="small", role="dim")
        super().__init__(self.frame, words, whole.next_to(self.frame.point(low, 1), LEFT, buff=gap.small))
        for i in dict.fromkeys((0, last)):
            count = Readout(counted[i], theme, spec=",.0f", role="dim")
            self.add(count.next_to(self.frame.point(float(counted[i]), 0), DOWN, buff=gap.medium))

    def head(self, said: Sentence, y: float) -> Spoken:
        """Return a line over the axes that stands on a height: what is measured, in the colours of its courses."""
        head = Spoken(said, self.theme, size="small", role="dim")
        head.scale(min(1, self.room.width / float(head.width)))
        return self.room.hold(head.shift((self.left - head.get_left()[0], 0, 0)).stand_on(y))

    def course(self, shares: Reading, role: str) -> Measured:
        """Return a course of shares at its first row: it may end before all has been counted."""
        return Measured(self.counted.take(range(len(shares))), shares, self.frame, self.theme, role)

    def reach(self, at: Reading, height: float, role: str) -> tuple[DashedLine, DashedLine, Readout]:
        """Return dashed lines at a height up to a count, and down from there to the axis, and that count beside it."""
        start, top, foot = (
            self.frame.point(*pair) for pair in ((self.frame.xs[0], height), (float(at), height), (float(at), 0))
        )
        level, drop = (DashedLine(*ends, stroke_width=stroke.mark) for ends in ((start, top), (top, foot)))
        for line in (level, drop):
            line.set_color(self.theme.of(role))
        return level, drop, Readout(at, self.theme, spec=",.0f", role=role).next_to(foot, UR, buff=gap.small)


class Measured(VGroup):
    """A recorded course that a tracer draws, and beside it the share that it has come to.

    Attributes
    ----------
    tracer, number
        The two.
    rows
        How many moments it has.
    """

    def __init__(self, counted: Reading, shares: Reading, frame: PlotFrame, theme: Theme, role: str) -> None:
        self.shares, self.rows = shares, len(shares)
        self.tracer = Tracer(counted, shares, 0, frame, theme, role)
        self.number = Readout(shares[0], theme, spec=".1%", role=role)
        super().__init__(self.tracer, self.number)
        self.set_row(0)

    def set_row(self, row: int) -> Measured:
        """Go on to a moment, or to the last there is."""
        row = min(row, self.rows - 1)
        self.tracer.set_row(row)
        self.number.set_reading(self.shares[row]).next_to(self.tracer.dot, RIGHT, buff=gap.small)
        return self

    def keep_clear_of(self, upper: Measured) -> Measured:
        """Let its number stand under another's, if it would touch it."""
        near = gap.line - abs(float(upper.number.get_y() - self.number.get_y()))
        beside = float(self.number.get_left()[0]) < float(upper.number.get_right()[0])
        if near > 0 and beside and float(upper.number.get_left()[0]) < float(self.number.get_right()[0]):
            lower = self.tracer.dot.get_y() <= upper.tracer.dot.get_y()  # of numbers alike, the last bit may differ
            self.number.shift(near * (DOWN if lower else UP))
        return self
