"""What is heard: sounds with their times in a clip, kept in its file, and mixed anew where clips are joined."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
import numpy as np
from numpy.typing import NDArray

from netsim.border.files import whole
from scenes.stage.heard.sounding import SoundError

RATE = 48000  # samples a second
LAYOUT, CHANNELS = "stereo", 2
BITS = 192_000
BLOCK = 1024  # samples in one frame of AAC

Samples = NDArray[np.float32]  # (2, n): left and right, -1..1


@dataclass(frozen=True)
class Sound:
    """A sound of a clip: its file, when it begins, in seconds from the clip's start, and how much louder, in dB."""

    path: Path
    at: float
    gain: float = 0.0


@dataclass(frozen=True)
class Placed:
    """Samples that begin at a place of a track, counted in samples; they are read when the track gets there."""

    start: int
    read: Callable[[], Samples]


def samples_of(path: Path, rate: int | None = RATE) -> Samples:
    """Read all that is heard of a file.

    Parameters
    ----------
    rate
        Samples a second; None for as many as the file has.

    Raises
    ------
    SoundError
        If nothing in it can be heard.
    """
    frames: list[av.AudioFrame] = []
    try:
        with av.open(str(path)) as file:
            # One channel is heard on both sides as loud as it is; FFmpeg would halve its power.
            single = file.streams.audio[0].codec_context.channels == 1
            resampler = av.AudioResampler("fltp", "mono" if single else LAYOUT, rate)
            for frame in file.decode(audio=0):
                frames += resampler.resample(frame)
            blocks = [frame.to_ndarray() for frame in (*frames, *resampler.resample(None))]
    except (av.FFmpegError, IndexError, OSError) as error:
        raise SoundError(f"{path} {_why(path, error, sum(frame.samples for frame in frames) / RATE)}.") from None
    whole_of_it = np.concatenate([np.zeros((1 if single else CHANNELS, 0)), *blocks], axis=1, dtype=np.float32)
    return np.broadcast_to(whole_of_it, (CHANNELS, whole_of_it.shape[1]))


def _why(path: Path, error: Exception, heard: float) -> str:
    """Say why a file cannot be heard, or no more than its first seconds, to stand after its name."""
    if heard:
        return f"is no sound that can be read to its end: after {heard:.1f} seconds it is cut off or damaged"
    if path.is_file() and path.stat().st_size == 0:
        return "is empty"
    said = str(getattr(error, "strerror", None) or "nothing in it can be heard")
    return f"is no sound that can be read ({said.lower()})"


def mixed(placed: Sequence[Placed], length: int | None = None) -> Iterator[Samples]:
    """Add up what is heard, block by block.

    Parameters
    ----------
    length
        How many samples the track has; None for all that is heard.
    """
    waiting = sorted(placed, key=lambda one: one.start)
    playing: list[tuple[int, Samples]] = []
    at = 0
    while (waiting or playing) if length is None else at < length:
        while waiting and waiting[0].start < at + BLOCK:
            first = waiting.pop(0)
            playing.append((first.start, first.read()))
        block = np.zeros((CHANNELS, BLOCK if length is None else min(BLOCK, length - at)), np.float32)
        for start, samples in playing:
            begin, end = max(at, start), min(at + block.shape[1], start + samples.shape[1])
            if begin < end:
                block[:, begin - at : end - at] += samples[:, begin - start : end - start]
        yield np.clip(block, -1, 1)
        at += BLOCK
        playing = [(start, samples) for start, samples in playing if start + samples.shape[1] > at]


class SoundTrack:
    """The track of sound of a film that is being written, of blocks of what is heard, in a language (ISO 639-2)."""

    def __init__(
        self, film: av.container.OutputContainer, blocks: Iterator[Samples], codec: str = "aac", language: str = ""
    ) -> None:
        self.film = film
        self.stream = cast(av.AudioStream, film.add_stream(codec, rate=RATE, layout=LAYOUT))
        self.stream.bit_rate = BITS
        if language:
            self.stream.metadata["language"] = language
        self._blocks = blocks
        self._written = 0
        self._over = False

    def write_until(self, seconds: Fraction | None) -> None:
        """Write what is heard until a time; None for all that is left."""
        while not self._over and (seconds is None or self._written < seconds * RATE):
            block = next(self._blocks, None)
            if block is None:
                self._over = True
                self.film.mux(self.stream.encode(None))
                return
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(block), "fltp", LAYOUT)
            frame.sample_rate, frame.pts, frame.time_base = RATE, self._written, Fraction(1, RATE)
            self._written += block.shape[1]
            self.film.mux(self.stream.encode(frame))


def add_sounds(clip: Path, sounds: Sequence[Sound], container: str = "mp4", codec: str = "aac") -> None:
    """Put sounds into a clip's file of some kind; one that lasts longer than its pictures is kept whole.

    Raises
    ------
    SoundError
        If one cannot be read.
    """
    placed = [_placed(sound) for sound in sounds]
    with whole(clip) as draft, av.open(str(clip)) as source, av.open(str(draft), "w", format=container) as film:
        pictures = _same_pictures(film, source.streams.video[0])
        track = SoundTrack(film, mixed(placed), codec)
        for packet in source.demux(video=0):
            if packet.size:
                packet.stream = pictures
                film.mux(packet)
        track.write_until(None)


def _same_pictures(film: av.container.OutputContainer, seen: av.VideoStream) -> av.VideoStream:
    """Open a track in a film for the pictures of another, and say of them what that does."""
    pictures = film.add_stream_from_template(seen)
    pictures.codec_context.codec_tag = seen.codec_context.codec_tag  # which ProRes it is; FFmpeg takes any
    if "alpha_mode" in seen.metadata:  # what FFmpeg reads of a transparent VP9 are its colours alone
        pictures.codec_context.pix_fmt = "yuva420p"
    return pictures


def _placed(sound: Sound) -> Placed:
    """Read a sound; what would be heard before its clip begins is left out."""
    start = round(sound.at * RATE)
    samples = samples_of(sound.path) * np.float32(10 ** (sound.gain / 20))
    heard = samples[:, max(0, -start) :]
    return Placed(max(0, start), lambda: heard)
