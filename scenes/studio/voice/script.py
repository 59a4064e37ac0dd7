"""The script: what is to be read aloud, beat by beat, with the name of its recording and how long it may take."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from netsim import Trace
from scenes.look.theme import Theme
from scenes.stage.heard.aloud import to_be_read
from scenes.story.told import Part
from scenes.studio.voice.recordings import Place
from scenes.words.messages import Messages

WIDTH = 96  # of a line of text
COLUMNS = ("cue", "chapter", "scene", "beat", "seconds", "film_seconds", "says")


@dataclass(frozen=True)
class Line:
    """What is to be read of one beat.

    Attributes
    ----------
    place
        The names of its scene and its beat.
    chapter, title
        The chapter, and what the scene is called.
    cue
        What its recording is called, without its ending.
    says
        The sentence.
    seconds
        About how long it takes to read.
    lasts
        How long the beat lasts in the film if nobody speaks, in seconds; None if that was not looked for.
    """

    place: Place
    chapter: str
    title: str
    cue: str
    says: str
    seconds: float
    lasts: float | None = None

    @property
    def times(self) -> str:
        """How many seconds it takes to read and, after a stroke, lasts in the film."""
        return f"{self.seconds:.0f}" if self.lasts is None else f"{self.seconds:.0f}/{self.lasts:.0f}"


def script_of(
    parts: Sequence[Part],
    trace: Trace,
    words: Messages,
    theme: Theme,
    names: Mapping[Place, str],
    lasting: Mapping[Place, float] = MappingProxyType({}),
) -> list[Line]:
    """Return what is to be read of the beats that are told.

    Parameters
    ----------
    theme
        It says how fast one reads.
    names
        What the recording of each beat is called.
    lasting
        How long each beat lasts in the film if nobody speaks, in seconds, as far as that is known.
    """
    lines = []
    for part in parts:
        title, read = str(part.scene.titled(words)), part.scene.script(trace, words)
        for beat in (beat.name for beat in part.beats if beat.name in read):
            place, says = (part.scene.__name__, beat), to_be_read(read[beat])
            seconds = len(says) / theme.time.chars_per_second
            lines.append(Line(place, part.scene.chapter, title, names[place], says, seconds, lasting.get(place)))
    return lines


def as_text(lines: Sequence[Line], words: Messages) -> str:
    """Write a script for reading on a screen, what its names and numbers are first."""
    cue, seconds = (words.say("script", {}, column) for column in ("cue", "seconds"))
    written = [f"  {cue}  ({seconds})", ""]
    for title, of_scene in groupby(lines, key=lambda line: (line.place[0], line.title)):
        written += [title[1], ""]
        for line in of_scene:
            said = textwrap.wrap(line.says, WIDTH - 4, initial_indent="    ", subsequent_indent="    ")
            written += [f"  {line.cue}  ({line.times} s)", *said, ""]
    return "\n".join(written)


def as_csv(lines: Sequence[Line]) -> str:
    """Write a script as a table, for spreadsheets and recording programs."""
    file = io.StringIO()
    table = csv.writer(file, lineterminator="\n")
    table.writerow(COLUMNS)
    for line in lines:
        lasts = "" if line.lasts is None else f"{line.lasts:.1f}"
        table.writerow((line.cue, line.chapter, line.title, line.place[1], f"{line.seconds:.1f}", lasts, line.says))
    return file.getvalue()
