"""Aspects: the shapes that a frame can have, and how large each is in scene units and in pixels.

All have about as much room: what is less wide is higher. So type is as large a part of the picture in one as in the
other, but on an upright one and in a square, which are seen small: there all is larger, what is said most of all, and
more lines of it stand at once.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenes.look.measures import level

MARGIN = 0.4  # scene units at every edge that nothing crosses


@dataclass(frozen=True)
class Aspect:
    """A shape of the frame.

    Parameters
    ----------
    name
        Width to height, such as ``16:9``.
    width, height
        The whole frame, in scene units; its middle is the origin.
    caption_lines
        How many lines of a caption stand at once, at most.
    caption_size
        How many times as large as elsewhere its type is.
    resting
        How opaque numbers and words are while others are spoken of: in a small picture they can still be read.
    """

    name: str
    width: float
    height: float
    caption_lines: int = 2
    caption_size: float = 1.0
    resting: float = level.rest

    @property
    def upright(self) -> bool:
        """Whether it is higher than wide."""
        return self.height > self.width

    @property
    def room(self) -> float:
        """The width inside the margins, in scene units."""
        return self.width - 2 * MARGIN

    def pixels(self, rows: int) -> tuple[int, int]:
        """Return width and height in pixels if the shorter side has so many: even, as encoders want them.

        The height can be divided by 8, if `rows` can: otherwise x264 may give other bits for the same frames.
        """
        even = 8 if self.upright else 2
        longer = even * round(rows * max(self.width, self.height) / min(self.width, self.height) / even)
        return (rows, longer) if self.upright else (longer, rows)


USUAL = "16:9"
#: By name: width to height.
ASPECTS = {
    one.name: one
    for one in (
        Aspect(USUAL, 128 / 9, 8.0),
        Aspect("16:10", 13.6, 8.5),
        Aspect("4:3", 12.0, 9.0),
        Aspect("1:1", 8.6, 8.6, caption_lines=3, caption_size=1.15, resting=level.half),
        Aspect("9:16", 7.2, 12.8, caption_lines=5, caption_size=1.25, resting=level.half),
    )
}
