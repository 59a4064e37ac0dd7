"""The voice of a scene: what is heard of each beat, for how long, and when it says which word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from manim import config

from scenes.stage.beats import Beat
from scenes.stage.heard.sounding import Sounding

EDGES = ".,;:!?…\"'“”‘’„«»()[]¿¡—–"  # what stands about words and is not said


@dataclass(frozen=True)
class Word:
    """A word that a voice says, from when to when, in seconds from the voice's start."""

    text: str
    start: float
    end: float


@dataclass(frozen=True)
class Voice:
    """What is heard of a beat.

    Attributes
    ----------
    file
        Where it is: a file that FFmpeg can read.
    seconds
        How long it is.
    breath
        How long, in seconds, it is quiet after it before the next beat begins.
    words
        When it says what; empty if that is not known.
    """

    file: Path
    seconds: float
    breath: float
    words: tuple[Word, ...] = ()

    def says(self, phrase: str, after: float = 0.0) -> float | None:
        """Return when it begins to say a word, or some in a row, first after a moment; None if that is not known."""
        wanted, said = [_bare(word) for word in phrase.split()], [_bare(word.text) for word in self.words]
        for i, word in enumerate(self.words):
            if wanted and word.start > after and said[i : i + len(wanted)] == wanted:
                return word.start
        return None


class Voiced(Sounding):
    """A scene with a voice.

    Attributes
    ----------
    voice
        What is heard of each beat, by its name; a beat that is not there is silent.
    """

    voice: Mapping[str, Voice]
    _speaks: Voice | None = None
    _began = 0.0  # when it began to speak, on the film's clock
    _waited = -1.0  # for which of its moments a beat waited last

    @property
    def film_time(self) -> float:
        """Seconds of film so far."""
        raise NotImplementedError

    def begin_to_speak(self, beat: Beat) -> Voice | None:
        """Let a beat's voice be heard from now on, and return it; None if it has none."""
        self._speaks, self._began, self._waited = self.voice.get(beat.name), self.film_time, -1.0
        if self._speaks is not None:
            self.add_sound(self._speaks.file)
        return self._speaks

    def until(self, phrase: str) -> None:
        """Rest until the voice says a word, or some in a row: after what was waited for before in this beat.

        It goes on at once where there is no voice, or one whose words have no times, or which does not say that.
        """
        moment = None if self._speaks is None else self._speaks.says(phrase, self._waited)
        if moment is None:
            return
        self._waited = moment
        left = moment - (self.film_time - self._began)
        if left >= 1 / config.frame_rate:
            self.wait(left)


def _bare(word: str) -> str:
    """Return a word as it is compared: without what stands about it, whatever its case."""
    return word.strip(EDGES).casefold()
