"""Moves that change a picture in place."""

from __future__ import annotations

from typing import Any

from manim import Animation


class InPlace(Animation):
    """A move of which each moment is worked out anew: the picture is not copied, for nothing asks what it was."""

    def create_starting_mobject(self) -> Any:
        """Return the picture itself."""
        return self.mobject
