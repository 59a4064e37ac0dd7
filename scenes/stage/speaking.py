"""What a scene says: its beats, their sentences and its labels, by messages or by docstrings.

A message is found by the names of the scene's classes, the most derived first; a class of a lesson's own says its
docstrings, unless the lesson has words of its own for it.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import ClassVar

import scenes
from netsim import Given, Trace
from netsim.figures.descent.run import came_from
from netsim.figures.examples import kind_of_examples
from netsim.figures.network import answered_with, inputs, neurons_of, outputs
from scenes.mobjects.type.typeset import plain
from scenes.stage.beats import Beat, beats_of, words_of
from scenes.words.docstrings import as_message
from scenes.words.files import WordsError
from scenes.words.layers import SPOKEN
from scenes.words.messages import Messages
from scenes.words.numbers import Fact
from scenes.words.sentence import Sentence, joined, output_name, star_name


class Speaking:
    """A scene that has something to say of a trace.

    Attributes
    ----------
    trace, words
        What it speaks of, and the messages that it speaks by.
    """

    title: ClassVar[str] = ""
    asks: ClassVar[tuple[str, ...]] = ()  # what a run must have for it, names of `ASKS`
    trace: Trace
    words: Messages

    @classmethod
    def beats(cls) -> tuple[Beat, ...]:
        """Return the beats in the order of telling."""
        return beats_of(cls)

    @classmethod
    def lacks(cls, given: Given) -> str:
        """Return a sentence on what a run lacks for this scene, and what mends it; "" if nothing."""
        ask = given.lacking(cls.asks)
        return f"{cls.__name__} {ask.tells}; {ask.mend}." if ask else ""

    @classmethod
    def beats_for(cls, given: Given) -> tuple[Beat, ...]:
        """Return the beats that can be told of a run: those that ask for nothing that it lacks."""
        return tuple(beat for beat in cls.beats() if given.lacking(beat.asks) is None)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        """Return what messages may name: readings, names and states; a scene adds its own to these."""
        return {
            "label": output_name(trace, trace.own_output(0)),
            "star_class": star_name(trace),
            "outputs_are": answered_with(trace),
            "classes": outputs(trace),
            "inputs": inputs(trace),
            "kind": kind_of_examples(trace),
            "sizes": sizes_of(trace),
            "came_from": came_from(trace),
        }

    @classmethod
    def sentences(cls, trace: Trace, words: Messages | None = None) -> dict[str, Sentence]:
        """Return what each beat that can be told of a trace says, by its name; its numbers know where they stand.

        Raises
        ------
        WordsError
            If a beat has neither a message nor a docstring, or names a fact that the scene does not give.
        """
        words, facts = words or Messages.load(), cls.facts(trace)
        return {beat.name: cls._said(beat, facts, words) for beat in cls.beats_for(trace.given)}

    @classmethod
    def says(cls, trace: Trace, marked: bool = False, words: Messages | None = None) -> dict[str, str]:
        """Return what each beat says of a trace, by beat name, with its colour marks or plain."""
        told = cls.sentences(trace, words)
        return {name: str(sentence) if marked else plain(sentence) for name, sentence in told.items()}

    @classmethod
    def script(cls, trace: Trace, words: Messages) -> dict[str, Sentence]:
        """Return what is to be read aloud of each beat, by its name: what it says, or what its message has for that."""
        read, facts = dict(cls.sentences(trace, words)), cls.facts(trace)
        for beat in read:
            if (message := cls.message_of(beat, words)) and words.has(message, SPOKEN):
                read[beat] = words.say(message, facts, SPOKEN)
        return read

    @classmethod
    def titled(cls, words: Messages | None = None) -> str:
        """Return the scene's title: what its class says, or the message of its class; where neither is, its name."""
        words = words or Messages.load()
        for scene in cls.__mro__:
            if "title" in vars(scene) and scene is not Speaking:
                return str(vars(scene)["title"])
            if _may_say(scene, scene.__name__, words):
                return words.say(scene.__name__, {})
        return cls.__name__

    @classmethod
    def messages(cls, words: Messages) -> tuple[str, ...]:
        """Return the names of the messages that are the scene's own: its title with its labels, and its beats'."""
        classes = {scene.__name__ for scene in cls.__mro__ if issubclass(scene, Speaking)}
        return tuple(name for name in words.entries if name.partition("-")[0] in classes)

    @classmethod
    def message_of(cls, beat: str, words: Messages) -> str:
        """Return which message says a beat; "" if its docstring does."""
        docstrings = dict(words_of(cls, beat))
        for scene in cls.__mro__:
            name = f"{scene.__name__}-{beat}"
            if _may_say(scene, name, words):
                return name
            if docstrings.get(scene):
                return ""
        return ""

    @classmethod
    def _said(cls, beat: Beat, facts: Mapping[str, Fact], words: Messages) -> Sentence:
        where = f"{cls.__name__}.{beat.name}"
        message = cls.message_of(beat.name, words)
        if message:
            return words.say(message, facts)
        template = next((docstring for _, docstring in words_of(cls, beat.name) if docstring), "")
        if not template:
            raise WordsError(f"{where} says nothing: expected a message {cls.__name__}-{beat.name}, or a docstring.")
        try:
            return words.say_text(as_message(template), facts, where)
        except ValueError as error:
            raise error if isinstance(error, WordsError) else WordsError(f"{where}: {error}.") from None

    def phrase(self, name: str, **facts: Fact) -> Sentence:
        """Say a label of the stage: an attribute of the scene's message, with the scene's facts and others.

        Raises
        ------
        WordsError
            If no class of the scene has such a label.
        """
        for scene in type(self).__mro__:
            if _may_say(scene, scene.__name__, self.words, name):
                return self.words.say(scene.__name__, {**self.known, **facts}, name)
        raise WordsError(
            f"{type(self).__name__} has no label {name!r}: expected .{name} under {type(self).__name__} =."
        )

    @cached_property
    def known(self) -> dict[str, Fact]:
        """The facts of this scene and its trace."""
        return self.facts(self.trace)


def sizes_of(trace: Trace) -> Sentence:
    """Return how many neurons each layer has, as a network is called: 784-16-16-10."""
    return joined((neurons_of(trace, l) for l in range(trace.L + 1)), "-")


def _may_say(scene: type, name: str, words: Messages, attribute: str = "") -> bool:
    """Whether a message says something of a class: one of ours, or a lesson's own."""
    return words.has(name, attribute, own=not _is_ours(scene))


@cache
def _is_ours(scene: type) -> bool:
    """Whether a class stands in one of our files: `manim` loads such a file under a name of its own."""
    if scene.__module__.startswith("scenes."):
        return True
    file = getattr(sys.modules.get(scene.__module__), "__file__", None)
    return file is not None and Path(scenes.__path__[0]).resolve() in Path(file).resolve().parents
