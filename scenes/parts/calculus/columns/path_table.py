"""The paths from one neuron to the cost in rows beside their outputs: factors, product, and how products add up."""

from __future__ import annotations

from manim import DOWN, RIGHT, UP, Mobject, VGroup

from netsim import Reading
from scenes.look.measures import gap
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.amounts.tip_to_tail import TipToTail
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout, number_column, spec_for
from scenes.mobjects.type.plate import Plate
from scenes.mobjects.type.typeset import Words
from scenes.parts.calculus.columns.hero import Columns
from scenes.stage.zones import Zone

OWN = {"w": 4, "da_dz": 5, "dC_da": 5, "product": 6, "bars": 9}  # columns and their shares of the width
SHARED = {"w": 6, "dC_dz": 7, "product": 6, "bars": 9}  # where the outputs share one slope, that of a softmax
ROLES = {"w": "ink", "da_dz": "ink", "dC_da": "cost", "dC_dz": "cost", "product": "cost"}
HEADS = {
    "w": "w_(j k)",
    "da_dz": "partial a_j \\/ partial z_j",
    "dC_da": "partial C_0 \\/ partial a_j",
    "dC_dz": "partial C_0 \\/ partial z_j",
}
THICKEST, THICK = gap.medium, 3 / 5  # of a bar: at most, and as a share of the room from row to row
#: How far a pulse is on its way when it meets a factor.
MET = {"dC_da": 0, "dC_dz": 0, "da_dz": 1 / 2, "w": 3 / 5}


class PathTable(VGroup):
    """A row of numbers and a bar for each output that is drawn, beside it, and under them what they come to.

    Parameters
    ----------
    hero
        The network; the paths start from the neuron that its weight comes from. Needs `one` and `wishes`.

    Attributes
    ----------
    products, running, total
        What path j adds, (n_L,); what paths 0 to j come to, (n_L,); and what all of them come to.
    numbers, heads
        By column: its numbers, and what stands over them.
    path, sum, title
        The bars; the number of the sum, and its name before it.
    over, foot
        The heights on which heads stand, and on which the sum does.
    index, number, plate
        The index of the neuron left of it, the same sum under that, and what hides the network under the sum.
    rise
        By how much the index makes room for the sum: then both are one, and their middle is the neuron's.
    """

    def __init__(self, hero: Columns) -> None:
        super().__init__()
        trace, theme, L, k = hero.trace, hero.theme, hero.L, hero.k
        self.hero, self.theme, self.indices, self.rows = hero, theme, hero.outputs.indices, hero.rows(L)
        pitch = max(hero.outputs.pitch, gap.line)
        self.over = min(hero.heading, self.rows[0] + pitch)
        self.foot = max(hero.note + gap.hair, self.rows[-1] - pitch)
        shared = trace.activation(L).couples
        everyone = range(trace.sizes[L])
        table, running = (trace.reading(f"wishes/{name}{L}") for name in ("table", "running"))
        self.products = [-table[j][k] for j in everyone]
        self.running = [-running[j][k] for j in everyone]
        self.total = trace.reading(f"dC_da{L - 1}", 0, 0, k)
        W = trace.reading(f"W{L}", 0)
        cells = {"w": [W[j][k] for j in self.indices]}
        if shared:
            cells["dC_dz"] = [trace.reading(f"delta{L}", 0, 0, j) for j in self.indices]
        else:
            cells["da_dz"] = [trace.reading(f"one/da_dz{L}", j) for j in self.indices]
            cells["dC_da"] = [trace.reading(f"dC_da{L}", 0, 0, j) for j in self.indices]
        cells["product"] = [self.products[j] for j in self.indices]
        self.numbers = {name: self._column(name, readings) for name, readings in cells.items()}
        self.heads = {name: self._head(name) for name in cells}
        self.zones = self._zones(SHARED if shared else OWN)
        for name, column in self.numbers.items():
            VGroup(column, self.heads[name]).shift((self.zones[name].right - gap.medium) * RIGHT)
        self._draw_bars()
        self.hide()

    def _zones(self, shares: dict[str, int]) -> dict[str, Zone]:
        """Return the columns by their shares; if one has no room so, each as wide as it must be, the rest for bars."""
        room = self.hero.beside
        zones = dict(zip(shares, room.columns(*shares.values()), strict=True))
        widths = [float(VGroup(column, self.heads[name]).width) for name, column in self.numbers.items()]
        if all(width + gap.medium <= zones[name].width for name, width in zip(self.numbers, widths, strict=True)):
            return zones
        needed = [width + gap.medium for width in widths]
        left = max(room.width - sum(needed), room.width / len(shares) / 2)
        return dict(zip(shares, room.columns(*needed, left), strict=True))

    def _draw_bars(self) -> None:
        """Draw the bars on one scale, and write the sum, under the rows and at the neuron."""
        hero, zone = self.hero, self.zones["bars"]
        low, high = self._span()
        farthest = Scale.fit(self.running, 1)
        scale = Scale(farthest.source, zone.width * farthest.longest / ((high - low) or 1))
        thick = min(THICKEST, THICK * hero.outputs.pitch)
        nexts = [*[self.running[j - 1] for j in self.indices[1:]], self.running[-1]]
        parts = [self.products[j] for j in self.indices]
        x = zone.left - scale.unit * low
        self.path = TipToTail(parts, nexts, [*self.rows, self.foot], x, scale, self.theme, thick)
        self.scale_of_bars = scale.among([*parts, self.total])
        spec = self._spec("product", [*self.products, *self.running])
        self.sum = Readout(self.running[0], self.theme, spec=spec, role="cost")
        right = float(self.numbers["product"].get_right()[0])
        self.sum.shift((right - self.sum.get_right()[0], self.foot - self.sum.get_y(), 0))
        self.index = hero.index("k", hero.L - 1, hero.k)
        spec = spec_for(self.running, 3, "+")
        self.number = Readout(self.running[0], self.theme, spec=spec, role="cost").next_to(self.index, DOWN, gap.hair)
        self.number.set_x(hero.at_z(hero.L - 1, hero.k)[0] - hero.before(hero.L - 1) / 2)
        self.rise = (float(self.number.height) + gap.hair) / 2 * UP
        self.plate = Plate(self.theme).under(self.number.shift(self.rise))
        self.title = Formula("partial C_0 \\/ partial a_k^((L-1)) :", self.theme, role="cost", size="small")
        self.title.shift((self.sum.get_left()[0] - gap.small - self.title.get_right()[0], 0, 0))
        self.title.stand_on(self.sum.baseline)

    def hide(self) -> None:
        """Show nothing of the rows yet."""
        for column in self.numbers.values():
            column.set_opacity(0)
        for bar in (*self.path.bars, self.path.total):
            bar.glide(0, 0)
        self.path.links.set_stroke(opacity=0)
        self.sum.set_opacity(0)
        self.number.set_opacity(0)
        self.plate.set_opacity(0)

    def bars(self) -> list[Mobject]:
        """Return the bars beside the rows with the lines between them, and that of the sum."""
        return [*self.path.bars, self.path.links, self.path.total]

    def at_neuron(self) -> list[Mobject]:
        """Return what stands beside the neuron, over the network: its index, and the sum on its plate."""
        return [self.index, self.plate, self.number]

    # --- what comes with a pulse ----------------------------------------------------------

    def passes(self, j: int, at: float) -> None:
        """Show the factors that the pulse of path j has met, so far on its way."""
        row = self.indices.index(j)
        for name, column in self.numbers.items():
            if MET.get(name, 1) <= at:
                column[row].set_opacity(1)

    def arrive(self, j: int, share: float) -> None:
        """Add a share of the product of path j; those before it that are not drawn are added with it."""
        row = self.indices.index(j)
        before = self.running[self.indices[row - 1]] if row else 0
        self.path.bars[row].glide(0, share)
        self.path.links[row].set_stroke(opacity=1 if share >= 1 else 0)
        end = self.total if row == len(self.indices) - 1 else self.running[j]
        self.path.total.reading = end
        self.path.total.glide(before, share)
        for number in (self.sum, self.number):
            number.set_reading(end if share >= 1 or not row else self.running[self.indices[row - 1]])
            number.set_opacity(1)
        self.plate.set_fill(opacity=1)

    def _span(self) -> tuple[float, float]:
        """Return between which values the sum runs, 0 among them."""
        sums = [float(value) for value in self.running]
        return min(0, *sums), max(0, *sums)

    def _column(self, name: str, readings: list[Reading]) -> VGroup:
        spec = self._spec(name, readings)
        return number_column(readings, self.rows, 0, self.theme, spec=spec, role=ROLES[name])

    def _head(self, name: str) -> Formula | Words:
        """Return what stands over a column, its right end over that of the numbers."""
        hero = self.hero
        if name == "product":
            head: Formula | Words = Words(hero.words.say("path-table", {}, name), self.theme, size="small", role="dim")
        else:
            head = Formula(HEADS[name], self.theme, role=ROLES[name], size="small")
        right = float(self.numbers[name].get_right()[0])
        return head.shift((right - head.get_right()[0], 0, 0)).stand_on(self.over)

    def _spec(self, name: str, readings: list[Reading]) -> str:
        return spec_for(readings, *((4, "+") if name == "product" else (4, "")))
