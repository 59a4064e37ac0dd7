"""Our renderer: Manim's, with our camera, which paints only where a frame changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from manim import Mobject, Scene
from manim.renderer.cairo_renderer import CairoRenderer
from manim.utils.iterables import list_update

from scenes.camera.boxes import Box
from scenes.camera.camera import StageCamera


class StageRenderer(CairoRenderer):
    """Renders a scene frame by frame.

    Attributes
    ----------
    changed
        The boxes in which the newest frame may differ from the one that was last written.
    """

    camera: StageCamera

    def __init__(self, **manim: Any) -> None:
        super().__init__(camera_class=StageCamera, **manim)
        self.changed: list[Box] = []

    def save_static_frame_data(self, scene: Scene, static_mobjects: Iterable[Mobject]) -> np.ndarray | None:
        """Paint what rests during an animation."""
        self.camera.rest(static_mobjects)
        return None

    def update_frame(self, scene: Scene, mobjects: Iterable[Mobject] | None = None, *_: Any, **__: Any) -> None:
        """Make the frame in which these pictures stand over those that rest; all of the scene's, if none are given."""
        if mobjects is None:
            self.camera.rest([])
            mobjects = list_update(scene.mobjects, scene.foreground_mobjects)
        self.changed += self.camera.show(mobjects)
