"""Beats: a method is an idea, a message or its docstring is what is said, order of definition is order of telling."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, overload

from netsim.border.nearest import meant

Told = Callable[[Any], None]
_MARK = "_beat"


@dataclass(frozen=True)
class Beat:
    """One idea of a scene.

    Attributes
    ----------
    name
        The method's name.
    id
        The story's name for the idea, such as ``N4``; several beats may share one.
    template
        What is said where no message says it: the docstring, with ``{names}`` that are filled in from the
        trace and words marked ``[so](role)`` that take a colour.
    picture
        When the picture that stands for it is taken: a share of what moves in it, 1 for its last frame.
    after
        The beat that it is told after; "" for its place in the order of definition.
    asks
        What a run must have for it, names of `ASKS`; of one that has not, it neither happens nor is said.
    loops
        Whether its picture idles: in a deck it begins again when it is over, its last step where it has steps.
    """

    name: str
    id: str
    template: str
    picture: float = 1.0
    after: str = ""
    asks: tuple[str, ...] = ()
    loops: bool = False


class BeatError(ValueError):
    """A beat that has no place in its scene; its text is one sentence."""


@overload
def beat(method: Told, /) -> Told: ...
@overload
def beat(
    story_id: str = "",
    /,
    *,
    picture: float = 1.0,
    after: str = "",
    asks: Sequence[str] = (),
    loops: bool = False,
) -> Callable[[Told], Told]: ...
def beat(
    method: Told | str = "",
    /,
    *,
    picture: float = 1.0,
    after: str = "",
    asks: Sequence[str] = (),
    loops: bool = False,
) -> Told | Callable[[Told], Told]:
    """Mark a method of a scene as a beat: ``@beat("N4")``, or ``@beat`` to go on with the same id.

    ``@beat("N9", picture=0.6)`` is stood for by its picture when 0.6 of what moves in it is over: in stills, decks,
    sheets and handouts.
    ``@beat(after="the_wishes")`` is told after that beat, of a scene that this one is derived from or its own.
    ``@beat(asks=("unseen",))`` is told only of a run that has what it asks for.
    ``@beat(loops=True)`` begins again in a deck when it is over, until one goes on.

    Raises
    ------
    ValueError
        If the picture's moment lies outside the beat.
    """
    if isinstance(method, str):
        return lambda told: _mark(told, method, picture, after, tuple(asks), loops)
    return _mark(method, "", picture, after, tuple(asks), loops)


def _mark(method: Told, story_id: str, picture: float, after: str, asks: tuple[str, ...], loops: bool) -> Told:
    if not 0 <= picture <= 1:
        raise ValueError(f"beat {method.__qualname__!r} has picture={picture}, expected a share of its time, 0 to 1")
    template = " ".join((method.__doc__ or "").split())
    setattr(method, _MARK, Beat(method.__name__, story_id, template, picture, after, asks, loops))
    return method


def words_of(scene: type, beat: str) -> Iterator[tuple[type, str]]:
    """Walk over what may say a beat, first come first: each class that defines it, and the docstring it gives it."""
    for cls in scene.__mro__:
        told: Beat | None = getattr(vars(cls).get(beat), _MARK, None)
        if told is not None:
            yield cls, told.template


def beats_of(scene: type) -> tuple[Beat, ...]:
    """Return a scene's beats in the order of telling.

    A subclass overrides a beat by name (it keeps its place, and its id unless it gives one), or adds
    beats: at the end, or after the one that they name. Several after the same stand in the order of definition.

    Raises
    ------
    BeatError
        If a beat comes after one that the scene does not have, or that is defined below it.
    """
    found: dict[str, Beat] = {}
    for cls in reversed(scene.__mro__):
        for name, member in vars(cls).items():
            told: Beat | None = getattr(member, _MARK, None)
            if told is not None:
                inherited = found[name].id if name in found else ""
                found[name] = replace(told, id=told.id or inherited)
                if told.after:
                    found = _moved(found, name, cls)
    beats: list[Beat] = []
    for told in found.values():
        beats.append(replace(told, id=told.id or (beats[-1].id if beats else "")))
    return tuple(beats)


def up_to_the_last(beats: Sequence[Beat], told: Collection[str] | None) -> list[tuple[Beat, bool]]:
    """Return the beats up to the last that is told, and of each whether it is told; `told` None tells all of them."""
    each = [(beat, told is None or beat.name in told) for beat in beats]
    while each and not each[-1][1]:
        each.pop()
    return each


def _moved(found: Mapping[str, Beat], name: str, cls: type) -> dict[str, Beat]:
    """Return the beats with one moved after the beat it names, and after those that were moved there before it."""
    others = [other for other in found if other != name]
    after = found[name].after
    if after not in others:
        raise BeatError(
            f"beat {name!r} of {cls.__name__} is told after {after!r}, "
            f"which is no beat above it{meant(after, others)}; there are {', '.join(others) or 'none'}."
        )
    place, moved = others.index(after) + 1, {after}
    while place < len(others) and found[others[place]].after in moved:
        moved.add(others[place])
        place += 1
    return {other: found[other] for other in (*others[:place], name, *others[place:])}
