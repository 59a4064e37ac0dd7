"""Sounds of a scene: files that are found beside it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from manim import Scene


class SoundError(ValueError):
    """A sound that cannot be heard; its text is one sentence."""


class Sounding(Scene):
    """A scene that can be heard."""

    def add_sound(
        self, sound_file: str | Path, time_offset: float = 0, gain: float | None = None, **manim: Any
    ) -> None:
        """Let a sound be heard from now on, to its own end, whatever follows in the film.

        Parameters
        ----------
        sound_file
            A file that FFmpeg can read (wav, mp3, ogg, m4a), beside the scene's own file or in the current folder.
        time_offset
            Seconds from now until it begins.
        gain
            How much louder it is, in decibels.

        Raises
        ------
        SoundError
            If it is not there.
        """
        super().add_sound(str(self._place_of(Path(sound_file).expanduser())), time_offset, gain, **manim)

    def next_section(self, *about: Any, **named: Any) -> None:
        """Begin a section, as Manim does; whether it is skipped holds at once.

        Manim finds that out with the next animation only: until then a sound would be passed over in the first section
        that is filmed after others were skipped.
        """
        super().next_section(*about, **named)
        self.renderer.skip_animations = self.renderer._original_skipping_status
        self.renderer.update_skipping_status()

    def _place_of(self, sound: Path) -> Path:
        files = [getattr(sys.modules.get(cls.__module__), "__file__", None) for cls in type(self).__mro__]
        folders = [*dict.fromkeys(Path(file).resolve().parent for file in files if file), Path.cwd()]
        found = next((folder / sound for folder in folders if (folder / sound).is_file()), None)
        if found is None:
            where = sound.parent if sound.is_absolute() else folders[0]
            raise SoundError(
                f"{type(self).__name__} adds the sound {str(sound)!r}, which is not there, expected it in {where}."
            )
        return found
