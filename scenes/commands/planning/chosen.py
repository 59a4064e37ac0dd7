"""What is told of a lesson: the scenes that were asked for, without what its run cannot show, which is said."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from netsim import Given
    from scenes.lesson.lesson import Lesson
    from scenes.stage.stage import TraceScene
    from scenes.story.told import Part, Place

#: So many of the messages that a language lacks are called by their names.
NAMED = 3


def chosen(
    plan: Lesson,
    names: Sequence[str] = (),
    chapters: Sequence[str] = (),
    whole: bool = False,
    also: Collection[str] = (),
    work: Path | None = None,
) -> tuple[Lesson, tuple[Part, ...]]:
    """Choose what is told of a lesson, and say what is left out; give it back so that it records no more than needed.

    Parameters
    ----------
    work
        The folder that its trace may be kept in.

    Raises
    ------
    LessonError
        If there is no such chapter, or nothing in it, or a scene needs an exhibit that there is not, or one that is
        named asks for what the run does not have.
    RecipeError
        If the data cannot be had.
    WordsError
        If there is no such language, or words cannot be said.
    """
    from scenes.story.chapter_cards import with_cards
    from scenes.story.told import ALL, named, told

    _check_chapters(chapters)
    if whole and chapters:
        raise click.UsageError("--all is all chapters; leave out --chapter, or --all.")
    if whole or chapters:
        plan = plan.telling(*((ALL,) if whole else chapters))
    elif names and not plan.story.chooses:
        plan = plan.telling(ALL)
    parts, wanted = told(plan), named(plan)
    if names:
        found = _named(names, [part.scene for part in parts])
        wanted = [{(scene, beat.name) for scene in scenes for beat in scene.beats()} for scenes in found]
        parts = tuple(part for part in parts if any(part.scene in scenes for scenes in found))
    parts, given = _tellable(plan, parts, wanted, work)
    if not names:
        parts = with_cards(parts, plan.story.opens, given)
    _check_needs(plan, parts)
    _tell_untold(plan, parts)
    return plan.recording({*also, *(exhibit for part in parts for exhibit in part.scene.needs)}), parts


def _check_chapters(names: Sequence[str]) -> None:
    """Refuse a chapter that the command line names and that there is not: no lesson is to blame for it."""
    from scenes.stage.chapters import CHAPTERS
    from scenes.story.told import ALL

    for name in names:
        if name.lower() not in (ALL, *CHAPTERS):
            raise _no_such("chapter", name, (*CHAPTERS, ALL))


def _no_such(what: str, name: str, names: Sequence[str]) -> click.BadParameter:
    """Say that nothing is called so, and what is."""
    from netsim.border.nearest import nearest  # here, since --help answers without numpy

    near = nearest(name, names)
    hint = f"did you mean {near}?" if near else f"there are {', '.join(names)}."
    return click.BadParameter(f"no {what} is called {name!r}; {hint}", param_hint=f"--{what}")


def _check_needs(plan: Lesson, parts: Sequence[Part]) -> None:
    from netsim import RecipeError
    from netsim.exhibits.registry import check_names
    from scenes.lesson.errors import LessonError

    for part in parts:
        try:
            check_names(part.scene.needs)
        except RecipeError as error:
            raise LessonError(f"{plan.path}: the needs of {part.scene.__name__} cannot be recorded. {error}") from None


def _tellable(
    plan: Lesson, parts: tuple[Part, ...], wanted: list[set[Place]], work: Path | None
) -> tuple[tuple[Part, ...], Given]:
    """Return what of a story can be told of a lesson's run, and what is given of that; say what is left out, once."""
    from netsim import Trace
    from netsim.exhibits.registry import whole
    from netsim.trace.given import AskError
    from scenes.lesson.errors import LessonError
    from scenes.lesson.kept_traces import DEFAULT_WORK, given_for
    from scenes.story.tellable import tellable
    from scenes.story.told import StoryError

    try:
        exhibits = None if plan.trace is None else whole(Trace.load(plan.trace))
        given = given_for(plan, work or DEFAULT_WORK)
        parts, left_out = tellable(parts, given, wanted, exhibits)
    except (AskError, StoryError) as error:
        raise LessonError(f"{plan.path}: {error}") from None
    for sentence in left_out:
        _tell_once(plan.path, f"Left out   {sentence}")
    return parts, given


def _tell_untold(plan: Lesson, parts: Sequence[Part]) -> None:
    """Say once how much of what is told is said in English, since the lesson's language has no words for it."""
    words = plan.words()
    untold = words.lacking(name for part in parts for name in part.scene.messages(words))
    if untold:
        many = f"{len(untold)} message{'' if len(untold) == 1 else 's'}"
        named = ", ".join(untold[:NAMED]) + (", ..." if len(untold) > NAMED else "")
        _tell_once(plan.path, f"English    {many} that language = {plan.story.language!r} lacks: {named}")


@lru_cache(maxsize=1000)
def _tell_once(lesson: Path, sentence: str) -> None:
    """Say something of a lesson once, though several commands make something of it."""
    click.echo(sentence, err=True)


def _named(names: Sequence[str], scenes: Sequence[type[TraceScene]]) -> list[list[type[TraceScene]]]:
    """Pick scenes for each name: that of a class, or the id of an idea; case does not matter."""
    by_name: dict[str, list[type[TraceScene]]] = {}
    spelt: dict[str, str] = {}
    for scene in scenes:
        for name in dict.fromkeys((scene.__name__, *(beat.id for beat in scene.beats() if beat.id))):
            by_name.setdefault(name.lower(), []).append(scene)
            spelt[name.lower()] = name
    for name in names:
        if name.lower() not in by_name:
            raise _no_such("scene", name, list(spelt.values()))
    return [by_name[name.lower()] for name in names]
