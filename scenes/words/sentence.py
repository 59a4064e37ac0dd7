"""A finished sentence that knows, for each number and name in it, where in the trace that stands."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import ClassVar, Self

from netsim import Reading, Trace
from scenes.look.manner import ENGLISH, Manner
from scenes.words.short import on_stage

# Marks within a text that is being put together: what is shown, and which of the sources it comes from.
_OPEN, _CLOSE, _FIRST = "\ue000", "\ue001", 0xE100
_SHOWN = re.compile(f"{_OPEN}(.)([^{_OPEN}{_CLOSE}]*){_CLOSE}")


class Name(str):
    """A name that the trace holds: a class's, whole or cut to the room there is.

    Attributes
    ----------
    place
        Which of the classes it is.
    """

    #: What in the header holds such names.
    of: ClassVar[str] = "classes"
    place: int

    def __new__(cls, text: str, place: int) -> Self:
        """Make a name of its text."""
        name = super().__new__(cls, text)
        name.place = place
        return name

    def __getnewargs__(self) -> tuple[str, int]:  # type: ignore[override]
        """Return what a copy is made of."""
        return str(self), self.place

    def held_by(self, trace: Trace) -> bool:
        """Whether it is the class's name, or the beginning of it."""
        whole = self.whole(trace)
        return self == whole or (self.endswith("…") and whole.startswith(self[:-1]))

    def whole(self, trace: Trace) -> str:
        """Return the name as the trace holds it."""
        return trace.classes[self.place]


class InputName(Name):
    """The name of an input of a table; its place counts the inputs."""

    of = "features"

    def whole(self, trace: Trace) -> str:
        """Return the name as the trace holds it."""
        return trace.features[self.place].name


class OutputName(Name):
    """What an output is called: by its class, or by its number; a single one for two classes by the second."""

    of = "outputs"

    def whole(self, trace: Trace) -> str:
        """Return the name as the trace holds it."""
        return trace.output_names[self.place]


def class_name(trace: Trace, j: int) -> Name:
    """Return the name of class j."""
    return Name(trace.classes[j], j)


def output_name(trace: Trace, j: int, letters: int = sys.maxsize) -> Name:
    """Return what output j is called, cut if it has more letters; where each class has an output, by the class."""
    kind = Name if len(trace.classes) == trace.sizes[-1] else OutputName
    return kind(on_stage(trace.output_names[j], letters), j)


def star_name(trace: Trace) -> Name:
    """Return what the star is called by: its class; where outputs are numbers, the first of them."""
    return class_name(trace, trace.label(0)) if trace.classes else output_name(trace, trace.own_output(0))


def input_name(trace: Trace, k: int, letters: int = sys.maxsize) -> InputName:
    """Return the name of input k of a table, cut if it has more letters."""
    return InputName(on_stage(trace.features[k].name, letters), k)


@dataclass(frozen=True)
class Shown:
    """A number or a name as it stands in a sentence, from ``start`` to ``end``, what it shows, and which fact it is."""

    text: str
    start: int
    end: int
    source: Reading | Name
    fact: str = ""


class Sentence(str):
    """A sentence with its colour marks.

    Attributes
    ----------
    shown
        The numbers and names in it, in order.
    manner
        How its numbers are written.
    """

    shown: tuple[Shown, ...]
    manner: Manner

    def __new__(cls, text: str, shown: tuple[Shown, ...] = (), manner: Manner = ENGLISH) -> Sentence:
        """Make a sentence of its text."""
        sentence = super().__new__(cls, text)
        sentence.shown, sentence.manner = shown, manner
        return sentence

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings of its numbers, in order."""
        return tuple(one.source for one in self.shown if isinstance(one.source, Reading))

    def lines(self, *lines: str) -> list[Sentence]:
        """Return it as lines that it was broken into: put together they are the sentence."""
        ends = list(accumulate(map(len, lines)))
        return [self._between(end - len(line), end) for line, end in zip(lines, ends, strict=True)]

    def _between(self, start: int, end: int) -> Sentence:
        """Return a part of it, without white space at its end."""
        within = [one for one in self.shown if start <= one.start and one.end <= end]
        moved = [replace(one, start=one.start - start, end=one.end - start) for one in within]
        return Sentence(self[start:end].rstrip(), tuple(moved), self.manner)


class Sources:
    """The sources of one sentence while it is put together."""

    def __init__(self, manner: Manner = ENGLISH) -> None:
        self._sources: list[tuple[Reading | Name, str]] = []
        self.manner = manner

    def mark(self, text: str, source: Reading | Name, fact: str = "") -> str:
        """Return a text with marks that say what it shows."""
        self._sources.append((source, fact))
        return f"{_OPEN}{chr(_FIRST + len(self._sources) - 1)}{text}{_CLOSE}"

    def mark_all(self, sentence: Sentence, fact: str = "") -> str:
        """Return a finished sentence with the marks of all that it shows, to stand within another as a fact of it."""
        marked, at = [], 0
        for one in sentence.shown:
            marked += [sentence[at : one.start], self.mark(one.text, one.source, one.fact or fact)]
            at = one.end
        return "".join([*marked, sentence[at:]])

    def finish(self, text: str) -> Sentence:
        """Return the sentence: white space folded, the marks taken out and their places kept."""
        folded = re.sub(r" +([,.;:?!])(?= |$)", r"\1", re.sub(r"[ \n\t]+", " ", text)).strip()
        clean, shown, length, at = [], [], 0, 0
        for match in _SHOWN.finditer(folded):
            before, inner = folded[at : match.start()], match[2]
            length += len(before)
            shown.append(Shown(inner, length, length + len(inner), *self._sources[ord(match[1]) - _FIRST]))
            clean += [before, inner]
            length += len(inner)
            at = match.end()
        return Sentence("".join([*clean, folded[at:]]), tuple(shown), self.manner)


def joined(parts: Iterable[Reading | Name | Sentence], glue: str) -> Sentence:
    """Return sentences, names and places (readings of whole numbers, written without separators) in a row."""
    sources = Sources()
    return sources.finish(glue.join(_marked(part, sources) for part in parts))


def _marked(part: Reading | Name | Sentence, sources: Sources) -> str:
    if isinstance(part, Sentence):
        return sources.mark_all(part)
    return sources.mark(part if isinstance(part, Name) else f"{float(part):.0f}", part)


def equal(what: str, number: Reading, spec: str) -> Sentence:
    """Return that something is a number, as a label says it: ``longest = 0.03``."""
    said = what if isinstance(what, Sentence) else Sentence(what)
    sources = Sources(said.manner)
    text = said.manner.number(format(number, spec))
    return sources.finish(f"{sources.mark_all(said)} = {sources.mark(text, number, 'number')}")
