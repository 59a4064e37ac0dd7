"""What is done to whole frames, pixel by pixel, by compiled code."""

from __future__ import annotations

import numpy as np
from numba import njit

from scenes.camera.strokes import BYTE, TWO

SEVEN, SIXTEEN = np.uint64(7), np.uint64(16)


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
    share, half = np.uint64(round(alpha * 256)), np.uint64(0x00800080)
    words, over = frame.view(np.uint32)[:, :, 0], layer.view(np.uint32)[:, :, 0]
    for row in range(box[1], box[3]):
        target = words[row, box[0] : box[2]]
        source = over[row - corner[1], box[0] - corner[0] : box[2] - corner[0]]
        for i in range(len(target)):
            if source[i] != 0:
                above, under = np.uint64(source[i]), np.uint64(target[i])
                even = (((above & TWO) * share + half) >> BYTE) & TWO
                odd = (((above >> BYTE) & TWO) * share + half) >> BYTE & TWO
                opaque = odd >> SIXTEEN
                hidden = opaque + (opaque >> SEVEN)  # of 256, as opaque is of 255
                lower, upper = under & TWO, (under >> BYTE) & TWO
                even += lower - (((lower * hidden + half) >> BYTE) & TWO)
                odd += upper - (((upper * hidden + half) >> BYTE) & TWO)
                target[i] = np.uint32(even | (odd << BYTE))
