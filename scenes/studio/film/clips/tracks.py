"""What an mp4 carries beside its pictures: chapter marks, and subtitles that players can show and hide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO

import av

MILLI = Fraction(1, 1000)
# How a player without wishes of its own sets the text: white on black outlines, at the foot of the picture.
STYLE = """[Script Info]
ScriptType: v4.00+
PlayResX: 384
PlayResY: 288

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, \
Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, \
MarginV, Encoding
Style: Default,Sans,16,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,0

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
""".replace("\\\n", "")


@dataclass(frozen=True)
class Mark:
    """A chapter of a film: where it begins and ends, in seconds, and what players call it."""

    start: float
    end: float
    title: str


@dataclass(frozen=True)
class Cue:
    """One subtitle: from when to when, in seconds, and its lines."""

    start: float
    end: float
    text: str


@dataclass(frozen=True)
class Subtitles:
    """What is said in one language: its cues, its code of three letters (ISO 639-2), and what it calls itself."""

    cues: Sequence[Cue]
    code: str
    name: str = ""


def set_marks(film: av.container.OutputContainer, marks: Sequence[Mark]) -> None:
    """Give a film that is being written its chapters."""
    film.set_chapters(
        [
            {
                "id": i,
                "start": round(mark.start * 1000),
                "end": round(mark.end * 1000),
                "time_base": MILLI,
                "metadata": {"title": mark.title},
            }
            for i, mark in enumerate(marks)
        ]
    )


class WordTrack:
    """The subtitle track of a film that is being written (3GPP timed text, as mp4 wants it)."""

    def __init__(self, film: av.container.OutputContainer, subtitles: Subtitles) -> None:
        self.film = film
        self.cues = list(subtitles.cues)
        self.stream = film.add_stream("mov_text")
        self.stream.codec_context.subtitle_header = STYLE.encode()
        self.stream.codec_context.time_base = MILLI
        self.stream.time_base = MILLI
        self.stream.metadata["language"] = subtitles.code or "und"
        if subtitles.name:
            self.stream.metadata["handler_name"] = subtitles.name  # what players call the track

    def write_until(self, seconds: Fraction | None) -> None:
        """Write the cues that begin by a time; None for all that are left."""
        while self.cues and (seconds is None or self.cues[0].start <= seconds):
            cue = self.cues.pop(0)
            text = cue.text.encode()
            packet = av.Packet(len(text).to_bytes(2, "big") + text)
            packet.stream, packet.time_base = self.stream, MILLI
            packet.pts = packet.dts = round(cue.start * 1000)
            packet.duration = round(cue.end * 1000) - packet.pts
            self.film.mux(packet)


def hide_words(path: Path, shown: int = 0) -> None:
    """Mark a film's subtitle tracks as off until they are asked for, but for the first so many."""
    with path.open("r+b") as file:
        for start, end in _boxes(file, b"moov", 0, path.stat().st_size):
            texts = [track for track in _boxes(file, b"trak", start, end) if _is_text(file, *track)]
            for track in texts[shown:]:
                [(header, _)] = _boxes(file, b"tkhd", *track)
                file.seek(header + 3)  # after the version: three bytes of flags; the lowest is "enabled"
                flags = file.read(1)[0]
                file.seek(header + 3)
                file.write(bytes([flags & ~1]))


def _is_text(file: BinaryIO, start: int, end: int) -> bool:
    [(media, media_end)] = _boxes(file, b"mdia", start, end)
    [(handler, _)] = _boxes(file, b"hdlr", media, media_end)
    file.seek(handler + 8)
    return file.read(4) in (b"sbtl", b"subt")


def _boxes(file: BinaryIO, kind: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the boxes of one kind begin and end, without their headers, between two places of an mp4."""
    at = start
    while at + 8 <= end:
        file.seek(at)
        size, name = int.from_bytes(file.read(4), "big"), file.read(4)
        head = 8
        if size == 1:
            size, head = int.from_bytes(file.read(8), "big"), 16
        size = size or end - at
        if name == kind:
            yield at + head, at + size
        at += size
