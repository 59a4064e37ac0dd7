"""The qualities a film comes in: size and frame rate, in every format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scenes.look.aspects import ASPECTS, USUAL, Aspect


@dataclass(frozen=True)
class Quality:
    """Width and height in pixels, and frames per second; and the aspect that they have, a name in `ASPECTS`."""

    name: str
    width: int
    height: int
    fps: int
    aspect: str = USUAL

    def __str__(self) -> str:
        return f"{self.name}, {self.width}×{self.height} at {self.fps} frames a second"

    def of(self, aspect: str) -> Quality:
        """Return it in another format: its shorter side stays."""
        width, height = ASPECTS[aspect].pixels(min(self.width, self.height))
        return replace(self, width=width, height=height, aspect=aspect)

    @property
    def shape(self) -> Aspect:
        """The frame in scene units."""
        return ASPECTS[self.aspect]

    @property
    def label(self) -> str:
        """What it is called in names of files: hd, hd-4x3."""
        return f"{self.name}{suffix(self.aspect)}"

    @property
    def frame(self) -> Mapping[str, float]:
        """How Manim's frame is set up for it; what pixels add to the aspect, they add to the width."""
        height = self.shape.height
        size = {"pixel_width": self.width, "pixel_height": self.height}
        return size | {"frame_height": height, "frame_width": height * self.width / self.height}


def suffix(aspect: str) -> str:
    """Return what tells a format's files from those of the usual one: -4x3; nothing for the usual one."""
    return "" if aspect == USUAL else f"-{aspect.replace(':', 'x')}"


QUALITIES = {
    quality.name: quality
    for quality in (
        Quality("draft", 854, 480, 15),
        Quality("hd", 1280, 720, 30),
        Quality("full", 1920, 1080, 60),
        Quality("4k", 3840, 2160, 60),
    )
}
