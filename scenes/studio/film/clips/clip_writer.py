"""Frames -> one encoded clip: every frame counted, at a constant rate, in the colours of BT.709."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
import av.logging
import numpy as np
from av.codec.hwaccel import HWAccel
from av.video.reformatter import ColorPrimaries, ColorRange, ColorTrc

from scenes.camera.boxes import Box
from scenes.camera.compiled.colours import Bytes
from scenes.studio.film.clips.encoders import SOFTWARE, Encoder, EncoderError, encoder_named
from scenes.studio.film.clips.frames import MATRIX, Opaque, Seen
from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.clips.sounds import Sound, add_sounds

# A key frame, from which players can start, comes at least every so many seconds.
LONGEST_SEEK = 10


class ClipWriter:
    """Encodes the frames of one clip as they are drawn.

    The file lies under its path while it is written; whoever keeps clips moves it when it is whole.

    Parameters
    ----------
    path
        The file, whose name ends as the encoder's container is called.
    quality
        The frames' size, in pixels, both even, and how many are shown in a second.
    encoder
        What encodes them: a name in `ENCODERS`.

    Attributes
    ----------
    frames
        How many have been written.
    sounds
        What is heard with them; they are put in when the clip is finished.

    Raises
    ------
    EncoderError
        If there is no such encoder, or this machine cannot open it.
    """

    def __init__(self, path: Path, quality: Quality, encoder: str = SOFTWARE) -> None:
        self.path, self.quality, self.frames = path, quality, 0
        self.sounds: list[Sound] = []
        chosen = encoder_named(encoder)
        self._encoder = chosen
        self._frames = Seen(chosen.pixels) if chosen.is_transparent else Opaque(quality)
        self._file = av.open(str(path), "w", format=chosen.container)
        try:
            self._stream = self._opened(chosen)
        except (av.FFmpegError, NotImplementedError) as error:
            self.abandon()
            raise EncoderError(
                f"--encoder {encoder}: this machine cannot open it ({_reason(error)}); "
                f"--encoder {SOFTWARE} works everywhere."
            ) from None

    def _opened(self, encoder: Encoder) -> av.VideoStream:
        """Open the encoder for frames of this size, rate and colour."""
        quality = self.quality
        device = HWAccel(encoder.device) if encoder.device else None
        stream = self._file.add_stream(encoder.codec, rate=quality.fps, options=encoder.options, hwaccel=device)
        stream = cast(av.VideoStream, stream)
        coder = stream.codec_context
        coder.width, coder.height, coder.pix_fmt = quality.width, quality.height, encoder.pixels
        coder.gop_size = LONGEST_SEEK * quality.fps
        coder.time_base = Fraction(1, quality.fps)
        coder.colorspace, coder.color_range = MATRIX, ColorRange.MPEG
        coder.color_primaries, coder.color_trc = ColorPrimaries.BT709, ColorTrc.BT709
        coder.open(strict=False)
        return stream

    def write(self, pixels: Bytes, repeat: int = 1, changed: Sequence[Box] | None = None) -> None:
        """Add a frame, shown so many times one after the other.

        Parameters
        ----------
        pixels
            (height, width, 4), uint8: red, green, blue, multiplied by opacity, and opacity, which only a transparent
            clip looks at. It may be changed as soon as this returns.
        changed
            The boxes in which it may differ from the frame before; None for everywhere.
        """
        frame = self._frames.of(pixels, changed if self.frames else None)
        frame.time_base = Fraction(1, self.quality.fps)
        for _ in range(repeat):
            frame.pts = self.frames
            self._mux(frame)
            self.frames += 1

    def finish(self) -> None:
        """Write what the encoder still holds, and what is heard; the file is whole.

        Raises
        ------
        SoundError
            If a sound cannot be read.
        """
        self._mux(None)
        self._file.close()
        if self.sounds:
            add_sounds(self.path, self.sounds, self._encoder.container, self._encoder.sound)

    def abandon(self) -> None:
        """Leave the clip as it is; the file goes."""
        with contextlib.suppress(av.FFmpegError):
            self._file.close()
        self.path.unlink(missing_ok=True)

    def _mux(self, frame: av.VideoFrame | None) -> None:
        for packet in self._stream.encode(frame):
            packet.duration = 1
            self._file.mux(packet)


def try_encoder(name: str, quality: Quality) -> None:
    """Encode a black frame, to see whether films of this quality can be made in this way.

    Raises
    ------
    EncoderError
        If not.
    """
    level = av.logging.get_level()
    av.logging.set_level(av.logging.ERROR)  # so that the sentence says what FFmpeg misses
    try:
        with av.logging.Capture(), tempfile.TemporaryDirectory() as folder:
            writer = ClipWriter(Path(folder) / "black.mp4", quality, name)
            writer.write(np.zeros((quality.height, quality.width, 4), np.uint8))
            writer.finish()
    finally:
        av.logging.set_level(level)


def _reason(error: Exception) -> str:
    """Say what FFmpeg found, without the call that found it."""
    log = getattr(error, "log", None)
    told = log[2] if log else getattr(error, "strerror", None) or str(error)
    return " ".join(told.split()).rstrip(".")
