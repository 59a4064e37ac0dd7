"""How scenes join: what one leaves standing, the next takes up, so that a chapter is one picture that changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, ClassVar

from manim import Animation, Mobject

from scenes.camera.fading import FadeIn, FadeOut

# A picture that one scene leaves standing and another takes up: it is made of a scene's trace, theme and words alone.
Standing = Callable[[Any], Mobject]


class Joined:
    """A scene that may begin with the picture that another closes with.

    Attributes
    ----------
    opens_with, closes_with
        The picture that it begins with, and the one that it hands over; None for an empty stage.
    stood_before
        The picture that stands when the film comes to this scene; None for an empty stage.
    leads_on
        Whether the next scene takes over the picture that this one closes with; else the stage is cleared.
    """

    opens_with: ClassVar[Standing | None] = None
    closes_with: ClassVar[Standing | None] = None
    stood_before: Standing | None
    leads_on: bool

    @cached_property
    def stands(self) -> Any:
        """The picture that it begins with, of the kind that `opens_with` makes; None if there is none."""
        return None if type(self).opens_with is None else type(self).opens_with(self)  # type: ignore[misc]

    def hand_over(self) -> None:
        """Go from the picture of the last beat to the one that it closes with; done only if that is taken over."""

    def arrivals(self, staged: list[Mobject], untouched: bool) -> list[Animation]:
        """Return what takes the picture that stood before to the one that is on the stage; nothing if it is the same.

        Parameters
        ----------
        staged
            What is on the stage now.
        untouched
            Whether that is still what the scene begins with.
        """
        if untouched and self.stood_before is type(self).opens_with:
            return []
        before = [] if self.stood_before is None else [self.stood_before(self)]
        return [*map(FadeOut, before), *map(FadeIn, staged)]
