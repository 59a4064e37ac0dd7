"""Subtitles: what the beats say, timed for the whole film, for players and for browsers."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from datetime import timedelta
from html import escape

import srt

from scenes.studio.film.clips.tracks import Cue
from scenes.studio.film.pieces.kept_clips import Clip, Spoken

WIDTH = 42
LINES = 2
SHORTEST = 1.2  # seconds of a cue, where what is said takes longer


def film_cues(clips: Sequence[Clip]) -> list[Cue]:
    """List the subtitles of a film of these clips, one after the other."""
    cues: list[Cue] = []
    before = 0.0
    for clip in clips:
        cues += [Cue(before + start, before + end, text) for said in clip.spoken for start, end, text in cues_of(said)]
        before += clip.seconds
    return cues


def as_srt(cues: Sequence[Cue]) -> str:
    """Compose an .srt file."""
    timed = [
        srt.Subtitle(i, *(timedelta(seconds=round(t, 3)) for t in (cue.start, cue.end)), cue.text)
        for i, cue in enumerate(cues, 1)
    ]
    return str(srt.compose(timed))


def as_vtt(cues: Sequence[Cue]) -> str:
    """Compose a WebVTT file, for browsers."""
    blocks = [f"{_stamp(cue.start)} --> {_stamp(cue.end)}\n{escape(cue.text, quote=False)}" for cue in cues]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def _stamp(seconds: float) -> str:
    milli = round(seconds * 1000)
    return f"{milli // 3600000:02d}:{milli // 60000 % 60:02d}:{milli // 1000 % 60:02d}.{milli % 1000:03d}"


def cues_of(said: Spoken) -> Iterable[tuple[float, float, str]]:
    """Split what is said into cues of at most two lines; each lasts as long as its share of the letters.

    Yields
    ------
    tuple
        Start and end in seconds from the start of the clip, and the text with its line break.
    """
    seconds = said.end - said.start
    pages = _long_enough(_pages(said.text), seconds)
    letters = sum(map(len, pages))
    start = said.start
    for page in pages:
        end = start + seconds * len(page) / letters
        yield start, end, "\n".join(_lines(page))
        start = end


def _pages(text: str) -> list[str]:
    """Cut a text into pages that fit: between sentences where possible, and long sentences evenly."""
    pages: list[str] = []
    for sentence in re.split(r"(?<=[.!?:;]) ", " ".join(text.split())):
        both = f"{pages[-1]} {sentence}" if pages else sentence
        if pages and len(_wrapped(both)) <= LINES:
            pages[-1] = both
        else:
            pages += _evenly(sentence)
    return pages


def _long_enough(pages: list[str], seconds: float) -> list[str]:
    """Join each page that would be gone too soon with a neighbour, and cut the two evenly."""
    for i, page in enumerate(pages):
        if len(pages) > 1 and seconds * len(page) / sum(map(len, pages)) < SHORTEST:
            first = max(0, i - 1)
            joined = _evenly(" ".join(pages[first : first + 2]))
            shortest = min(map(len, joined))
            if shortest > len(page):
                return _long_enough([*pages[:first], *joined, *pages[first + 2 :]], seconds)
    return pages


def _evenly(sentence: str) -> list[str]:
    """Cut a sentence into as few pages as fit, about equally long."""
    count = 1
    while True:
        pages = textwrap.wrap(sentence, max(WIDTH, -(-len(sentence) // count) + WIDTH // 4), break_long_words=False)
        if all(len(_wrapped(page)) <= LINES for page in pages) or len(pages) >= len(sentence.split()):
            return pages
        count += 1


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def _lines(page: str) -> list[str]:
    """Break a page into lines of about the same length."""
    count = len(_wrapped(page))
    for width in range(-(-len(page) // count), WIDTH + 1):
        lines = textwrap.wrap(page, width, break_long_words=False, break_on_hyphens=False)
        if len(lines) <= count:
            return lines
    return _wrapped(page)
