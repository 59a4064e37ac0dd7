"""Any program that is given a sentence and writes a sound."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scenes.lesson.sections import COMMAND
from scenes.stage.heard.sounding import SoundError
from scenes.stage.heard.voice import Word
from scenes.studio.voice.engines.engine import carried_out
from scenes.studio.voice.word_times import words_beside


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
        carried_out(self.name, parts, "", folder=self.folder)
        return words_beside(target)
