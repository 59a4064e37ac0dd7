"""Names of classes: what may stand in captions, file names, slides and documents alike."""

from __future__ import annotations

import unicodedata

LONGEST = 60  # characters
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")  # kinds of characters that have no picture
MARKS = "$[]{}"  # what a caption's own marks are made of


def fault_in(name: str) -> str:
    """Say what is wrong with a class's name, to stand after it: "is empty, expected a name"; "" if nothing is."""
    if not name.strip():
        return "is empty, expected a name"
    if len(name) > LONGEST:
        return f"has {len(name):,} characters, expected at most {LONGEST}"
    if set(name) & set(MARKS):
        return f"has one of the signs {' '.join(MARKS)}, which captions use themselves"
    unseen = next((char for char in name if unicodedata.category(char) in UNSEEN), "")
    if unseen:
        return f"has a character that is not printed (U+{ord(unseen):04X})"
    return ""
