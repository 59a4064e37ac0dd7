"""The last layer as grids: its weights, what goes in above them, the deltas to the right, what comes out below."""

from __future__ import annotations

from manim import LEFT, RIGHT, VGroup

from netsim import Reading, Trace
from netsim.figures.calculus.grids import columns_drawn, left_out_of_grid, rows_drawn
from netsim.figures.network import neurons_of
from scenes.formulas.rules_of_activations import sign_of
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.amounts.grid import SignedGrid
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.neuron import PITCH_LIMIT, RADIUS, Neuron
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import FINEST, spec_for
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import network_shape, on_stage, ranked, weight_told_of
from scenes.stage.zones import Zone
from scenes.words.messages import Messages
from scenes.words.numbers import Fact

UNDER = 3  # rows of squares under the weights
HEADS = {
    "a": "a^((L-1))",
    "delta": "delta^((L))",
    "dC_da": "partial C_0 \\/ partial a^((L-1))",
    "da_dz": "{sigma}'(z^((L-1)))",
    "before": "delta^((L-1))",
}


class LayerGrids(VGroup):
    """The grids of a trace's last layer, at the first recorded step of the first followed example.

    Large layers are abbreviated to the rows and columns whose deltas are largest. The outputs' deltas
    and dC/da have one scale; the weights, their derivatives, the slopes and the deltas of the layer
    before, which are much smaller, have one each. They stand in a room under its head; the notes on scales
    begin at its left edge.

    Attributes
    ----------
    rows, columns
        The outputs and the neurons before them that are drawn, by their index in the layer.
    j, k
        The output and the neuron that are spoken of.
    i, c
        Their places among those that are drawn.
    weights, gradient
        W and dC/dW, in the same place.
    deltas, handed, sloped, earlier
        delta of the outputs, dC/da, da/dz and delta of the layer before.
    """

    def __init__(self, trace: Trace, theme: Theme, words: Messages, room: Zone) -> None:
        super().__init__()
        self.trace, self.theme, self.words, self.room, last = trace, theme, words, room, trace.L
        self.top, sign = room.head, sign_of(trace, last - 1)
        self.slope = f"{sign}'"
        delta, before = trace.reading(f"delta{last}", 0, 0), trace.reading(f"delta{last - 1}", 0, 0)
        self.j, self.k = weight_told_of(trace)
        rows, columns = int(float(rows_drawn(trace))), int(float(columns_drawn(trace)))
        self.rows = sorted([self.j, *[j for j in ranked(delta) if j != self.j][: rows - 1]])
        self.columns = sorted([self.k, *[k for k in ranked(before) if k != self.k][: columns - 1]])
        self.i, self.c = self.rows.index(self.j), self.columns.index(self.k)
        self.names = VGroup(*[Words(on_stage(trace.classes[j]), theme, size="small", role="dim") for j in self.rows])
        self.heads = {
            name: Formula(code.format(sigma=sign), theme, role="dim", size="small") for name, code in HEADS.items()
        }
        self._beside = [self.heads[name] for name in ("a", "dC_da", "da_dz", "before")]
        labels = max(float(line.width) for line in (*self.names, *self._beside)) + gap.small
        across, down = len(self.columns) + 1, len(self.rows) + 1 + UNDER  # with the deltas; with the neurons
        high = self.top - room.picture.bottom - (2 + UNDER) * gap.small
        self.cell = min(PITCH_LIMIT, (room.width - labels - 3 * gap.small) / across, high / down)
        self.left = room.x + (labels - across * self.cell - gap.small) / 2
        self._fill(delta, trace.reading(f"dC_da{last - 1}", 0, 0), before)
        self.neurons = self._neurons()
        self._place_names()

    def _fill(self, delta: Reading, dC_da: Reading, before: Reading) -> None:
        """Make the grids in their places."""
        last, top, cell = self.trace.L, self.top - self.cell - gap.small, self.cell
        weights, gradient = (
            reading.take(self.rows, self.columns)
            for reading in (self.trace.reading(f"W{last}", 0), self.trace.reading(f"one/dC_dW{last}"))
        )
        slopes = self.trace.reading(f"one/da_dz{last - 1}")
        deltas = [delta[j] for j in self.rows]
        handed, sloped, earlier = ([reading[k] for k in self.columns] for reading in (dC_da, slopes, before))
        shared = [*deltas, *handed]
        self.weights = self._grid([list(row) for row in weights], [weights], self.left, top)
        self.gradient = self._grid([list(row) for row in gradient], [gradient], self.left, top)
        self.right = self.left + cell * len(self.columns) + 2 * gap.small
        self.deltas = self._grid([[one] for one in deltas], shared, self.right, top)
        below = [top - cell * len(self.rows) - gap.small - i * (cell + gap.small) for i in range(UNDER)]
        self.handed = self._grid([handed], shared, self.left, below[0])
        # The slopes of a function that never falls have no sign to show.
        role = "ink" if self.trace.activation(last - 1).monotone else None
        self.sloped = self._grid([sloped], sloped, self.left, below[1], role)
        self.earlier = self._grid([earlier], earlier, self.left, below[2])

    def _grid(
        self, rows: list[list[Reading]], compared: list[Reading], left: float, top: float, role: str | None = None
    ) -> SignedGrid:
        """Return a grid with its upper left corner at a place, on the scale of all that it is compared with."""
        grid = SignedGrid(rows, self.cell, Scale.fit(compared, 1).source, self.theme, role)
        return grid.shift((left, top, 0))

    def _neurons(self) -> VGroup:
        """Return the layer before, one neuron over each column."""
        layer = self.trace.reading(f"a{self.trace.L - 1}", 0, 0)
        span, neurons = network_shape(self.trace, 0, 0).spans[-2], VGroup()
        for c, k in enumerate(self.columns):
            neuron = Neuron(RADIUS * self.cell, span, self.theme).set_reading(layer[k])
            neurons.add(neuron.move_to((self.left + (2 * c + 1) / 2 * self.cell, self.top - self.cell / 2, 0)))
        return neurons

    def _place_names(self) -> None:
        """Put the names of classes and quantities beside their rows, and one over the deltas."""
        rows = [float(self.weights.point(i, 0)[1]) for i in range(len(self.rows))]
        below = [float(grid.point(0, 0)[1]) for grid in (self.handed, self.sloped, self.earlier)]
        heights = [*rows, self.top - self.cell / 2, *below]
        for line, y in zip([*self.names, *self._beside], heights, strict=True):
            line.move_to((self.left - gap.small, 0, 0), aligned_edge=RIGHT).level_with(y)
        self.heads["delta"].move_to((self.right + self.cell / 2, 0, 0)).stand_on(self.heads["a"].baseline)

    def notes(self, *named: tuple[str, SignedGrid]) -> VGroup:
        """Return the line under the grids: what a full square stands for in each, and what is left out.

        What the grids are called may hold the words ``<and>`` and ``<enlarged>``.
        """
        line = VGroup(self._note("square"))
        words = {name: self.words.say("layer-grids", {}, name) for name in ("within", "and", "enlarged")}
        for said, grid in named:
            source = grid.scale_of_side.source
            number = {"full": (source, spec_for([source], 2, sign="", most=FINEST))}
            full = f"<full> <within> {said}"
            line.add(Formula(full, self.theme, numbers=number, words=words, role="dim", size="small"))
        if left_out_of_grid(self.trace) != "none":
            line.add(self._note("drawn", **self._counts()))
        x = self.room.left
        for i, part in enumerate(line):
            part.shift((x - part.get_left()[0], 0, 0)).stand_on(self.room.note)
            x += float(part.width) + (gap.large if i else gap.medium)
        return line

    def _counts(self) -> dict[str, Fact]:
        trace, last = self.trace, self.trace.L
        drawn: dict[str, Fact] = {"rows": rows_drawn(trace), "columns": columns_drawn(trace)}
        whole: dict[str, Fact] = {"all_rows": neurons_of(trace, last), "all_columns": neurons_of(trace, last - 1)}
        return {"left_out": left_out_of_grid(trace)} | drawn | whole

    def _note(self, name: str, **facts: Fact) -> Spoken:
        return Spoken(self.words.say("layer-grids", facts, name), self.theme, size="small", role="dim")

    def index_of_row(self, grid: SignedGrid) -> Formula:
        """Return ``j = i`` right of a grid, at the row that is spoken of."""
        y = float(grid.point(self.i, 0)[1])
        label = self._index("j", self.j).move_to((grid.lines.get_right()[0] + gap.small, 0, 0), aligned_edge=LEFT)
        return label.level_with(y)

    def index_of_column(self) -> Formula:
        """Return ``k = i`` over the column that is spoken of."""
        return self._index("k", self.k).set_x(self.neurons[self.c].get_x()).stand_on(self.top + gap.small)

    def _index(self, letter: str, i: int) -> Formula:
        return Formula(f"{letter} = {i}", self.theme, role="focus", size="small")
