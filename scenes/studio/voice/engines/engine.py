"""An engine: what speaks a sentence aloud, in a process of its own that nobody waits for without end."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from scenes.stage.heard.sounding import SoundError
from scenes.stage.heard.voice import Word
from scenes.studio.film.crew.process import end

PATIENCE = 120.0  # seconds that a sentence may take


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


def carried_out(
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
            why = f": {told[-1].rstrip('.')}" if told else ", and said nothing"
            raise SoundError(f"[voice] {who} failed at a sentence, code {code}{why}.")
        return output.read()


def _file() -> tempfile._TemporaryFileWrapper[str]:
    return tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # type: ignore[return-value]
