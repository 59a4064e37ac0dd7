"""What may be wrong with a recording: it is cut off, silent, or clipped."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np

from scenes.studio.film.clips.sounds import RATE, Samples, samples_of
from scenes.studio.voice.broken_off import breaks_off
from scenes.studio.voice.loudness import SILENT, measured

SLACK = 0.1  # seconds by which a file may be shorter than it says; formats round up to their frames
FULL, RUN = 0.99, 4  # of the largest sample, or of all that there can be, in how many in a row: a flat top
END, AS_LOUD = 0.03, -20.0  # seconds at the end of a recording, and decibels below its speech: it ends within a word


def fault_of(path: Path, samples: Samples) -> str:
    """Say what is so wrong with a recording that it cannot be used, to stand after its name; "" if nothing is.

    Parameters
    ----------
    samples
        (2, n): what is heard of it, at `RATE`.
    """
    seconds = samples.shape[1] / RATE
    promised = max(_promised(path), seconds * _riff(path))
    if not samples.shape[1]:
        return "holds no sound"
    if promised - seconds > SLACK:
        return f"is cut off: {seconds:.1f} of its {promised:.1f} seconds are there"
    if breaks_off(path):
        return f"is cut off: after {seconds:.1f} seconds the file ends within a piece of sound"
    return "is silent" if is_silent(samples) else ""


def is_silent(samples: Samples) -> bool:
    """Whether nothing is to be heard."""
    return not samples.size or measured(samples)[0] < SILENT


def remarks_on(path: Path, samples: Samples) -> list[str]:
    """Say what is heard to be wrong with a recording that can be used.

    Parameters
    ----------
    samples
        (2, n): what is used of it, at `RATE`.
    """
    last = samples[:, -round(END * RATE) :]
    loud = 20 * np.log10(max(float(np.sqrt(np.mean(last**2))), 1e-9)) - measured(samples)[0]
    found = ["is clipped: speak farther from the microphone, or more softly"] if _is_clipped(path) else []
    return [*found, *(["ends within a word"] if loud > AS_LOUD else [])]


def _is_clipped(path: Path) -> bool:
    """Whether tops are flat: in the file's own samples, since at another rate a flat top has ripples."""
    levels = np.abs(samples_of(path, None))
    largest = float(levels.max())
    return largest > 0.5 and max(map(_longest_run, levels >= FULL * min(largest, 1.0))) >= RUN


def _promised(path: Path) -> float:
    """Return how long a file says that it is, in seconds; 0 if it does not say."""
    try:
        with av.open(str(path)) as file:
            stream = file.streams.audio[0]
            if stream.duration is not None and stream.time_base is not None:
                return float(stream.duration * stream.time_base)
            return (file.duration or 0) / av.time_base
    except (av.FFmpegError, IndexError, OSError):
        return 0.0


def _riff(path: Path) -> float:
    """Return how many times as large as it is a WAV file says that it is: FFmpeg reads what there is of one."""
    with path.open("rb") as file:
        kind, size = file.read(4), int.from_bytes(file.read(4), "little")
    known = kind == b"RIFF" and 0 < size < 2**32 - 16  # what wrote into a pipe could not know it
    return (size + 8) / path.stat().st_size if known else 1.0


def _longest_run(flags: np.ndarray) -> int:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(np.int8), [0]])))
    return int((edges[1::2] - edges[::2]).max(initial=0))
