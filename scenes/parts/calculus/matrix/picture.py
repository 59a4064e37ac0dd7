"""The last layer of the network as it lies down into a grid, and turns: its neurons, its outputs, and its weights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from manim import Animation, Group, VGroup, interpolate_color

from netsim import Reading
from netsim.figures.calculus.slopes import full_slope
from scenes.camera.in_place import InPlace
from scenes.look.measures import gap
from scenes.mobjects.amounts.grid import FULL, Entry
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.edge_grid import EdgeGrid
from scenes.mobjects.network.neuron import RADIUS, Neuron
from scenes.parts.calculus.matrix.passing import Multiply
from scenes.parts.calculus.matrix.room import lie_flat, lie_turned
from scenes.parts.standing_network import StandingNetwork
from scenes.stage.zones import Zone

AHEAD = 3  # power by which the outputs are ahead of the fan: they make room for what swings
DOWN_TO_LEFT = np.pi / 2  # by so much the layer before swings, from a column to a row


def room_beside(hero: StandingNetwork, stage: Zone) -> Zone:
    """Return the room left of the zone beside a network, with a line over it and one under it."""
    under, right = stage.note + gap.large + gap.small - stage.bottom, stage.right - hero.beside.left + gap.large
    return stage.inset(right=right, bottom=under, top=gap.large)


class MatrixPicture(Group):
    """The neurons of the last two layers that a network draws, as they stand there, and the fan between them.

    Parameters
    ----------
    hero
        The network; it stays as it is.
    room
        Where the grid lies: what comes in stands in its upper row.

    Attributes
    ----------
    grid
        The fan that becomes the grid.
    sources, outputs, names
        The neurons of the layer before, the outputs, and the names of their classes.
    deltas
        The delta of each output, as a square; they are parts of it once they have come.
    flat, turned
        How the grid lies before it turns, and after.
    """

    def __init__(self, hero: StandingNetwork, room: Zone) -> None:
        super().__init__()
        self.hero, self.trace, self.theme, L = hero, hero.trace, hero.theme, hero.L
        self.rows, self.columns = hero.column(L).indices, hero.column(L - 1).indices
        counts = len(self.rows), len(self.columns)
        self.names = hero.network.names.copy()
        self.flat = lie_flat(room, *counts, float(self.names.width))
        self.turned = lie_turned(room, *reversed(counts))
        edges = hero.edges(L)
        assert edges.reading is not None
        places = [(lying.corner, lying.cell) for lying in (self.flat, self.turned)]
        self.grid = EdgeGrid(edges, Scale.fit([edges.reading], FULL), self.theme, *places)
        self.sources = [hero.network.neuron(L - 1, k).copy() for k in self.columns]
        self.outputs = [hero.network.neuron(L, j).copy() for j in self.rows]
        self._stood = [[neuron.get_center() for neuron in layer] for layer in (self.sources, self.outputs)]
        self._named = [name.get_center() - place for name, place in zip(self.names, self._stood[1], strict=True)]
        self._radii = [float(layer[0].width) / 2 for layer in (self.sources, self.outputs)]
        delta = self.trace.reading(f"delta{L}", hero.t, 0)
        backward = [self.trace.reading(f"{name}{L - 1}", hero.t, 0).take(self.columns) for name in ("dC_da", "delta")]
        self.scale_of_deltas = Scale.fit([delta, *backward], FULL)  # one for all that is compared
        self.scale_of_slopes = Scale(full_slope(self.trace, L - 1), FULL)
        self.deltas = self.squares([delta[j] for j in self.rows], self.scale_of_deltas)
        self.add(self.grid, *self.sources, *self.outputs, self.names)
        self.place(0, 0)

    def squares(self, readings: Sequence[Reading], scale: Scale, role: str | None = None) -> VGroup:
        """Return values as squares, on a scale whose length is as if a cell had a side of 1; they stand nowhere yet."""
        return VGroup(*[Entry(one, self._in_cells(scale, 0), self.theme, role) for one in readings])

    def _in_cells(self, scale: Scale, turn: float) -> Scale:
        return Scale(scale.source, scale.length * self._cell(turn))

    def _cell(self, turn: float) -> float:
        return (1 - turn) * self.flat.cell + turn * self.turned.cell

    # --- where all of it is --------------------------------------------------------------

    def place(self, tilt: float, turn: float) -> MatrixPicture:
        """Put all where it is when the fan has tilted, and the grid has turned, by a share each."""
        self.grid.tilt, self.grid.turn = np.array([float(tilt)]), np.array([float(turn)])
        cell = RADIUS * self._cell(turn)
        radii = [(1 - tilt) * stood + tilt * cell for stood in self._radii]
        for k, (neuron, stood) in enumerate(zip(self.sources, self._stood[0], strict=True)):
            lies = (1 - turn) * self.flat.over(k) + turn * self.turned.beside(k)
            _stand(neuron, lies if tilt == 1 else self._swung(stood, tilt, k), radii[0])
            self.grid.sources[k] = (neuron.get_center() + radii[0] * _way(tilt))[:2]
        for j, (neuron, stood) in enumerate(zip(self.outputs, self._stood[1], strict=True)):
            lies, ahead = self.flat.beside(j, 1), 1 - (1 - tilt) ** AHEAD
            _stand(neuron, (1 - ahead) * stood + ahead * lies, radii[1])
            self.grid.targets[j] = (neuron.get_center() - (radii[1], 0, 0))[:2]
            near = (1 - tilt) * self._named[j] + tilt * self._beside(j, radii[1])
            self.names[j].move_to(neuron.get_center() + near)
        for j, square in enumerate(self.deltas):
            at = (1 - turn) * self.flat.beside(j) + turn * self.turned.over(j)
            self.put_square(square, at, self.scale_of_deltas, turn)
        return self

    def put_square(self, square: Any, at: np.ndarray, scale: Scale, turn: float) -> None:
        """Let a square of `squares` stand at a place, as large as the cells are when the grid has turned by a share."""
        square.scale_of_side = self._in_cells(scale, turn)
        square.move_to(at).set_reading(square.reading)

    def _beside(self, j: int, radius: float) -> np.ndarray:
        return np.array([radius + gap.small + float(self.names[j].width) / 2, self._named[j][1], 0])

    def _swung(self, stood: np.ndarray, tilt: float, k: int) -> np.ndarray:
        """Return where neuron k of the layer before is as the column swings into a row, about its upper end."""
        ends = self._stood[0][0], self.flat.over(0)
        far = (1 - tilt) * float(ends[0][1] - stood[1]) + tilt * k * self.flat.cell
        angle = -DOWN_TO_LEFT * (1 - tilt)
        pivot = (1 - tilt) * ends[0] + tilt * ends[1]
        return np.asarray(pivot + far * np.array([np.cos(angle), np.sin(angle), 0]))

    # --- what passes it ------------------------------------------------------------------

    def dark(self) -> None:
        """Let the outputs show nothing."""
        for neuron in self.outputs:
            neuron.show_nothing()

    def light(self, row: int, share: float) -> None:
        """Let an output light up by a share, as what it takes in arrives."""
        neuron, reading = self.outputs[row], self.trace.reading(f"a{self.hero.L}", self.hero.t, 0, self.rows[row])
        if neuron.reading is None and share > 0:
            lit = neuron.copy().set_reading(reading).get_fill_color()
            neuron.set_fill(interpolate_color(self.theme.of("dark_neuron"), lit, share), 1)
            if share == 1:
                neuron.set_reading(reading)

    def hold_deltas(self) -> None:
        """Let the deltas of the outputs stand at their sums, as parts of it."""
        self.add(self.deltas).place(1, 0)

    def make_backward(self) -> None:
        """Make what comes of the deltas in the turned grid: sums, slopes, and the deltas of the layer before."""
        l, t = self.hero.L - 1, self.hero.t
        asked, before, slopes = (
            reading.take(self.columns)
            for reading in (
                self.trace.reading(f"dC_da{l}", t, 0),
                self.trace.reading(f"delta{l}", t, 0),
                self.trace.reading(f"one/da_dz{l}"),
            )
        )
        role = "ink" if self.trace.activation(l).monotone else None
        self.handed, self.earlier = (self.squares(list(some), self.scale_of_deltas) for some in (asked, before))
        self.slopes = self.squares(list(slopes), self.scale_of_slopes, role)
        for row in range(len(self.columns)):
            self.put_square(self.handed[row], self.turned.made(row, 1), self.scale_of_deltas, 1)
            self.put_square(self.slopes[row], self.turned.made(row, 2), self.scale_of_slopes, 1)
            self.put_square(self.earlier[row], self.turned.made(row, 3), self.scale_of_deltas, 1)
        self.handed.set_opacity(0)

    def come_out(self, row: int, share: float) -> None:
        """Let the sum that a row of the turned grid makes come out of it."""
        way = self.turned.made(row, 1) - self.turned.beside(row, -1)
        self.handed[row].move_to(self.turned.beside(row, -1) + share * way).set_opacity(share)

    def multiply(self) -> Animation:
        """Let each sum and its slope become a delta of the layer before."""
        return Multiply(self.handed, self.earlier, self.turned.made(0, 3) - self.turned.made(0, 1))

    # --- verbs ---------------------------------------------------------------------------

    def lie_down(self, **kwargs: Any) -> Animation:
        """Let the fan tilt into the grid."""
        return Lie(self, (0, 0), (1, 0), **kwargs)

    def turn_over(self, **kwargs: Any) -> Animation:
        """Let the grid turn about its diagonal."""
        return Lie(self, (1, 0), (1, 1), **kwargs)

    def turn_back(self, **kwargs: Any) -> Animation:
        """Let it turn back."""
        return Lie(self, (1, 1), (1, 0), **kwargs)


class Lie(InPlace):
    """Take a picture from where two shares put it to where two others do: how far it has tilted, and turned."""

    def __init__(
        self, picture: MatrixPicture, start: tuple[float, float], end: tuple[float, float], **kwargs: Any
    ) -> None:
        self.picture, self.start, self.end = picture, np.array(start, float), np.array(end, float)
        super().__init__(picture, introducer=True, **kwargs)

    def interpolate_mobject(self, alpha: float) -> None:
        """Put all where it is at a moment."""
        share = self.rate_func(alpha)
        self.picture.place(*((1 - share) * self.start + share * self.end))


def _stand(neuron: Neuron, at: np.ndarray, radius: float) -> None:
    middle, size = neuron.get_center(), float(neuron.width) / 2
    neuron.points = at + (neuron.points - middle) * radius / size


def _way(tilt: float) -> np.ndarray:
    """Return where an edge leaves a neuron of the layer before: at its right, and at last under it."""
    angle = -np.pi / 2 * tilt
    return np.array([np.cos(angle), np.sin(angle), 0])
