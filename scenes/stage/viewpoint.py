"""The view of a stage: the camera goes nearer to a part of it, along it and back, while title and caption stay."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, log
from typing import Any

import numpy as np
from manim import Animation, AnimationGroup, Camera, Mobject, Scene
from manim.renderer.opengl_renderer import OpenGLCamera

from scenes.camera.camera import StageCamera
from scenes.camera.canvas import View
from scenes.camera.in_place import InPlace
from scenes.camera.lens import FADE
from scenes.stage.zones import Zone

SAME = 1e-6  # logarithm of the ratio of two magnifications that are one


class Viewpoint(Mobject):
    """Where a camera looks on a stage; it is no picture, and stands in no scene.

    Parameters
    ----------
    camera
        Another than ours stays where it is.
    stage
        The zone of all that moves.
    """

    def __init__(self, camera: Camera | OpenGLCamera, stage: Zone) -> None:
        super().__init__()
        self.camera = camera if isinstance(camera, StageCamera) else StageCamera()
        self.camera.band = (stage.bottom, stage.top)
        self.stage = stage

    def on(self, target: Zone | Mobject, zoom: float = inf) -> Look:
        """Return the animation that goes where a zone of the stage, or a picture, is seen as large as it fits.

        It fits into the stage, not into the frame, and nothing is seen that lies beyond the stage.

        Parameters
        ----------
        zoom
            How many times as large as at home it is seen at most.
        """
        zone = target if isinstance(target, Zone) else zone_of(target)
        room = self.stage.inset(bottom=FADE, top=FADE)
        fitting = [space / size for space, size in ((room.width, zone.width), (room.height, zone.height)) if size > 0]
        return Look(self, self._view(zone, max(1.0, min([zoom, *fitting]))))

    def back(self) -> Look:
        """Return the animation that goes back to the whole stage."""
        return Look(self, self.camera.home)

    def pin(self, *pictures: Mobject) -> None:
        """Fix pictures in the frame: wherever the camera goes, they stand where they stand, over all else."""
        self.camera.pinned.update(pictures)

    def pins(self, picture: Mobject) -> bool:
        """Say whether a picture is fixed in the frame."""
        return picture in self.camera.pinned

    def seen(self, zone: Zone) -> Zone:
        """Return where in the frame, in scene units at home, a zone of the stage is seen now."""
        home, view = self.camera.home, self.camera.view
        ends = view.pixels_of(np.array([(zone.left, zone.top), (zone.right, zone.bottom)]))
        places = (ends - (home.width / 2, home.height / 2)) / (home.per_unit, -home.per_unit) + (home.x, home.y)
        (left, top), (right, bottom) = places.tolist()
        return Zone(left, right, bottom, top)

    @property
    def zoom(self) -> float:
        """How many times as large as at home the stage is seen now."""
        return self.camera.view.per_unit / self.camera.home.per_unit

    def _view(self, zone: Zone, zoom: float) -> View:
        """Return the view in which a zone stands in the middle of the stage, as far as the stage reaches."""
        home, stage = self.camera.home, self.stage
        across, upright = home.width / home.per_unit / 2, stage.height / 2
        x = _between(zone.x, home.x, across * (1 - 1 / zoom))
        y = _between(zone.y, stage.y, upright * (1 - 1 / zoom))
        return View(home.width, home.height, x, y + (home.y - stage.y) / zoom, home.per_unit * zoom)


class Look(InPlace):
    """Takes a camera from where it is to another view, growing evenly: no part of the way is faster than another.

    Parameters
    ----------
    viewpoint
        The camera's.
    view
        What is seen at its end.
    """

    def __init__(self, viewpoint: Viewpoint, view: View, **manim: Any) -> None:
        self.viewpoint, self.view = viewpoint, view
        super().__init__(viewpoint, introducer=True, **manim)

    def _setup_scene(self, scene: Scene | None) -> None:
        """Add nothing to the scene: a viewpoint is no picture."""

    def begin(self) -> None:
        """Note where the camera is."""
        self.start = self.viewpoint.camera.view
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        """Look where the camera is at a moment."""
        self.viewpoint.camera.look(between(self.start, self.view, self.rate_func(alpha)))


def moves_the_view(animations: Sequence[Animation]) -> bool:
    """Say whether one of some animations, or of those in a group of them, moves a camera."""
    groups = (each.animations for each in animations if isinstance(each, AnimationGroup))
    return any(isinstance(each, Look) for each in animations) or any(moves_the_view(group) for group in groups)


def between(start: View, end: View, share: float) -> View:
    """Return the view on the way from one to another: it gets larger in proportion, about the one point that stays."""
    if share in (0, 1):
        return end if share else start
    ratio = log(end.per_unit / start.per_unit)
    per_unit = start.per_unit * np.exp(share * ratio)
    gone = share if abs(ratio) < SAME else (1 / start.per_unit - 1 / per_unit) / (1 / start.per_unit - 1 / end.per_unit)
    x, y = start.x + gone * (end.x - start.x), start.y + gone * (end.y - start.y)
    return View(end.width, end.height, float(x), float(y), float(per_unit))


def zone_of(picture: Mobject) -> Zone:
    """Return the zone that a picture fills."""
    points = picture.get_all_points()
    (left, bottom), (right, top) = points.min(axis=0)[:2].tolist(), points.max(axis=0)[:2].tolist()
    return Zone(left, right, bottom, top)


def _between(value: float, middle: float, reach: float) -> float:
    """Return what is nearest to a value, no farther from a middle than it reaches."""
    return min(max(value, middle - reach), middle + reach)
