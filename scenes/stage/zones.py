"""The frame and its four zones: where title, pictures and captions stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Zone:
    """A rectangle of the frame, in scene units."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def width(self) -> float:
        """Extent from left to right."""
        return self.right - self.left

    @property
    def center(self) -> tuple[float, float, float]:
        """The middle, as a point."""
        return ((self.left + self.right) / 2, (self.bottom + self.top) / 2, 0.0)


MARGIN = 0.4
FRAME = Zone(-64 / 9 + MARGIN, 64 / 9 - MARGIN, -4 + MARGIN, 4 - MARGIN)
TITLE = Zone(FRAME.left, FRAME.right, 2.82, FRAME.top)
STAGE = Zone(FRAME.left, FRAME.right, -2.78, 2.82)
CAPTION = Zone(FRAME.left, FRAME.right, FRAME.bottom, -2.78)
FLOOR = -2.4  # pictures end here; small notes may stand under them
CAPTION_LINES = 2
LAST_BASELINE = (-3.36, -3.5)  # of a caption of one line, of two
TITLE_BASELINES = (3.3, 2.96)  # of the title, of the line under it
