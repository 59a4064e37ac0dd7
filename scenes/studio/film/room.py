"""Room: what has none in a format, or at a size of type, is refused by scene and beat, before anything is filmed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial

from netsim import Trace
from scenes.look.theme import Theme
from scenes.stage.formats import FORMATS, WIDE
from scenes.stage.rehearsing.inspection import misplaced
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.story.told import Part
from scenes.studio.film.clips.quality import Quality
from scenes.words.messages import Messages


class NoRoomError(ValueError):
    """What has no room; its text is one sentence that names scene and beat, and says what mends it."""


def is_held(quality: Quality, theme: Theme) -> bool:
    """Whether tests hold that all has room: in the usual format, with type of the usual size."""
    return quality.aspect == WIDE.name and theme.scale == 1.0


def check_room(
    parts: Iterable[Part],
    trace: Trace,
    quality: Quality,
    theme: Theme,
    words: Messages,
    captions: bool,
    tell: Callable[[str], None],
) -> None:
    """Play scenes through, unless it is held that all has room, and look at the end of each beat that is told.

    What breaks down is not told here, but where it is filmed. Manim is set up for the quality.

    Parameters
    ----------
    tell
        Called with what is looked at.

    Raises
    ------
    NoRoomError
        If something leaves the frame, or text overlaps text.
    """
    if is_held(quality, theme):
        return
    found: dict[str, str] = {}

    def look(scene: TraceScene, beat: str) -> None:
        for fault in misplaced(scene)[:1]:
            found.setdefault(f"{type(scene).__name__}.{beat}", fault)

    for part in parts:
        tell(f"Looking whether {part.scene.__name__} has room in {quality.aspect}.")
        play = partial(rehearse, theme=theme, words=words, frame=FORMATS[quality.aspect])
        with suppress(Exception, SystemExit):
            play(part.scene, trace, look, captions=captions, told=part.told)
    if found:
        raise NoRoomError(no_room(found, quality, theme))


def no_room(faults: Mapping[str, str], quality: Quality, theme: Theme) -> str:
    """Say in one sentence what has no room.

    Parameters
    ----------
    faults
        By scene and beat what is wrong with its picture, as `misplaced` says it.
    """
    (first, fault), *_ = faults.items()
    scenes = list(dict.fromkeys(place.partition(".")[0] for place in faults))
    larger = f" with type {theme.scale:g} times as large" if theme.scale != 1 else ""
    others = f" (nor have beats of {_counted(len(scenes) - 1)})" if len(scenes) > 1 else ""
    mend = "choose another aspect" + (" or a smaller look.scale" if larger else "")
    names = ", ".join(f'"{name}"' for name in scenes)
    return (
        f"{first} has no room in {quality.aspect}{larger}: {fault.partition('; ')[0]}{others}; {mend}, "
        f"or leave out what has none: leave_out = [{names}] in [story]."
    )


def _counted(scenes: int) -> str:
    return f"{scenes} other scene{'' if scenes == 1 else 's'}"
