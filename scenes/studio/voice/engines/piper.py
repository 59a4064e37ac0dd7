"""piper: voices of a neural network, from a file of one's own."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scenes.stage.heard.sounding import SoundError
from scenes.stage.heard.voice import Word
from scenes.studio.digests import content_digest
from scenes.studio.voice.engines.engine import carried_out


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
            raise SoundError(
                '[voice] engine = "piper" is not installed; install it by: '
                f"{sys.executable} -m pip install 'nudge[piper]'."
            )
        if not voice.is_file():
            raise SoundError(f"[voice] speaker: the voice file {voice} is not there, expected a piper voice (.onnx).")
        return cls(voice)

    @property
    def key(self) -> Sequence[str]:
        """What its voice file holds."""
        return (self.name, content_digest(self.voice))

    def speak(self, text: str, target: Path) -> tuple[Word, ...]:
        """Speak, as `Engine.speak` says."""
        carried_out(self.name, [sys.executable, "-m", "piper", "-m", str(self.voice), "-f", str(target)], text)
        return ()
