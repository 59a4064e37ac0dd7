"""The same picture as Manim's own camera takes: how a scene as it stands looks to both."""

from __future__ import annotations

import numpy as np
from manim import Camera, Mobject

from scenes.camera.boxes import box_around
from scenes.camera.camera import StageCamera
from scenes.camera.canvas import Canvas
from scenes.camera.cells import Cells
from scenes.camera.lens import FADE
from scenes.camera.painted import Painted

#: Steps of a pixel's 255 by which both may differ: Manim blends in steps of its own.
TOLERANCE = 16
#: Of all pixels so many may differ more.
SHARE = 0.001
#: Steps by which enlarged pictures may differ on the whole: Manim rounds the borders of their pixels.
ON_THE_WHOLE = 3


def photographed(
    mobjects: list[Mobject], background: object, camera_class: type[Camera], like: StageCamera | None = None
) -> np.ndarray:
    """Return what a camera makes of pictures, (h, w, 4) of uint8, when it looks where another does."""
    camera = camera_class(background_color=background)  # type: ignore[arg-type]
    if isinstance(camera, StageCamera):
        if like is not None:
            camera.look(like.view)
            camera.pinned, camera.band = like.pinned, like.band
        camera.capture_mobjects(mobjects)
    elif like is None or like.view == like.home:
        camera.capture_mobjects(mobjects)
    else:
        _as_seen(mobjects, camera, like)
    return camera.pixel_array.copy()


def unlike(some: list[Mobject], others: list[Mobject], background: object, like: StageCamera) -> float:
    """Return the share of pixels in which a picture seen as by a camera, and another from home, visibly differ."""
    one = photographed(some, background, StageCamera, like).astype(int)
    two = photographed(others, background, StageCamera).astype(int)
    return float((np.abs(one - two).max(axis=-1) > TOLERANCE).mean())


def _as_seen(mobjects: list[Mobject], camera: Camera, like: StageCamera) -> None:
    """Let a camera of Manim's take picture by picture: what is pinned last, and from home.

    It would enlarge the pixels of what paints itself, so that paints itself here too.
    """
    pinned = {part for whole in like.pinned for part in whole.get_family()}
    shares = _seen_of_rows(like)[:, None, None]
    pictures = camera.get_mobjects_to_display(mobjects)
    for view, some in ((like.view, set(pictures) - pinned), (like.home, pinned)):
        camera.frame_center = np.array([view.x, view.y, 0.0])
        camera.frame_width, camera.frame_height = view.width / view.per_unit, view.height / view.per_unit
        camera.pixel_array_to_cairo_context = {}
        for picture in (picture for picture in pictures if picture in some):
            before = camera.pixel_array.astype(float)
            if isinstance(picture, Painted):
                picture.paint(Canvas(camera.pixel_array, view))
            else:
                camera.capture_mobjects([picture], include_submobjects=False)
            if some is not pinned:
                camera.pixel_array[:] = np.rint(before + shares * (camera.pixel_array - before))


def _seen_of_rows(like: StageCamera) -> np.ndarray:
    """Return how much of what is not pinned is seen in each row of pixels: nothing beyond the band.

    Where the band's edge at home is no longer seen in the band, what is inside it fades, by a cubic.
    """
    home, view = like.home, like.view
    assert like.band is not None
    heights = home.y + (home.height / 2 - np.arange(home.height) - 0.5) / home.per_unit
    shares = np.ones(home.height)
    for edge, way in zip(like.band, (1, -1), strict=True):
        now = home.y + (edge - view.y) * view.per_unit / home.per_unit
        width = min(FADE, max(0.0, way * (edge - now)))
        inward = way * (heights - edge)
        share = np.clip(inward / width, 0, 1) if width > 0 else inward > 0
        shares *= 3 * share**2 - 2 * share**3
    return shares


def otherwise(mobjects: list[Mobject], background: object, like: StageCamera | None = None) -> float:
    """Return the share of pixels that our camera paints visibly otherwise than Manim's, looking where another does.

    Of pictures with large pixels all count, if they differ on the whole.
    """
    ours, manims = (photographed(mobjects, background, camera, like).astype(int) for camera in (StageCamera, Camera))
    differ = np.abs(ours - manims).max(axis=-1) > TOLERANCE
    view = (like or StageCamera()).view
    for cells in (part for mobject in mobjects for part in mobject.get_family() if isinstance(part, Cells)):
        left, top, right, bottom = box_around(view.pixels_of(cells.points), 1.0).within(view.box)
        inside = slice(top, max(top, bottom)), slice(left, max(left, right))
        if differ[inside].size:
            differ[inside] = np.abs((ours - manims)[inside].mean(axis=(0, 1))).max() > ON_THE_WHOLE
    return float(differ.mean())
