"""Formats: the zones for title, stage and caption that follow from the frame's extent."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from scenes.look.aspects import ASPECTS, MARGIN, USUAL, Aspect
from scenes.stage.zones import Zone

TITLE = 0.78  # height of the title's zone: type has one size in every format
TITLE_LINES = (0.3, 0.64)  # from the title's upper edge down to the line of the title, of what stands under it
LINE, UNDER = 0.41, 0.085  # a line of a caption; from the caption's lower edge up to its last one, if it has them all
ALONE = 0.24  # and if it has but one of two


@dataclass(frozen=True)
class Format(Aspect):
    """A shape of the frame, and its zones.

    Parameters
    ----------
    type
        How many times as large as the theme has it all type is; title and caption have more room then.
    """

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
        up = LINE if self.upright else ALONE - UNDER
        return self.caption.bottom + self.type * self.caption_size * (UNDER + up * free)

    @property
    def _said(self) -> float:
        """The height of a caption with all its lines."""
        return LINE * self.caption_lines * self.caption_size * self.type


#: By name: width to height.
FORMATS = {name: Format(**asdict(aspect)) for name, aspect in ASPECTS.items()}
WIDE = FORMATS[USUAL]
