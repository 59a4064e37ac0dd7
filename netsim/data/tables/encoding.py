"""Finds out the encoding of a text, and refuses what is no text."""

from __future__ import annotations

import codecs
import re

from netsim.border.opening import Unreadable

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
LOOKED_AT = 4096  # bytes that tell of UTF-16 without a mark
OTHERS = {
    b"PK\x03\x04": "is a zip archive or a workbook, expected text; a workbook's name ends in .xlsx",
    b"\xd0\xcf\x11\xe0": "is an old workbook (.xls), expected text; save it as .xlsx or CSV",
    b"PAR1": "is a Parquet file, expected text; let its name end in .parquet",
    b"\x89PNG": "is an image, expected text; images are read from a folder, name = 'images'",
    b"%PDF": "is a PDF, expected text; save its table as CSV",
    b"\x93NUMPY": "is an array, expected text; let its name end in .npy",
}
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f]")


def decoded(content: bytes) -> tuple[str, str]:
    """Decode a text and name its encoding.

    A byte-order mark says it; without one it is UTF-16 if every second byte of its beginning is 0, UTF-8 if it can
    be that, and else cp1252 (Latin-1 as Windows writes it). Lines end in a line feed whatever they ended in.

    Raises
    ------
    Unreadable
        If it is no text.
    """
    for start, why in OTHERS.items():
        if content.startswith(start):
            raise Unreadable(why)
    text, name = _decoded(content)
    strange = _NO_TEXT.search(text)
    if strange:
        line = text.count("\n", 0, strange.start()) + 1
        raise Unreadable(f"is no text (line {line} has the byte {ord(strange.group()):#04x}), expected a table in text")
    return text.replace("\r\n", "\n").replace("\r", "\n"), name


def _decoded(content: bytes) -> tuple[str, str]:
    codec, name = next(((codec, name) for mark, codec, name in MARKS if content.startswith(mark)), ("", ""))
    if not codec:
        even, odd = (content[first:LOOKED_AT:2] for first in (0, 1))
        for zeros, others, end in ((odd, even, "le"), (even, odd, "be")):
            if len(zeros) > 1 and zeros.count(0) > 0.9 * len(zeros) and not others.count(0):
                codec, name = f"utf-16-{end}", "UTF-16"
    try:
        return content.decode(codec or "utf-8"), name or "UTF-8"
    except UnicodeDecodeError as error:
        if codec:
            raise Unreadable(f"begins as {name} and is not ({error.reason}); save it as UTF-8") from None
    try:
        return content.decode("cp1252"), "Windows' Latin-1"
    except UnicodeDecodeError:
        return content.decode("latin-1"), "Latin-1"
