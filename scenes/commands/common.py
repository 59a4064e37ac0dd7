"""What the commands that make something of a lesson share: their options, the choice of scenes, the display."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from scenes.studio.film.clips.quality import QUALITIES, Quality

if TYPE_CHECKING:
    from netsim import Given
    from scenes.lesson.lesson import Lesson
    from scenes.stage.stage import TraceScene
    from scenes.story.told import Part, Place
    from scenes.studio.film.production import Production
    from scenes.studio.film.progress import Display

Command = TypeVar("Command", bound=Callable[..., Any])

LESSON = click.argument("lesson", required=False, metavar="[LESSON.toml]", type=click.Path(path_type=Path))
TRACE = click.option(
    "--trace",
    "told_of",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Tell of this record, made by `nudge record` or a netsim.Recorder, instead of training.",
)
SCENES = click.option(
    "--scene",
    "names",
    multiple=True,
    metavar="NAME",
    help="Only this scene: its name, or an idea's (N4). Can be given several times.",
)
CHAPTERS = click.option(
    "--chapter", "chapters", multiple=True, metavar="NAME", help="A whole chapter: descent, nudges or calculus."
)
WHOLE = click.option("--all", "whole", is_flag=True, help="All chapters. Default: the lesson's story, or a short film.")
QUALITY = click.option("--quality", type=click.Choice(list(QUALITIES)), help="Default: the lesson's own, or hd.")
CAPTIONS = click.option("--captions", type=click.Choice(["on", "off"]), help="Default: the lesson's own, or on.")
OUT = click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="Default: the lesson's own, or out.")
FORCE = click.option(
    "--force", is_flag=True, help="Overwrite files that nudge did not make, or that were changed since."
)
TRUST = click.option(
    "--trust",
    is_flag=True,
    help="Run the lesson's scenes_file, and write to its output folder, also where they lie outside its own folder.",
)
YES = click.option("--yes", is_flag=True, help="Train also where that takes more than an hour.")
THEME = click.option(
    "--theme", metavar="NAME", help="dark, light, high-contrast, or a TOML file. Default: the lesson's own, or dark."
)
JOBS = click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="How many beats are rendered at a time. Default: as many as there are cores and memory for.",
)
ENCODER = click.option(
    "--encoder",
    metavar="NAME",
    help="software, or a graphics card's, such as h264_nvenc. Default: software.",
)
CLUSTER = click.option(
    "--cluster",
    metavar="ADDRESS",
    help="The address of a Dask scheduler, such as tcp://scheduler:8786: its workers draw. Default: this machine does.",
)


def making(command: Command) -> Command:
    """Add the options of a command that renders scenes."""
    for option in (ENCODER, CLUSTER, JOBS, CAPTIONS, THEME, QUALITY):
        command = option(command)
    return choosing(drawing(command))


def drawing(command: Command) -> Command:
    """Add the options of a command that draws: where its files go, and what it is allowed."""
    for option in (TRUST, YES, FORCE, OUT):
        command = option(command)
    return command


def choosing(command: Command) -> Command:
    """Add the options that choose a lesson and what of it is told."""
    for option in (WHOLE, CHAPTERS, SCENES, TRACE, LESSON):
        command = option(command)
    return command


def lesson_at(
    path: Path | Lesson | None,
    yes: bool = False,
    draws: bool = False,
    trust: bool = False,
    told_of: Path | None = None,
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

    Raises
    ------
    TraceError
        If that is no such file.
    LessonError
        If the file cannot be read, or its story names a chapter, scene or beat that is not there.
    RecipeError
        If a key or a value is impossible.
    WordsError
        If its own words, or those of its own scenes, cannot be said.
    """
    from scenes.lesson.lesson import Lesson

    plan = replace(path if isinstance(path, Lesson) else Lesson.load(path), patient=yes)
    if told_of is not None:
        plan = plan.of_record(told_of)
    if draws:
        from scenes.commands.trust import drawn

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
        If there is no such theme.
    EncoderError
        If there is no such encoder, or it cannot be opened here.
    FarmError
        If a cluster's address is none, or Dask is not installed.
    """
    from netsim.border.files import fitting
    from scenes.commands.trust import output_of
    from scenes.look.theme import Theme
    from scenes.studio.film.production import Production

    plan = lesson_at(lesson, yes, draws, trust, told_of)
    where = output_of(plan, out, trust)
    if theme is not None:
        plan = plan.in_theme(theme)
    Theme.load(plan.theme_name())
    plan, parts = chosen(plan, names, chapters, whole, also, where / ".work")
    named = [part.scene.__name__ for part in parts] if names else ["all"] if whole else [c.lower() for c in chapters]
    name = fitting("-".join([plan.name, *named]))
    shown = plan.look.captions if captions is None else captions == "on"
    size = QUALITIES[quality or plan.output.quality]
    who = (encoder_for(size, encoder, cluster), cluster_for(cluster, jobs))
    return Production(plan, parts, name, size, shown, where, jobs, force, *who)


def cluster_for(address: str | None, jobs: int | None) -> str | None:
    """Return the address of the cluster that was asked for, None is this machine, and make sure that it can be one.

    Raises
    ------
    FarmError
        If it is no address, or Dask is not installed.
    """
    from scenes.studio.film.crew.farm.address import check_cluster

    if address is not None:
        if jobs is not None:
            raise click.UsageError(
                "--jobs is for this machine; how many beats a cluster's worker draws at a time, its --nthreads says."
            )
        check_cluster(address)
    return address


def encoder_for(size: Quality, name: str | None, cluster: str | None) -> str:
    """Return the name of the encoder that was asked for, None is the software one, and make sure that it works here.

    Where a cluster draws, it is its workers that must be able to open it.

    Raises
    ------
    EncoderError
        If there is none of that name, or it cannot be opened here.
    """
    from scenes.studio.film.clips.clip_writer import try_encoder
    from scenes.studio.film.clips.encoders import SOFTWARE, encoder_named

    if name is None or name == SOFTWARE:
        return SOFTWARE
    if cluster is None:
        try_encoder(name, size)
    else:
        encoder_named(name)
    return name


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
    """
    from scenes.story.chapter_cards import with_cards
    from scenes.story.told import ALL, named, told

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
    return plan.recording({*also, *(exhibit for part in parts for exhibit in part.scene.needs)}), parts


def _check_needs(plan: Lesson, parts: Sequence[Part]) -> None:
    from netsim import RecipeError
    from netsim.exhibits.registry import check_names
    from scenes.lesson.lesson import LessonError

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
    from scenes.lesson.kept_traces import DEFAULT_WORK, given_for
    from scenes.lesson.lesson import LessonError
    from scenes.story.tellable import tellable
    from scenes.story.told import StoryError

    try:
        exhibits = None if plan.trace is None else whole(Trace.load(plan.trace))
        given = given_for(plan, work or DEFAULT_WORK)
        parts, left_out = tellable(parts, given, wanted, exhibits)
    except (AskError, StoryError) as error:
        raise LessonError(f"{plan.path}: {error}") from None
    for sentence in left_out:
        _tell_left_out(plan.path, sentence)
    return parts, given


@lru_cache(maxsize=1000)
def _tell_left_out(lesson: Path, sentence: str) -> None:
    """Say once what of a lesson is left out, though several commands make something of it."""
    click.echo(f"Left out   {sentence}", err=True)


def _named(names: Sequence[str], scenes: Sequence[type[TraceScene]]) -> list[list[type[TraceScene]]]:
    """Pick scenes for each name: that of a class, or the id of an idea; case does not matter."""
    from netsim.border.nearest import nearest

    by_name: dict[str, list[type[TraceScene]]] = {}
    spelt: dict[str, str] = {}
    for scene in scenes:
        for name in {scene.__name__, *(beat.id for beat in scene.beats() if beat.id)}:
            by_name.setdefault(name.lower(), []).append(scene)
            spelt[name.lower()] = name
    for name in names:
        if name.lower() not in by_name:
            from netsim.border.nearest import nearest  # here, since --help answers without numpy

            near = nearest(name, spelt.values())
            hint = f" did you mean {near}?" if near else f" there are {', '.join(spelt.values())}."
            raise click.BadParameter(f"no scene is called {name!r};{hint}", param_hint="--scene")
    return [by_name[name.lower()] for name in names]


def display() -> Display:
    """Show progress on stderr, so that stdout holds results only."""
    from rich.console import Console

    from scenes.studio.film.progress import display_for

    return display_for(Console(stderr=True))
