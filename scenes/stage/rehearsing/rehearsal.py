"""A rehearsal: a scene played through without drawing a frame, for audits, layouts and listings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

import numpy as np
from manim import Mobject, Scene

from netsim import Trace
from scenes.camera.configured import configured
from scenes.camera.renderer import StageRenderer
from scenes.look.theme import Theme
from scenes.stage.formats import WIDE, Format
from scenes.stage.joins import Standing
from scenes.stage.stage import TraceScene
from scenes.words.messages import Messages

MOMENTS = (0.19, 0.47, 0.83)  # of a move, at which a rehearsal may stop: not round, so that places are seen between two


class Skipping(StageRenderer):
    """Skips every move, but stops at a few moments of each if it is asked to.

    Attributes
    ----------
    on_the_way
        Called with the scene at each of those moments.
    at
        When these are, by Manim's clock; None for `MOMENTS` of every move.
    """

    on_the_way: Callable[[Scene], None] | None = None
    at: Collection[float] | None = None

    def __init__(self) -> None:
        super().__init__(skip_animations=True)

    def save_static_frame_data(self, scene: Scene, static_mobjects: Iterable[Mobject]) -> np.ndarray | None:
        """Stop on the way of a move that began."""
        if self.on_the_way is not None and not scene.is_current_animation_frozen_frame():
            for seconds in self._stops(scene.time - scene.duration, scene.duration):
                scene.update_to_time(seconds)
                self.on_the_way(scene)
        return super().save_static_frame_data(scene, static_mobjects)

    def _stops(self, begins: float, lasts: float) -> list[float]:
        """Return when to stop in a move, in seconds from its beginning."""
        if self.at is None:
            return [moment * lasts for moment in MOMENTS]
        return [moment - begins for moment in self.at if begins <= moment <= begins + lasts]


def rehearse(
    scene_class: type[TraceScene],
    trace: Trace,
    at_rest: Callable[[TraceScene, str], None] | None = None,
    *,
    captions: bool = True,
    theme: Theme | None = None,
    pace: float = 1.0,
    told: Collection[str] | None = None,
    words: Messages | None = None,
    frame: Format = WIDE,
    on_the_way: Callable[[Scene], None] | None = None,
    at: Collection[float] | None = None,
    stood_before: Standing | None = None,
    leads_on: bool = False,
) -> TraceScene:
    """Play a scene through in no time and return it.

    Parameters
    ----------
    at_rest
        Called with the scene and a beat's name when that beat's picture is complete.
    told
        Names of the beats that are told; by default all.
    words
        The messages that are said; English by default.
    frame
        Its format, as Manim is set up for it.
    on_the_way
        Called with the scene at a few moments of every move.
    at
        Other moments for that, by Manim's clock: it is called at each that lies in a move.
    stood_before
        The picture that it takes over, as the scene before closes with it.
    leads_on
        Whether the picture that it closes with is taken over, and so stands when this returns.
    """
    renderer = Skipping()
    renderer.on_the_way, renderer.at = on_the_way, at
    with configured({"dry_run": True, "progress_bar": "none", "disable_caching": True}):
        scene = scene_class(
            trace, captions, theme, pace, told, words, frame, stood_before, leads_on=leads_on, renderer=renderer
        )
        if at_rest is not None:
            scene.on_rest = lambda beat: at_rest(scene, beat)
        scene.render()
    return scene
