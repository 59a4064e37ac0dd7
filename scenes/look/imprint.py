"""Whose a film is: a logo beside the title, and a line in the lower margin."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from scenes.look.roles import ThemeError

#: What a logo may be, by how its file's name ends.
KINDS = (".svg", ".png", ".jpg", ".jpeg")


@dataclass(frozen=True)
class Imprint:
    """A logo and a line of text; either may be missing.

    Attributes
    ----------
    logo
        The path of a picture; "" for none.
    digest
        Fingerprint of what that holds.
    footer
        What is written.
    """

    logo: str = ""
    digest: str = ""
    footer: str = ""

    @classmethod
    def of(cls, logo: Path | None, footer: str) -> Self:
        """Look at a logo's file.

        Raises
        ------
        ThemeError
            If there is none, or it is of another kind than `KINDS`.
        """
        if logo is None:
            return cls(footer=footer)
        if logo.suffix.lower() not in KINDS:
            raise ThemeError(
                f"look.logo: {logo} is no picture for a logo; expected a file ending in {', '.join(KINDS)}."
            )
        try:
            content = logo.read_bytes()
        except OSError as error:
            raise ThemeError(
                f"look.logo: {logo} cannot be read ({(error.strerror or str(error)).lower()}); "
                "expected a picture beside the lesson."
            ) from None
        return cls(str(logo), hashlib.sha256(content).hexdigest(), footer)

    def content(self) -> bytes:
        """Return what the logo's file holds.

        Raises
        ------
        ThemeError
            If that has changed since it was looked at.
        """
        try:
            content = Path(self.logo).read_bytes()
        except OSError:
            content = b""
        if hashlib.sha256(content).hexdigest() != self.digest:
            raise ThemeError(f"look.logo: {self.logo} changed after this began; call it again.")
        return content

    def copy_into(self, folder: Path) -> None:
        """Put a copy of the logo's file, if there is one, into a folder, under its `name`; raises as `content`."""
        if self.logo:
            (folder / self.name).write_bytes(self.content())

    @property
    def name(self) -> str:
        """What a copy of the logo's file is called: its kind stays."""
        return f"logo{Path(self.logo).suffix.lower()}" if self.logo else ""


UNSIGNED = Imprint()
