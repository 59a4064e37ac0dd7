"""Which sentence each recording says: noted beside the recordings, since the time of a file does not tell it."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path

from netsim.border.files import whole
from scenes.studio.film.pieces.kept_clips import content_digest
from scenes.studio.voice.recordings import Place, Recordings

BOOK = ".nudge-voice.json"


def older(recordings: Recordings, sentences: Mapping[Place, str]) -> list[Place]:
    """Return which recordings say another sentence than their beats do now.

    A recording that is new, or was recorded anew, is taken to say what its beat says at that moment.
    """
    book, noted = recordings.folder / BOOK, said_by(recordings.folder)
    found, now = [], dict(noted)
    for place, path in recordings.files.items():
        if place not in sentences:
            continue
        sound, said = content_digest(path), noted.get(path.name)
        if said is None or said["sound"] != sound:
            now[path.name] = {"sound": sound, "says": sentences[place]}
        elif said["says"] != sentences[place]:
            found.append(place)
    if now != noted:
        with contextlib.suppress(OSError), whole(book) as draft:  # a folder that cannot be written can be read
            draft.write_text(json.dumps(now, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")
    return found


def said_by(folder: Path) -> dict[str, dict[str, str]]:
    """Return what is noted of recordings, by the names of their files: `says`, and the digest of their `sound`."""
    try:
        noted = json.loads((folder / BOOK).read_text("utf-8"))
        return {name: {"sound": str(one["sound"]), "says": str(one["says"])} for name, one in noted.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}  # not there, or damaged: all are taken for new
