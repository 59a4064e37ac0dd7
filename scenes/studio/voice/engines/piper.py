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
        if not _about(voice).is_file():
            raise SoundError(
                f"[voice] speaker: beside the voice file {voice} there is no {_about(voice).name}, which comes with it."
            )
        return cls(voice)

    @property
    def key(self) -> Sequence[str]:
        """What its voice file holds, and the one beside it that says how it speaks."""
        return (self.name, content_digest(self.voice), content_digest(_about(self.voice)))

    def speak(self, text: str, target: Path) -> tuple[Word, ...]:
        """Speak, as `Engine.speak` says."""
        # -P: no file of the current folder is taken for a library; utf8: piper would read as the system writes.
        python = [sys.executable, "-P", "-X", "utf8", "-m", "piper"]
        carried_out(self.name, [*python, "-m", str(self.voice), "-f", str(target)], text)
        return ()


def _about(voice: Path) -> Path:
    """Return the file beside a voice file that says what it is."""
    return voice.with_name(f"{voice.name}.json")
