"""A title in its place on a template: as large as the template says, or as small as it must be to fit."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER as Kind
from pptx.oxml.ns import qn
from pptx.slide import Slide

TITLES = (Kind.TITLE, Kind.CENTER_TITLE)
POINT = 12700  # EMU
# A letter is so wide on average, a line so high, in sizes of the type; a box keeps so much free, in EMU, on both sides.
LETTER, LINE, INSETS = 0.55, 1.2, (182880, 91440)
# What a title is shrunk to, in percent: PowerPoint's own steps.
SCALES = (100, 90, 80, 70, 62.5, 55, 50)
_UNSAID = 4400  # hundredths of a point: what a title has where no part of a template says anything


def fit_title(slide: Slide) -> None:
    """Shrink a title that is too long for its place, in the way in which PowerPoint notes this; others stay."""
    shape = slide.shapes.title
    size = next(_sizes(slide), _UNSAID) / 100 * POINT
    across, high = (side - inset for side, inset in zip((shape.width, shape.height), INSETS, strict=True))
    letters = len(shape.text_frame.text)
    scale = next((one for one in SCALES if _height(letters, size * one / 100, across) <= high), SCALES[-1])
    if scale < SCALES[0]:
        frame = shape.text_frame._txBody.bodyPr
        for fitted in [child for child in frame if child.tag.endswith("Autofit")]:
            frame.remove(fitted)
        etree.SubElement(frame, qn("a:normAutofit")).set("fontScale", str(round(1000 * scale)))


def _height(letters: int, size: float, across: float) -> float:
    """Return how high so many letters stand, in EMU."""
    return ceil(letters * LETTER * size / across) * LINE * size


def _sizes(slide: Slide) -> Iterator[int]:
    """Yield what layout and master say of a title's size, in hundredths of a point, the nearest first."""
    layout = slide.slide_layout
    for page in (layout, layout.slide_master):
        for place in page.placeholders:
            if place.placeholder_format.type in TITLES:
                yield from (int(one.get("sz")) for one in place._element.iter(qn("a:defRPr")) if one.get("sz"))
    styles = layout.slide_master._element.iter(qn("p:titleStyle"))
    yield from (int(one.get("sz")) for style in styles for one in style.iter(qn("a:defRPr")) if one.get("sz"))
