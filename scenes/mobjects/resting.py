"""Resting: what is not spoken of steps back for a while, and comes to the front again as it was."""

from __future__ import annotations

from typing import Any

from manim import Mobject

from scenes.look.measures import level


def rest(mobject: Mobject, to: float = level.rest) -> Any:
    """Return the animation that lets something step back to a part of its opacity."""
    return mobject.animate.fade(1 - to)


def wake(mobject: Mobject, of: float = level.rest) -> Any:
    """Return the animation that brings something back that rests at a part of its opacity."""
    return mobject.animate.fade(1 - 1 / of)
