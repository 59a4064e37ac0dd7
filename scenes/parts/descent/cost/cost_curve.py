"""The cost along the one dial: axes, the curve as far as the dial has been turned, a dot where it stands."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Circle, Line, Mobject, VGroup

from netsim import Reading, Trace
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.plots.plot import PlotFrame, extent
from scenes.mobjects.plots.tracer import Tracer
from scenes.mobjects.type.formula import cost_said
from scenes.mobjects.type.number import Readout, spec_for
from scenes.mobjects.type.typeset import Words
from scenes.stage.zones import Zone
from scenes.words.messages import Messages

OVER = 16 / 15  # how high the axis of the cost reaches, in what is highest
MARK, RING = 1 / 12, 2 / 9  # radii of the dot, and of a ring around a place
HIGHER, FINE = 16, 60  # so many heights are tried for a name; places of the curve that are looked at along it


class CostCurve(VGroup):
    """A plot in a zone: C from 0, the dial from end to end; needs the exhibit `line`.

    Parameters
    ----------
    highest
        What the axis of the cost holds, besides the curve.

    Attributes
    ----------
    frame, labels
        The axes, and the numbers at their ends and what they show.
    tracer
        The curve as far as the dial has been, and the dot.
    number
        The cost where the dot is.
    """

    def __init__(self, trace: Trace, theme: Theme, words: Messages, zone: Zone, highest: Reading | None = None) -> None:
        self.zone = zone
        self.w, self.C, self.theme = trace.reading("line/w"), trace.reading("line/C"), theme
        self.rest = int(np.flatnonzero(np.asarray(self.w.value) == float(trace.reading("line/value")))[0])
        top = self.C[int(np.argmax(self.C.value))]
        top = top if highest is None or float(highest) < float(top) else highest
        self.spec = spec_for([self.C], 3, sign="", digits=3)
        room = zone.inset(left=gap.large + gap.line, right=gap.medium, bottom=gap.line, top=gap.line)
        self.frame = PlotFrame(extent(self.w), (0, OVER * float(top) or 1), room.width, room.height, theme)
        self.frame.shift(room.at(DOWN + LEFT))
        self.labels = VGroup(*self._marks(top))
        said = words.say("cost-curve", {"examples": trace.reading("line/examples")}, "over")
        self.labels.add(zone.stand(cost_said(said, theme), zone.top + gap.small, LEFT))
        across = Words(words.say("cost-curve", {}, "across"), theme, size="small", role="focus")
        self.labels.add(across.move_to((room.x, 0, 0)).stand_on(self._line))
        self.tracer = Tracer(self.w, self.C, self.rest, self.frame, theme, radius=MARK)
        number = Readout(self.C[self.rest], theme, spec=self.spec, size="body", role="cost")
        self.number = room.stand(number, zone.top + gap.small, RIGHT)
        self.drop = Line(stroke_width=stroke.thin, color=theme.of("dim"))
        super().__init__(self.frame, self.labels, self.drop, self.tracer, self.number)
        self.set_row(self.rest)

    def set_row(self, row: int) -> CostCurve:
        """Stand at another place of the dial, the curve drawn up to it."""
        self.tracer.set_row(row)
        self.number.set_reading(self.C[row])
        x, foot = float(self.w[row]), self.frame.ys[0]
        self.drop.set_points_as_corners(np.array([self.frame.point(x, y) for y in (foot, float(self.C[row]))]))
        return self

    def draw_all(self) -> CostCurve:
        """Draw the curve from end to end."""
        self.tracer.trail.set_rows(0, len(self.w) - 1)
        return self

    def minima(self, trace: Trace, name: str) -> list[Mobject]:
        """Return a ring around each place where a descent came to rest, and its name near it, clear of the curve."""
        w, C = trace.reading("line/minima"), trace.reading("line/minima_C")
        found: list[Mobject] = []
        for i in range(len(w)):
            ring = Circle(RING, stroke_width=stroke.mark, color=self.theme.of("ink"))
            ring.move_to(self.frame.point(float(w[i]), float(C[i])))
            found += [ring, self._named(ring, Words(name, self.theme, size="small"))]
        return found

    def _named(self, ring: Circle, name: Words) -> Words:
        """Put a name over a ring; in a narrow valley under it, where the dial does not rest, or higher, if it must."""
        away = RIGHT if self.frame.point(float(self.w[self.rest]), 0)[0] < ring.get_x() else LEFT
        tried = [name.copy().next_to(ring, UP, gap.small), name.copy().next_to(ring, DOWN, gap.small)]
        tried[1].shift(away * (name.width / 2 + gap.hair))
        tried += [tried[0].copy().shift(i * name.height * UP) for i in range(1, HIGHER)]
        held = [self.zone.hold(each) for each in tried]
        return next((each for each in held if self._is_clear(each)), held[0])

    def _is_clear(self, name: Words) -> bool:
        """Say whether a name stands within the axes, and the curve goes by it."""
        places = np.array([self.frame.point(float(w), float(C)) for w, C in zip(self.w, self.C, strict=True)])
        x = np.linspace(name.get_left()[0] - gap.small, name.get_right()[0] + gap.small, FINE)
        heights = np.interp(x, places[:, 0], places[:, 1])
        low, high = name.get_bottom()[1] - gap.hair, name.get_top()[1] + gap.hair
        corner = self.frame.point(self.frame.xs[0], 0)
        return bool(low > corner[1] and x[0] > corner[0] and np.all((heights < low) | (heights > high)))

    @property
    def _line(self) -> float:
        """The height on which stands what is written under the axis."""
        return float(self.frame.point(0, 0)[1]) - gap.line

    def _marks(self, top: Reading) -> list[Readout | Words]:
        """Return the numbers at the ends of both axes, as they are."""
        theme, (low, high) = self.theme, self.frame.xs
        spec = f".{max(0, 1 - int(np.floor(np.log10(high - low))))}f"  # of two digits of the width, as they are
        ends = [Readout(self.w[i], theme, spec=spec, role="dim") for i in (0, len(self.w) - 1)]
        for end, x in zip(ends, (low, high), strict=True):
            end.move_to(self.frame.point(x, 0)).stand_on(self._line)
        nought = Words("0", theme, size="small", role="dim").next_to(self.frame.point(low, 0), LEFT, gap.small)
        if not float(top):
            return [*ends, nought]
        highest = Readout(top, theme, spec=self.spec, role="dim")
        return [*ends, nought, highest.next_to(self.frame.point(low, float(top)), LEFT, gap.small)]
