"""Six products beside the threads of six examples, and their mean; then the column of all means."""

from __future__ import annotations

from manim import DOWN, RIGHT, UP, Line, VGroup

from netsim import Reading
from netsim.figures.calculus.chain import SIX, examples_through_chain
from netsim.figures.network import parameters
from scenes.look.measures import gap, stroke
from scenes.mobjects.amounts.bars import Bar, BarColumn
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.tables.brackets import brackets
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout, number_column, spec_for
from scenes.mobjects.type.typeset import Words
from scenes.parts.calculus.link.examples import BEFORE, OUTPUT, SixExamples
from scenes.parts.calculus.link.row import LAST

THICKNESS = gap.medium
NAMES, DRAWN, WRITTEN = 5, 6, 4  # shares of the width of the column of means: names, bars, numbers


class Averages:
    """A bar and a number for each example's dC/dw, in the order of their threads, and their mean under them.

    Parameters
    ----------
    examples
        At the moment of the derivatives.
    mean
        What the mean is called.

    Attributes
    ----------
    name, bars, numbers
        What they are; one for each example, from the highest thread to the lowest.
    order
        The examples in this order.
    ways
        From each number to where its thread begins.
    mean, mean_bar, line, word
        Their mean, a line over it and what it is called.
    """

    def __init__(self, examples: SixExamples, mean: str) -> None:
        row = examples.row
        trace, theme, places = row.trace, row.theme, row.places
        line = examples.lines[BEFORE]
        end = float(line.marks.get_left()[0]) - gap.large
        column = places.lines.inset(left=places.stage.left - places.lines.left, right=places.lines.right - end)
        before = trace["several/a"][examples.at, :, LAST - 1]
        self.order = sorted(range(len(before)), key=lambda e: -before[e])
        self.readings: list[Reading] = [trace.reading("several/dC_dw", e, LAST - 1) for e in self.order]
        self.mean_reading = trace.reading("several/mean_dC_dw", LAST - 1)
        heights = [cell.y for cell in column.rows(*[1] * len(self.order))]
        self.spec = spec_for(self.readings, 3)
        self.numbers = number_column(self.readings, heights, column.right, theme, spec=self.spec, role="cost")
        drawn = column.inset(right=float(self.numbers.width) + gap.small)
        scale = Scale.fit(self.readings, drawn.width / 2)
        self.bars = BarColumn(self.readings, heights, drawn.x, scale, theme, THICKNESS)
        self.name = Formula("partial C_i \\/ partial w", theme, role="cost", size="small")
        self.name.move_to((column.x, 0, 0)).stand_on(places.numbers)
        self.ways = VGroup()
        for e, number in zip(self.order, self.numbers, strict=True):
            start, end = number.get_right() + gap.hair * RIGHT, examples.thread(e, 0)[0]
            self.ways.add(Line(start, end, stroke_width=stroke.thin, color=theme.of("faint")))
        y = places.products
        self.mean_bar = Bar(
            self.mean_reading, scale, theme, self.bars.axis.get_center() * [1, 0, 0] + [0, y, 0], THICKNESS
        )
        self.mean = Readout(self.mean_reading, theme, spec=spec_for([self.mean_reading], 3), role="cost")
        self.mean.shift((column.right - self.mean.get_right()[0], 0, 0)).level_with(y)
        self.line = Line((column.left, column.bottom, 0), (column.right, column.bottom, 0), stroke_width=stroke.thin)
        self.line.set_color(theme.of("dim"))
        self.word = Words(mean, theme, size="small", role="dim").next_to(self.mean, RIGHT, gap.small)
        self.word.level_with(y)


class Means:
    """The mean of each of the chain's six derivatives, one under another: the gradient.

    Parameters
    ----------
    examples
        At the moment of the derivatives.
    gradient, elsewhere
        What the column is called, and where there are as many as the lesson's network has.

    Attributes
    ----------
    names, bars, numbers
        In the order of `SIX`.
    brackets, name
        Around the numbers, and over them.
    cost
        The cost whose derivatives they are: the mean of the examples' costs.
    elsewhere
        How many there are in the lesson's network.
    """

    def __init__(self, examples: SixExamples, gradient: str, elsewhere: str) -> None:
        row = examples.row
        trace, theme, places = row.trace, row.theme, row.places
        zone = places.lines.inset(right=places.lines.right - row.lines[OUTPUT].x)
        named, drawn, written = zone.columns(NAMES, DRAWN, WRITTEN, gap=gap.large)
        readings = [trace.reading(f"several/mean_dC_d{name[0]}", int(name[1:]) - 1) for name in SIX]
        heights = [cell.y for cell in zone.rows(*[1] * len(SIX))]
        self.names = VGroup()
        for name, y in zip(SIX, heights, strict=True):
            symbol = Formula(f"partial C \\/ partial {name[0]}^(({name[1:]}))", theme, role="cost", size="small")
            self.names.add(symbol.level_with(y).shift((named.right - symbol.get_right()[0], 0, 0)))
        self.bars = BarColumn(readings, heights, drawn.x, Scale.fit(readings, drawn.width / 2), theme, THICKNESS)
        spec = spec_for(readings, 4)
        self.numbers = number_column(readings, heights, written.right, theme, spec=spec, role="cost")
        self.brackets = brackets(self.numbers, theme)
        self.name = VGroup(
            Words(gradient, theme, size="small", role="cost"), Formula("nabla C", theme, role="cost", size="small")
        )
        self.name[1].next_to(self.name[0], RIGHT, gap.small).stand_on(self.name[0].baseline)
        self.name.next_to(self.brackets, UP, gap.small).align_to(self.brackets, RIGHT)
        count = Readout(parameters(trace), theme, spec=",.0f", size="title")
        said = Words(elsewhere, theme, size="small", role="dim").next_to(count, DOWN, gap.small)
        room = places.stage.inset(left=zone.right + gap.large - places.stage.left)
        self.elsewhere = VGroup(count, said).move_to((room.x, zone.y, 0))
        numbers = {"examples": (examples_through_chain(trace), ".0f")}
        mean = "C = (1 \\/ <examples>) thin inline(sum_i) C_i"
        self.cost = Formula(mean, theme, numbers=numbers, role="cost", size="small")
        self.cost.move_to((room.x, heights[0], 0))
        self.of_last = SIX.index(f"w{LAST}")
