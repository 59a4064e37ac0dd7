"""Which engine a lesson names."""

from __future__ import annotations

from scenes.lesson.lesson import Lesson
from scenes.lesson.sections import COMMAND
from scenes.stage.heard.sounding import SoundError
from scenes.studio.voice.engines.command import Command
from scenes.studio.voice.engines.engine import Engine
from scenes.studio.voice.engines.espeak import Espeak
from scenes.studio.voice.engines.piper import Piper
from scenes.words.languages import base_of, in_english


def engine_of(lesson: Lesson, language: str) -> Engine | None:
    """Return what speaks in a lesson, in a language as the web calls it; None if nothing does.

    The speaker that a lesson names is for its own language; in another one espeak-ng has a voice, and piper has none.

    Raises
    ------
    SoundError
        If it is not installed, or has no voice for the language and there is no folder for recordings either.
    """
    name, _, line = lesson.voice.engine.partition(" ")
    speaker, own = lesson.voice.speaker, lesson.own_language
    is_own = base_of(own) == base_of(language)
    if name == COMMAND:
        return Command.of(line, lesson.path.parent.resolve())
    if name == "piper" and is_own:
        return Piper.of(lesson.beside(speaker))
    if name == "piper" and not lesson.voice.folder:
        raise SoundError(
            f"[voice] speaker: piper's voice {speaker} is for {in_english(own)}, and this is told in "
            f'{in_english(language)}; name one for that in a lesson file of its own, or take engine = "espeak-ng".'
        )
    return Espeak.of(speaker if is_own else "", language) if name == "espeak-ng" else None
