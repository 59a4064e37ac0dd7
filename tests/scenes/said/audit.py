"""The audit of what is said: every number and name in a finished sentence, back to the trace."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import numpy as np

from netsim import Reading, Trace
from netsim.figures.registry import held
from scenes.calculus.explained import Explained
from scenes.stage.stage import TraceScene
from scenes.story.story import all_scenes
from scenes.words.numbers import DRAWN, Fact, rounded
from scenes.words.sentence import Name, Sentence

#: (key, index …) of a fact; a key that begins with "-" is the reading's negative; "classes" holds outputs' names too.
Place = Callable[[Trace], tuple[str | int, ...]]

#: What may stand in a sentence as a digit without being read from the trace: a target, a switch, level ground.
BY_DEFINITION = ("0", "1")
_MATH = re.compile(r"\[([^\]]+)\]\(math\)")


def all_that_speak() -> list[type[TraceScene]]:
    """Every scene: those of the story, and the one of a weight that is taken apart."""
    return [*all_scenes(), Explained]


def false_words(sentence: Sentence, trace: Trace, *, of_picture: bool = False) -> Iterator[str]:
    """Say what in a sentence is not the trace's: numbers that no reading is behind, or that it is not.

    A label may count what its own picture draws (``of_picture``); what a beat says is the trace's alone.
    """
    for one in sentence.shown:
        if isinstance(one.source, Name):
            if not one.source.held_by(trace) or one.text != one.source:
                yield f"the name {one.text!r} is not that of {one.source.of}[{one.source.place}]"
        elif of_picture and one.source.key == DRAWN:
            continue
        elif one.source.key == DRAWN or not held(trace, one.source):
            yield f"{one.text!r}: {called(one.source)} is not the trace's"
        elif not rounded(one.text, one.source, sentence.manner):
            yield f"{one.text!r} is not {float(one.source)!r}, {called(one.source)}"
    covered = [(one.start, one.end) for one in sentence.shown]
    symbols = [match.span(1) for match in _MATH.finditer(sentence)]
    for match in re.finditer(r"\d[\d.,]*\d|\d", sentence):
        inside = any(start <= match.start() and match.end() <= end for start, end in [*covered, *symbols])
        if not inside and match[0] not in BY_DEFINITION:
            yield f"{match[0]!r} in {str(sentence)!r} is read from nowhere"


def misplaced_fact(fact: Fact, place: Place, trace: Trace) -> str:
    """Say where a fact stands and where it should, or nothing: the index may count from the end."""
    expected, found = _whole(place(trace), trace), _whole(place_of(fact), trace)
    return "" if expected == found else f"it stands at {found}, expected {expected}"


def place_of(fact: Fact) -> tuple[str | int, ...]:
    """Where a reading or a name stands."""
    if isinstance(fact, Name):
        return ("classes" if fact.of == "outputs" else fact.of, fact.place)
    assert isinstance(fact, Reading)
    return (f"{'-' if fact.sign < 0 else ''}{fact.key}", *fact.index)


def _whole(place: tuple[str | int, ...], trace: Trace) -> tuple[str | int, ...]:
    key, *index = place
    name = str(key).removeprefix("-")
    shape = np.shape(trace[name]) if name in trace else ()
    return (key, *(int(i) % n if n else int(i) for i, n in zip(index, [*shape, *[0] * len(index)], strict=False)))


def called(reading: Reading) -> str:
    """What a reading is called in a finding."""
    return f"{reading.key}{list(reading.index)}"


def in_place(sentence: Sentence) -> str:
    """The sentence with the place of each number and name in its stead: what a reviewer reads."""
    pieces, at = [], 0
    for one in sentence.shown:
        key, *index = place_of(one.source)
        pieces += [sentence[at : one.start], f"⟨{key}{list(index) if index else ''}⟩"]
        at = one.end
    return "".join([*pieces, sentence[at:]])
