"""Formats: the frame's extent, and the zones for title, stage and caption that follow from it."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.stage.zones import Zone

MARGIN = 0.4  # scene units at every edge that nothing crosses
TITLE, CAPTION = 0.78, 0.82  # heights of the title's and the caption's zone: type has one size in every format
TITLE_LINES = (0.3, 0.64)  # from the title's upper edge down to the line of the title, of what stands under it
LAST_LINE = (0.24, 0.085)  # from the caption's lower edge up to its last line, if it has one, if it has two


@dataclass(frozen=True)
class Format:
    """A shape of the frame.

    Parameters
    ----------
    name
        Width to height, such as ``16:9``.
    width, height
        The whole frame, in scene units; its middle is the origin.
    """

    name: str
    width: float
    height: float

    @property
    def frame(self) -> Zone:
        """All that is inside the margin."""
        return Zone(-self.width / 2, self.width / 2, -self.height / 2, self.height / 2).inset(MARGIN)

    @property
    def title(self) -> Zone:
        """The title and the line under it."""
        return self.frame.inset(bottom=self.frame.height - TITLE)

    @property
    def caption(self) -> Zone:
        """What is said."""
        return self.frame.inset(top=self.frame.height - CAPTION)

    @property
    def stage(self) -> Zone:
        """All that moves."""
        return self.frame.inset(top=TITLE, bottom=CAPTION)

    @property
    def title_lines(self) -> tuple[float, float]:
        """The heights on which the title and the line under it stand."""
        first, second = TITLE_LINES
        return self.title.top - first, self.title.top - second

    @property
    def caption_lines(self) -> int:
        """How many lines of a caption stand at once, at most."""
        return len(LAST_LINE)

    def last_line(self, lines: int) -> float:
        """Return the height on which the last of a caption's lines stands."""
        return self.caption.bottom + LAST_LINE[lines - 1]


WIDE = Format("16:9", 128 / 9, 8.0)
STAGE = WIDE.stage  # for scenes that name their places themselves; the others ask for ``self.stage``
