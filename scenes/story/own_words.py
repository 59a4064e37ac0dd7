"""A lesson's own words, checked before anything is trained: every fact, role and message that they name is there.

Own words are those of a file of messages, and of docstrings of scenes of one's own. Which facts a scene gives is
asked of the scene itself, with a toy network that is trained on the spot.
"""

from __future__ import annotations

import inspect
import linecache
from collections.abc import Collection, Iterator
from functools import lru_cache, partial

from netsim import Recipe, Trace, record
from netsim.border.nearest import meant
from scenes.lesson.lesson import Lesson
from scenes.stage.beats import Beat, words_of
from scenes.stage.stage import TraceScene
from scenes.story.chapter_cards import CARDS
from scenes.story.story import SCENES
from scenes.story.told import told
from scenes.words.docstrings import as_message
from scenes.words.files import WordsError
from scenes.words.messages import Messages
from scenes.words.references import no_fact

Scene = type[TraceScene]
#: The smallest network that every scene can tell of: two inputs, one hidden layer, two classes.
TOY = {"data": {"name": "xor"}, "network": {"hidden": [2]}, "training": {"epochs": 1}}


def check_words(lesson: Lesson) -> None:
    """Find out whether a lesson's own words can be said; raises the first of `word_faults`."""
    for _, fault in word_faults(lesson):
        raise fault


def word_faults(lesson: Lesson) -> Iterator[tuple[str, WordsError]]:
    """Find what is wrong with a lesson's own words: for each fault the scene that cannot say them, and a sentence.

    Raises
    ------
    WordsError
        If there is no such language or file, or a message is not well formed.
    """
    words, cast = lesson.words(), [part.scene for part in told(lesson)]
    scenes = {scene.__name__: scene for scene in (*SCENES, *CARDS.values(), *cast)}
    checks = [
        (name.partition("-")[0], partial(_check_message, name, words, scenes))
        for name in sorted(words.own, key=words.place_of)
    ]
    checks += [
        (scene.__name__, partial(_check_docstring, scene, beat, words)) for scene in cast for beat in scene.beats()
    ]
    for scene_name, check in checks:
        try:
            check()
        except WordsError as fault:
            yield scene_name, fault


def _check_message(name: str, words: Messages, scenes: dict[str, Scene]) -> None:
    """Check a message of the lesson's own file: whose it is, and the facts that it names."""
    owner, _, beat = name.partition("-")
    where = words.place_of(name)
    original = Messages.load(words.source)
    if not name[0].isupper():
        if not name.startswith("-"):
            _refuse_unknown(words.uses(name).facts, original.uses(name).facts, f"{where}: {name}")
        return
    if owner not in scenes:
        raise WordsError(f"{where}: there is no scene {owner!r} to say {name!r}{meant(owner, scenes)}.")
    scene = scenes[owner]
    beats = [one.name for one in scene.beats()]
    if beat and beat not in beats:
        raise WordsError(f"{where}: {owner} has no beat {beat!r}{meant(beat, beats)}; it has {', '.join(beats)}.")
    known = _facts_of(scene)
    if known is None:
        return
    if beat:
        _refuse_unknown(words.uses(name).facts, known, f"{where}: {name}")
        return
    for label in [one.id.name for one in words.entries[name].attributes]:
        given = original.uses(name, label).facts if original.has(name, label) else set()
        _refuse_unknown(words.uses(name, label).facts, {*known, *given}, f"{where}: {name}.{label}")


def _check_docstring(scene: Scene, beat: Beat, words: Messages) -> None:
    """Check what a beat of the lesson's own says where no message does."""
    cls, docstring = next(((cls, said) for cls, said in words_of(scene, beat.name) if said), (scene, ""))
    if scene.message_of(beat.name, words) or cls.__module__.startswith("scenes."):
        return
    method = vars(cls).get(beat.name)
    if not docstring:
        raise WordsError(
            f"{_where(method, '')}: {scene.__name__}.{beat.name} says nothing, "
            f"expected a docstring, or a message {scene.__name__}-{beat.name}."
        )
    try:
        text = as_message(docstring)
    except ValueError as error:
        raise WordsError(f"{_where(method, '{')}: {scene.__name__}.{beat.name}: {error}.") from None
    where = f"{_where(method, '](')}: {scene.__name__}.{beat.name}"
    uses, known = words.uses_in(text, where), _facts_of(scene)
    for name in sorted(uses.facts - set(known or uses.facts)):
        raise WordsError(f"{_where(method, name)}: {scene.__name__}.{beat.name}: {no_fact(name, known or ())}")


def _refuse_unknown(facts: Collection[str], known: Collection[str], where: str) -> None:
    for name in sorted(set(facts) - set(known)):
        raise WordsError(f"{where}: {no_fact(name, known)}")


def _where(method: object, fragment: str) -> str:
    """Return the file and the line of a method in which something first stands, or else where it begins."""
    code = getattr(method, "__code__", None)
    if code is None:
        return "a scene of the lesson's own"
    linecache.checkcache(code.co_filename)
    lines, first = inspect.getsourcelines(code)
    at = next((i for i, line in enumerate(lines) if fragment and fragment in line), 0)
    return f"{code.co_filename}, line {first + at}"


def _facts_of(scene: Scene) -> Collection[str] | None:
    """Return the names of the facts that a scene gives; None if it cannot give any of a toy."""
    if getattr(scene, "facts_unread", False):
        return None
    try:
        return scene.facts(_toy(tuple(scene.needs))).keys()
    except Exception:  # a scene of one's own may ask for what only its lesson has
        return None


@lru_cache(maxsize=8)
def _toy(exhibits: tuple[str, ...]) -> Trace:
    return record(Recipe.from_dict(TOY), exhibits=exhibits)
