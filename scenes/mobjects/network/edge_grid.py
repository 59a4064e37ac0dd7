"""The fan of edges between two layers that tilts into a grid: each edge becomes the cell of its row and its column.

Row j holds what output j takes in, column k what neuron k gives. The grid can turn about its diagonal, as a card does:
then its rows are columns. All of it is painted from a few shares, anew in each frame.
"""

from __future__ import annotations

import numpy as np

from netsim import Reading
from scenes.camera.canvas import Canvas
from scenes.camera.painted import Painted
from scenes.look.measures import stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity, Scale
from scenes.mobjects.amounts.stroke import STROKE
from scenes.mobjects.network.edges import Edges

CONDENSE = 0.3  # share of the tilt after which edges, that swing with their neurons until then, shrink into their cells
LINE = 0.01  # scene units: width of the lines between cells
FLARE = 0.75  # of the colour of ink that a cell has at most, as it comes about
SIDES = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) / 2  # corners of a square; an edge begins where it has x < 0


class EdgeGrid(Painted, Quantity):
    """The weights of a layer, as edges and as a grid, and other values in the same cells.

    Parameters
    ----------
    edges
        The edges as they are drawn: (J, K); the fan begins as they are.
    scale
        What fills a cell; its length is as if a cell had a side of 1.
    flat, turned
        Upper left corner (2,) and side of a cell of the grid as it lies first, J rows and K columns, and when it is
        turned about its diagonal.

    Attributes
    ----------
    tilt, turn
        How far it is on its way from fan to grid, and how far the grid has turned, 0 to 1.
    grown, level
        (J, K): how much of each cell has come about, and how visible it is.
    flaring
        (J, K): the share of a flare with which each cell comes about.
    framed
        How visible the frame is, 0 to 1; it is around the ``cells`` from the first to the last row and column.
    sources, targets
        (K, 2) and (J, 2): where the edges begin and end while they swing.
    """

    states = ("tilt", "turn", "grown", "level", "framed", "opacity")

    def __init__(
        self,
        edges: Edges,
        scale: Scale,
        theme: Theme,
        flat: tuple[np.ndarray, float],
        turned: tuple[np.ndarray, float],
    ) -> None:
        assert edges.reading is not None
        self.shape, self.flat, self.turned = edges.value.shape, flat, turned
        self.sources, self.targets = edges.starts[0, :, :2].copy(), edges.ends[:, 0, :2].copy()
        self._thin, self._faint = edges.widths, np.minimum(1.0, edges.alphas * edges.level)
        roles = ("up", "down", "dim", "ink", "faint", "focus")
        self._colours = {role: np.array(theme.of(role).to_rgb()) for role in roles}
        self.tilt, self.turn, self.framed = (np.zeros(1) for _ in range(3))
        self.grown, self.level, self.flaring = (np.ones(self.shape) for _ in range(3))
        self.cells = (0, self.shape[0] - 1, 0, self.shape[1] - 1)
        self.set_values(edges.reading, scale)
        super().__init__()

    def set_values(self, values: Reading, scale: Scale) -> EdgeGrid:
        """Show values, (J, K), in the cells, on a scale."""
        self.reading, self.value, self.scale_of_side = values, np.asarray(values.value, dtype=float), scale
        self.rounding = 1e-6 * scale.longest
        return self

    def set_grown(self, grown: np.ndarray | float) -> EdgeGrid:
        """Let the cells have come about by a share each."""
        self.grown = np.clip(np.broadcast_to(np.asarray(grown, dtype=float), self.shape), 0.0, 1.0).copy()
        self.glides_from = 0.0 if (self.grown < 1).any() else None
        return self

    def set_level(self, level: np.ndarray | float) -> EdgeGrid:
        """Set how visible cells are: one value, or one for each row (J, 1), each column (K,), or each (J, K)."""
        self.level = np.broadcast_to(np.asarray(level, dtype=float), self.shape).copy()
        return self

    def set_framed(self, framed: float) -> EdgeGrid:
        """Set how visible the frame is, 0 to 1."""
        self.framed = np.array([float(framed)])
        return self

    def frame_cells(self, rows: tuple[int, int], columns: tuple[int, int]) -> EdgeGrid:
        """Let the frame be around the cells from the first to the last row and column."""
        self.cells = (*rows, *columns)
        return self

    def point(self, j: float, k: float) -> np.ndarray:
        """Return where the middle of the cell of row j and column k is now, (2,); halves lie on the lines."""
        return self._lie(np.array([k + 0.5, -j - 0.5]))

    @property
    def cell(self) -> float:
        """The side of a cell now."""
        return float((1 - self.turn[0]) * self.flat[1] + self.turn[0] * self.turned[1])

    def shown(self) -> np.ndarray:
        """Return the values that sides and colours stand for, (J, K)."""
        return np.asarray(np.sign(self.value) * self._sides() / self.scale_of_side.unit)

    def _sides(self) -> np.ndarray:
        """Return the sides of the squares, as shares of a cell's."""
        return np.asarray(self.grown * np.abs(self.value) * self.scale_of_side.unit)

    def _lie(self, places: np.ndarray) -> np.ndarray:
        """Return where places of the flat grid, (..., 2) in cells from its upper left corner, are now."""
        turn = float(self.turn[0])
        along, across = places @ np.array([1, -1]), places @ np.array([1, 1])
        across = np.cos(np.pi * turn) * across
        turned = np.stack([(along + across) / 2, (across - along) / 2], axis=-1)
        corner = (1 - turn) * self.flat[0] + turn * self.turned[0]
        return np.asarray(corner + self.cell * turned)

    # --- what the camera asks of a picture ----------------------------------------------

    def signature(self) -> bytes:
        """Return what the painting follows from: values, frame and ends too."""
        held = (self.value, self.flaring, np.array(self.cells), self.sources, self.targets)
        return super().signature() + b"".join(part.tobytes() for part in held)

    def extent(self) -> tuple[np.ndarray, float]:
        """Return the ends of all edges and the corners of the grid, as it lies first and turned."""
        size = np.array(self.shape[::-1]) * (1, -1)
        (flat, cell), (turned, small) = self.flat, self.turned
        corners = np.array([flat, flat + cell * size, turned, turned + small * size[::-1] * (-1, -1)])
        return np.concatenate([self.sources, self.targets, corners]), 0.1

    def paint(self, canvas: Canvas) -> None:
        """Paint the lines between the cells, then every edge or cell, then the frame."""
        tilt = float(self.tilt[0])
        share = max(0.0, (tilt - CONDENSE) / (1 - CONDENSE))
        share = share * share * (3 - 2 * share)
        self._paint_lines(canvas, share)
        order = np.argsort(np.abs(self.value), axis=None)
        quads = self.place(self._quads(share)).reshape(-1, 4, 3)
        alphas = (((1 - share) * self._faint + share) * self.level * self.opacity).ravel()
        colours = self._shades(share).reshape(-1, 3)
        for i in order[alphas[order] > 0].tolist():
            canvas.ink(colours[i], float(alphas[i]))
            (x, y, _), *others = quads[i].tolist()
            canvas.pen.move_to(x, y)
            for x, y, _ in others:
                canvas.pen.line_to(x, y)
            canvas.pen.close_path()
            canvas.pen.fill()
        self._paint_frame(canvas)

    def _quads(self, share: float) -> np.ndarray:
        """Return the corners of every edge on its way into its cell, (J, K, 4, 2), at home."""
        rows, columns = np.indices(self.shape)
        middles = np.stack([columns + 0.5, -rows - 0.5], axis=-1)
        cells = self._lie(middles[:, :, None] + (self._sides()[..., None, None] * SIDES))
        if share == 1:
            return cells
        starts, ends = self.sources[None, :, None], self.targets[:, None, None]
        way = ends - starts
        across = np.stack([-way[..., 1], way[..., 0]], axis=-1) / np.linalg.norm(way, axis=-1, keepdims=True)
        along = starts + (SIDES[:, :1] + 0.5) * way
        edges = along + SIDES[:, 1:] * self._thin[..., None, None] * across
        return np.asarray((1 - share) * edges + share * cells)

    def _shades(self, share: float) -> np.ndarray:
        """Return the colour of each edge or cell, (J, K, 3): grey as an edge, then its sign; lighter as it comes."""
        signs = np.where((self.value < 0)[..., None], self._colours["down"], self._colours["up"])
        shades = (1 - share) * self._colours["dim"] + share * signs
        flare = self.flaring * FLARE * np.sin(np.pi * self.grown)
        flare = flare * np.minimum(1.0, np.abs(self.value) / self.scale_of_side.longest)
        return np.asarray(shades + flare[..., None] * (self._colours["ink"] - shades))

    def _paint_lines(self, canvas: Canvas, share: float) -> None:
        """Paint the lines between the cells, as far as they have come."""
        rows, columns = self.shape
        across = [((0, -i), (columns, -i)) for i in range(rows + 1)]
        ends = self.place(self._lie(np.array(across + [((i, 0), (i, -rows)) for i in range(columns + 1)])))
        colours = np.broadcast_to(self._colours["faint"], (len(ends), 3))
        alphas = np.full(len(ends), share * self.opacity)
        canvas.lines(ends[:, 0], ends[:, 1], np.full(len(ends), LINE), colours, alphas)

    def _paint_frame(self, canvas: Canvas) -> None:
        """Paint the frame around some cells."""
        if not self.framed[0]:
            return
        top, bottom, left, right = self.cells
        corners = np.array([(left, -top), (right + 1, -top), (right + 1, -bottom - 1), (left, -bottom - 1)])
        canvas.ink(self._colours["focus"], float(self.framed[0]) * self.opacity)
        canvas.pen.set_line_width(stroke.mark / STROKE)
        for i, (x, y, _) in enumerate(self.place(self._lie(corners.astype(float))).tolist()):
            (canvas.pen.line_to if i else canvas.pen.move_to)(x, y)
        canvas.pen.close_path()
        canvas.pen.stroke()
