"""Fading: pictures come and go as a whole, as if a veil were drawn from them and over them.

Manim fades each shape by itself, so that what lies behind another shines through, and works out every shape anew in
each frame. Under a veil the pictures stay as they are: our camera paints them once, and lays that over the frame.
"""

from __future__ import annotations

from typing import Any

from manim import FadeIn as ShapesFadeIn
from manim import FadeOut as ShapesFadeOut
from manim import Group, Mobject, Scene

from scenes.camera.in_place import InPlace
from scenes.camera.shown import paintable
from scenes.camera.veils import Veil, lay_veil, veil_over


class Fade(InPlace):
    """Draws a veil over pictures, or from them.

    Parameters
    ----------
    start, end
        How opaque the pictures are at its beginning and at its end, 0 to 1. If that is between the two, the veil
        stays, until another one is drawn.
    """

    def __init__(self, *mobjects: Mobject, start: float, end: float, **kwargs: Any) -> None:
        self._start, self._end = start, end
        super().__init__(mobjects[0] if len(mobjects) == 1 else Group(*mobjects), **kwargs)

    def begin(self) -> None:
        """Lay the veil."""
        self.veil = Veil(self._start)
        for picture in self._pictures():
            lay_veil(picture, self.veil)
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        """Draw the veil."""
        share = self.rate_func(alpha)
        self.veil.opacity = (1 - share) * self._start + share * self._end

    def clean_up_from_scene(self, scene: Scene) -> None:
        """Take the veil away, unless it is to stay half drawn."""
        super().clean_up_from_scene(scene)
        if 0 < self._end < 1:
            return
        for picture in self._pictures():
            if veil_over(picture) is self.veil:
                lay_veil(picture, None)

    def _pictures(self) -> list[Any]:
        return list(self.mobject.family_members_with_points())


class FadeIn(Fade):
    """Lets pictures appear.

    Parameters
    ----------
    mobjects
        The pictures; they appear together.
    kwargs
        As for Manim's: with `shift`, `scale` or `target_position` they move too, and Manim's way is used, as it is
        for pictures that our camera leaves to Manim.
    """

    def __new__(cls, *mobjects: Mobject, **kwargs: Any) -> Any:
        """Return the animation that does it, ours or Manim's."""
        return super().__new__(cls) if _as_a_whole(mobjects, kwargs) else ShapesFadeIn(*mobjects, **kwargs)

    def __init__(self, *mobjects: Mobject, **kwargs: Any) -> None:
        super().__init__(*mobjects, start=0.0, end=1.0, introducer=True, **kwargs)


class FadeOut(Fade):
    """Lets pictures go; the parameters are those of `FadeIn`."""

    def __new__(cls, *mobjects: Mobject, **kwargs: Any) -> Any:
        """Return the animation that does it, ours or Manim's."""
        return super().__new__(cls) if _as_a_whole(mobjects, kwargs) else ShapesFadeOut(*mobjects, **kwargs)

    def __init__(self, *mobjects: Mobject, **kwargs: Any) -> None:
        super().__init__(*mobjects, start=1.0, end=0.0, remover=True, **kwargs)


def _as_a_whole(mobjects: tuple[Mobject, ...], kwargs: dict[str, Any]) -> bool:
    moving = kwargs.keys() & {"shift", "scale", "target_position", "lag_ratio"}
    return not moving and all(paintable(p) for m in mobjects for p in m.family_members_with_points())
