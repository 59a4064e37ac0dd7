"""The imprint in the frame: the logo right of the title, the footer in the lower margin, beside all that moves."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import numpy as np
import typst
from PIL import Image

from scenes.look.aspects import MARGIN
from scenes.look.imprint import UNSIGNED, Imprint
from scenes.look.roles import ThemeError
from scenes.look.theme import Theme
from scenes.stage.formats import TITLE, Format
from scenes.stage.zones import Zone

# A logo is at most so high, in scene units, and takes so much of the frame's width.
HIGH, WIDEST = 0.85 * TITLE, 0.2
# In a frame less wide than this, titles need their line: the logo is then so high, and stands in the lower margin.
NARROW, LOW = 10.0, 0.75 * MARGIN
# The footer's type, of the theme's smallest; and the height of its line over the frame's lower edge.
SIZE, RISE = 0.75, 0.4 * MARGIN
SEEN = 8  # of 255: what is more opaque than that
# The frame, a 72nd of a scene unit a point. A logo is as high as there is room for, unless that is too wide.
_SHEET = """
#let c = json("imprint.json")
#set page(width: c.width * 1in, height: c.height * 1in, margin: 0pt, fill: none)
#set text(font: c.fonts, size: c.em * 1in, fill: rgb(c.colour), hyphenate: false)

#if c.logo != "" { context {
  let tall = image(c.logo, height: c.high * 1in)
  let logo = if measure(tall).width > c.wide * 1in { image(c.logo, width: c.wide * 1in) } else { tall }
  if c.narrow { place(bottom + left, dx: c.margin * 1in, dy: (c.high - c.margin) * .5in, logo) } else {
    place(top + right, dx: -c.margin * 1in, dy: c.margin * 1in, logo)
  }
} }
#place(bottom + right, dx: -c.margin * 1in, dy: -c.rise * 1in, box(text(bottom-edge: "baseline", c.footer)))
"""


def imprinted(theme: Theme, frame: Format, width: int, height: int) -> np.ndarray | None:
    """Return a theme's imprint as it stands in a frame of so many pixels; None if there is nothing to be seen.

    Returns
    -------
    ndarray
        (height, width, 4) of uint8, not premultiplied.

    Raises
    ------
    ThemeError
        If the logo cannot be drawn.
    """
    imprint = theme.imprint
    if imprint == UNSIGNED:
        return None
    return _drawn(
        imprint, frame, width, height, theme.colour.dim, theme.em("small"), theme.font.words, theme.manner.fonts
    )


def check_imprint(theme: Theme, frame: Format) -> None:
    """Make sure that a theme's imprint can stand in a frame.

    Raises
    ------
    ThemeError
        If the logo cannot be drawn, or the footer is too long.
    """
    found = places(theme, frame)
    free = found["logo"].right if "logo" in found and frame.width < NARROW else frame.frame.left
    if "footer" in found and found["footer"].left < free:
        raise ThemeError(
            f"look.footer: {theme.imprint.footer!r} is too long for the lower margin in {frame.name}; shorten it."
        )


def places(theme: Theme, frame: Format) -> dict[str, Zone]:
    """Return where logo and footer stand, as far as there are such, in scene units."""
    rows, unit = 360, frame.height / 360
    parts = {"logo": replace(theme.imprint, footer=""), "footer": Imprint(footer=theme.imprint.footer)}
    found: dict[str, Zone] = {}
    for name, part in parts.items():
        seen = imprinted(theme.imprinted(part), frame, round(rows * frame.width / frame.height), rows)
        down, across = np.nonzero(seen[..., 3] > SEEN) if seen is not None else ((), ())
        if len(down):
            left, right = (float(at * unit - frame.width / 2) for at in (min(across), max(across) + 1))
            top, bottom = (float(frame.height / 2 - at * unit) for at in (min(down), max(down) + 1))
            found[name] = Zone(left, right, bottom, top)
    return found


@lru_cache(maxsize=16)
def _drawn(
    imprint: Imprint, frame: Format, width: int, height: int, colour: str, em: float, face: str, fonts: tuple[str, ...]
) -> np.ndarray:
    about = {
        "width": frame.width,
        "height": frame.height,
        "margin": MARGIN,
        "narrow": frame.width < NARROW,
        "high": LOW if frame.width < NARROW else HIGH,
        "wide": WIDEST * frame.width,
        "rise": RISE,
        "em": SIZE * em,
        "colour": colour,
        "fonts": [face, *fonts],
        "logo": imprint.name,
        "footer": imprint.footer,
    }
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        imprint.copy_into(place)
        (place / "imprint.json").write_text(json.dumps(about), "utf-8")
        (place / "imprint.typ").write_text(_SHEET, "utf-8")
        try:
            page = typst.compile(place / "imprint.typ", format="png", ppi=height / frame.height)
        except RuntimeError as error:
            raise ThemeError(f"look.logo: {imprint.logo} cannot be drawn ({_why(error)}); save it anew.") from None
    image = Image.open(BytesIO(page if isinstance(page, bytes) else page[0])).convert("RGBA")
    pixels = np.zeros((height, width, 4), np.uint8)
    shown = np.asarray(image)[:height, :width]
    pixels[: shown.shape[0], : shown.shape[1]] = shown
    return pixels


def _why(error: RuntimeError) -> str:
    """Say what Typst found wrong with a picture."""
    return " ".join(str(error).split()).rpartition("error: ")[2].rstrip(".")[:160]
