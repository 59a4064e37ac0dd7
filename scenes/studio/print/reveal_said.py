"""What Reveal says itself, in its list of keys and in the speaker's window, in the language of the deck."""

from __future__ import annotations

import html
from pathlib import Path

from scenes.words.messages import Messages

#: By the attribute of the message `reveal`: how a script of Reveal has it, between which signs, and in English.
SAID = {
    "keys": (">", "Keyboard Shortcuts", "<"),
    "key": (">", "KEY", "<"),
    "does": (">", "ACTION", "<"),
    "next": ("`", "Next slide", "`"),
    "previous": ("`", "Previous slide", "`"),
    "whole": ("`", "Navigate without fragments", "`"),
    "ends": ("`", "Jump to first/last slide", "`"),
    "blank": ("`", "Pause", "`"),
    "overview": ("`", "Slide overview", "`"),
    "fullscreen": ("`", "Fullscreen", "`"),
    "jump": ("`", "Jump to slide", "`"),
    "speaker": ("`", "Speaker notes view", "`"),
    "loading": (">", "Loading speaker view...", "<"),
    "upcoming": (">", "Upcoming", "<"),
    "time": (">", "Time ", "<"),
    "reset": (">", "Click to Reset", "<"),
    "notes": (">", "Notes", "<"),
    "layout": ("'", "Layout", "'"),
    "default": ("'", "Default", "'"),
    "wide": ("'", "Wide", "'"),
    "tall": ("'", "Tall", "'"),
    "notes-only": ("'", "Notes only", "'"),
}
#: What its list of keys calls those that go on, and what they are here, where the space bar pauses.
GO_ON = ("SPACE  ,  N", "N")


def in_words(script: Path, words: Messages) -> str:
    """Return the text of a script of Reveal, which says in these words what it says."""
    text = script.read_text("utf-8").replace(*GO_ON)
    for name, (before, english, after) in SAID.items():
        said = html.escape(str(words.say("reveal", {}, name)))
        space = " " if english.endswith(" ") else ""
        text = text.replace(f"{before}{english}{after}", f"{before}{said}{space}{after}")
    return text
