"""What a run can be told of: what else a story has is left out and said, but for what was asked for by name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from netsim import Given
from netsim.trace.given import Ask
from scenes.stage.stage import TraceScene
from scenes.story.told import Part, Place, StoryError


def tellable(
    parts: Sequence[Part],
    given: Given,
    named: Iterable[Collection[Place]],
    exhibits: Collection[str] | None = None,
) -> tuple[tuple[Part, ...], list[str]]:
    """Return what of a story's parts can be told of a run, and a sentence for all that is left out.

    Parameters
    ----------
    named
        For each name that was asked for, the beats that it means.
    exhibits
        Those that its trace has; None if it is recorded with what is asked for.

    Raises
    ------
    StoryError
        If nothing can be told, or nothing of what a name means: it says what the run lacks, and what mends it.
    """
    for places in named:
        faults = [_fault(scene, beat, given, exhibits) for scene, beat in sorted(places, key=_order)]
        if faults and all(faults):
            raise StoryError(_refusal(*next(fault for fault in faults if fault)))
    told: list[Part] = []
    left_out: dict[str, Ask] = {}
    for part in parts:
        there = [beat.name for beat in part.beats]
        lacking = {name: fault for name in there if (fault := _fault(part.scene, name, given, exhibits))}
        left_out |= dict(lacking.values())
        left = [name for name in there if name not in lacking]
        if left:
            told.append(Part(part.scene, frozenset(left) if lacking else part.told))
    if not told:
        raise StoryError(_refusal(*next(iter(left_out.items()))))
    return tuple(told), [f"{name}, which {ask.tells}" for name, ask in left_out.items()]


def _order(place: Place) -> tuple[str, str]:
    return place[0].__name__, place[1]


def _fault(
    scene: type[TraceScene], beat: str, given: Given, exhibits: Collection[str] | None
) -> tuple[str, Ask] | None:
    """Return the name of a scene, or else of its beat, and what it asks for that a run lacks; None if nothing."""
    if ask := given.lacking(scene.asks):
        return scene.__name__, ask
    lacking = [name for name in scene.needs if exhibits is not None and name not in exhibits]
    if lacking:
        tells = f"shows the exhibit {lacking[0]!r}, which the trace does not have"
        return scene.__name__, Ask(lambda given: False, tells, "record it anew, with what its scenes need")
    asks = next(known.asks for known in scene.beats() if known.name == beat)
    return (f"{scene.__name__}.{beat}", ask) if (ask := given.lacking(asks)) else None


def _refusal(name: str, ask: Ask) -> str:
    return f"{name} {ask.tells}; {ask.mend}."
