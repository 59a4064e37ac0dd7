"""What a worker notes while it films a scene, and says of it, a line of JSON at a time."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import IO, Any

from scenes.stage.beats import Beat
from scenes.stage.rehearsing.shown_numbers import ShownNumbers, Written, shown_numbers, written_on
from scenes.stage.stage import TraceScene
from scenes.studio.digests import content_digest
from scenes.studio.film.pieces.witness import Witness

REPORT_EVERY = 0.2


class Reporter:
    """Writes messages to the parent; frames are counted here and told a few times a second.

    Attributes
    ----------
    frames
        How many were made so far.
    at
        The beat that is being filmed, or passed over.
    """

    def __init__(self, stream: IO[str]) -> None:
        self.stream = stream
        self.frames = 0
        self.at = ""
        self._told = 0.0

    def say(self, **message: object) -> None:
        """Send one message, with the number of frames so far and the beat at hand."""
        self._told = time.monotonic()
        print(json.dumps({"frames": self.frames, "beat": self.at, **message}), file=self.stream, flush=True)

    def count(self, frames: int) -> None:
        """Add frames; tell the sum if it has not been told for a while."""
        self.frames += frames
        if time.monotonic() - self._told > REPORT_EVERY:
            self.say(kind="frames")


class Notes:
    """What is noted while a scene is filmed: of each piece, all that is kept with its clip.

    Parameters
    ----------
    order
        As `Run.order` writes it.
    """

    def __init__(self, order: dict[str, Any], reporter: Reporter) -> None:
        self.wanted, self.fps, self.reporter = order["pieces"], order["quality"]["fps"], reporter
        self.scene: TraceScene
        self.trace: Witness
        self.began, self.worked = 0.0, 0.0
        self.rested: ShownNumbers = []
        self.standing: dict[Written, str] = {}
        self.heard: dict[str, str] = {}
        self.left = list(self.wanted)
        self.voices = {Path(voice["file"]).resolve() for voice in order["voice"].values()}

    def begin(self, name: str) -> None:
        """Note that a piece begins."""
        self.began, self.worked, self.rested = self.scene.film_time, time.process_time(), []
        self.heard = {}
        self.reporter.at = name
        if name in self.wanted:
            self.reporter.say(kind="beat")

    def rest(self, name: str) -> None:
        """Note the numbers that have come, now that a beat's picture is complete."""
        before, self.standing = self.standing, written_on(self.scene.staged())
        self.rested = shown_numbers(self.standing, before, self.scene.theme.manner)

    def hear(self, sound: Path) -> None:
        """Note that a sound's file is heard in the piece; of a voice the piece's key says it."""
        if sound.resolve() not in self.voices:
            self.heard[str(sound)] = content_digest(sound)

    def finish(self, name: str, film: Path | None, frames: int) -> None:
        """Report that a piece is finished, with the path of its film and all that was noted."""
        beat = next((beat for beat in self.scene.beats() if beat.name == name), Beat(name, "", ""))
        made = {
            "id": beat.id,
            "frames": frames,
            "picture": max(0, min(self.scene.frame_of(beat.picture, self.fps), frames - 1)),
            "spoken": [
                {"start": self._at(said.start), "end": self._at(said.end), "text": said.text}
                for said in self.scene.spoken
                if said.beat == name
            ],
            "numbers": self.rested,
            "asked": dict(self.trace.asked),
            "heard": self.heard,
            "steps": list(self.scene.ends_of_steps(self.fps)),
            "took": round(time.process_time() - self.worked, 3),
        }
        self.left.remove(name)
        self.reporter.say(kind="piece", film=str(film) if film else "", made=made)

    def _at(self, seconds: float) -> float:
        """Return a time of the scene as one of its piece, as it falls on a frame."""
        return float(round((seconds - self.began) * self.fps) / self.fps)
