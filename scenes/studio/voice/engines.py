"""Engines: what speaks a sentence aloud, in a process of its own that nobody waits for without end."""

from __future__ import annotations

import ctypes
import importlib.util
import json
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from scenes.lesson.lesson import Lesson
from scenes.lesson.sections import COMMAND
from scenes.stage.sounding import SoundError
from scenes.stage.voice import Word
from scenes.studio.film.crew.process import end
from scenes.studio.film.pieces.kept_clips import content_digest
from scenes.studio.voice import espeak
from scenes.studio.voice.word_times import words_beside

PATIENCE = 120.0  # seconds that a sentence may take
RATE = 150  # words a minute: slower than espeak-ng speaks unasked, since what is said is new to whoever listens
LONGEST = 60  # letters of a sentence by which it is named
# What espeak-ng calls languages that it knows by another name than the web.
CALLED = {"zh": "cmn", "zh-cn": "cmn", "zh-hans": "cmn"}
INSTALL = (
    "install it (Debian, Ubuntu: apt install espeak-ng; macOS: brew install espeak-ng; "
    "Windows: winget install eSpeak-NG.eSpeak-NG)"
)


class Engine(Protocol):
    """What speaks."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def key(self) -> Sequence[str]:
        """What its speech follows from, beside the text."""

    def speak(self, text: str, target: Path) -> tuple[Word, ...]:
        """Write a text's sound to a file, `.wav`, and return when its words are said, as far as that is known.

        Raises
        ------
        SoundError
            If that fails, or takes too long.
        """


@dataclass(frozen=True)
class Espeak:
    """espeak-ng, by its library, which tells the times of words; by its program where there is only that."""

    voice: str
    version: str
    name: str = "espeak-ng"

    @classmethod
    def of(cls, speaker: str, language: str) -> Espeak:
        """Return it with a voice of its own, by default that of a language.

        Raises
        ------
        SoundError
            If it is not installed.
        """
        library = espeak.library()
        if library is not None:
            library.espeak_Info.restype = ctypes.c_char_p
            version = library.espeak_Info(None).decode()
        elif shutil.which("espeak-ng"):
            version = "program"
        else:
            raise SoundError(f'[voice] engine = "espeak-ng" is not installed; {INSTALL}.')
        return cls(speaker or CALLED.get(language.lower(), language.lower()), version)

    @property
    def key(self) -> Sequence[str]:
        """Its version, voice and pace."""
        return (self.name, self.version, self.voice, str(RATE))

    def speak(self, text: str, target: Path) -> tuple[Word, ...]:
        """Speak, as `Engine.speak` says."""
        if self.version == "program":
            _carried_out(self.name, ["espeak-ng", "-v", self.voice, "-s", str(RATE), "-z", "-w", str(target)], text)
            return ()
        order = json.dumps({"text": text, "voice": self.voice, "rate": RATE})
        said = _carried_out(self.name, [sys.executable, "-P", espeak.__file__, str(target)], order, {espeak.NO_VOICE})
        if said is None:
            raise SoundError(
                f"[voice] espeak-ng has no voice {self.voice!r}, expected one that `espeak-ng --voices` lists; "
                "speaker in [voice] names it."
            )
        return tuple(Word(*word) for word in json.loads(said))


@dataclass(frozen=True)
class Piper:
    """piper-tts with a voice file of one's own."""

    voice: Path
    name: str = "piper"

    @classmethod
    def of(cls, voice: Path) -> Piper:
        """Return it with a voice.

        Raises
        ------
        SoundError
            If it is not installed, or the voice is not there.
        """
        if importlib.util.find_spec("piper") is None:
            raise SoundError('[voice] engine = "piper" is not installed; install it by: pip install piper-tts.')
        if not voice.is_file():
            raise SoundError(f"[voice] speaker: the voice file {voice} is not there, expected a piper voice (.onnx).")
        return cls(voice)

    @property
    def key(self) -> Sequence[str]:
        """What its voice file holds."""
        return (self.name, content_digest(self.voice))

    def speak(self, text: str, target: Path) -> tuple[Word, ...]:
        """Speak, as `Engine.speak` says."""
        _carried_out(self.name, [sys.executable, "-m", "piper", "-m", str(self.voice), "-f", str(target)], text)
        return ()


@dataclass(frozen=True)
class Command:
    """Any program: it is given a sentence and writes a sound, and may leave the times of words beside that."""

    line: str
    folder: Path

    @classmethod
    def of(cls, line: str, folder: Path) -> Command:
        """Return it, to be run in a lesson's folder.

        Raises
        ------
        SoundError
            If there is no such program.
        """
        try:
            program = shlex.split(line)[0]
        except ValueError as error:
            raise SoundError(f"[voice] engine: the command {line!r} has {str(error).lower()}; close it.") from None
        if shutil.which(program) is None and shutil.which(str(folder / program)) is None:
            raise SoundError(
                f"[voice] engine: the command's program {program!r} is not there, "
                "expected one that is installed, or lies beside the lesson."
            )
        return cls(line, folder)

    @property
    def name(self) -> str:
        """What it is called: its program."""
        return shlex.split(self.line)[0]

    @property
    def key(self) -> Sequence[str]:
        """The whole line."""
        return (COMMAND, self.line)

    def speak(self, text: str, target: Path) -> tuple[Word, ...]:
        """Speak, as `Engine.speak` says."""
        parts = [part.replace("{text}", text).replace("{out}", str(target)) for part in shlex.split(self.line)]
        if (self.folder / parts[0]).is_file():
            parts[0] = str(self.folder / parts[0])
        _carried_out(self.name, parts, "", folder=self.folder)
        return words_beside(target)


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


def _carried_out(
    who: str, command: Sequence[str], said: str, known: set[int] | None = None, folder: Path | None = None
) -> str | None:
    """Run a program on a text, and return what it prints; None if it ended with a code that is known."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as order, _file() as output, _file() as errors:
        order.write(said)
        order.seek(0)
        try:
            process = subprocess.Popen(
                command, stdin=order, stdout=output, stderr=errors, cwd=folder, encoding="utf-8", start_new_session=True
            )
        except OSError as error:
            raise SoundError(f"[voice] {who} cannot be run ({(error.strerror or str(error)).lower()}).") from None
        try:
            code = process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise SoundError(
                f"[voice] {who} was not done with a sentence after {PATIENCE:g} seconds, and was ended; "
                "call it by hand to see why, or name another engine."
            ) from None
        finally:
            end([process], patience=0)
        if code in (known or ()):
            return None
        output.seek(0)
        errors.seek(0)
        if code:
            told = [line.strip() for line in errors.read().splitlines() if line.strip()]
            why = told[-1].rstrip(".") if told else "and said nothing"
            raise SoundError(f"[voice] {who} failed at a sentence, code {code}: {why}.")
        return output.read()


def _file() -> tempfile._TemporaryFileWrapper[str]:
    return tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # type: ignore[return-value]
