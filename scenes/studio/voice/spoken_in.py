"""Which recordings are those of a language: a folder of its own has them, or the lesson's where that is for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scenes.lesson.lesson import Lesson
from scenes.stage.heard.sounding import SoundError
from scenes.story.told import Part
from scenes.studio.digests import content_digest
from scenes.studio.voice.noted import said_by
from scenes.studio.voice.recordings import Recordings, story_of
from scenes.words.languages import base_of, in_english


def recordings_in(
    language: str, lesson: Lesson, parts: Sequence[Part], may_lack: bool = False, spoken: bool = False
) -> Recordings:
    """Find a lesson's recordings in a language, as the web calls it.

    They lie in a folder called by its tag within the one that the lesson names, ``voice/de``; where there is none, in
    that one itself, if it is for this language.

    Parameters
    ----------
    may_lack
        Whether there need be no such folder yet.
    spoken
        Whether what is not recorded is spoken all the same, so that a language need have no folder.

    Raises
    ------
    SoundError
        If there is no such folder, two recordings are of one beat, or one may be of two.
    """
    whole = lesson.beside(lesson.voice.folder)
    own, scenes = _language_for(whole, lesson), story_of(lesson, parts)
    places = dict.fromkeys((whole / language, whole / base_of(language)))
    folder = next((place for place in places if place.is_dir()), None)
    if folder is None and base_of(own) == base_of(language):
        return Recordings.of(whole, scenes, may_lack, language)
    if folder is None and not (may_lack or spoken):
        raise SoundError(
            f"[voice] folder: {whole} is for recordings in {in_english(own)}, expected those in {in_english(language)} "
            f"in {whole / language}; `nudge voice {lesson.path} --language {language}` records them, and an empty "
            "folder of that name lets the film be without a voice."
        )
    return Recordings.of(folder or whole / language, scenes, may_lack=True, language=language)


def _language_for(folder: Path, lesson: Lesson) -> str:
    """Return in which language the recordings are that a lesson's folder itself holds.

    It is the lesson's own, unless it is noted that one of them says a sentence of another.
    """
    own = lesson.own_language
    noted = {
        said["language"]
        for file, said in said_by(folder).items()
        if said["language"] and (folder / file).is_file() and content_digest(folder / file) == said["sound"]
    }
    return next((other for other in sorted(noted) if base_of(other) != base_of(own)), own)
