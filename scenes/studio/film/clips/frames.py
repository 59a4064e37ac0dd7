"""Pixels -> frames as an encoder takes them, in the colours of BT.709: opaque ones, and those that are seen through."""

from __future__ import annotations

from collections.abc import Sequence

import av
import numpy as np
from av.video.plane import VideoPlane
from av.video.reformatter import ColorRange, Colorspace

from scenes.camera.boxes import Box
from scenes.camera.compiled.colours import Bytes, to_bt709
from scenes.studio.film.clips.quality import Quality

# What FFmpeg calls the matrix of BT.709; PyAV has a name for swscale's number only.
MATRIX = 1


class Opaque:
    """Frames of 4:2:0 for films; only what changed is converted."""

    def __init__(self, quality: Quality) -> None:
        self._whole = [Box(0, 0, quality.width, quality.height)]
        self._frame = av.VideoFrame(quality.width, quality.height, "yuv420p")
        self._frame.colorspace, self._frame.color_range = MATRIX, ColorRange.MPEG

    def of(self, pixels: Bytes, changed: Sequence[Box] | None) -> av.VideoFrame:
        """Return the frame of pixels, (h, w, 4), which changed in some boxes since the last; None for everywhere."""
        self._frame.make_writable()
        y, cb, cr = (_lines(plane) for plane in self._frame.planes)
        for box in self._whole if changed is None else changed:
            to_bt709(pixels, y, cb, cr, box)
        return self._frame


class Seen:
    """Frames through which what lies under them is seen: colour as it is, and opacity, side by side.

    Parameters
    ----------
    pixels
        How they lie in memory, as FFmpeg calls it.
    """

    def __init__(self, pixels: str) -> None:
        self._pixels = pixels

    def of(self, pixels: Bytes, changed: Sequence[Box] | None) -> av.VideoFrame:
        """Return the frame of some pixels, (h, w, 4), multiplied by their opacity."""
        frame = av.VideoFrame.from_ndarray(straight(pixels), format="rgba")
        frame = frame.reformat(
            format=self._pixels,
            dst_colorspace=Colorspace.ITU709,
            src_color_range=ColorRange.JPEG,
            dst_color_range=ColorRange.MPEG,
        )
        frame.colorspace, frame.color_range = MATRIX, ColorRange.MPEG
        return frame


def straight(pixels: Bytes) -> Bytes:
    """Return pixels, (h, w, 4), whose colours are no longer multiplied by their opacity."""
    opacity = pixels[..., 3]
    partly = (opacity > 0) & (opacity < 255)
    made = pixels.copy()
    colours = pixels[partly, :3].astype(np.uint16) * 255 // opacity[partly, None]
    made[partly, :3] = np.minimum(colours, 255)
    return made


def _lines(plane: VideoPlane) -> Bytes:
    """Give a plane's memory, a row for each of its lines; they may be longer than the picture's."""
    return np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
