"""Subtitles: what the beats say, timed for the whole film, for players and for browsers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from html import escape

import srt

from scenes.studio.film.clips.tracks import Cue
from scenes.studio.film.pieces.kept_clips import Clip, Spoken
from scenes.words.breaks import CLOSING, breakable, filled, folded, sentences_of

WIDTH = 42  # letters in a line, unless a language says otherwise
LINES = 2
MARKS = "，。：；？！"  # no words are seen in Chinese: a mark is where a line may well end
SHORTEST = 1.2  # seconds of a cue, where what is said takes longer


def film_cues(clips: Sequence[Clip], width: int = WIDTH) -> list[Cue]:
    """List the subtitles of a film of these clips, one after the other, in lines of so many letters at most."""
    cues: list[Cue] = []
    before = 0.0
    for clip in clips:
        split = [cue for said in clip.spoken for cue in cues_of(said, width)]
        cues += [Cue(before + start, before + end, text) for start, end, text in split]
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


def cues_of(said: Spoken, width: int = WIDTH) -> Iterable[tuple[float, float, str]]:
    """Split what is said into cues of at most two lines; each lasts as long as its share of the letters.

    Yields
    ------
    tuple
        Start and end in seconds from the start of the clip, and the text with its line break.
    """
    seconds = said.end - said.start
    pages = [page.strip() for page in _long_enough(_pages(said.text, width), seconds, width)]
    letters = sum(map(len, pages))
    start = said.start
    for page in pages:
        end = start + seconds * len(page) / letters
        yield start, end, "\n".join(_lines(page, width))
        start = end


def _pages(text: str, width: int) -> list[str]:
    """Cut a text into pages that fit: between sentences where possible, and long sentences evenly."""
    pages: list[str] = []
    for sentence in sentences_of(folded(text)):
        both = pages[-1] + sentence if pages else sentence
        if pages and _fits(both, width):
            pages[-1] = both
        else:
            pages += _evenly(sentence, width)
    return pages


def _long_enough(pages: list[str], seconds: float, width: int) -> list[str]:
    """Join each page that would be gone too soon with a neighbour, and cut the two evenly."""
    letters = [len(page.strip()) for page in pages]
    for i, many in enumerate(letters):
        if len(pages) > 1 and seconds * many / sum(letters) < SHORTEST:
            first = max(0, i - 1)
            joined = _evenly("".join(pages[first : first + 2]), width)
            if min(len(page.strip()) for page in joined) > many:
                return _long_enough([*pages[:first], *joined, *pages[first + 2 :]], seconds, width)
    return pages


def _evenly(sentence: str, width: int) -> list[str]:
    """Cut a sentence into as few pages as fit, about equally long."""
    count, letters = 1, len(sentence.strip())
    while True:
        pages = filled(sentence, max(width, -(-letters // count) + width // 4))
        if all(_fits(page, width) for page in pages) or len(pages) >= len(breakable(sentence)):
            return pages
        count += 1


def _fits(page: str, width: int) -> bool:
    return len(filled(page, width)) <= LINES


def _lines(page: str, width: int) -> list[str]:
    """Break a page into lines of about the same length; in two, after a mark of Chinese if both have room then."""
    most = filled(page, width)
    cuts = [i for i in range(1, len(page)) if page[i - 1] in MARKS and page[i] not in CLOSING]
    if len(most) == LINES and (cuts := [i for i in cuts if max(i, len(page) - i) <= width]):
        cut = min(cuts, key=lambda i: abs(len(page) - 2 * i))
        return [page[:cut], page[cut:].strip()]
    for letters in range(-(-len(page) // len(most)), width + 1):
        lines = filled(page, letters)
        if len(lines) <= len(most):
            return [line.strip() for line in lines]
    return [line.strip() for line in most]
