"""When words are said: files beside a recording that tell it, as programs write them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from netsim.border.opening import Unreadable, text_of
from scenes.stage.heard.sounding import SoundError
from scenes.stage.heard.voice import Word

_CUE = re.compile(r"^((?:\d+:)?\d+:\d+[.,]\d+) +--> +((?:\d+:)?\d+:\d+[.,]\d+)[^\n]*\n(.*?)(?:\n\s*\n|\Z)", re.M | re.S)
_TAG = re.compile(r"<[^>]*>")

Spans = Iterator[tuple[str, float, float]]


def words_beside(recording: Path) -> tuple[Word, ...]:
    """Return the words of a recording, in order, by the file beside it: subtitles, JSON, or Audacity's labels.

    A span of several words is divided among them by their letters.

    Raises
    ------
    SoundError
        If there is such a file, and it cannot be read.
    """
    for ending, spans in READERS.items():
        path = recording.with_suffix(ending)
        if path.exists():
            try:
                found = sorted(spans(text_of(path)), key=lambda span: span[1])
            except (Unreadable, ValueError, KeyError, TypeError) as error:
                why = str(error) if isinstance(error, Unreadable) else f"does not tell when words are said ({error})"
                raise SoundError(f"{path} {why}; it is read since it lies beside {recording.name}.") from None
            return tuple(word for span in found for word in _divided(*span))
    return ()


def sidecars(recording: Path) -> list[Path]:
    """Return the files beside a recording that tell of its words."""
    return [path for ending in READERS if (path := recording.with_suffix(ending)).exists()]


def _cues(text: str) -> Spans:
    """Read WebVTT or SubRip."""
    found = list(_CUE.finditer(text.replace("\r\n", "\n")))
    if not found:
        raise ValueError("it has no cues")
    for cue in found:
        yield _TAG.sub("", cue[3]), _seconds(cue[1]), _seconds(cue[2])


def _json(text: str) -> Spans:
    """Read lists of words as Whisper and other recognisers write them, at whatever depth."""
    found = list(_worded(json.loads(text)))
    if not found:
        raise ValueError("it has no words with start and end")
    yield from found


def _worded(told: Any) -> Spans:
    if isinstance(told, dict):
        inner = [one for key in ("words", "segments", "chunks") for one in told.get(key) or ()]
        start, end = told["timestamp"] if "timestamp" in told else (told.get("start"), told.get("end"))
        if inner:
            yield from _worded(inner)
        elif start is not None:
            said, until = told["word"] if "word" in told else told["text"], start if end is None else end
            yield str(said), float(start), float(until)  # of the last chunk the end may be missing
    elif isinstance(told, list):
        for one in told:
            yield from _worded(one)


def _labels(text: str) -> Spans:
    """Read labels as Audacity exports them: start, end and words, with tabs between."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("\\"):
            parts = line.split("\t", 2)
            if len(parts) < 3:
                raise ValueError(f"line {number} has no start, end and words with tabs between")
            yield parts[2], float(parts[0].replace(",", ".")), float(parts[1].replace(",", "."))


READERS: dict[str, Callable[[str], Spans]] = {".vtt": _cues, ".srt": _cues, ".json": _json, ".txt": _labels}


def _seconds(stamp: str) -> float:
    parts: Iterable[str] = stamp.replace(",", ".").split(":")
    seconds = 0.0
    for part in parts:
        seconds = 60 * seconds + float(part)
    return seconds


def _divided(text: str, start: float, end: float) -> Iterator[Word]:
    words = text.split()
    letters, before = sum(map(len, words)), 0
    for word in words:
        until = before + len(word)
        yield Word(word, start + (end - start) * before / letters, start + (end - start) * until / letters)
        before = until
