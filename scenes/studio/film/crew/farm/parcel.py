"""Files that travel to a render farm, each once, and orders that name them by where they will be."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from netsim.border.files import fitting
from scenes.look.roles import bundled
from scenes.studio.film.crew.farm.errand import FILES
from scenes.words.languages import is_path, language_of


class Parcel:
    """What a run sends along.

    Attributes
    ----------
    files
        Contents by place: a digest, and the file's own name, since a message may name it.
    """

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self._places: dict[Path, str] = {}

    def packed(self, order: Mapping[str, Any]) -> dict[str, Any]:
        """Pack the files of an order (see `Run.order`), and return it with their paths there.

        Raises
        ------
        OSError
            If a file cannot be read.
        """
        theme, words = order["theme"], order["words"]
        return {
            **order,
            "trace": self._put(order["trace"]),
            "scene": self._addressed(order["scene"]),
            "after": self._addressed(order["after"]),
            "theme": theme if theme in bundled() else self._put(theme),
            "words": self._put(words) if words else "",
            "logo": self._put(order["logo"]) if order["logo"] else "",
            "language": self._put_language(order["language"]),
            "voice": {beat: one | {"file": self._put(one["file"])} for beat, one in order["voice"].items()},
        }

    def _addressed(self, scene: str) -> str:
        """Return a scene's address there: what a file of one's own holds travels."""
        file, marked, rest = scene.rpartition("@")
        return f"{self._put(file)}@{rest}" if marked else scene

    def _put_language(self, name: str) -> str:
        """Return what a language is called there: a translation's files travel, together."""
        if not is_path(name):
            return name
        together = hashlib.sha256(b"".join(path.read_bytes() for path in language_of(name).files)).hexdigest()[:12]
        for path in language_of(name).files:
            inside = path.relative_to(Path(name).parent)
            self.files[f"{together}/{inside}"] = path.read_bytes()
        return f"../{FILES}/{together}/{Path(name).name}"

    def _put(self, path: str) -> str:
        """Put a file in, and return where it will be, as seen from an errand's folder."""
        place = Path(path).resolve()
        if place not in self._places:
            content = place.read_bytes()
            self._places[place] = f"{hashlib.sha256(content).hexdigest()[:12]}/{fitting(place.name)}"
            self.files[self._places[place]] = content
        return f"../{FILES}/{self._places[place]}"
