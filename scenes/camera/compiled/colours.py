"""Colours of a film: red, green and blue become brightness and two colour differences, as ITU-R BT.709 says.

Of a pixel's R, G, B in 0 to 255, with the brightness L = 0.2126 R + 0.7152 G + 0.0722 B:

    Y  =  16 + 219/255 L
    Cb = 128 + 224/255 (B - L) / 1.8556
    Cr = 128 + 224/255 (R - L) / 1.5748

(BT.709-6, items 3.2, 3.3 and 4.6; limited range). Cb and Cr are those of four pixels' mean: 4:2:0.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import int32, njit, uint32

from scenes.camera.boxes import Box

Bytes = np.ndarray[Any, np.dtype[np.uint8]]

# Weights of red, green and blue as whole numbers of 2^-20, so that every machine computes the same bits;
# the sum of 255 times each, or of 1020 where four pixels are added, keeps within 31 bits.
_BITS = 20
_ONE = 1 << _BITS
_RED, _BLUE = 0.2126, 0.0722
_GREEN = 1 - _RED - _BLUE
_TO_BLUE, _TO_RED = 224 / 255 / (2 - 2 * _BLUE), 224 / 255 / (2 - 2 * _RED)
_Y_R, _Y_G, _Y_B = (uint32(round(219 / 255 * k * _ONE)) for k in (_RED, _GREEN, _BLUE))
_B_R, _B_G, _B_B = (int32(round(_TO_BLUE * k * _ONE)) for k in (-_RED, -_GREEN, 1 - _BLUE))
_R_R, _R_G, _R_B = (int32(round(_TO_RED * k * _ONE)) for k in (1 - _RED, -_GREEN, -_BLUE))
# What is added before the bits are cut off: 16 or 128, and one half, which rounds.
_Y_0 = uint32(16 * _ONE + _ONE // 2)
_C_0 = int32(4 * (128 * _ONE + _ONE // 2))
_Y_CUT, _C_CUT = uint32(_BITS), int32(_BITS + 2)
_8, _16, _BYTE, _TWO_BYTES, _EVERY_OTHER = (uint32(k) for k in (8, 16, 0xFF, 0xFFFF, 0x00FF00FF))


def to_bt709(pixels: Bytes, y: Bytes, cb: Bytes, cr: Bytes, box: Box | None = None) -> None:
    """Write a frame's colours as a film has them, each rounded to the nearest.

    Parameters
    ----------
    pixels
        (height, width, 4), both even, without gaps: red, green, blue, and what is not looked at.
    y, cb, cr
        (height, at least width) and twice (height/2, at least width/2): where it is written.
    box
        What is written of it; None for all. Four pixels share their colour, so it is widened to even numbers.
    """
    height, width = pixels.shape[:2]
    left, top, right, bottom = box or (0, 0, width, height)
    left, top, right, bottom = left // 2, top // 2, (right + 1) // 2, (bottom + 1) // 2
    _convert(pixels.view(np.uint32)[..., 0], y, cb, cr, left, top, right, bottom)


@njit(cache=True)
def _convert(words, y, cb, cr, left, top, right, bottom):  # type: ignore[no-untyped-def]
    """Convert pixels that are one number each, red lowest, in pairs of rows and columns from one to another.

    A row's part is one stretch of memory, so that processors take eight of its pixels at a time.
    """
    for j in range(top, bottom):
        for row in (2 * j, 2 * j + 1):
            source, target = words[row, 2 * left : 2 * right], y[row, 2 * left : 2 * right]
            for i in range(len(source)):
                word = source[i]
                red, green, blue = word & _BYTE, (word >> _8) & _BYTE, (word >> _16) & _BYTE
                target[i] = (red * _Y_R + green * _Y_G + blue * _Y_B + _Y_0) >> _Y_CUT
        upper, lower = words[2 * j, 2 * left : 2 * right], words[2 * j + 1, 2 * left : 2 * right]
        to_blue, to_red = cb[j, left:right], cr[j, left:right]
        for i in range(len(to_blue)):
            a, b, c, d = upper[2 * i], upper[2 * i + 1], lower[2 * i], lower[2 * i + 1]
            odd = (a & _EVERY_OTHER) + (b & _EVERY_OTHER) + (c & _EVERY_OTHER) + (d & _EVERY_OTHER)
            even = ((a >> _8) & _BYTE) + ((b >> _8) & _BYTE) + ((c >> _8) & _BYTE) + ((d >> _8) & _BYTE)
            red, green, blue = int32(odd & _TWO_BYTES), int32(even), int32(odd >> _16)
            to_blue[i] = (red * _B_R + green * _B_G + blue * _B_B + _C_0) >> _C_CUT
            to_red[i] = (red * _R_R + green * _R_G + blue * _R_B + _C_0) >> _C_CUT
