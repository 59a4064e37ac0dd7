"""Takes: what is wrong with each recording, and how a new one is kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from netsim.border.files import whole
from scenes.stage.heard.sounding import SoundError
from scenes.studio.film.clips.sounds import RATE, Samples, samples_of
from scenes.studio.voice.faults import fault_of, remarks_on
from scenes.studio.voice.kept_voices import write_flac
from scenes.studio.voice.noted import said_by
from scenes.studio.voice.recordings import Place, Recordings
from scenes.studio.voice.script import Line
from scenes.studio.voice.word_times import sidecars, words_beside

# What is not speech at both ends of a take: so much softer than its loudest moment, in decibels; and the seconds of
# it that stay.
SOFTER, BEFORE, AFTER = -40.0, 0.1, 0.25
EARLIER = "earlier"  # the folder that a recording goes to when there is a new one


@dataclass(frozen=True)
class State:
    """How it stands with the recording of a line: what is wrong with it, "" if nothing, and how long it is."""

    line: Line
    trouble: str
    seconds: float = 0.0


def state_of(line: Line, recordings: Recordings, old: Collection[Place]) -> State:
    """Look at the recording of a line.

    Parameters
    ----------
    old
        Which beats have a recording of another sentence.
    """
    path = recordings.files.get(line.place)
    if path is None:
        return State(line, "is missing")
    try:
        samples = samples_of(path)
        words_beside(path)
    except SoundError as error:
        return State(line, str(error).removeprefix(f"{path} ").rstrip("."))
    fault = fault_of(path, samples)
    found = [fault] if fault else remarks_on(path, samples)
    if line.place in old:
        found.insert(0, f"says what was said before: {said_by(recordings.folder)[path.name]['says']}")
    return State(line, "; ".join(found), samples.shape[1] / RATE)


def trimmed(samples: Samples) -> Samples:
    """Return a take without the silence at both its ends, but for a moment.

    Parameters
    ----------
    samples
        (2, n): left and right, -1..1, at `RATE`; one that is silent throughout is returned whole.
    """
    level = np.abs(samples).max(axis=0)
    heard = np.flatnonzero(level > level.max(initial=0.0) * 10 ** (SOFTER / 20))
    if not heard.size:
        return samples
    first, last = max(0, heard[0] - round(BEFORE * RATE)), heard[-1] + round(AFTER * RATE)
    return samples[:, first:last]


def keep_take(samples: Samples, line: Line, recordings: Recordings) -> Path:
    """Keep a take as the recording of a line, and return its file; the one of before goes into a folder beside.

    Parameters
    ----------
    samples
        (2, n): left and right, -1..1, at `RATE`.

    Raises
    ------
    OSError
        If the folder cannot be written.
    """
    target = recordings.folder / f"{line.cue}.flac"
    recordings.folder.mkdir(parents=True, exist_ok=True)
    with whole(target) as draft:
        write_flac(samples, draft)
        before = recordings.files.get(line.place)
        for old in [before, *sidecars(before)] if before is not None and before.exists() else []:
            _put_away(old)
    recordings.files[line.place] = target
    return target


def _put_away(file: Path) -> None:
    """Move a file out of the way, under the first name that is free there."""
    folder = file.parent / EARLIER
    folder.mkdir(exist_ok=True)
    number = 1
    while (place := folder / f"{file.stem}-{number}{file.suffix}").exists():
        number += 1
    file.replace(place)
