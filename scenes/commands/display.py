"""How the commands show that they get on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scenes.studio.film.progress import Display


def display() -> Display:
    """Show progress on stderr, so that stdout holds results only."""
    from rich.console import Console

    from scenes.studio.film.displays import display_for

    return display_for(Console(stderr=True))
