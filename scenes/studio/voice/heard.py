"""What is heard of a lesson: of each beat its recording, or else what an engine speaks, before anything is filmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from netsim import Trace
from scenes.lesson.lesson import Lesson
from scenes.stage.heard.aloud import aloud, to_be_read
from scenes.stage.heard.sounding import SoundError
from scenes.stage.heard.voice import Voice
from scenes.stage.stage import TraceScene
from scenes.story.told import Part
from scenes.studio.digests import content_digest
from scenes.studio.film.clips.music import check_music
from scenes.studio.film.clips.sounds import samples_of
from scenes.studio.film.progress import Display
from scenes.studio.voice.engines.chosen import engine_of
from scenes.studio.voice.engines.command import Command
from scenes.studio.voice.engines.engine import Engine
from scenes.studio.voice.faults import fault_of
from scenes.studio.voice.kept_voices import KeptVoices, Made
from scenes.studio.voice.noted import note_new, older
from scenes.studio.voice.recordings import Place, Recordings
from scenes.studio.voice.spoken_in import recordings_in
from scenes.studio.voice.word_times import sidecars, words_beside
from scenes.words.messages import Messages
from scenes.words.sentence import Sentence

MOST_NAMED = 5
ELSE = "record it again, or take it away to have the beat without a voice"
Voices = dict[type[TraceScene], dict[str, Voice]]


@dataclass(frozen=True)
class Heard:
    """What makes a lesson heard: looked for before anything is trained.

    Attributes
    ----------
    lesson, parts, words
        What is told, and in which words.
    engine
        What speaks; None if nothing does.
    recordings
        What was recorded; None if the lesson names no folder.
    """

    lesson: Lesson
    parts: Sequence[Part]
    words: Messages
    engine: Engine | None
    recordings: Recordings | None

    @classmethod
    def of(cls, lesson: Lesson, parts: Sequence[Part], words: Messages) -> Heard:
        """Find it.

        Raises
        ------
        SoundError
            If an engine is not installed, or there is no such folder or music.
        """
        voice = lesson.voice
        try:
            if voice.music:
                check_music(lesson.beside(voice.music))
            engine = engine_of(lesson, words.language)
            found = recordings_in(words.language, lesson, parts, spoken=engine is not None) if voice.folder else None
            return cls(lesson, parts, words, engine, found)
        except SoundError as error:
            raise SoundError(f"{lesson.path}: {error}") from None

    def voices(self, trace: Trace, work: Path, display: Display) -> Voices:
        """Return what is heard of each beat that is told; what is not kept from an earlier run is made.

        Parameters
        ----------
        display
            Shows how far it is, and tells which beats have no recording, or an old one.

        Raises
        ------
        SoundError
            If a recording cannot be used, or an engine cannot speak; what was spoken before is kept.
        """
        if self.engine is None and self.recordings is None:
            return {}
        kept = KeptVoices(work, self.lesson.voice.breath)
        if isinstance(self.engine, Command):
            display.tell(f"Runs       {self.engine.line}")
        elif self.engine is not None and kept.is_new:
            display.tell(f"Voice      {self.engine.name} speaks, once, what is said")
        said = self._said(trace)
        voices: Voices = {scene: {} for scene, _ in said}
        for done, ((scene, beat), sentence) in enumerate(said.items()):
            display.speaking(done, len(said))
            voice = self._voice((scene.__name__, beat), sentence, kept)
            if voice is not None:
                voices[scene][beat] = voice
        kept.prune()
        if self.recordings is not None:
            sentences = {(scene.__name__, beat): to_be_read(sentence) for (scene, beat), sentence in said.items()}
            note_new(self.recordings, sentences)
            self._tell_of(self.recordings, sentences, display)
        return voices

    def _said(self, trace: Trace) -> dict[tuple[type[TraceScene], str], Sentence]:
        """Return what is to be read aloud, by scene and beat."""
        said: dict[tuple[type[TraceScene], str], Sentence] = {}
        for part in self.parts:
            read = part.scene.script(trace, self.words)
            said |= {(part.scene, beat.name): read[beat.name] for beat in part.beats if beat.name in read}
        return said

    def _voice(self, place: Place, sentence: Sentence, kept: KeptVoices) -> Voice | None:
        """Return what is heard of a beat: its recording, or else what an engine speaks; None if there is neither."""
        if self.recordings is not None and place in self.recordings.files:
            return recorded(self.recordings.files[place], kept)
        return None if self.engine is None else spoken(aloud(sentence, self.words), self.engine, kept)

    def _tell_of(self, recordings: Recordings, sentences: dict[Place, str], display: Display) -> None:
        """Say once which beats have no recording, and which an old one; or that an engine speaks them all."""
        if self.engine is not None and not recordings.files:
            display.tell(f"Voice      no recordings in {recordings.folder}: {self.engine.name} speaks every beat")
        silent = [place for place in sentences if place not in recordings.files and self.engine is None]
        for places, one, many, what in (
            (silent, "beat has", "beats have", "no recording, and nothing to be heard"),
            (older(recordings, sentences), "recording says", "recordings say", "what was said before"),
        ):
            if places:
                names = [recordings.names[place] for place in places]
                named = ", ".join([*names[:MOST_NAMED], *(["..."] if len(names) > MOST_NAMED else [])])
                display.tell(f"Voice      {len(names)} {one if len(names) == 1 else many} {what}: {named}")


def recorded(path: Path, kept: KeptVoices) -> Voice:
    """Return the voice that a recording is.

    Raises
    ------
    SoundError
        If it cannot be read, or is cut off or silent.
    """

    def read(folder: Path) -> Made:
        try:
            samples = samples_of(path)
        except SoundError as error:
            raise SoundError(f"{str(error).removesuffix('.')}; {ELSE}.") from None
        fault = fault_of(path, samples)
        if fault:
            raise SoundError(f"{path} {fault}; {ELSE}.")
        return samples, words_beside(path)

    return kept.voice([content_digest(path), *map(content_digest, sidecars(path))], read)


def spoken(text: str, engine: Engine, kept: KeptVoices) -> Voice:
    """Return the voice that an engine speaks a text with; raises SoundError if it cannot."""

    def speak(folder: Path) -> Made:
        target = folder / "speech.wav"
        words = engine.speak(text, target)
        try:
            samples = samples_of(target)
        except SoundError:
            raise SoundError(f"[voice] {engine.name} wrote no sound that can be read of {_short(text)}.") from None
        fault = fault_of(target, samples)
        if fault:
            raise SoundError(f"[voice] what {engine.name} speaks {fault}, of {_short(text)}.")
        return samples, words

    return kept.voice([*engine.key, text], speak)


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:59]}…")
