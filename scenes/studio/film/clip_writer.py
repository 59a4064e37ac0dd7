"""Frames -> one encoded clip: every frame counted, at a constant rate, in the colours of BT.709."""

from __future__ import annotations

import contextlib
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import av
import numpy as np
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc

from scenes.studio.film.quality import Quality

SOFTWARE = "libx264"
OPTIONS = {"crf": "18", "preset": "veryfast", "threads": "1"}
# What FFmpeg calls the matrix of BT.709; PyAV has a name for swscale's number only.
MATRIX = 1


class ClipWriter:
    """Encodes the frames of one clip as they are drawn.

    The file lies under its path while it is written; whoever keeps clips moves it when it is whole.

    Parameters
    ----------
    path
        The file, `.mp4`.
    quality
        The frames' size, in pixels, both even, and how many are shown in a second.
    encoder
        What encodes them.

    Attributes
    ----------
    frames
        How many have been written.
    """

    def __init__(self, path: Path, quality: Quality, encoder: str = "software") -> None:
        self.path, self.quality, self.frames = path, quality, 0
        self._file = av.open(str(path), "w", format="mp4")
        self._stream = cast(av.VideoStream, self._file.add_stream(SOFTWARE, rate=quality.fps, options=OPTIONS))
        coder = self._stream.codec_context
        coder.width, coder.height, coder.pix_fmt = quality.width, quality.height, "yuv420p"
        coder.time_base = Fraction(1, quality.fps)
        coder.colorspace, coder.color_range = MATRIX, ColorRange.MPEG
        coder.color_primaries, coder.color_trc = ColorPrimaries.BT709, ColorTrc.BT709

    def write(self, pixels: np.ndarray[Any, np.dtype[np.uint8]], repeat: int = 1) -> None:
        """Add a frame, shown so many times one after the other.

        Parameters
        ----------
        pixels
            (height, width, 4), uint8: red, green, blue, and what is not looked at, since a frame is opaque.
            It may be changed as soon as this returns.
        """
        frame = av.VideoFrame.from_ndarray(pixels, format="rgba").reformat(
            format="yuv420p", dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG, threads=1
        )
        for _ in range(repeat):
            frame.pts = self.frames
            frame.time_base = Fraction(1, self.quality.fps)
            self._mux(frame)
            self.frames += 1

    def finish(self) -> None:
        """Write what the encoder still holds; the file is whole."""
        self._mux(None)
        self._file.close()

    def abandon(self) -> None:
        """Leave the clip as it is; the file goes."""
        with contextlib.suppress(av.FFmpegError):
            self._file.close()
        self.path.unlink(missing_ok=True)

    def _mux(self, frame: av.VideoFrame | None) -> None:
        for packet in self._stream.encode(frame):
            packet.duration = 1
            self._file.mux(packet)
