"""Veils: pictures that fade lie under one, and are painted once, on a layer, as long as they do nothing else."""

from __future__ import annotations

from collections.abc import Callable

from manim import Mobject

from scenes.camera.boxes import Box
from scenes.camera.canvas import Canvas, Layer, View


class Veil:
    """What lies over some pictures while they fade.

    Attributes
    ----------
    opacity
        How opaque the pictures are under it, 0 to 1.
    """

    def __init__(self, opacity: float) -> None:
        self.opacity = opacity
        self._kept: dict[int, tuple[bytes, View, Layer]] = {}

    def __deepcopy__(self, memo: dict[int, object]) -> Veil:
        return self

    def layer(self, key: int, signature: bytes, view: View, box: Box, paint: Callable[[Canvas], None]) -> Layer:
        """Return a layer with pictures under the veil, which is painted anew only if they changed.

        Parameters
        ----------
        key
            Tells these from others under the same veil.
        signature
            What the pictures follow from.
        box
            The pixels that they may touch.
        paint
            Paints them.
        """
        kept = self._kept.get(key)
        if kept is None or kept[:2] != (signature, view):
            kept = self._kept[key] = (signature, view, Layer(view, box))
            paint(kept[2])
        return kept[2]


def veil_over(picture: Mobject) -> Veil | None:
    """Return the veil that lies over a picture now, if one does."""
    veil: Veil | None = picture.__dict__.get("veil")
    return veil


def lay_veil(picture: Mobject, veil: Veil | None) -> None:
    """Lay a veil over a picture, or take the one away that lies there."""
    picture.__dict__["veil"] = veil
