"""A worker: the process that renders one shot and reports, a line of JSON at a time, how far it is."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import signal
import sys
import threading
import time
import traceback
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from manim import config
from manim.renderer.cairo_renderer import CairoRenderer
from manim.scene.scene_file_writer import SceneFileWriter

from netsim import TraceError
from scenes.look.theme import Theme
from scenes.stage.exact_numbers import exact_numbers
from scenes.stage.formats import WIDE
from scenes.stage.stage import TraceScene
from scenes.story.own_scenes import scene_at
from scenes.studio.film.film import join
from scenes.studio.film.process import DISK_FULL
from scenes.studio.film.witness import Witness
from scenes.words.files import WordsError
from scenes.words.messages import Messages

REPORT_EVERY = 0.2


class Reporter:
    """Writes messages to the parent; frames are counted here and told a few times a second."""

    def __init__(self, stream: IO[str]) -> None:
        self.stream = stream
        self.frames = 0
        self._told = 0.0

    def say(self, **message: object) -> None:
        """Send one message, with the number of frames so far."""
        self._told = time.monotonic()
        print(json.dumps({"frames": self.frames, **message}), file=self.stream, flush=True)

    def count(self, frames: int) -> None:
        """Add frames; tell the sum if it has not been told for a while."""
        self.frames += frames
        if time.monotonic() - self._told > REPORT_EVERY:
            self.say(kind="frames")


def counting_writer(reporter: Reporter) -> type[SceneFileWriter]:
    """Make a file writer of Manim's that counts each frame it takes, and joins its segments exactly."""

    class CountingWriter(SceneFileWriter):
        def write_frame(self, pixels: Any, *, repeat: int = 1) -> None:
            super().write_frame(pixels, repeat=repeat)
            reporter.count(repeat)

        def combine_to_movie(self) -> None:
            # Manim's own way rounds each segment's length to microseconds, and frames drift.
            segments = [Path(path) for path in self.partial_movie_files if path is not None]
            if segments:
                join(segments, self.movie_file_path)

    return CountingWriter


def configure(order: dict[str, Any]) -> None:
    """Set Manim up for this shot; a person's own manim.cfg must not change the film."""
    quality = order["quality"]
    config.media_dir = order["folder"]
    config.pixel_width, config.pixel_height = quality["width"], quality["height"]
    config.frame_height = WIDE.height
    config.frame_width = WIDE.height * quality["width"] / quality["height"]
    config.frame_rate = quality["fps"]
    config.update({"renderer": "cairo", "format": "mp4", "disable_caching": True, "progress_bar": "none"})
    config.update({"save_sections": False, "preview": False, "verbosity": "WARNING"})
    # Thin lines on a dark ground want a low crf; this preset is quicker than Manim's and no larger to speak of.
    # On one thread the same frames are the same bits on any number of cores.
    config.video_encoder_options = {"crf": "18", "preset": "veryfast", "threads": "1"}
    config.update({"video_codec": "auto", "pixel_format": "auto", "background_opacity": 1.0})
    # Few frames wait for the encoder: one of 4k takes 33 MB.
    config.update({"encoder_queue_size": 2, "max_inflight_encoders": 1})
    config.update({"from_animation_number": 0, "upto_animation_number": -1, "dry_run": False})


class Notes:
    """What is noted of each beat while a scene is filmed: its frames, and the numbers shown at its end."""

    def __init__(self, scene: Any, reporter: Reporter) -> None:
        self.beats = {beat.name: beat for beat in scene.beats()}
        self.scene, self.reporter = scene, reporter
        self.begun: list[tuple[str, int]] = []
        self.ended: dict[str, int] = {}
        self.exact_numbers: dict[str, list[tuple[str, str]]] = {}

    def begin(self, name: str) -> None:
        """Note that a beat begins with the next frame."""
        self.begun.append((name, self.reporter.frames))
        self.reporter.say(kind="beat", beat=name)

    def rest(self, name: str) -> None:
        """Note that a beat's picture is complete."""
        self.ended[name] = self.reporter.frames
        self.exact_numbers[name] = exact_numbers(self.scene.staged())

    def passages(self) -> list[dict[str, object]]:
        """List the beats with their frames; whatever the scene does after its last beat belongs to none."""
        return [self._passage(name, first) for name, first in self.begun if self.ended[name] > first]

    def _passage(self, name: str, first: int) -> dict[str, object]:
        end, beat = self.ended[name], self.beats[name]
        picture = first + round(beat.picture * (end - 1 - first))
        frames = {"first": first, "end": end, "picture": picture}
        return {"name": name, "id": beat.id, **frames, "exact_numbers": self.exact_numbers[name]}


def render(order: dict[str, Any], reporter: Reporter) -> None:
    """Render the shot and report it done, with the path of its film and all that was noted.

    Parameters
    ----------
    order
        The fields of a `Shot`, and `folder` (for all files).
    """
    configure(order)
    renderer = CairoRenderer(file_writer_class=counting_writer(reporter))
    trace = Witness.load(order["trace"])
    scene_class = scene_at(order["scene"])
    scene = scene_class(
        trace=trace,
        captions=order["captions"],
        theme=Theme.load(order["theme"]),
        pace=order["pace"],
        told=order["told"],
        words=words_of(scene_class, **order["said"]),
        renderer=renderer,
    )
    notes = Notes(scene, reporter)
    scene.on_beat, scene.on_rest = notes.begin, notes.rest
    scene.render()
    film = Path(renderer.file_writer.movie_file_path)
    if not film.is_file():
        raise RuntimeError(f"{scene} played nothing, so there is no film of it.")
    spoken = [asdict(said) for said in scene.spoken]
    reporter.say(kind="done", film=str(film), spoken=spoken, passages=notes.passages(), asked=trace.asked)


def words_of(scene: type[TraceScene], language: str, file: str, digest: str) -> Messages:
    """Return the words that a scene is told in.

    Raises
    ------
    WordsError
        If they are no longer those that were ordered.
    """
    words = Messages.load(language, Path(file) if file else None)
    if words.digest(scene.messages(words)) != digest:
        raise WordsError(f"{file or 'the files of words'} changed after this render began; call it again.")
    return words


def why(error: Exception | SystemExit) -> str:
    """Say in one line why a scene failed, as a person can act on it."""
    at: BaseException | None = error
    while at is not None:
        if isinstance(at, OSError) and at.errno in (errno.ENOSPC, errno.EDQUOT):
            return DISK_FULL
        at = at.__cause__ or at.__context__
    if isinstance(error, TraceError | WordsError):
        return str(error)
    if isinstance(error, SystemExit):
        return "sys.exit was called, which ends the film before its scene; take that out"
    return " ".join(f"{type(error).__name__}: {error}".split())


def leave_with_the_parent() -> None:
    """End the process when the parent is gone: its end of our input closes, however it was ended."""
    while os.read(0, 1024):  # not of sys.stdin: whoever reads that in a thread is in the way of a process that ends
        pass
    os._exit(1)


def main() -> int:
    """Take an order from standard input, carry it out, report on standard output; all else goes to stderr."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    reporter = Reporter(os.fdopen(os.dup(1), "w", encoding="utf-8"))
    os.dup2(2, 1)
    order = json.loads(sys.stdin.readline())
    threading.Thread(target=leave_with_the_parent, daemon=True).start()
    try:
        render(order, reporter)
    except BrokenPipeError:
        return 1
    except (Exception, SystemExit) as error:
        traceback.print_exc()
        with contextlib.suppress(BrokenPipeError):
            reporter.say(kind="failed", why=why(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
