"""Takes: what was filmed of a production, scene by scene."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.studio.film.pieces.kept_clips import Clip


@dataclass(frozen=True)
class Takes:
    """The finished scenes of a production, the clips of each, and how many beats an earlier run had made."""

    scenes: tuple[tuple[Clip, ...], ...]
    kept: int

    @property
    def clips(self) -> tuple[Clip, ...]:
        """All clips, in the order of the film."""
        return tuple(clip for scene in self.scenes for clip in scene)
