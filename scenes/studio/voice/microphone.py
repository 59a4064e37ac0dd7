"""The microphone: takes what is said to it, and plays it again."""

from __future__ import annotations

import sys
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from scenes.stage.heard.sounding import SoundError
from scenes.studio.film.clips.sounds import RATE, Samples

ELSE = "record with any other program and put the files into the folder"


class Microphone:
    """The microphone that the system takes unless told otherwise.

    Raises
    ------
    SoundError
        If there is none, or what is needed for it is not installed.
    """

    def __init__(self) -> None:
        try:
            import sounddevice
        except ImportError:
            raise SoundError(
                f"No recording without sounddevice: {sys.executable} -m pip install 'nudge[microphone]', or {ELSE}."
            ) from None
        except OSError:
            raise SoundError(
                f"No recording without PortAudio (Debian, Ubuntu: apt install libportaudio2); install it, or {ELSE}."
            ) from None
        self._sound: Any = sounddevice
        try:
            self.rate = round(sounddevice.query_devices(kind="input")["default_samplerate"])
        except (sounddevice.PortAudioError, ValueError):
            raise SoundError(f"There is no microphone here: plug one in, or {ELSE}.") from None

    def take(self, path: Path, wait: Callable[[], None]) -> None:
        """Write what is said for as long as a call takes into a file, `.wav`.

        Raises
        ------
        SoundError
            If the microphone does not work.
        """
        blocks: list[np.ndarray] = []

        def hear(block: np.ndarray, *_: object) -> None:
            blocks.append(block.copy())  # the library writes into it again

        try:
            with self._sound.InputStream(samplerate=self.rate, channels=1, dtype="int16", callback=hear):
                wait()
        except self._sound.PortAudioError as error:
            raise SoundError(f"The microphone does not work ({error}); try another, or {ELSE}.") from None
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(self.rate)
            file.writeframes(b"".join(block.tobytes() for block in blocks))

    def play(self, samples: Samples) -> None:
        """Let a take be heard, to its end."""
        try:
            self._sound.play(samples.T, RATE, blocking=True)
        except self._sound.PortAudioError as error:
            raise SoundError(f"The take cannot be played ({error}); listen to its file.") from None
