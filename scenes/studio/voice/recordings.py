"""Recordings: the files of a folder, each the voice of the beat that its name says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from netsim.border.nearest import nearest
from netsim.border.opening import Unreadable, folder_at
from scenes.lesson.lesson import Lesson
from scenes.stage.beats import Beat
from scenes.stage.heard.sounding import SoundError
from scenes.stage.stage import TraceScene
from scenes.story.told import ALL, Part, told
from scenes.words.languages import ENGLISH

ENDINGS = (".wav", ".flac", ".mp3", ".m4a", ".ogg", ".opus", ".aac", ".aiff")
Place = tuple[str, str]  # a scene's name, and a beat's


@dataclass(frozen=True)
class Recordings:
    """The recordings of a folder, by scene and beat; and those of its files that are of no beat.

    Attributes
    ----------
    folder
        Where they are, or are to be.
    files
        By the names of scene and beat.
    names
        What the recording of each beat is called, without its ending.
    stray
        Recordings that are of no beat, each with the name that may have been meant, "" if none is near.
    language
        The language that they are in, as the web calls it.
    """

    folder: Path
    files: dict[Place, Path]
    names: dict[Place, str]
    stray: dict[Path, str]
    language: str = ENGLISH

    @classmethod
    def of(
        cls, folder: Path, scenes: Sequence[type[TraceScene]], may_lack: bool = False, language: str = ENGLISH
    ) -> Recordings:
        """Find the recordings of scenes.

        Parameters
        ----------
        may_lack
            Whether there need be no such folder yet.
        language
            The language that they are in, as the web calls it.

        Raises
        ------
        SoundError
            If there is no such folder, two recordings are of one beat, or one may be of two.
        """
        try:
            there = [] if may_lack and not folder.exists() else folder_at(folder)
        except Unreadable as error:
            raise SoundError(f"[voice] folder: {folder} {error}; make it, or leave the line out.") from None
        answers, names = _answers(scenes), names_of(scenes)
        files: dict[Place, Path] = {}
        stray: dict[Path, str] = {}
        for path in (path for path in there if path.suffix.lower() in ENDINGS and not path.is_dir()):
            places = answers.get(path.stem.lower(), [])
            if len(places) > 1:
                longer = " or ".join(names[place] for place in places)
                raise SoundError(f"{path} may be the voice of {len(places)} beats, expected {longer} as its name.")
            if not places:
                stray[path] = nearest(path.stem, names.values()) or ""
            elif places[0] in files:
                raise SoundError(f"{files[places[0]]} and {path} are recordings of one beat; keep one of them.")
            else:
                files[places[0]] = path
        return cls(folder, files, names, stray, language)


def story_of(lesson: Lesson, parts: Sequence[Part]) -> list[type[TraceScene]]:
    """Return all scenes that a lesson could tell, and those that it does: a recording's name means one beat of all."""
    whole = lesson.telling(ALL)
    whole = replace(whole, story=whole.story.model_copy(update={"leave_out": (), "opens": ""}))
    return list(dict.fromkeys(part.scene for part in (*parts, *told(whole))))


def names_of(scenes: Sequence[type[TraceScene]]) -> dict[Place, str]:
    """Return what the recording of each beat is called, without its ending: as short as it means one beat."""
    answers = _answers(scenes)
    return {
        (scene.__name__, beat.name): next(
            name for name in reversed(_names(scene, beat)) if answers[name.lower()] == [(scene.__name__, beat.name)]
        )
        for scene in scenes
        for beat in scene.beats()
    }


def _answers(scenes: Sequence[type[TraceScene]]) -> dict[str, list[Place]]:
    """Return the beats that answer to each name, in small letters."""
    answers: dict[str, list[Place]] = {}
    for scene in scenes:
        for beat in scene.beats():
            for name in _names(scene, beat):
                answers.setdefault(name.lower(), []).append((scene.__name__, beat.name))
    return answers


def _names(scene: type[TraceScene], beat: Beat) -> list[str]:
    """Return what the recording of a beat may be called, the longest first; the last is the usual one."""
    whole = f"{scene.__name__}-{beat.name}"
    return list(dict.fromkeys((f"{beat.id}-{whole}", whole, f"{beat.id}-{beat.name}") if beat.id else (whole,)))
