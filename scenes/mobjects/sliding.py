"""Sliding: a picture goes elsewhere as it is, with all its parts."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import Mobject

from scenes.camera.in_place import InPlace


class Slide(InPlace):
    """Moves a picture by a way; nothing of it is copied, so that pictures of a trace can be as large as they are.

    Parameters
    ----------
    way
        From where it stands, in scene units.
    """

    def __init__(self, picture: Mobject, way: np.ndarray, **kwargs: Any) -> None:
        self._way = np.asarray(way, dtype=float)
        super().__init__(picture, introducer=True, **kwargs)

    def begin(self) -> None:
        """Note where each part stands."""
        self._starts = [(part, part.points.copy()) for part in self.mobject.family_members_with_points()]
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        """Put each part as far along the way as the time has come."""
        gone = self.rate_func(alpha) * self._way
        for part, points in self._starts:
            part.points = points + gone
