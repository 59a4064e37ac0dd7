"""The verbs of scenes: a change and a rest, arriving and leaving, and where the camera looks."""

from __future__ import annotations

from math import inf
from typing import Any

from manim import Animation, Group, Mobject
from manim.mobject.mobject import _AnimationBuilder

from scenes.camera.fading import FadeIn, FadeOut
from scenes.mobjects.resting import rest, wake
from scenes.stage.formats import WIDE, Format
from scenes.stage.stepping import Stepping
from scenes.stage.viewpoint import Viewpoint
from scenes.stage.zones import Zone

# What manim can play: an animation, or what `mobject.animate` returns.
Play = Animation | Mobject | _AnimationBuilder


class Verbs(Stepping):
    """A scene that keeps its theme's time.

    Attributes
    ----------
    format
        The frame's extent.
    theme
        The look, and how long things last.
    viewpoint
        Where the camera looks: its `on` and `back` are animations, to be played with others.
    """

    format: Format = WIDE
    viewpoint: Viewpoint

    @property
    def stage(self) -> Zone:
        """The zone of all that moves: scenes divide it, and put their pictures in its parts."""
        return self.format.stage

    def move(self, *animations: Play, time: str = "move", still: bool = True) -> None:
        """Play one change, if there is one, then rest: every move is followed by a still.

        Parameters
        ----------
        time
            ``fade``, ``move`` or ``slow``: the theme's duration.
        still
            Whether to rest afterwards (leave it out before the beat's last rest).
        """
        if animations:
            self.play(*animations, run_time=getattr(self.theme.time, time))
        if still:
            self.wait(self.theme.time.still)

    def set_back(self, part: Mobject) -> Any:
        """Return the animation that lets numbers and words step back while others are spoken of."""
        return rest(part, self.format.resting)

    def bring_back(self, part: Mobject) -> Any:
        """Return the animation that lets what was set back come to the front again, as it was."""
        return wake(part, self.format.resting)

    def look_at(self, target: Zone | Mobject, time: str = "move", still: bool = True, zoom: float = inf) -> None:
        """Let the camera go where a zone or a picture is seen as large as it fits into the stage, as a `move`.

        Title, caption and what is pinned stay; nothing runs under title and caption.

        Parameters
        ----------
        zoom
            How many times as large as at first it is seen at most.
        """
        self.move(self.viewpoint.on(target, zoom), time=time, still=still)

    def look_back(self, time: str = "move", still: bool = True) -> None:
        """Let the camera go back to where the whole stage is seen, as a `move`."""
        self.move(self.viewpoint.back(), time=time, still=still)

    def pin(self, *pictures: Mobject) -> None:
        """Fix pictures in the frame: wherever the camera goes, they stand where they stand, over all else."""
        self.viewpoint.pin(*pictures)

    def enter(self, *mobjects: Mobject) -> None:
        """Let things appear."""
        self.play(FadeIn(Group(*mobjects)), run_time=self.theme.time.fade)

    def leave(self, *mobjects: Mobject) -> None:
        """Let things go."""
        self.play(FadeOut(Group(*mobjects)), run_time=self.theme.time.fade)

    def clear_stage(self) -> None:
        """Let everything go, as a scene ends."""
        self.leave(*self.mobjects)
