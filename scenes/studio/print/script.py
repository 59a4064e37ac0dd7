"""The script on paper: what is read aloud, a line a beat, for whoever stands at a microphone."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from scenes.lesson.lesson import ASSETS
from scenes.studio.print.typesetting import typeset
from scenes.studio.voice.script import Line
from scenes.words.messages import Messages

TEMPLATE = ASSETS / "handout" / "script.typ"


def script_pdf(lines: Sequence[Line], name: str, words: Messages) -> bytes:
    """Set a script, in a font of the computer's where ours lacks a language's letters.

    Parameters
    ----------
    name
        The lesson's.
    """
    scenes = [
        {"title": title, "lines": [{"cue": one.cue, "seconds": one.times, "says": one.says} for one in told]}
        for (_, title), told in groupby(lines, key=lambda line: (line.place[0], line.title))
    ]
    content = {
        "language": words.language,
        "title": words.say("script", {}),
        "lesson": name,
        "columns": [words.say("script", {}, column) for column in ("cue", "seconds", "says")],
        "scenes": scenes,
    }
    with tempfile.TemporaryDirectory() as folder:
        return typeset(TEMPLATE, content, Path(folder))
