"""What a neuron does with its sum: the curve of its function, and the dot at the neuron's own sum."""

from __future__ import annotations

from manim import DL, DOWN, DR, LEFT, RIGHT, UL, VGroup

from netsim import Reading, Trace
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.plots.plot import Curve, Drops, PlotDot, PlotFrame, extent
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.typeset import Words
from scenes.stage.zones import Zone
from scenes.words.messages import Messages

NEAR = 0.01  # share of an axis that is no difference
WELL_KNOWN = ("sigmoid", "relu")  # what the exhibit has curves of


class FunctionPlot(VGroup):
    """A function of the sum z, with its axes.

    Parameters
    ----------
    name
        ``sigmoid`` or ``relu``; "" for the neuron's own function, with a dot at its own sum.
    room
        Where the axes stand; the name stands over it.

    Attributes
    ----------
    axes
        Both axes, the numbers at their ends, and the function's name.
    curve
        The function.
    mark
        The dot with its values; empty unless the function is the neuron's own.
    """

    def __init__(self, trace: Trace, name: str, theme: Theme, words: Messages, room: Zone) -> None:
        self.theme = theme
        self.z, self.a = trace.reading("neuron/z"), trace.reading("neuron/a")
        zs, values = trace.reading("neuron/curve_z"), trace.reading(f"neuron/{name or 'curve_a'}")
        low, high = extent(values)
        frame = PlotFrame(extent(zs), (low, high), *(room.width, room.height, theme), (0, max(low, min(0, high))))
        frame.shift(room.at(DL))
        self.curve = Curve(zs, values, frame, theme, "ink")
        ends = frame.ends(zs, values, theme, (_ends_spec(zs), _ends_spec(values)))
        across = Formula("z", theme, role="dim", size="small")
        across.next_to(frame.point(frame.xs[1], frame.cross[1]), RIGHT, gap.small)
        called = words.say(f"activation-{name or trace.activation(1).name}", {}, "the")
        self.title = Words(called, theme, size="small", role="dim")
        room.stand(self.title, room.top + gap.large)
        self.axes = VGroup(frame, ends, across, self.title)
        self.mark = VGroup() if name else self._mark(frame)
        super().__init__(self.axes, self.curve, self.mark)

    def _mark(self, frame: PlotFrame) -> VGroup:
        """Return the dot at the neuron's sum, dashed lines to the axes, and both values."""
        at, cross = frame.point(float(self.z), float(self.a)), frame.point(*frame.cross)
        values = VGroup(*[self._value(*said) for said in (("z", self.z, ".2f"), ("a", self.a, ".3f"))])
        values.arrange(DOWN, buff=gap.small, aligned_edge=LEFT)
        # The curve rises: above it on the left, and under it on the right, there is room.
        if float(self.z) < 0:
            corner, x, y = DR, min(at[0], cross[0]) - gap.small, max(at[1], cross[1]) + gap.small
        else:
            corner, x, y = UL, max(at[0], cross[0]) + gap.small, at[1] - gap.small
            if y - values.height < cross[1] + gap.small:
                y = cross[1] - gap.small
        values.move_to((x, y, 0), aligned_edge=corner)
        dot = PlotDot(self.a, at, frame, self.theme, "focus")
        return VGroup(Drops(self.z, self.a, frame, self.theme).lines, dot, values)

    def _value(self, symbol: str, reading: Reading, spec: str) -> Formula:
        return Formula(f"{symbol} approx <v>", self.theme, numbers={"v": (reading, spec)}, role="focus", size="small")


def other_choice(trace: Trace) -> str:
    """Return the name of the first of the well-known functions that is not the neuron's own."""
    return next(name for name in WELL_KNOWN if name != trace.activation(1).name)


def _ends_spec(reading: Reading) -> str:
    """Return the format of the ends of an axis: whole numbers, as far as nobody sees the difference."""
    ends = low, high = extent(reading)
    far = max(abs(end - round(end)) for end in ends)
    nothing = any(end and not round(end) for end in ends)  # it would be said to be 0, and has a sign
    return ".1f" if nothing or far >= NEAR * (high - low) else ".0f"
