"""All edges of a layer pair as one picture, each with its own colour, width and opacity.

Colour is the sign of the weight, width its size on one stated scale.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from manim import RIGHT, Animation, VGroup, linear

from netsim import Reading
from scenes.camera.canvas import Canvas
from scenes.camera.painted import Painted
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity, Scale
from scenes.mobjects.type.formula import scale_note
from scenes.mobjects.type.typeset import Words
from scenes.words.messages import Messages

HAIRLINE = 0.006  # scene units: thinner lines would vanish, so they are drawn this wide
SPOKEN = 1.6  # level of the edges that are spoken of
GLOW, SHINE = 0.3, 3.0  # share of an edge that shines as something passes along it, and how many times its opacity
FAINT = 0.12  # opacity that is added, so that even the faintest is seen to shine
PARTS = 6  # of what shines: brightest in its middle, fading to its ends
INVISIBLE = 1 / 255  # opacity that leaves no trace
NO_GLOW = np.zeros(2)
WIDEST = 0.028  # scene units of the largest weight in a comparison
WHOLE = np.array([0.0, 1.0])  # the part of an edge that is all of it


def edge_legend(scale: Scale, theme: Theme, words: Messages, baseline: float = 0.0) -> VGroup:
    """Return the line that says what the edges' colours and widths mean, standing on a height."""
    signs = Words(words.say("edges", {}, "signs"), theme, size="small", role="dim").stand_on(baseline)
    width = scale_note(scale, theme, words.say("edges", {}, "widest"))
    width.next_to(signs, RIGHT, buff=0.14).stand_on(signs.baseline)
    return VGroup(signs, width)


class Drawn(Painted):
    """Edges that can be drawn from one end to the other.

    Attributes
    ----------
    span
        (2,), 0 to 1: which part is drawn, from the sources on the left (0) to the targets on the right (1).
    """

    span: np.ndarray

    def draw_forward(self, **kwargs: Any) -> Animation:
        """Draw all edges from left to right."""
        return _Reveal(self, 0.0, **kwargs)

    def draw_backward(self, **kwargs: Any) -> Animation:
        """Draw all edges from right to left: backward is always right to left."""
        return _Reveal(self, 1.0, **kwargs)


class Edges(Drawn, Quantity):
    """The weights between two columns of points.

    Parameters
    ----------
    weights
        A reading of shape (J, K): ``w_jk`` leads from source k to target j.
    starts, ends
        Points that broadcast to (J, K, 3): where each edge starts (right side of the source) and
        ends (left side of the target).
    scale
        Width for value; its ``longest`` is what the widest line stands for.
    theme
        Gives the colours of the signs.
    grey
        Whether signs have no colours: where changes are spoken of, these have them.

    Attributes
    ----------
    level
        (J, K): how visible each edge is now; 0 hides it, 1 is as drawn, more lets it stand out.
    span
        (2,), 0 to 1: which part of every edge is drawn, from source (0) to target (1).
    glow
        (2,), the same way: which part of every edge shines, as something passes along it.
    """

    states = ("level", "span", "glow", "opacity")

    def __init__(
        self,
        weights: Reading,
        starts: np.ndarray,
        ends: np.ndarray,
        scale: Scale,
        theme: Theme,
        grey: bool = False,
    ) -> None:
        self.scale_of_width, self.signless = scale, grey
        roles = ("dim", "dim") if grey else ("edge_up", "edge_down")
        self._signs = np.array([theme.of(role).to_rgb() for role in roles])
        self._light = np.array(theme.of("ink").to_rgb()) if grey else None
        self.set_weights(weights)
        places = (*self.value.shape, 3)
        self.starts, self.ends = np.broadcast_to(starts, places), np.broadcast_to(ends, places)
        self.level = np.ones_like(self.value)
        self.span, self.glow = WHOLE, NO_GLOW
        super().__init__()

    # --- verbs --------------------------------------------------------------------------

    def set_weights(self, weights: Reading, scale: Scale | None = None) -> Edges:
        """Show other weights, of the same shape, in the same places, and on the same scale unless another is given."""
        scale = self.scale_of_width = scale or self.scale_of_width
        self.reading, self.value = weights, np.atleast_2d(np.asarray(weights.value, dtype=float))
        sizes = np.abs(self.value)
        self.widths = np.maximum(sizes * scale.unit, HAIRLINE)
        self.alphas = 0.12 + 0.7 * np.minimum(sizes / scale.longest, 1.0) ** 1.5
        self.colours = self._signs[(self.value < 0).astype(int)]
        self._thin_first = np.argsort(sizes, axis=None)
        return self

    def pass_forward(self, **kwargs: Any) -> Animation:
        """Let a shine pass along all edges from left to right; they stay as they are."""
        return _Glow(self, -GLOW, 1.0, **kwargs)

    def pass_backward(self, **kwargs: Any) -> Animation:
        """Let a shine pass along all edges from right to left; they stay as they are."""
        return _Glow(self, 1.0, -GLOW, **kwargs)

    def set_level(self, level: np.ndarray | float) -> Edges:
        """Set how visible edges are: one value, or one each of shape (J, K)."""
        self.level = np.broadcast_to(np.asarray(level, dtype=float), self.value.shape).copy()
        return self

    def lay(self, starts: np.ndarray, ends: np.ndarray) -> Edges:
        """Let the edges lead from other points to others, each (J, K, 3)."""
        self.starts, self.ends = starts, ends
        return self.reset_points()

    def only_to(self, j: int, rest: float = 0.0) -> np.ndarray:
        """Return the level that lets the edges into target j stand out, the others at ``rest``."""
        level = np.full(self.value.shape, rest)
        level[j] = SPOKEN
        return level

    def end_points(self, j: int, k: int) -> tuple[np.ndarray, np.ndarray]:
        """Return where edge ``w_jk`` starts and ends now."""
        return self.place(self.starts[j, k]), self.place(self.ends[j, k])

    def shown(self) -> np.ndarray:
        """Return the weights as drawn, width by the scale and sign by colour, unless grey; NaN for hairlines."""
        positive = np.all(self.colours == self._signs[0], axis=-1)
        size = self.widths / self.scale_of_width.unit
        signed = size if self.signless else np.where(positive, size, -size)
        return np.where(self.widths > HAIRLINE, signed, np.nan)

    # --- what the camera asks of a picture ----------------------------------------------

    def signature(self) -> bytes:
        """Return what the painting follows from: the weights too."""
        return super().signature() + self.value.tobytes()

    def extent(self) -> tuple[np.ndarray, float]:
        """Return the ends of all edges, and room for the widest."""
        room = max(WIDEST, float(self.widths.max()) / 2)
        return np.concatenate([self.starts, self.ends]).reshape(-1, 3), room

    def paint(self, canvas: Canvas) -> None:
        """Paint every visible edge, thin ones first so that strong ones stay on top; then what shines of them."""
        alphas = (np.minimum(1.0, self.alphas * self.level) * self.opacity).ravel()
        colours, shining = self.colours.reshape(-1, 3), np.minimum(1.0, FAINT + SHINE * alphas) * (alphas > INVISIBLE)
        self._paint_part(canvas, alphas, colours, *self.span)
        light = colours if self._light is None else np.broadcast_to(self._light, colours.shape)
        ends = np.clip(np.linspace(self.glow[0], self.glow[1], PARTS + 1), 0.0, 1.0)
        for i, (first, last) in enumerate(pairwise(ends)):
            self._paint_part(canvas, np.sin(np.pi * (i + 0.5) / PARTS) * shining, light, first, last)

    def _paint_part(self, canvas: Canvas, alphas: np.ndarray, colours: np.ndarray, first: float, last: float) -> None:
        """Paint a part of every edge, from one share of its length to another."""
        if last <= first:
            return
        some = self._thin_first[alphas[self._thin_first] > INVISIBLE]
        starts, ends = (self.place(points.reshape(-1, 3)[some]) for points in (self.starts, self.ends))
        way, widths = ends - starts, self.magnification * self.widths.ravel()[some]
        canvas.lines(starts + first * way, starts + last * way, widths, colours[some], alphas[some])


class _Reveal(Animation):
    """Draw edges from one end, 0 or 1, to the other."""

    def __init__(self, edges: Drawn, end: float, **kwargs: Any) -> None:
        self._edges, self._start = edges, np.array([end, end])
        edges.span = self._start
        super().__init__(edges, introducer=True, **kwargs)

    def interpolate_mobject(self, alpha: float) -> None:
        share = self.rate_func(alpha)
        self._edges.span = (1 - share) * self._start + share * WHOLE


class _Glow(Animation):
    """Let a shine pass along the edges, from one end to the other."""

    def __init__(self, edges: Edges, start: float, end: float, **kwargs: Any) -> None:
        self._start, self._end, self._edges = start, end, edges
        super().__init__(edges, rate_func=linear, **kwargs)

    def interpolate_mobject(self, alpha: float) -> None:
        at = (1 - alpha) * self._start + alpha * self._end
        self._edges.glow = np.array([at, at + GLOW]) if 0 < alpha < 1 else NO_GLOW
