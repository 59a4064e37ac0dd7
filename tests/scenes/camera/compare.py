"""The same picture as Manim's own camera takes: how a scene as it stands looks to both."""

from __future__ import annotations

import numpy as np
from manim import Camera, Mobject

from scenes.camera.boxes import box_around
from scenes.camera.camera import StageCamera
from scenes.camera.cells import Cells

#: Steps of a pixel's 255 by which both may differ: Manim blends in steps of its own.
TOLERANCE = 16
#: Of all pixels so many may differ more.
SHARE = 0.001
#: Steps by which enlarged pictures may differ on the whole: Manim rounds the borders of their pixels.
ON_THE_WHOLE = 3


def photographed(mobjects: list[Mobject], background: object, camera_class: type[Camera]) -> np.ndarray:
    """Return what a camera makes of pictures, (h, w, 4) of uint8."""
    camera = camera_class(background_color=background)  # type: ignore[arg-type]
    camera.capture_mobjects(mobjects)
    return camera.pixel_array.copy()


def unlike(some: list[Mobject], others: list[Mobject], background: object) -> float:
    """Return the share of pixels in which two pictures visibly differ."""
    one, two = (photographed(mobjects, background, StageCamera).astype(int) for mobjects in (some, others))
    return float((np.abs(one - two).max(axis=-1) > TOLERANCE).mean())


def otherwise(mobjects: list[Mobject], background: object) -> float:
    """Return the share of pixels that our camera paints visibly otherwise than Manim's.

    Of pictures with large pixels all count, if they differ on the whole.
    """
    ours, manims = (photographed(mobjects, background, camera).astype(int) for camera in (StageCamera, Camera))
    differ = np.abs(ours - manims).max(axis=-1) > TOLERANCE
    view = StageCamera().view
    for cells in (part for mobject in mobjects for part in mobject.get_family() if isinstance(part, Cells)):
        left, top, right, bottom = box_around(view.pixels_of(cells.points), 1.0).within(view.box)
        inside = slice(top, bottom), slice(left, right)
        differ[inside] = np.abs((ours - manims)[inside].mean(axis=(0, 1))).max() > ON_THE_WHOLE
    return float(differ.mean())
