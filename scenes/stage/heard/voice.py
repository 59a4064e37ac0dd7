"""The voice of a scene: what is heard of each beat, for how long, and when it says which word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile
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
        starts = (self.words[i].start for i in runs_of(phrase, [word.text for word in self.words]))
        return next((start for start in starts if start > after), None)


class Voiced(Sounding):
    """A scene with a voice.

    Attributes
    ----------
    voice
        What is heard of each beat, by its name; a beat that is not there is silent.
    """

    voice: Mapping[str, Voice]
    _tells: Beat | None = None
    _speaks: Voice | None = None
    _began = 0.0  # when it began to speak, on the film's clock
    _waited = -1.0  # for which of its moments a beat waited last

    @property
    def film_time(self) -> float:
        """Seconds of film so far."""
        raise NotImplementedError

    def awaited(self, beat: str, phrase: str) -> str:
        """Return what a phrase of the scene's code is called in the words that a beat is told in."""
        raise NotImplementedError

    def begin_to_speak(self, beat: Beat) -> Voice | None:
        """Let a beat's voice be heard from now on, and return it; None if it has none."""
        self._speaks, self._began, self._waited = self.voice.get(beat.name), self.film_time, -1.0
        self._tells = beat
        if self._speaks is not None:
            self.add_sound(self._speaks.file)
        return self._speaks

    def end_to_speak(self) -> None:
        """Let nothing be waited for until another beat begins to be told."""
        self._tells = self._speaks = None

    def until(self, phrase: str) -> None:
        """Rest until the voice says a word, or some in a row: after what was waited for before in this beat.

        It goes on at once where there is no voice, or one of which it is not known when it says that.

        Raises
        ------
        WordsError
            If the beat does not say that.
        """
        said = phrase if self._tells is None else self.awaited(self._tells.name, phrase)
        moment = None if self._speaks is None else self._speaks.says(said, self._waited)
        if moment is None:
            return
        self._waited = moment
        left = moment - (self.film_time - self._began)
        if left >= 1 / config.frame_rate:
            self.wait(left)


def runs_of(phrase: str, words: Sequence[str]) -> Iterator[int]:
    """Find where some words say a phrase, several of them together it may be; give the first of each run."""
    wanted, said = "".join(map(_bare, phrase.split())), [_bare(word) for word in words]
    for i, first in enumerate(said):
        ends = accumulate(said[i:]) if first else ()
        if wanted and any(run == wanted for run in takewhile(lambda run: len(run) <= len(wanted), ends)):
            yield i


def _bare(word: str) -> str:
    """Return a word as it is compared: without what stands about it, whatever its case."""
    return word.strip(EDGES).casefold()
