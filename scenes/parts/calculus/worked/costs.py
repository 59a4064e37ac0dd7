"""The cost of the worked example over its updates, and of two examples at three learning rates, as curves."""

from __future__ import annotations

from collections.abc import Sequence

from manim import DOWN, LEFT, RIGHT, UP, VGroup

from netsim import Reading, Trace
from netsim.figures.calculus.worked import kept_of_worked, tenfold_updates, updates_at_rates
from scenes.look.decimals import spec_of_digits
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.plots.plot import PlotFrame, extent
from scenes.mobjects.plots.tracer import Tracer
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words
from scenes.stage.zones import Zone
from scenes.words.messages import Messages

SPEC, ROUGH = ".4f", ".3f"  # of the worked example's own costs; of those that runs at several rates come to
SMALL, DIGITS, MOST = 0.01, 2, 6  # below which decimals say little; so many digits that say something then, so far
WIDTHS = (stroke.mark, stroke.strong, stroke.thin)  # of the curves: by them, too, they are told apart


class CostCurves:
    """A frame over the updates, and a tracer of the cost for each of some runs.

    Parameters
    ----------
    updates
        How many are made at each moment, (moments,).
    costs
        Of each run, (moments,).
    room
        The zone that it fills.
    aside
        Room that is left at the right, in scene units.
    mean
        Whether the costs are means over several examples.
    places
        Where each moment stands across, if not by its count of updates, but on a scale of tens, (moments,).

    Attributes
    ----------
    frame
        Axes, with what they are called, 0 on both, and the last count.
    tracers
        One for each run.
    """

    def __init__(
        self,
        updates: Reading,
        costs: Sequence[Reading],
        theme: Theme,
        words: Messages,
        room: Zone,
        aside: float = 0,
        mean: bool = False,
        places: Reading | None = None,
    ) -> None:
        self.updates, self.costs, self.theme = places or updates, costs, theme
        self.room = room
        picture = room.picture.inset(left=3 * gap.large, right=gap.large + aside, bottom=gap.large)
        highest = max(costs, key=lambda some: extent(some)[1])
        self.axes = PlotFrame(
            (0, extent(self.updates)[1]), (0, extent(highest)[1]), picture.width, picture.height, theme
        )
        self.axes.shift(picture.at(DOWN + LEFT))
        ticks = [row for row, n in enumerate(updates) if _marked(n, row == len(updates) - 1, places is not None)]
        ends = VGroup(*[Readout(updates[row], theme, spec=",.0f", role="dim") for row in ticks])
        for row, number in zip(ticks, ends, strict=True):
            number.next_to(self.axes.point(float(self.updates[row]), 0), DOWN, gap.small)
        nought = Words("0", theme, size="small", role="dim").next_to(self.axes.point(0, 0), LEFT, gap.small)
        across = Words(words.say("worked-costs", {}, "tens" if places else "updates"), theme, size="small", role="dim")
        across.move_to((picture.x, 0, 0)).stand_on(room.note)
        name = Formula("C" if mean else "C_0", theme, role="cost").move_to((picture.left, 0, 0))
        self.frame = VGroup(self.axes, ends, nought, across, name.stand_on(room.head))
        self.tracers = [Tracer(self.updates, some, 0, self.axes, theme) for some in costs]
        for tracer, width in zip(self.tracers, WIDTHS, strict=False):
            tracer.trail.set_stroke(width=width)

    @classmethod
    def of_worked(cls, trace: Trace, theme: Theme, words: Messages, room: Zone) -> CostCurves:
        """Return the curve of the worked example itself."""
        places = tenfold_updates(trace) if kept_of_worked(trace) == "spread" else None
        return cls(trace.reading("worked/steps"), [trace.reading("worked/C")], theme, words, room, places=places)

    @classmethod
    def of_rates(cls, trace: Trace, theme: Theme, words: Messages, room: Zone, aside: float) -> CostCurves:
        """Return the curves of one or two examples at three learning rates."""
        costs = [trace.reading("rates/C", i) for i in range(len(trace["rates/eta"]))]
        return cls(updates_at_rates(trace), costs, theme, words, room, aside, len(trace["rates/x"]) > 1)

    @property
    def rows(self) -> range:
        """The moments."""
        return range(len(self.updates))

    def set_row(self, row: int) -> None:
        """Let all tracers come to a moment."""
        for tracer in self.tracers:
            tracer.set_row(row)

    def start(self) -> Readout:
        """Return the cost from which all runs start, as a number before the axis."""
        number = Readout(self.costs[0][0], self.theme, spec=_spec_of_cost(self.costs[0][0], ROUGH), role="cost")
        return number.next_to(self.axes.point(0, float(self.costs[0][0])), LEFT, gap.small)

    def ends(self, i: int) -> VGroup:
        """Return the cost of run i before its first update and after its last, as numbers."""
        last, numbers = len(self.updates) - 1, VGroup()
        for row in (0, last):
            cost = self.costs[i][row]
            number = Readout(cost, self.theme, spec=_spec_of_cost(cost, SPEC), role="cost")
            place = self.axes.point(float(self.updates[row]), float(self.costs[i][row]))
            beside = number.next_to(place, UP, gap.medium) if row else number.next_to(place, LEFT, gap.small)
            numbers.add(self.room.hold(beside))
        return numbers

    def names(self, symbols: Sequence[Formula]) -> VGroup:
        """Put a name beside the end of each curve, none over another."""
        last = float(self.updates[len(self.updates) - 1])
        heights = [float(self.axes.point(last, float(some[len(some) - 1]))[1]) for some in self.costs]
        order = sorted(range(len(symbols)), key=heights.__getitem__)
        floor = float("-inf")
        for i in order:
            symbols[i].next_to(self.axes.point(last, 0), RIGHT, gap.medium)
            floor = max(heights[i], floor + gap.line)
            symbols[i].level_with(floor)
        return VGroup(*symbols)


def rates(trace: Trace, theme: Theme) -> list[Formula]:
    """Return what stands beside the end of each run's curve: its learning rate, and the cost that it comes to."""
    found = []
    for i, costs in enumerate(trace["rates/C"]):
        cost = trace.reading("rates/C", i, len(costs) - 1)
        numbers = {"eta": (trace.reading("rates/eta", i), "g"), "C": (cost, _spec_of_cost(cost, ROUGH))}
        found.append(Formula("eta = <eta> quad <C>", theme, numbers=numbers, roles={"C": "cost"}, size="small"))
    return found


def _spec_of_cost(cost: Reading, usual: str) -> str:
    """Return the format of a cost: the usual one, or of a small cost one that shows two digits that say something."""
    digits = spec_of_digits([cost], DIGITS)
    return usual if float(cost) >= SMALL else min(digits, f".{MOST}f", key=lambda spec: int(spec[1:-1]))


def _marked(updates: Reading, last: bool, tenfold: bool) -> bool:
    """Whether a moment is marked on the axis: the first and the last; on a scale of tens 0, 10, 100, ..."""
    count = int(float(updates))
    return count != 1 and str(count).strip("0") in ("", "1") if tenfold else count == 0 or last
