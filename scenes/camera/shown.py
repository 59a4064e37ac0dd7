"""What stands in a frame: pictures with what their painting follows from, and the pixels that they may touch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import groupby
from typing import TypeGuard

from manim import Mobject, VMobject

from scenes.camera import outlines
from scenes.camera.boxes import Box, box_around
from scenes.camera.canvas import View
from scenes.camera.lens import Lens
from scenes.camera.painted import Painted
from scenes.camera.veils import Veil, veil_over


@dataclass(frozen=True, eq=False)
class Shown:
    """Pictures that are painted together: one, or several in a row under the same veil.

    Attributes
    ----------
    lens
        How they are seen.
    signature
        What the pictures follow from; empty if that is not known, and they must be painted each time.
    opacity
        Of the veil over them; 1 if there is none.
    box
        The pixels that they may touch; some, all in the window of the lens.
    """

    pictures: Sequence[Mobject]
    lens: Lens
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
        same = self.opacity == other.opacity and self.lens == other.lens
        return same and self.signature == other.signature != b""


Through = Callable[[Mobject], Lens]


def shown_in(pictures: Iterable[Mobject], through: Through, known: dict[tuple[int, int], Shown]) -> list[Shown]:
    """Describe the pictures that are seen, in their order.

    Parameters
    ----------
    through
        Says through which lens a picture is seen.
    known
        Descriptions by their key: one that is known, and looks as it did, is given again.
    """
    described = (_described(veil, lens, run, known) for veil, lens, run in _runs(pictures, through))
    return [shown for shown in described if shown.box.area]


def _runs(pictures: Iterable[Mobject], through: Through) -> Iterator[tuple[Veil | None, Lens, list[Mobject]]]:
    """Yield what is painted together."""
    for (veil, lens), run in groupby(pictures, lambda picture: (veil_over(picture), through(picture))):
        if veil is None:
            yield from ((None, lens, [picture]) for picture in run)
        else:
            yield veil, lens, list(run)


def _described(veil: Veil | None, lens: Lens, run: list[Mobject], known: dict[tuple[int, int], Shown]) -> Shown:
    signatures = [_signature(picture) for picture in run]
    signature = b"".join(signatures) if all(signatures) else b""
    opacity = 1.0 if veil is None else veil.opacity
    before = known.get((id(veil), id(run[0])))
    if before is None or before.lens != lens or before.signature != signature or not signature:
        box = reduce(Box.around, (_box(picture, lens.view) for picture in run)).within(lens.window)
        return Shown(run, lens, veil, signature, opacity, box)
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
