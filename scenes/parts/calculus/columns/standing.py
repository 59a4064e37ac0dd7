"""The picture that the scenes of many neurons leave standing for each other: the lesson's network and its cost."""

from __future__ import annotations

from scenes.parts.calculus.columns.hero import Columns
from scenes.stage.stage import TraceScene


def columns_stand(scene: TraceScene) -> Columns:
    """Return the network before it has learned anything, lit by the star, and the cost right of it."""
    return Columns(scene.trace, scene.theme, scene.words, scene.stage)
