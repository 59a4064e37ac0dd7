"""What is done to whole frames, pixel by pixel, by compiled code."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit


@njit(cache=True)
def lay(
    frame: np.ndarray, layer: np.ndarray, box: tuple[int, int, int, int], corner: tuple[int, int], alpha: float
) -> None:
    """Lay a layer over a frame, within a box.

    Parameters
    ----------
    frame
        (h, w, 4) of uint8, colours multiplied by their opacity; changed in place.
    layer
        The same way, of any size.
    box
        left, top, right, bottom: what is painted of the frame.
    corner
        Where in the frame the layer begins: left, top.
    alpha
        How opaque the layer is, 0 to 1.
    """
    share = np.int32(round(alpha * 256))
    for row in range(box[1], box[3]):
        for column in range(box[0], box[2]):
            opaque = (np.int32(layer[row - corner[1], column - corner[0], 3]) * share + 128) >> 8
            if opaque > 0:
                under = np.int32(255) - opaque
                for channel in range(4):
                    over: Any = (np.int32(layer[row - corner[1], column - corner[0], channel]) * share + 128) >> 8
                    kept: Any = (np.int32(frame[row, column, channel]) * under + 127) // 255
                    frame[row, column, channel] = np.uint8(min(255, over + kept))
