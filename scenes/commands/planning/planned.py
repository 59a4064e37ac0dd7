"""A production as it is asked for: a lesson is read, and what a command says of it goes before what it says itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from scenes.commands.planning.chosen import chosen
from scenes.commands.planning.machines import cluster_for, encoder_for
from scenes.studio.film.clips.quality import QUALITIES, suffix

if TYPE_CHECKING:
    from pathlib import Path

    from scenes.commands.planning.request import Request
    from scenes.lesson.lesson import Lesson
    from scenes.story.told import Part
    from scenes.studio.film.production import Production


def lesson_at(request: Request, draws: bool = False) -> Lesson:
    """Read the lesson of a request, and make sure that what its story names is there.

    Parameters
    ----------
    draws
        Whether it is to be drawn, so that its own file of scenes is run.

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

    plan = request.lesson if isinstance(request.lesson, Lesson) else Lesson.load(request.lesson)
    plan = replace(plan, patient=request.yes)
    if request.told_of is not None:
        plan = plan.of_record(request.told_of)
    if request.language is not None:
        plan = plan.in_language(request.language)
    if draws:
        from scenes.commands.planning.trust import drawn

        plan = drawn(plan, request.trust)
    if plan.story.names_something:
        from scenes.story.told import told

        told(plan)
    if plan.story.has_words:
        from scenes.story.own_words import check_words

        check_words(plan)
    return plan


def planned(request: Request, also: Collection[str] = (), draws: bool = True) -> Production:
    """Plan a production of what is asked.

    Parameters
    ----------
    also
        Exhibits that are recorded though no scene shows them.
    draws
        Whether it is drawn: what only checks the plan does not run the lesson's own file of scenes.

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

    plan = lesson_at(request, draws)
    out = output_of(plan, request.out, request.trust)
    plan = looking(alone(plan) if request.names else plan, request)
    plan, parts = chosen(plan, request.names, request.chapters, request.whole, also, out / ".work")
    if request.names:
        named = [part.scene.__name__ for part in parts]
    else:
        named = ["all"] if request.whole else [chapter.lower() for chapter in request.chapters]
    named += [] if request.language is None else [plan.words().language]
    return production_of(plan, parts, named, out, request)


def alone(plan: Lesson) -> Lesson:
    """Return a lesson of which a few scenes are looked at: what comes before and after belongs to its whole film."""
    return replace(plan, output=plan.output.model_copy(update=dict.fromkeys(("intro", "outro"), "")))


def looking(plan: Lesson, request: Request) -> Lesson:
    """Return a lesson as it is asked to look, checked before anything is trained.

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

    if request.theme is not None:
        plan = plan.in_theme(request.theme)
    if request.aspect is not None:
        plan = plan.in_aspect(request.aspect)
    check_imprint(plan.theme(), FORMATS[plan.look.aspect])
    plan.subtitles()
    return plan


def production_of(plan: Lesson, parts: Sequence[Part], named: Sequence[str], out: Path, request: Request) -> Production:
    """Plan the production of some scenes of a lesson, read and checked, as it is asked for.

    Parameters
    ----------
    named
        What its files are called after the lesson's name.
    out
        The folder that they go to.

    Raises
    ------
    EncoderError
        If there is no such encoder, or it cannot be opened here.
    FarmError
        If a cluster's address is none, or Dask is not installed.
    """
    from netsim.border.files import fitting
    from scenes.studio.film.production import Production

    quality = QUALITIES[request.quality or plan.output.quality].of(plan.look.aspect)
    return Production(
        plan,
        parts,
        name=fitting("-".join([plan.name, *named])) + suffix(plan.look.aspect),
        quality=quality,
        captions=plan.look.captions if request.captions is None else request.captions == "on",
        out=out,
        jobs=request.jobs,
        force=request.force,
        encoder=encoder_for(quality, request.encoder, request.cluster),
        cluster=cluster_for(request.cluster, request.jobs),
    )
