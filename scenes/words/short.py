"""Names that are cut to the room there is: captions say them whole."""

from __future__ import annotations

LONGEST_NAME = 12  # letters of a name beside a picture


def on_stage(name: str, letters: int = LONGEST_NAME) -> str:
    """Return a name as it stands beside a picture: cut if it has more letters than there is room for."""
    return name if len(name) <= letters else f"{name[: letters - 1].rstrip()}…"
