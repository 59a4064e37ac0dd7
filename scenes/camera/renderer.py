"""Our renderer: Manim's, with our camera; it hands frames over without copies, and tells where they changed."""

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
    """Renders a scene frame by frame; while animations are skipped it paints none, where Manim's paints one each.

    Its file writer's `write_frame` takes the frame itself, which changes as soon as it returns, how often it is
    repeated, and `changed`: the boxes in which it may differ from the one that was written before it.
    """

    camera: StageCamera

    def __init__(self, **manim: Any) -> None:
        super().__init__(camera_class=StageCamera, **manim)
        self._changed: list[Box] = []

    def save_static_frame_data(self, scene: Scene, static_mobjects: Iterable[Mobject]) -> np.ndarray | None:
        """Paint what rests in an animation; our camera keeps it."""
        if not self.skip_animations:
            self.camera.rest(static_mobjects)
        return None

    def update_frame(self, scene: Scene, mobjects: Iterable[Mobject] | None = None, *_: Any, **__: Any) -> None:
        """Make the frame in which these pictures stand over those that rest; all of the scene's, if none are given."""
        if self.skip_animations:
            return
        if mobjects is None:
            self.camera.rest([])
            mobjects = list_update(scene.mobjects, scene.foreground_mobjects)
        self._changed += self.camera.show(mobjects)

    def get_frame(self) -> np.ndarray:
        """Return the frame, (h, w, 4) of uint8: the camera's own array."""
        return self.camera.pixel_array

    def add_frame(self, frame: np.ndarray, num_frames: int = 1) -> None:
        """Write a frame, shown so many times."""
        if not self.skip_animations:
            self.time += num_frames / self.camera.frame_rate
            self.file_writer.write_frame(frame, repeat=num_frames, changed=self._changed)
            self._changed = []

    def freeze_current_frame(self, duration: float) -> None:
        """Write the frame for as long as a rest lasts, unless that is skipped."""
        if not self.skip_animations:
            super().freeze_current_frame(duration)
