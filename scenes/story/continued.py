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
    last = one.scene.beats()[-1].name
    told_to_its_end = one.told is None or last in one.told
    same = one.scene.chapter == two.scene.chapter or one.scene.closes_with is two.scene.opens_with
    return told_to_its_end and same and _is_certain(one.scene, last)


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
