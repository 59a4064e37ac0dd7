"""Which pictures one scene of a film hands over to the next, however many scenes a story leaves out between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from scenes.stage.stage import TraceScene
from scenes.story.told import Part


def leads_on(one: Part, two: Part) -> bool:
    """Whether a scene leaves its last picture standing for the next: within a chapter, if it is told to its end.

    From one chapter to another it does if the next begins with the very same.
    """
    same = one.scene.chapter == two.scene.chapter or one.scene.closes_with is two.scene.opens_with
    return same and may_lead_on(one)


def may_lead_on(part: Part) -> bool:
    """Whether a scene closes with the picture that it says: if it is told to its end."""
    last = part.scene.beats()[-1].name
    return (part.told is None or last in part.told) and _is_certain(part.scene, last)


def _is_certain(scene: type[TraceScene], last: str) -> bool:
    """Whether a scene's last beat leaves the picture that the scene says: not if a derived class has another one."""
    who_says, who_tells = (
        next((i for i, base in enumerate(scene.__mro__) if name in vars(base)), None) for name in ("closes_with", last)
    )
    return scene.closes_with is not None and who_says is not None and who_tells is not None and who_says <= who_tells


def handed_over(parts: Sequence[Part]) -> list[tuple[type[TraceScene] | None, bool]]:
    """Return for each part the scene whose last picture it takes over, or None, and whether it leads on."""
    joins = [leads_on(one, two) for one, two in pairwise(parts)]
    before = [part.scene if join else None for part, join in zip(parts, joins, strict=False)]
    return list(zip([None, *before], [*joins, False], strict=True))
