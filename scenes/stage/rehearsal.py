"""A rehearsal: a scene played through without drawing a frame, for audits, layouts and listings."""

from __future__ import annotations

from collections.abc import Callable, Collection

from manim import tempconfig

from netsim import Trace
from scenes.camera.renderer import StageRenderer
from scenes.look.theme import Theme
from scenes.stage.stage import TraceScene
from scenes.words.messages import Messages


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
    """
    with tempconfig({"dry_run": True, "progress_bar": "none", "disable_caching": True}):
        scene = scene_class(trace, captions, theme, pace, told, words, renderer=StageRenderer(skip_animations=True))
        if at_rest is not None:
            scene.on_rest = lambda beat: at_rest(scene, beat)
        scene.render()
    return scene
