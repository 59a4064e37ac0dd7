"""The pictures of the chapter that one scene leaves standing and the next takes up."""

from __future__ import annotations

from scenes.parts.nudges.protagonist import Protagonist
from scenes.stage.stage import TraceScene


def network_stands(scene: TraceScene) -> Protagonist:
    """Return the network, lit by the star, at the first recorded moment."""
    return Protagonist(scene.trace, scene.theme, scene.words, scene.stage)


def wishes_stand(scene: TraceScene) -> Protagonist:
    """Return the network, what its outputs show, and what they wish."""
    return network_stands(scene).with_outputs().with_wishes()
