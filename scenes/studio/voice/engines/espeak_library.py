"""A program of its own that speaks by the library of espeak-ng, which tells when each word begins.

`python espeak.py FILE.wav`, with {"text", "voice", "rate"} as JSON on its input; out come [[word, start, end], ...].
It is run apart, so that a library that hangs, or that another version crashes, ends nothing else.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import json
import re
import sys
import wave
from collections.abc import Iterator
from typing import Any

NAMES = ("libespeak-ng.so.1", "libespeak-ng.so", "libespeak-ng.dylib", "libespeak-ng.dll", "espeak-ng.dll")
# Numbers of espeak-ng's speak_lib.h.
SYNCHRONOUS, RATE, CHARACTERS, UTF8 = 2, 1, 1, 1
WORD, OVER = 1, 0
# What this program ends with, where there is no such library, or no such voice.
NO_LIBRARY, NO_VOICE = 3, 4


class Event(ctypes.Structure):
    """What the library tells of: a word, where it stands in the text, and when it is heard, in milliseconds."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


HEAR = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(Event))


def library() -> ctypes.CDLL | None:
    """Return the library; None if it is not there."""
    for name in (ctypes.util.find_library("espeak-ng"), *NAMES):
        try:
            if name:
                return ctypes.CDLL(name)
        except OSError:
            continue
    return None


def speak(speech: ctypes.CDLL, text: str, voice: str, rate: int, path: str) -> list[tuple[str, float, float]]:
    """Write a text's sound to a file, and return its words with when they begin and end.

    Raises
    ------
    LookupError
        If there is no such voice.
    """
    samples = speech.espeak_Initialize(SYNCHRONOUS, 0, None, 0)
    tongue = voice.partition("-")[0]  # of a region that it does not know it speaks the language
    if samples <= 0 or all(speech.espeak_SetVoiceByName(name.encode()) for name in (voice, tongue)):
        raise LookupError(voice)
    speech.espeak_SetParameter(RATE, rate, 0)
    heard, begun = bytearray(), dict[tuple[int, int], float]()
    places = [match.span() for match in re.finditer(r"\S+", text)]

    def hear(sound: Any, count: int, events: Any) -> int:
        if sound and count > 0:
            heard.extend(ctypes.string_at(sound, 2 * count))
        for at, moment in _words(events):
            for first, end in places:
                if first <= at < end:
                    begun.setdefault((first, end), moment)
        return 0

    kept = HEAR(hear)  # as long as it may be called
    speech.espeak_SetSynthCallback(kept)
    content = text.encode() + b"\0"
    speech.espeak_Synth(content, len(content), 0, CHARACTERS, 0, UTF8, None, None)
    speech.espeak_Synchronize()
    with wave.open(path, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(samples)
        file.writeframes(bytes(heard))
    moments = [*begun.values(), len(heard) / 2 / samples]
    return [(text[first:end], moments[i], moments[i + 1]) for i, (first, end) in enumerate(begun)]


def _words(events: Any) -> Iterator[tuple[int, float]]:
    """Yield of each word that begins where in the text it stands, and when it is heard, in seconds."""
    i = 0
    while events[i].type != OVER:
        if events[i].type == WORD:
            yield events[i].text_position - 1, events[i].audio_position / 1000
        i += 1


def main() -> int:
    """Speak what is ordered."""
    order, speech = json.load(sys.stdin), library()
    if speech is None:
        return NO_LIBRARY
    try:
        words = speak(speech, order["text"], order["voice"], order["rate"], sys.argv[1])
    except LookupError:
        return NO_VOICE
    json.dump(words, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
