"""What the files of each format are called, after the production's name."""

from __future__ import annotations

import re
from pathlib import Path

ENDINGS = {
    "film": (".mp4", ".srt", ".vtt", ".md", ".youtube.txt"),
    "html": ("-slides.html",),
    "offline": ("-slides.html",),
    "pptx": ("-slides.pptx",),
    "pdf": ("-slides.pdf",),
    "thumbnail": ("-thumbnail.png",),
    "storyboard": ("-storyboard.png",),
    "handout": ("-handout.pdf",),
}


def folder_beside(deck: Path) -> Path:
    """Return the folder of a deck for the browser: a name that stands in addresses as it is, whatever its lesson's."""
    return deck.with_name(f"{re.sub(r'[^A-Za-z0-9.-]', '_', deck.stem)}_files")
