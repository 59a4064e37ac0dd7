"""Which engine a lesson names."""

from __future__ import annotations

from scenes.lesson.lesson import Lesson
from scenes.lesson.sections import COMMAND
from scenes.studio.voice.engines.command import Command
from scenes.studio.voice.engines.engine import Engine
from scenes.studio.voice.engines.espeak import Espeak
from scenes.studio.voice.engines.piper import Piper


def engine_of(lesson: Lesson, language: str) -> Engine | None:
    """Return what speaks in a lesson, in its language as the web calls it; None if nothing does.

    Raises
    ------
    SoundError
        If it is not installed.
    """
    name, _, line = lesson.voice.engine.partition(" ")
    if name == COMMAND:
        return Command.of(line, lesson.path.parent.resolve())
    if name == "piper":
        return Piper.of(lesson.beside(lesson.voice.speaker))
    return Espeak.of(lesson.voice.speaker, language) if name else None
