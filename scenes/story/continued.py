"""Which pictures one scene of a film hands over to the next, however many scenes a story leaves out between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from scenes.stage.stage import TraceScene
from scenes.story.told import Part


def leads_on(one: Part, two: Part) -> bool:
    """Whether a scene leaves its last picture standing for the next: within a chapter, if it is told to its end."""
    told_to_its_end = one.told is None or one.scene.beats()[-1].name in one.told
    return one.scene.closes_with is not None and told_to_its_end and one.scene.chapter == two.scene.chapter


def handed_over(parts: Sequence[Part]) -> list[tuple[type[TraceScene] | None, bool]]:
    """Return for each part the scene whose last picture it takes over, or None, and whether it leads on."""
    joins = [leads_on(one, two) for one, two in pairwise(parts)]
    before = [part.scene if join else None for part, join in zip(parts, joins, strict=False)]
    return list(zip([None, *before], [*joins, False], strict=True))
