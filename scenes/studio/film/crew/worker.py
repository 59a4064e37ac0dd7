"""A worker: the process that films a run of beats and reports, a line of JSON at a time, how far it is."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import threading
import traceback
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, cast

from manim import config

from netsim import TraceError
from scenes.camera.renderer import StageRenderer
from scenes.look.imprint import Imprint
from scenes.look.roles import ThemeError
from scenes.look.theme import Theme
from scenes.stage.beats import up_to_the_last
from scenes.stage.formats import FORMATS
from scenes.stage.heard.sounding import SoundError
from scenes.stage.heard.voice import Voice, Word
from scenes.stage.stage import END, TraceScene
from scenes.story.own_scenes import scene_at
from scenes.studio.film.clips.clip_writer import ClipWriter
from scenes.studio.film.clips.encoders import EncoderError, encoder_named
from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.crew.notes import Notes, Reporter
from scenes.studio.film.crew.piece_files import PieceFiles
from scenes.studio.film.crew.process import DISK_FULL, disk_is_full, leave_with_the_parent
from scenes.studio.film.pieces.witness import Witness
from scenes.words.files import WordsError
from scenes.words.messages import Messages


def configure(order: dict[str, Any]) -> None:
    """Set Manim up for this shot; a person's own manim.cfg must not change the film."""
    quality = Quality(**order["quality"])
    config.media_dir = order["folder"]
    config.update({**quality.frame, "frame_rate": quality.fps})
    transparent = encoder_named(order["encoder"]).is_transparent
    config.update({"renderer": "cairo", "disable_caching": True, "progress_bar": "none"})
    config.update({"format": "mov" if transparent else "mp4", "background_opacity": 0.0 if transparent else 1.0})
    config.update({"save_sections": False, "preview": False, "verbosity": "WARNING"})
    config.update({"from_animation_number": 0, "upto_animation_number": -1, "dry_run": False})


def render(order: dict[str, Any], reporter: Reporter) -> None:
    """Film the pieces that are ordered, one after the other, and report each as soon as it is finished.

    Parameters
    ----------
    order
        As `Run.order` writes it.
    """
    configure(order)
    quality, folder = Quality(**order["quality"]), Path(order["folder"])
    scene_class = scene_at(order["scene"])
    notes = Notes(order, reporter)

    def open_clip(name: str) -> ClipWriter:
        renderer.camera.forget()  # so that a clip's frames are the same bits, whatever was filmed before them
        ending = encoder_named(order["encoder"]).container
        return ClipWriter(folder / f"{order['pieces'].index(name)}.{ending}", quality, order["encoder"])

    files = partial(
        PieceFiles,
        cuts={END, *(beat.name for beat in scene_class.beats())},
        wanted=order["pieces"],
        open_clip=open_clip,
        begun=notes.begin,
        written=reporter.count,
        clock=lambda: notes.scene.time,
        heard=notes.hear,
        finished=notes.finish,
    )
    renderer = StageRenderer(file_writer_class=cast(type[PieceFiles], files))
    trace = Witness.load(order["trace"])
    scene = made_to(order, scene_class, trace, renderer)
    notes.scene, notes.trace, scene.on_rest = scene, trace, notes.rest
    scene.render()
    if notes.left:
        raise RuntimeError(f"{scene} ended before {notes.left[0]} was told.")
    reporter.say(kind="done")


def made_to(
    order: dict[str, Any], scene_class: type[TraceScene], trace: Witness, renderer: StageRenderer
) -> TraceScene:
    """Return the scene that is ordered, as it looks and as far as it is told.

    Raises
    ------
    ThemeError, WordsError
        If the look or the words are not there, or no longer those that were ordered.
    """
    signed = Imprint(order["logo"], order["logo_digest"], order["footer"])
    scene = scene_class(
        trace=trace,
        captions=order["captions"],
        theme=Theme.load(order["theme"]).at_scale(order["scale"]).imprinted(signed),
        pace=order["pace"],
        told=order["told"],
        stood_before=scene_at(order["after"]).closes_with if order["after"] else None,
        leads_on=order["leads_on"],
        words=words_of(scene_class, order["language"], order["words"], order["messages"]),
        frame=FORMATS[Quality(**order["quality"]).aspect],
        voice=voice_of(order["voice"]),
        renderer=renderer,
    )
    scene.uncaptioned = unseen(scene_class, order["told"], order["pieces"][0])
    return scene


def unseen(scene: type[TraceScene], told: Sequence[str] | None, first: str) -> list[str]:
    """List the beats told before a run's first piece, but for the last, whose caption stands when that begins."""
    names = [beat.name for beat, is_told in up_to_the_last(scene.beats(), told) if is_told]
    return names[: names.index(first) if first in names else len(names)][:-1]


def voice_of(told: dict[str, dict[str, Any]]) -> dict[str, Voice]:
    """Return what is heard of each beat, as `Run.order` writes it."""
    return {
        beat: Voice(Path(one["file"]), one["seconds"], one["breath"], tuple(Word(**word) for word in one["words"]))
        for beat, one in told.items()
    }


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
    if disk_is_full(error):
        return DISK_FULL
    if isinstance(error, EncoderError | SoundError | ThemeError | TraceError | WordsError):
        return str(error)
    if isinstance(error, SystemExit):
        return "sys.exit was called, which ends the film before its scene; take that out"
    return " ".join(f"{type(error).__name__}: {error}".split())


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
