"""Which sentence each recording says, in which language: noted beside them, since the time of a file does not tell."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path

from netsim.border.files import whole
from scenes.studio.digests import content_digest
from scenes.studio.voice.recordings import Place, Recordings

BOOK = ".nudge-voice.json"


def note_new(recordings: Recordings, sentences: Mapping[Place, str]) -> None:
    """Note of each recording that is new, or was recorded anew, that it says what its beat says at this moment."""
    noted = said_by(recordings.folder)
    now = dict(noted)
    for place, path in recordings.files.items():
        sound = content_digest(path)
        if place in sentences and noted.get(path.name, {}).get("sound") != sound:
            now[path.name] = {"sound": sound, "says": sentences[place], "language": recordings.language}
    if now != noted:
        book = recordings.folder / BOOK
        with contextlib.suppress(OSError), whole(book) as draft:  # a folder that cannot be written can be read
            draft.write_text(json.dumps(now, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")


def older(recordings: Recordings, sentences: Mapping[Place, str]) -> list[Place]:
    """Return which recordings are noted to say another sentence than their beats do now."""
    noted = said_by(recordings.folder)
    return [
        place
        for place, path in recordings.files.items()
        if place in sentences
        and (said := noted.get(path.name)) is not None
        and said["sound"] == content_digest(path)
        and said["says"] != sentences[place]
    ]


def said_by(folder: Path) -> dict[str, dict[str, str]]:
    """Return what is noted of recordings, by their files' names: `says`, `language`, and the digest of `sound`.

    The language is "" where it was not noted, as it once was not.
    """
    try:
        noted = json.loads((folder / BOOK).read_text("utf-8"))
        return {
            name: {"sound": str(one["sound"]), "says": str(one["says"]), "language": str(one.get("language", ""))}
            for name, one in noted.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}  # not there, or damaged: all are taken for new
