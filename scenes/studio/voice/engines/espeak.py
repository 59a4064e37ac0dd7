"""espeak-ng, which is there for a hundred languages and tells when each word is said."""

from __future__ import annotations

import ctypes
import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scenes.stage.heard.sounding import SoundError
from scenes.stage.heard.voice import Word
from scenes.studio.voice.engines import espeak_library
from scenes.studio.voice.engines.engine import carried_out

RATE = 150  # words a minute: slower than espeak-ng speaks unasked, since what is said is new to whoever listens
# What espeak-ng calls languages that it knows by another name than the web.
CALLED = {"zh": "cmn", "zh-cn": "cmn", "zh-hans": "cmn"}
INSTALL = (
    "install it (Debian, Ubuntu: apt install espeak-ng; macOS: brew install espeak-ng; "
    "Windows: winget install eSpeak-NG.eSpeak-NG)"
)


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
        library = espeak_library.library()
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
            carried_out(self.name, ["espeak-ng", "-v", self.voice, "-s", str(RATE), "-z", "-w", str(target)], text)
            return ()
        order = json.dumps({"text": text, "voice": self.voice, "rate": RATE})
        program = [sys.executable, "-P", espeak_library.__file__, str(target)]
        said = carried_out(self.name, program, order, {espeak_library.NO_VOICE})
        if said is None:
            raise SoundError(
                f"[voice] espeak-ng has no voice {self.voice!r}, expected one that `espeak-ng --voices` lists; "
                "speaker in [voice] names it."
            )
        return tuple(Word(*word) for word in json.loads(said))
