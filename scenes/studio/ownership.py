"""Whose a file is: what was made here is noted with its digest, and what was not is never overwritten."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from netsim.border.files import whole


class OwnershipError(ValueError):
    """A file that is not ours to overwrite; its text is one sentence that names it and offers ways out."""


@dataclass(frozen=True)
class Made:
    """The files that were made in a folder, or for it, by name and content.

    They are noted in `.work/made.jsonl`, a line each. Lines are added, never changed, so that two commands in one
    folder do not lose each other's; and before a file gets its name, so that a command can be killed between the two.

    Attributes
    ----------
    folder
        Where the files go.
    force
        Whether files that were not made here, or were changed since, are overwritten all the same.
    """

    folder: Path
    force: bool = False

    def check(self, targets: Iterable[Path]) -> None:
        """Make sure that files and whole folders may be written, before any work is done for them.

        Raises
        ------
        OwnershipError
            If one is there that was not made here, or was changed since; or a folder where a file is to be.
        """
        ours = set(self._lines())
        for target in targets:
            if target.is_dir() and target.suffix:
                raise OwnershipError(
                    f"{target} is a folder, and a file of that name is to be written; "
                    "choose another place with --out, or move it away."
                )
            for path in sorted(target.rglob("*")) if target.is_dir() else [target]:
                if not self.force and os.path.lexists(path) and not path.is_dir() and not self._is_ours(path, ours):
                    raise OwnershipError(
                        f"{path} is there already, and was not made by nudge or was changed since; "
                        "choose another folder with --out, or --force to overwrite it."
                    )

    def note(self, target: Path, draft: Path) -> None:
        """Note that what a draft holds is made here, and will be called so."""
        line = json.dumps([self._name(target), _digest(draft)])
        self._list.parent.mkdir(parents=True, exist_ok=True)
        if line not in self._lines():
            with self._list.open("a", encoding="utf-8") as file:
                file.write(f"\n{line}\n")  # one that was cut short stays alone

    @contextmanager
    def whole(self, target: Path) -> Iterator[Path]:
        """Make the folder and give a place in it to write a file of ours to, as `netsim.border.files.whole`; note it.

        Raises
        ------
        OwnershipError
            If a file has come there that was not made here.
        """
        self.check([target])
        target.parent.mkdir(parents=True, exist_ok=True)
        with whole(target) as draft:
            yield draft
            self.check([target])
            self.note(target, draft)

    @property
    def _list(self) -> Path:
        return self.folder / ".work" / "made.jsonl"

    def _name(self, path: Path) -> str:
        return Path(os.path.relpath(path, self.folder)).as_posix()

    def _lines(self) -> list[str]:
        try:
            return self._list.read_text("utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return []

    def _is_ours(self, path: Path, ours: set[str]) -> bool:
        return path.is_file() and json.dumps([self._name(path), _digest(path)]) in ours


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
