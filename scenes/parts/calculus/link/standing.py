"""The pictures of the chapter that one scene leaves standing and the next takes up; all need the exhibit `chain`."""

from __future__ import annotations

from scenes.parts.calculus.link.chain import StandingChain
from scenes.parts.calculus.link.row import LinkRow
from scenes.stage.stage import TraceScene


def smallest_network_stands(scene: TraceScene) -> StandingChain:
    """Return the smallest network with its six numbers, before anything has passed through it."""
    return StandingChain(scene.trace, scene.theme, scene.stage)


def chain_stands(scene: TraceScene) -> StandingChain:
    """Return the same, lit by its example, beside the target, and its cost."""
    return smallest_network_stands(scene).lit().with_cost()


def link_stands(scene: TraceScene) -> LinkRow:
    """Return the last link opened, its values on number lines; needs the exhibit `threads` besides."""
    return LinkRow(scene.trace, scene.theme, scene.stage)


def threads_stand(scene: TraceScene) -> LinkRow:
    """Return the same, with a thread for each of about thirty settings of the weight, and the ribbon of a nudge."""
    return link_stands(scene).with_threads()
