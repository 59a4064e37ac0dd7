"""Every edge between two layers in one picture, drawn once: for a beat that is about their number.

Each edge is as wide as its weight is large, on one stated scale: where that is less than a pixel it is drawn
a pixel wide and fainter in proportion, down to the faintest trace that a pixel can hold; one of exactly 0 is not drawn.
Opacity follows too, so that strong edges stand out of the haze. However many there are, the picture is drawn once;
fading and revealing it cost nothing more. Other weights can be shown in the same places, each time for the price of
drawing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from netsim import Reading
from scenes.camera.boxes import box_around
from scenes.camera.canvas import Canvas, Layer, View
from scenes.camera.painted import Painted
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity, Scale
from scenes.mobjects.network.edges import WHOLE, WIDEST, Drawn

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
    _layers: dict[tuple[View, bytes], Layer] = field(default_factory=dict)

    def __deepcopy__(self, memo: dict[int, object]) -> Strokes:
        return self

    def layer(self, picture: Painted, view: View) -> Layer:
        """Return the layer on which all edges are painted where a picture stands now; the last two are kept."""
        key = (view, picture.points.tobytes())
        if key not in self._layers:
            while len(self._layers) > 1:
                del self._layers[next(iter(self._layers))]
            place = box_around(view.pixels_of(picture.points), 1.0).within(view.box)
            self._layers[key] = Layer(view, place)
            self._paint(self._layers[key], picture)
        return self._layers[key]

    def _paint(self, canvas: Canvas, picture: Painted) -> None:
        """Paint the edges, thin ones first so that strong ones stay on top; of very many, those that leave a trace.

        The faintest are a haze under the others.
        """
        starts, ends = picture.place(self.starts), picture.place(self.ends)
        pixel = 1.0 / canvas.view.per_unit
        widths = picture.magnification * self.widths
        alphas = self.alphas * np.minimum(widths / pixel, 1.0)
        if len(alphas) <= FEW:
            alphas = np.where(self.widths > 0, np.maximum(alphas, FAINTEST), 0.0)
        widths = np.maximum(widths, pixel)
        haze = (alphas > INVISIBLE) & (alphas <= HAZY)
        colours = np.array(self.colours)
        canvas.haze(starts[haze], ends[haze], widths[haze], self.positive[haze], colours, alphas[haze])
        order = np.argsort(self.widths, kind="stable")
        some = order[alphas[order] > HAZY]
        chosen = np.where(self.positive[some, None], *self.colours)
        canvas.lines(starts[some], ends[some], widths[some], chosen, alphas[some])


class AllEdges(Drawn, Quantity):
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
    grey
        Whether signs have no colours: where changes are spoken of, these have them.

    Attributes
    ----------
    span
        (2,), 0 to 1: which part of the picture is revealed, from its left end (0) to its right one (1).
    """

    states = ("opacity", "span")

    def __init__(
        self,
        weights: Reading,
        starts: np.ndarray,
        ends: np.ndarray,
        scale: Scale,
        theme: Theme,
        power: float = POWERS[0],
        grey: bool = False,
    ) -> None:
        self.scale_of_width, self.power, self.shape, self.signless = scale, power, np.shape(weights.value), grey
        self._starts, self._ends = (
            np.broadcast_to(p[..., :2], (*self.shape, 2)).reshape(-1, 2) for p in (starts, ends)
        )
        up, down = ("dim", "dim") if grey else ("edge_up", "edge_down")
        self._colours = (np.asarray(theme.of(up).to_rgb()), np.asarray(theme.of(down).to_rgb()))
        self.set_weights(weights)
        self.rounding = 1e-9 * scale.longest
        self.span = WHOLE
        super().__init__()

    def set_weights(self, weights: Reading) -> AllEdges:
        """Show other weights, of the same shape, in the same places and on the same scale."""
        value = np.asarray(weights.value, dtype=float).ravel()
        sizes, scale = np.abs(value), self.scale_of_width
        alphas = _opacity(sizes, scale, self.power)
        self.reading = weights
        self.strokes = Strokes(self._starts, self._ends, sizes * scale.unit, alphas, value >= 0, self._colours)
        return self

    def end_points(self, j: int, k: int) -> tuple[np.ndarray, np.ndarray]:
        """Return where edge ``w_jk`` starts and ends."""
        at = j * self.shape[1] + k
        return np.array([*self.strokes.starts[at], 0.0]), np.array([*self.strokes.ends[at], 0.0])

    def shown(self) -> np.ndarray:
        """Return the weights as drawn, (J, K): size by the width, sign by the colour, unless grey."""
        sizes = self.strokes.widths / self.scale_of_width.unit
        return np.where(self.strokes.positive | self.signless, sizes, -sizes).reshape(self.shape)

    # --- what the camera asks of a picture ----------------------------------------------

    def signature(self) -> bytes:
        """Return what the painting follows from: the weights too."""
        return super().signature() + self.strokes.widths.tobytes() + self.strokes.positive.tobytes()

    def extent(self) -> tuple[np.ndarray, float]:
        """Return the ends of all edges, and room for the widest."""
        return np.concatenate([self.strokes.starts, self.strokes.ends]), WIDEST

    def paint(self, canvas: Canvas) -> None:
        """Paint what is seen of the edges now."""
        whole = box_around(canvas.view.pixels_of(self.points), 1.0)
        first, last = (whole.left + round(share * (whole.right - whole.left)) for share in self.span)
        canvas.lay(self.strokes.layer(self, canvas.view), self.opacity, (first, last))


def legible_power(layers: Iterable[Reading], scale: Scale, height: float) -> float:
    """Return how steeply opacity must fall with size so that even the densest of some layers can be looked through."""
    sizes = [np.abs(np.asarray(layer.value)).ravel() for layer in layers]

    def covered(power: float) -> float:
        return max(float((_opacity(size, scale, power) * size).sum()) * scale.unit / height for size in sizes)

    return next((power for power in POWERS if covered(power) <= CROWDED), POWERS[-1])


def _opacity(sizes: np.ndarray, scale: Scale, power: float) -> np.ndarray:
    """Return the opacity of edges, from the sizes of their weights."""
    return np.asarray(DENSEST * np.minimum(sizes / scale.longest, 1.0) ** power)
