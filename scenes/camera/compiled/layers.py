"""What is done to whole frames, pixel by pixel, by compiled code."""

from __future__ import annotations

import numpy as np
from numba import njit

from scenes.camera.compiled.strokes import BYTE, TWO

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


@njit(cache=True)
def mix_rows(frame: np.ndarray, under: np.ndarray, corner: tuple[int, int], shares: np.ndarray) -> None:
    """Take rows of a frame back, in part, to what they were.

    Parameters
    ----------
    frame
        (h, w, 4) of uint8, changed in place.
    under
        (h', w', 4) of uint8: what they were.
    corner
        Where in the frame these rows begin: left, top.
    shares
        (h',) of uint16: how much of the frame stays in each row, in 1/256.
    """
    half = np.uint64(0x00800080)
    words, before = frame.view(np.uint32)[:, :, 0], under.view(np.uint32)[:, :, 0]
    for row in range(under.shape[0]):
        share = np.uint64(shares[row])
        rest, target = SIXTEEN * SIXTEEN - share, words[row + corner[1], corner[0] : corner[0] + under.shape[1]]
        for i in range(len(target)):
            if target[i] != before[row, i]:
                above, below = np.uint64(target[i]), np.uint64(before[row, i])
                even = (((above & TWO) * share + (below & TWO) * rest + half) >> BYTE) & TWO
                odd = ((above >> BYTE) & TWO) * share + ((below >> BYTE) & TWO) * rest + half
                target[i] = np.uint32(even | (odd & (TWO << BYTE)))
