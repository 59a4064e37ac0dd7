"""Kept voices: each at one loudness, found again by a digest of all that it follows from."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from netsim.border.files import sweep, whole
from scenes.stage.heard.voice import Voice, Word
from scenes.studio.digests import content_digest, digest_of
from scenes.studio.film.clips.sounds import BLOCK, LAYOUT, RATE, Samples
from scenes.studio.film.pieces.kept_clips import KEPT_DAYS
from scenes.studio.voice.loudness import TARGET, evened

#: What is made of a voice, changed when that is made otherwise.
MADE = ("even", TARGET, 1)
Made = tuple[Samples, tuple[Word, ...]]


class KeptVoices:
    """The voices below a work folder.

    Parameters
    ----------
    work
        The work folder.
    breath
        Seconds of quiet after each.

    Attributes
    ----------
    is_new
        Whether none is kept yet.
    """

    def __init__(self, work: Path, breath: float) -> None:
        self.folder, self.breath = work / "voice", breath
        self.is_new = not self.folder.exists()
        sweep(self.folder)

    def voice(self, follows_from: Sequence[object], make: Callable[[Path], Made]) -> Voice:
        """Return the voice that follows from something: the one that is kept, or a new one.

        Parameters
        ----------
        make
            Makes it: given a folder for what it needs, it returns what is heard, (2, n) at `RATE`, and when its words
            are said, in seconds. What it raises is raised, and nothing is kept then.
        """
        name = digest_of([MADE, *follows_from], 20)
        sound, about = self.folder / f"{name}.flac", self.folder / f"{name}.json"
        try:
            told = json.loads(about.read_text("utf-8"))
            if told["sound"] == content_digest(sound):
                os.utime(about)
                return self._voice(sound, told)
        except (OSError, ValueError, KeyError, TypeError):
            pass  # it is not there, or not as it was left
        self.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            samples, words = make(Path(folder))
        with whole(sound) as draft:
            write_flac(evened(samples), draft)
        told = {"sound": content_digest(sound), "seconds": samples.shape[1] / RATE, "words": [asdict(w) for w in words]}
        with whole(about) as draft:
            draft.write_text(json.dumps(told), "utf-8")
        return self._voice(sound, told)

    def prune(self) -> None:
        """Remove those that nobody used for long."""
        for about in self.folder.glob("*.json"):
            if about.stat().st_mtime < time.time() - KEPT_DAYS * 86400:
                about.unlink(missing_ok=True)
                about.with_suffix(".flac").unlink(missing_ok=True)

    def _voice(self, sound: Path, told: Mapping[str, Any]) -> Voice:
        words = tuple(Word(**word) for word in told["words"])
        return Voice(sound.resolve(), float(told["seconds"]), self.breath, words)


def write_flac(samples: Samples, path: Path) -> None:
    """Write what is heard to a file that loses nothing but what 16 bits do not hold.

    Parameters
    ----------
    samples
        (2, n): left and right, at `RATE`; what is beyond -1..1 is clipped.
    """
    with av.open(str(path), "w", format="flac") as file:
        stream = file.add_stream("flac", rate=RATE, layout=LAYOUT)
        whole_numbers = np.round(np.clip(samples, -1, 1) * 32767).astype(np.int16)
        for at in range(0, samples.shape[1], 4 * BLOCK):
            block = np.ascontiguousarray(whole_numbers[:, at : at + 4 * BLOCK].T.reshape(1, -1))
            frame = av.AudioFrame.from_ndarray(block, "s16", LAYOUT)
            frame.sample_rate, frame.pts, frame.time_base = RATE, at, Fraction(1, RATE)
            file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
