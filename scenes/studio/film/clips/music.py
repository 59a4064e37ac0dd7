"""Music under a film: as often as it takes, soft, softer while somebody speaks, and away with the last picture."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np

from netsim.border.opening import Unreadable, size_of
from scenes.stage.heard.sounding import SoundError
from scenes.studio.film.clips.sounds import BLOCK, RATE, Placed, Samples, mixed, samples_of
from scenes.studio.voice.loudness import SILENT, TARGET, measured

# Under a voice it is 20 dB softer than that, as the web's guidelines ask (WCAG 1.4.7); alone it is 12 dB louder.
UNDER = TARGET - 20.0
DUCKED = 12.0
SPEECH = 10 ** (-45 / 20)  # above this level, of a block's mean square, somebody speaks
# Seconds: it falls before a voice begins, stays for so long where the voice pauses, then rises.
FALL, PAUSE, RISE = 0.4, 1.2, 1.5
SEAM, BEGIN, END = 2.0, 0.5, 3.0  # seconds in which it is faded over into its beginning, in, and out


def check_music(path: Path) -> None:
    """Make sure that a file may be heard, without reading it all.

    Raises
    ------
    SoundError
        If it cannot.
    """
    try:
        size_of(path)
        with av.open(str(path)) as file:
            file.streams.audio[0]
    except (Unreadable, av.FFmpegError, IndexError) as error:
        why = error if isinstance(error, Unreadable) else "is no sound that can be read"
        raise SoundError(f"[voice] music: {path} {why}; name another file, or leave the line out.") from None


def with_music(heard: Iterator[Samples], music: Path, length: int) -> Iterator[Samples]:
    """Yield the blocks of what is heard with music under them, for so many samples.

    Parameters
    ----------
    heard
        Blocks (2, n), left and right, -1..1, at `RATE`; so are those that are given back.
    length
        How many samples the film has; with the last the music has faded out.

    Raises
    ------
    SoundError
        If the music cannot be read, or is silent.
    """
    samples = samples_of(music)
    loud, _ = measured(samples)
    if loud < SILENT:
        raise SoundError(f"[voice] music: {music} is silent; name another file, or leave the line out.")
    alone = np.float32(10 ** ((UNDER + DUCKED - loud) / 20))
    blocks = mixed(_again_and_again(samples * alone, length), length)
    at = 0
    for (block, before, after), bed in zip(_softened(heard), blocks, strict=True):
        count = block.shape[1]
        decibels = np.linspace(before, after, count, endpoint=False)
        left = (length - at - np.arange(count)) / (END * RATE)
        gains = 10 ** (decibels / 20) * np.clip(left, 0, 1)
        yield np.clip(block + bed * gains.astype(np.float32), -1, 1)
        at += count


def _again_and_again(samples: Samples, length: int) -> list[Placed]:
    """Lay music end to end, each time faded over into its beginning."""
    count = samples.shape[1]
    seam = min(round(SEAM * RATE), count // 4)
    rising = np.sin(np.linspace(0, np.pi / 2, seam, dtype=np.float32))
    ending = samples.copy()
    ending[:, count - seam :] *= rising[::-1]
    first, further = ending.copy(), ending.copy()
    begin = min(round(BEGIN * RATE), count)
    first[:, :begin] *= np.linspace(0, 1, begin, dtype=np.float32)
    further[:, :seam] *= rising
    starts = range(0, length, max(1, count - seam))
    return [Placed(start, lambda one=further if start else first: one) for start in starts]  # type: ignore[misc]


def _softened(heard: Iterator[Samples]) -> Iterator[tuple[Samples, float, float]]:
    """Yield each block with the decibels by which music is raised at its two ends: 0, less under a voice."""
    ahead, pause, rise = (max(1, round(seconds * RATE / BLOCK)) for seconds in (FALL, PAUSE, RISE))
    waiting: deque[tuple[Samples, bool]] = deque()
    since, gain = pause + 1, 0.0  # blocks since somebody spoke

    def step() -> tuple[Samples, float, float]:
        nonlocal since, gain
        block, speaks = waiting.popleft()
        since = 0 if speaks else since + 1
        before = gain
        if since <= pause or any(later for _, later in waiting):
            gain = max(-DUCKED, gain - DUCKED / ahead)
        else:
            gain = min(0.0, gain + DUCKED / rise)
        return block, before, gain

    for block in heard:
        waiting.append((block, bool(np.sqrt(np.mean(block**2)) > SPEECH)))
        if len(waiting) > ahead:
            yield step()
    while waiting:
        yield step()
