"""The thumbnail: one strong picture and a few words, as video platforms show a film among others."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from netsim.border.files import workshop
from scenes.lesson.errors import LessonError
from scenes.lesson.lesson import ASSETS
from scenes.look.theme import Theme
from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.stills import Still
from scenes.studio.print.typesetting import typeset
from scenes.words.messages import Messages

PAGE = ASSETS / "deck" / "thumbnail.typ"
QUALITY = Quality("thumbnail", 1280, 720, 30)
PPI = 72.0  # a point of the page is a pixel
LONGEST = 80  # letters that can be read in a list of films
GREY = 0.2  # how much a difference from the ground counts, beside one of hue


def strongest(stills: Iterable[Still]) -> Still:
    """Return the still of which most is in colour, or else stands out from its ground."""
    return max(stills, key=strength)


def strength(still: Still) -> float:
    """Measure how much of a picture is in colour and bright, 0 to 1.2: what is still seen when it is small."""
    pixels = np.asarray(still.image.convert("RGB"), dtype=float) / 255
    hue = pixels.max(axis=2) - pixels.min(axis=2)
    return float((hue + GREY * np.abs(pixels - pixels[0, 0]).mean(axis=2)).mean())


def thumbnail(still: Still, said: str, theme: Theme, words: Messages, target: Path) -> None:
    """Set a picture's stage and words as a PNG of 1280 by 720 pixels.

    Parameters
    ----------
    still
        Drawn without a caption.
    said
        The words, at most 80 letters.

    Raises
    ------
    LessonError
        If the words are too many to be read.
    """
    if len(said) > LONGEST:
        raise LessonError(
            f"--words: {len(said)} letters cannot be read on a thumbnail, expected {LONGEST} at most; say it shorter."
        )
    colours = {role: getattr(theme.colour, role) for role in ("background", "ink")}
    about = {"words": said, "colours": colours, "language": words.language.partition("-")[0], "fonts": theme.font.words}
    with workshop(target) as place:
        (place / "picture.png").write_bytes(still.stage)
        page = typeset(PAGE, about, place, PPI)
    target.write_bytes(page)
