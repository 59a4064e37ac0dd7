"""Formats: the frame's extent, and the zones for title, stage and caption that follow from it.

Every format has about as much room: what is less wide is higher. So type is as large a part of the picture in one as
in the other, but on an upright one, which is seen small: there all is larger, and more lines are said at once.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenes.stage.zones import Zone

MARGIN = 0.4  # scene units at every edge that nothing crosses
TITLE = 0.78  # height of the title's zone: type has one size in every format
TITLE_LINES = (0.3, 0.64)  # from the title's upper edge down to the line of the title, of what stands under it
LINE, UNDER = 0.41, 0.085  # a line of a caption; from the caption's lower edge up to its last one, if it has them all
ALONE = 0.24  # and if it has but one of two


@dataclass(frozen=True)
class Format:
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
    type
        How many times as large as the theme has it all type is; title and caption have more room then.
    """

    name: str
    width: float
    height: float
    caption_lines: int = 2
    caption_size: float = 1.0
    type: float = 1.0

    @property
    def frame(self) -> Zone:
        """All that is inside the margin."""
        return Zone(-self.width / 2, self.width / 2, -self.height / 2, self.height / 2, self.type).inset(MARGIN)

    @property
    def title(self) -> Zone:
        """The title and the line under it."""
        return self.frame.inset(bottom=self.frame.height - TITLE * self.type)

    @property
    def caption(self) -> Zone:
        """What is said."""
        return self.frame.inset(top=self.frame.height - self._said)

    @property
    def stage(self) -> Zone:
        """All that moves."""
        return self.frame.inset(top=TITLE * self.type, bottom=self._said)

    @property
    def title_lines(self) -> tuple[float, float]:
        """The heights on which the title and the line under it stand."""
        first, second = (down * self.type for down in TITLE_LINES)
        return self.title.top - first, self.title.top - second

    def last_line(self, lines: int) -> float:
        """Return the height on which the last of a caption's lines stands.

        Their block is in the middle; on an upright frame, whose lower end a phone covers with its own, it is near the
        stage.
        """
        free = self.caption_lines - lines
        up = LINE if self.height > self.width else ALONE - UNDER
        return self.caption.bottom + self.type * self.caption_size * (UNDER + up * free)

    @property
    def _said(self) -> float:
        """The height of a caption with all its lines."""
        return LINE * self.caption_lines * self.caption_size * self.type

    def pixels(self, rows: int) -> tuple[int, int]:
        """Return width and height in pixels if the shorter side has so many: even, as encoders want them.

        The height can be divided by 8: otherwise x264 may give other bits for the same frames.
        """
        upright = self.height > self.width
        even = 8 if upright else 2
        longer = even * round(rows * max(self.width, self.height) / min(self.width, self.height) / even)
        return (rows, longer) if upright else (longer, rows)


WIDE = Format("16:9", 128 / 9, 8.0)
#: By name: width to height.
FORMATS = {
    one.name: one
    for one in (
        WIDE,
        Format("16:10", 13.6, 8.5),
        Format("4:3", 12.0, 9.0),
        Format("1:1", 9.6, 9.6, caption_lines=3),
        Format("9:16", 7.2, 12.8, caption_lines=5, caption_size=1.25),
    )
}
