"""What stands in a frame: pictures with what their painting follows from, and the pixels that they may touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import groupby
from typing import TypeGuard

from manim import Mobject, VMobject

from scenes.camera import outlines
from scenes.camera.boxes import Box, box_around
from scenes.camera.canvas import View
from scenes.camera.painted import Painted
from scenes.camera.veils import Veil, veil_over


@dataclass(frozen=True, eq=False)
class Shown:
    """Pictures that are painted together: one, or several in a row under the same veil.

    Attributes
    ----------
    signature
        What the pictures follow from; empty if that is not known, and they must be painted each time.
    opacity
        Of the veil over them; 1 if there is none.
    box
        The pixels that they may touch.
    """

    pictures: Sequence[Mobject]
    veil: Veil | None
    signature: bytes
    opacity: float
    box: Box

    @property
    def key(self) -> tuple[int, int]:
        """What tells it from others in the same frame."""
        return id(self.veil), id(self.pictures[0])

    def looks_like(self, other: Shown) -> bool:
        """Say whether the same is seen of both."""
        return self.signature == other.signature != b"" and self.opacity == other.opacity


def shown_in(pictures: Iterable[Mobject], view: View, known: dict[tuple[int, int], Shown]) -> list[Shown]:
    """Describe pictures in their order; one that is known, and looks as it did, by the same description."""
    return [_described(veil, run, view, known) for veil, run in _runs(pictures)]


def _runs(pictures: Iterable[Mobject]) -> Iterator[tuple[Veil | None, list[Mobject]]]:
    """Yield what is painted together."""
    for veil, run in groupby(pictures, veil_over):
        if veil is None:
            yield from ((None, [picture]) for picture in run)
        else:
            yield veil, list(run)


def _described(veil: Veil | None, run: list[Mobject], view: View, known: dict[tuple[int, int], Shown]) -> Shown:
    signatures = [_signature(picture) for picture in run]
    signature = b"".join(signatures) if all(signatures) else b""
    opacity = 1.0 if veil is None else veil.opacity
    before = known.get((id(veil), id(run[0])))
    if before is None or before.signature != signature or not signature:
        return Shown(run, veil, signature, opacity, reduce(Box.around, (_box(picture, view) for picture in run)))
    return before if before.opacity == opacity else replace(before, opacity=opacity)


def is_shape(picture: Mobject) -> TypeGuard[VMobject]:
    """Say whether a picture is a shape of Manim's that our camera paints itself."""
    return isinstance(picture, VMobject) and not picture.get_background_image()


def paintable(picture: Mobject) -> bool:
    """Say whether our camera paints a picture itself; the rest it leaves to Manim."""
    return isinstance(picture, Painted) or is_shape(picture)


def _signature(picture: Mobject) -> bytes:
    if isinstance(picture, Painted):
        return picture.signature()
    return outlines.signature(picture) if is_shape(picture) else b""


def _box(picture: Mobject, view: View) -> Box:
    """Return the pixels that a picture may touch: all, if it is not ours to paint."""
    if isinstance(picture, Painted):
        return box_around(view.pixels_of(picture.points), 1.0)
    return outlines.box_of(picture, view) if is_shape(picture) else view.box
