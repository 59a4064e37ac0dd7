"""Whether a file of sound breaks off, where its format states no length of the whole: MP3 without a table, and Ogg.

Such a file is a row of pieces, each of which states its own length. One that was cut off ends within a piece, unless
the cut fell between two of them: then nothing in the file tells that there was more. (Ogg marks its last piece, but
programs that leave the mark out are many, so that one without it is no proof.)
"""

from __future__ import annotations

from pathlib import Path

import av

OGG = b"OggS"
PAGE = 27  # bytes of the head of a piece of Ogg (RFC 3533), which ends with how many lengths follow
# Kilobits a second by the four bits of an MP3 frame's head that say so: at 32 kHz and above, and below (ISO 11172-3,
# 13818-3); and how many bytes a frame has for each of them, at one sample a second.
BITRATES = (
    (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0),
    (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0),
)
BYTES = (144_000, 72_000)


def breaks_off(path: Path) -> bool:
    """Whether the last piece of a file is shorter than it says; False of formats that state how long the whole is.

    Parameters
    ----------
    path
        A file that can be read to its end.
    """
    with path.open("rb") as file:
        if file.read(len(OGG)) == OGG:
            return _ends_within_a_page(path.read_bytes())
    with av.open(str(path)) as sound:
        if sound.format.name != "mp3":
            return False
        rate, last = sound.streams.audio[0].rate, b""
        for packet in sound.demux(audio=0):
            last = bytes(packet) or last
    return len(last) < _length_of_frame(last, rate)


def _ends_within_a_page(content: bytes) -> bool:
    at = 0
    while content.startswith(OGG, at):
        lengths = content[at + PAGE : at + PAGE + content[at + PAGE - 1]] if at + PAGE <= len(content) else None
        if lengths is None or len(lengths) < content[at + PAGE - 1]:
            return True
        at += PAGE + len(lengths) + sum(lengths)
    return at > len(content)


def _length_of_frame(frame: bytes, rate: int) -> int:
    """Return of how many bytes a frame of MP3 says that it is; 0 if it is none."""
    if len(frame) < 3 or frame[0] != 0xFF or frame[1] & 0xE6 != 0xE2:
        return 0
    slow = rate < 32000
    return BYTES[slow] * BITRATES[slow][frame[2] >> 4] // rate + (frame[2] >> 1 & 1)
