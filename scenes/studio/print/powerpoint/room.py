"""The room that a layout leaves to a film: its content's place, without what stands in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pptx.enum.shapes import PP_PLACEHOLDER as Kind
from pptx.slide import SlideLayout

from scenes.studio.print.powerpoint.title import TITLES

CONTENTS = (Kind.OBJECT, Kind.BODY, Kind.PICTURE, Kind.MEDIA_CLIP)
# Places of a layout that our slides fill; all others are taken out of them.
FILLED = (*TITLES, Kind.FOOTER, Kind.SLIDE_NUMBER)
# A shape that covers so much of the slide is its ground; nothing has to keep clear of it.
GROUND = 0.5
# Beside what stands around it a film keeps so much of the slide's height free.
GAP = 0.015


@dataclass(frozen=True)
class Room:
    """A rectangle of a slide, in EMU from its upper left corner."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """Its lower edge."""
        return self.top + self.height

    def within(self, other: Room) -> Room:
        """Return the part of it that lies within another; if none does, all of the other."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        width, height = min(self.right, other.right) - left, min(self.bottom, other.bottom) - top
        return Room(left, top, width, height) if width > 0 and height > 0 else other

    def meets(self, other: Room) -> bool:
        """Whether the two share anything."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return across > 0 and min(self.bottom, other.bottom) - max(self.top, other.top) > 0

    def beside(self, other: Room, gap: int) -> Room:
        """Return the largest part of it that lies to one side of another."""
        below, after = other.bottom + gap, other.right + gap
        parts = (
            replace(self, height=other.top - gap - self.top),
            replace(self, top=below, height=self.bottom - below),
            replace(self, width=other.left - gap - self.left),
            replace(self, left=after, width=self.right - after),
        )
        return max(parts, key=lambda part: max(0, part.width) * max(0, part.height))

    def fitted(self, aspect: float) -> Room:
        """Return the largest rectangle of this width to height within it, in its middle."""
        width, height = min(self.width, round(self.height * aspect)), min(self.height, round(self.width / aspect))
        return Room(self.left + (self.width - width) // 2, self.top + (self.height - height) // 2, width, height)


def room_of(layout: SlideLayout, width: int, height: int) -> Room:
    """Return where a film can stand on slides of a layout: in its content's place, or the master's.

    Parameters
    ----------
    width, height
        The slide's, in EMU.
    """
    whole, master = Room(0, 0, width, height), layout.slide_master
    places = [
        Room(place.left, place.top, place.width, place.height)
        for page in (layout, master)
        for place in page.placeholders
        if place.placeholder_format.type in CONTENTS and place.width and place.height
    ]
    own = [p for p in layout.placeholders if p.placeholder_format.type in CONTENTS]
    found = max(places[: len(own)] or places[:1] or [whole], key=lambda room: room.width * room.height).within(whole)
    for other in _in_front(layout):
        if found.meets(other) and other.width * other.height < GROUND * width * height:
            found = found.beside(other, round(GAP * height))
    return found


def _in_front(layout: SlideLayout) -> Iterator[Room]:
    """Yield the places of what is seen on slides of a layout beside their content: titles, footers, logos, bars."""
    pages = [layout] if layout.element.get("showMasterSp") == "0" else [layout, layout.slide_master]
    for page in pages:
        for shape in page.shapes:
            if shape.is_placeholder and (page is not layout or shape.placeholder_format.type not in FILLED):
                continue
            if shape.width and shape.height:
                yield Room(shape.left, shape.top, shape.width, shape.height)
