"""What a renderer writes to: a clip of its own for each piece that is wanted; the others are passed over."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

from manim.scene.scene_file_writer import SceneFileWriter
from manim.utils.exceptions import EndSceneEarlyException

from scenes.camera.boxes import Box
from scenes.stage.heard.sounding import SoundError
from scenes.studio.film.clips.clip_writer import ClipWriter
from scenes.studio.film.clips.sounds import Sound


class PieceFiles(SceneFileWriter):
    """Manim's file writer with clips of our own in place of its segments; after the last one, the scene is ended.

    Parameters
    ----------
    settings
        Manim's own.
    cuts
        Names of the sections that are pieces of the scene; one of another name goes on with the piece that it is in.
    wanted
        Those that are filmed, in their order.
    open_clip
        Opens the clip of a piece.
    begun
        Called with the name of each piece as it begins, wanted or not.
    written
        Called with how many frames were written.
    clock
        Gives the time that Manim adds sounds by, in seconds.
    heard
        Called with the file of each sound that is added to a piece.
    finished
        Called with a piece's name, its file (None if it has no frames), and its number of frames.
    """

    def __init__(
        self,
        settings: Any,
        cuts: Collection[str],
        wanted: Sequence[str],
        open_clip: Callable[[str], ClipWriter],
        begun: Callable[[str], None],
        written: Callable[[int], None],
        clock: Callable[[], float],
        heard: Callable[[Path], None],
        finished: Callable[[str, Path | None, int], None],
    ) -> None:
        self.cuts, self.left = cuts, list(wanted)
        self.open_clip, self.begun, self.written, self.finished = open_clip, begun, written, finished
        self.clock, self.heard = clock, heard
        self.clip: ClipWriter | None = None
        super().__init__(settings)

    def next_section(self, name: str, type_: str, skip_animations: bool) -> None:
        """Where a piece begins, finish the clip of the one before it; open one for it, if it is wanted."""
        if name in self.cuts:
            self.finish()
            if not self.left:
                raise EndSceneEarlyException
            self.begun(name)
            if name == self.left[0] and not skip_animations:
                self.clip = self.open_clip(name)
        super().next_section(name, type_, skip_animations or self.clip is None)

    def write_frame(self, pixels: Any, *, repeat: int = 1, changed: Sequence[Box] | None = None) -> None:
        """Encode a frame, shown so many times, that changed in some boxes since the last."""
        if self.clip is not None:
            self.clip.write(pixels, repeat, changed)
            self.written(repeat)

    def add_sound(self, sound_file: Any, time: float | None = None, gain: float | None = None, **manim: Any) -> None:
        """Let a sound be heard in the clip that is being written, from where it is now, or a little later or before."""
        if manim:
            raise SoundError(f"add_sound was given {', '.join(manim)}, expected time_offset and gain alone.")
        if self.clip is not None:
            later = 0.0 if time is None else time - self.clock()
            at = self.clip.frames / self.clip.quality.fps + later
            self.clip.sounds.append(Sound(Path(sound_file), at, gain or 0.0))
            self.heard(Path(sound_file))

    def finish(self) -> None:
        """Finish the clip that is being written."""
        if self.clip is None:
            return
        clip, self.clip = self.clip, None
        if clip.frames:
            clip.finish()
        else:
            clip.abandon()
        self.finished(self.left.pop(0), clip.path if clip.frames else None, clip.frames)

    def abort_encode_jobs(self, reraise_encoder_failures: bool = False) -> None:
        """Leave the clip that is being written; it goes."""
        if self.clip is not None:
            self.clip.abandon()
            self.clip = None

    def add_partial_movie_file(self, hash_animation: str | None) -> None:
        """There are no segments."""

    def begin_animation(self, allow_write: bool = False, **segment: Any) -> None:
        """There are no segments."""

    def end_animation(self, allow_write: bool = False) -> None:
        """There are no segments."""
