"""The qualities a film comes in: size and frame rate."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Quality:
    """Width and height in pixels, and frames per second."""

    name: str
    width: int
    height: int
    fps: int

    def __str__(self) -> str:
        return f"{self.name}, {self.width}×{self.height} at {self.fps} frames a second"


QUALITIES = {
    quality.name: quality
    for quality in (
        Quality("draft", 854, 480, 15),
        Quality("hd", 1280, 720, 30),
        Quality("full", 1920, 1080, 60),
        Quality("4k", 3840, 2160, 60),
    )
}
