"""What is heard of a lesson: of each beat its recording, or else what an engine speaks, before anything is filmed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from netsim import Trace
from scenes.lesson.lesson import Lesson
from scenes.stage.sounding import SoundError
from scenes.stage.stage import TraceScene
from scenes.stage.voice import Voice
from scenes.story.told import Part
from scenes.studio.film.clips.sounds import samples_of
from scenes.studio.film.pieces.kept_clips import content_digest
from scenes.studio.voice.engines import Engine, engine_of
from scenes.studio.voice.faults import fault_of
from scenes.studio.voice.kept_voices import KeptVoices, Made
from scenes.studio.voice.recordings import Recordings
from scenes.studio.voice.word_times import sidecars, words_beside
from scenes.words.messages import Messages

MOST_NAMED = 5
Tell = Callable[[str], None]
Voices = dict[type[TraceScene], dict[str, Voice]]


def voices_of(lesson: Lesson, parts: Sequence[Part], trace: Trace, words: Messages, work: Path, tell: Tell) -> Voices:
    """Return what is heard of each beat that is told; nothing where the lesson has no voice.

    Parameters
    ----------
    tell
        Called with a sentence on the beats that nothing is heard of.

    Raises
    ------
    SoundError
        If a recording cannot be used, or an engine cannot speak; what was spoken before is kept.
    """
    if not lesson.voice.speaks:
        return {}
    scenes, engine = [part.scene for part in parts], engine_of(lesson, words.language)
    recordings = Recordings.of(lesson.beside(lesson.voice.folder), scenes) if lesson.voice.folder else None
    kept, silent, voices = KeptVoices(work, lesson.voice.breath), [], Voices()
    for part in parts:
        read, beats = part.scene.reads(trace, words), {}
        for beat in (beat for beat in part.beats if beat.name in read):
            place = (part.scene.__name__, beat.name)
            if recordings is not None and place in recordings.files:
                beats[beat.name] = recorded(recordings.files[place], kept)
            elif engine is not None:
                beats[beat.name] = spoken(read[beat.name], engine, kept)
            elif recordings is not None:
                silent.append(recordings.names[place])
        voices[part.scene] = beats
    kept.prune()
    if silent:
        names = ", ".join([*silent[:MOST_NAMED], *(["..."] if len(silent) > MOST_NAMED else [])])
        many = "1 beat has" if len(silent) == 1 else f"{len(silent)} beats have"
        tell(f"Voice      {many} no recording, and so as long as it takes to read nothing is heard: {names}")
    return voices


def recorded(path: Path, kept: KeptVoices) -> Voice:
    """Return the voice that a recording is.

    Raises
    ------
    SoundError
        If it cannot be read, or is cut off or silent.
    """

    def read(folder: Path) -> Made:
        samples = samples_of(path)
        fault = fault_of(path, samples)
        if fault:
            raise SoundError(f"{path} {fault}; record it again, or take it away to have the beat without a voice.")
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
