"""Waits: what a scene waits for with `until` and does not say is refused before anything is filmed."""

from __future__ import annotations

from collections.abc import Sequence
from types import FunctionType

from netsim import Trace
from scenes.stage.heard.voice import Voiced
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.story.told import Part
from scenes.words.files import WordsError
from scenes.words.messages import Messages


def check_waits(parts: Sequence[Part], trace: Trace, words: Messages) -> None:
    """Play the scenes through that wait for words; what else breaks down is told where it is filmed.

    Raises
    ------
    WordsError
        If a beat waits for what it does not say.
    """
    for part in parts:
        if waits(part.scene):
            try:
                rehearse(part.scene, trace, told=part.told, words=words)
            except (Exception, SystemExit) as error:
                if isinstance(error, WordsError):
                    raise


def waits(scene: type[TraceScene]) -> bool:
    """Whether any code of a scene calls `until`."""
    members = [member for cls in scene.__mro__ if cls is not Voiced for member in vars(cls).values()]
    return any("until" in member.__code__.co_names for member in members if isinstance(member, FunctionType))
