"""A production as it is asked for: a lesson is read, and what a command says of it goes before what it says itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from scenes.commands.planning.chosen import chosen
from scenes.commands.planning.machines import cluster_for, encoder_for
from scenes.studio.film.clips.quality import QUALITIES, suffix

if TYPE_CHECKING:
    from scenes.lesson.lesson import Lesson
    from scenes.story.told import Part
    from scenes.studio.film.production import Production


def lesson_at(
    path: Path | Lesson | None,
    yes: bool = False,
    draws: bool = False,
    trust: bool = False,
    told_of: Path | None = None,
    language: str | None = None,
) -> Lesson:
    """Read a lesson file, None is the default lesson, and make sure that what its story names is there.

    Parameters
    ----------
    path
        The file; or a lesson that was read before.
    yes
        Whether its training may take hours.
    draws
        Whether it is to be drawn, so that its own file of scenes is run.
    trust
        Whether that file may lie anywhere.
    told_of
        The file of a record that it is told of; None if it trains.
    language
        In which it is told; None for its own.

    Raises
    ------
    TraceError
        If that is no such file.
    LessonError
        If the file cannot be read, or its story names a chapter, scene or beat that is not there.
    RecipeError
        If a key or a value is impossible.
    WordsError
        If there is no such language, or its own words, or those of its own scenes, cannot be said.
    """
    from scenes.lesson.lesson import Lesson

    plan = replace(path if isinstance(path, Lesson) else Lesson.load(path), patient=yes)
    if told_of is not None:
        plan = plan.of_record(told_of)
    if language is not None:
        plan = plan.in_language(language)
    if draws:
        from scenes.commands.planning.trust import drawn

        plan = drawn(plan, trust)
    if plan.story.names_something:
        from scenes.story.told import told

        told(plan)
    if plan.story.has_words:
        from scenes.story.own_words import check_words

        check_words(plan)
    return plan


def planned(
    lesson: Path | Lesson | None,
    names: Sequence[str] = (),
    quality: str | None = None,
    aspect: str | None = None,
    captions: str | None = None,
    out: Path | None = None,
    jobs: int | None = None,
    theme: str | None = None,
    chapters: Sequence[str] = (),
    whole: bool = False,
    force: bool = False,
    also: Collection[str] = (),
    trust: bool = False,
    yes: bool = False,
    draws: bool = True,
    encoder: str | None = None,
    cluster: str | None = None,
    told_of: Path | None = None,
    language: str | None = None,
) -> Production:
    """Plan a production of a lesson; options override what it says, `also` are exhibits that no scene shows.

    What draws nothing, and only checks the plan, does not run the lesson's own file of scenes.

    Raises
    ------
    LessonError
        If a scene that is named asks for what the run does not have, or needs an exhibit that there is not.
    RecipeError
        If the data cannot be had.
    ThemeError
        If there is no such theme, its logo or footer cannot stand in the picture, or there is no font with the letters
        of the language.
    EncoderError
        If there is no such encoder, or it cannot be opened here.
    WordsError
        If there is no such language, or words cannot be said.
    FarmError
        If a cluster's address is none, or Dask is not installed.
    """
    from scenes.commands.planning.trust import output_of

    plan = lesson_at(lesson, yes, draws, trust, told_of, language)
    where = output_of(plan, out, trust)
    plan = looking(plan, theme, aspect)
    plan, parts = chosen(alone(plan) if names else plan, names, chapters, whole, also, where / ".work")
    named = [part.scene.__name__ for part in parts] if names else ["all"] if whole else [c.lower() for c in chapters]
    named += [] if language is None else [plan.words().language]
    return production_of(plan, parts, named, quality, captions, where, jobs, force, encoder, cluster)


def alone(plan: Lesson) -> Lesson:
    """Return a lesson of which a few scenes are looked at: what comes before and after belongs to its whole film."""
    return replace(plan, output=plan.output.model_copy(update=dict.fromkeys(("intro", "outro"), "")))


def looking(plan: Lesson, theme: str | None, aspect: str | None) -> Lesson:
    """Return a lesson as it is to look, checked before anything is trained; None is as it says itself.

    Raises
    ------
    ThemeError
        If there is no such theme, its logo or footer cannot stand in the picture, or there is no font with the letters
        of the language.
    WordsError
        If there is no language that it has subtitles in.
    """
    from scenes.stage.formats import FORMATS
    from scenes.stage.imprinting import check_imprint

    if theme is not None:
        plan = plan.in_theme(theme)
    if aspect is not None:
        plan = plan.in_aspect(aspect)
    check_imprint(plan.theme(), FORMATS[plan.look.aspect])
    plan.subtitles()
    return plan


def production_of(
    plan: Lesson,
    parts: Sequence[Part],
    named: Sequence[str],
    quality: str | None,
    captions: str | None,
    out: Path,
    jobs: int | None,
    force: bool,
    encoder: str | None,
    cluster: str | None,
) -> Production:
    """Plan the production of some scenes of a lesson, of whose name its files have these parts more.

    Raises
    ------
    EncoderError
        If there is no such encoder, or it cannot be opened here.
    FarmError
        If a cluster's address is none, or Dask is not installed.
    """
    from netsim.border.files import fitting
    from scenes.studio.film.production import Production

    name = fitting("-".join([plan.name, *named])) + suffix(plan.look.aspect)
    shown = plan.look.captions if captions is None else captions == "on"
    size = QUALITIES[quality or plan.output.quality].of(plan.look.aspect)
    who = (encoder_for(size, encoder, cluster), cluster_for(cluster, jobs))
    return Production(plan, parts, name, size, shown, out, jobs, force, *who)
