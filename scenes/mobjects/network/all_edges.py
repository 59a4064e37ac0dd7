"""Every edge between two layers in one picture, drawn once: for a beat that is about their number.

Each edge is as wide as its weight is large, on one stated scale: where that is less than a pixel it is drawn
a pixel wide and fainter in proportion, down to the faintest trace that a pixel can hold. Opacity follows too,
so that strong edges stand out of the haze. However many there are, the picture is drawn once; fading and
revealing it cost nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import cairo
import numpy as np
from manim import Animation, config

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.painted import Painted, straight
from scenes.mobjects.amounts.quantity import Quantity, Scale
from scenes.mobjects.network.edges import WIDEST

DENSEST = 0.9  # opacity of the widest edge; that of others falls with a power of their width
POWERS = (0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0)  # of which the first is taken that leaves the edges legible
CROWDED = 2.5  # how many times the edges of a layer may cover its height, opacity counted
FAINTEST = 2.02 / 255  # opacity that leaves a trace even between two pixels: each has 255 steps
INVISIBLE = 0.5 / 255  # and one that leaves none
HAZY = 16 / 255  # opacity up to which edges are a haze under the others
FEW = 30_000  # edges of a layer that all leave a trace; with more, the faintest would be a fog


@dataclass(frozen=True, eq=False)
class Strokes:
    """What is drawn, edge by edge; copies of a picture share it.

    Attributes
    ----------
    starts, ends
        (J * K, 2), in scene units.
    widths
        (J * K,), in scene units.
    alphas
        (J * K,), opacities.
    positive
        (J * K,), whether an edge has the colour of positive weights.
    colours
        Those of positive and of negative weights.
    """

    starts: np.ndarray
    ends: np.ndarray
    widths: np.ndarray
    alphas: np.ndarray
    positive: np.ndarray
    colours: tuple[np.ndarray, np.ndarray]
    _drawn: dict[tuple[int, bytes], np.ndarray] = field(default_factory=dict)

    def __deepcopy__(self, memo: dict[int, object]) -> Strokes:
        return self

    def draw(self, corners: np.ndarray) -> np.ndarray:
        """Return the picture in a rectangle, (height, width, 4) of uint8; it is drawn when first asked for."""
        key = (config.pixel_width, corners.tobytes())
        if key not in self._drawn:
            self._drawn[key] = self._draw(corners)
        return self._drawn[key]

    def _draw(self, corners: np.ndarray) -> np.ndarray:
        """Draw the edges, thin ones first so that strong ones stay on top; of very many, those that leave a trace.

        The faintest are a haze under the others: so little of a colour is no colour, so only its opacity is drawn.
        """
        per_unit = config.pixel_width / config.frame_width
        width, height = (int(n) for n in np.rint((corners[1] - corners[2])[:2] * per_unit))
        places = [((ends - corners[0][:2]) * (per_unit, -per_unit)) for ends in (self.starts, self.ends)]
        pixels = self.widths * per_unit
        alphas = self.alphas * np.minimum(pixels, 1.0)
        if len(alphas) <= FEW:
            alphas = np.maximum(alphas, FAINTEST)
        lines = np.column_stack([alphas, np.maximum(pixels, 1.0), *places])
        order = np.argsort(pixels, kind="stable")
        haze = np.zeros((2, height, width))
        for sign, mine in enumerate((self.positive, ~self.positive)):
            surface = cairo.ImageSurface(cairo.FORMAT_A8, width, height)
            some = order[mine[order] & (alphas[order] > INVISIBLE) & (alphas[order] <= HAZY)]
            _stroke(surface, np.zeros((len(some), 3)), lines[some])
            rows = np.frombuffer(surface.get_data(), dtype=np.uint8).reshape(height, surface.get_stride())
            haze[sign] = rows[:, :width] / 255
        surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, width, height)
        some = order[alphas[order] > HAZY]
        _stroke(surface, np.where(self.positive[some, None], *self.colours), lines[some])
        return _over(straight(surface), haze, self.colours)


def _stroke(surface: cairo.ImageSurface, colours: np.ndarray, lines: np.ndarray) -> None:
    """Draw lines, (n, 6): opacity, width and both ends, in pixels."""
    pen = cairo.Context(surface)
    for (red, green, blue), (alpha, wide, *ends) in zip(colours.tolist(), lines.tolist(), strict=True):
        pen.set_source_rgba(red, green, blue, alpha)
        pen.set_line_width(wide)
        pen.move_to(ends[0], ends[1])
        pen.line_to(ends[2], ends[3])
        pen.stroke()


def _over(picture: np.ndarray, haze: np.ndarray, colours: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """Return a picture, (height, width, 4) of uint8, over a haze: the opacities, (2, height, width), of two colours."""
    alpha = picture[..., 3:] / 255
    under = (1 - (1 - haze[0]) * (1 - haze[1]))[..., None] * (1 - alpha)
    share = (haze[0] / np.maximum(haze.sum(axis=0), 1e-9))[..., None]
    mixed = share * colours[0] + (1 - share) * colours[1]
    total = alpha + under
    rgb = (picture[..., :3] / 255 * alpha + mixed * under) / np.maximum(total, 1e-9)
    return np.asarray(np.rint(255 * np.concatenate([rgb, total], axis=-1)).clip(0, 255).astype(np.uint8))


class AllEdges(Painted, Quantity):
    """All weights between two layers.

    Parameters
    ----------
    weights
        A reading of shape (J, K): ``w_jk`` leads from source k to target j.
    starts, ends
        Points that broadcast to (J, K, 3): where each edge starts and ends.
    scale
        Width for value: one for all layers.
    theme
        Gives the colours of the signs.
    power
        How steeply opacity falls with the size of a weight.

    Attributes
    ----------
    shown_to
        0 to 1: how far the picture is revealed, from left to right.
    """

    def __init__(
        self,
        weights: Reading,
        starts: np.ndarray,
        ends: np.ndarray,
        scale: Scale,
        theme: Theme,
        power: float = POWERS[0],
    ) -> None:
        self.reading, self.scale_of_width = weights, scale
        value = np.asarray(weights.value, dtype=float)
        self.shape = value.shape
        sizes, ways = np.abs(value).ravel(), (*self.shape, 2)
        self.strokes = Strokes(
            np.broadcast_to(starts[..., :2], ways).reshape(-1, 2),
            np.broadcast_to(ends[..., :2], ways).reshape(-1, 2),
            sizes * scale.unit,
            _opacity(sizes, scale, power),
            value.ravel() >= 0,
            (np.asarray(theme.of("edge_up").to_rgb()), np.asarray(theme.of("edge_down").to_rgb())),
        )
        self.rounding = 1e-9 * scale.longest
        self.shown_to = 1.0
        super().__init__()

    def draw_forward(self, **kwargs: Any) -> Animation:
        """Draw all edges from left to right."""
        return _Reveal(self, **kwargs)

    def end_points(self, j: int, k: int) -> tuple[np.ndarray, np.ndarray]:
        """Return where edge ``w_jk`` starts and ends."""
        at = j * self.shape[1] + k
        return np.array([*self.strokes.starts[at], 0.0]), np.array([*self.strokes.ends[at], 0.0])

    def shown(self) -> np.ndarray:
        """Return the weights as drawn, (J, K): size by the width, sign by the colour."""
        sizes = self.strokes.widths / self.scale_of_width.unit
        return np.where(self.strokes.positive, sizes, -sizes).reshape(self.shape)

    # --- what manim asks of a picture ---------------------------------------------------

    def extent(self) -> tuple[np.ndarray, float]:
        """Return the ends of all edges, and room for the widest."""
        return np.concatenate([self.strokes.starts, self.strokes.ends]), WIDEST

    def get_pixel_array(self) -> np.ndarray:
        """Return the picture as it is seen now, (height, width, 4) of uint8."""
        whole = self.strokes.draw(self._home)
        if self.opacity == 1.0 and self.shown_to == 1.0:
            return whole
        seen = whole.copy()
        seen[..., 3] = np.rint(whole[..., 3] * self.opacity)
        seen[:, round(self.shown_to * seen.shape[1]) :, 3] = 0
        return seen


def legible_power(layers: Iterable[Reading], scale: Scale, height: float) -> float:
    """Return how steeply opacity must fall with size so that even the densest of some layers can be looked through."""
    sizes = [np.abs(np.asarray(layer.value)).ravel() for layer in layers]

    def covered(power: float) -> float:
        return max(float((_opacity(size, scale, power) * size).sum()) * scale.unit / height for size in sizes)

    return next((power for power in POWERS if covered(power) <= CROWDED), POWERS[-1])


def _opacity(sizes: np.ndarray, scale: Scale, power: float) -> np.ndarray:
    """Return the opacity of edges, from the sizes of their weights."""
    return np.asarray(DENSEST * np.minimum(sizes / scale.longest, 1.0) ** power)


class _Reveal(Animation):
    """Reveal the edges from left to right."""

    def __init__(self, edges: AllEdges, **kwargs: Any) -> None:
        edges.shown_to = 0.0
        self._edges = edges
        super().__init__(edges, introducer=True, **kwargs)

    def interpolate_mobject(self, alpha: float) -> None:
        self._edges.shown_to = self.rate_func(alpha)
