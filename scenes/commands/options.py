"""The options of the commands that make something of a lesson, and the groups that they come in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from scenes.commands import completing
from scenes.commands.presets import PRESETS, preset
from scenes.look.aspects import ASPECTS
from scenes.studio.film.clips.quality import QUALITIES

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
    shell_complete=completing.scenes_and_ideas,
    help="Only this scene: its name, or an idea's (N4). Can be given several times.",
)
CHAPTERS = click.option(
    "--chapter",
    "chapters",
    multiple=True,
    metavar="NAME",
    shell_complete=completing.chapters,
    help="A whole chapter: descent, nudges or calculus.",
)
WHOLE = click.option("--all", "whole", is_flag=True, help="All chapters. Default: the lesson's story, or a short film.")
LANGUAGE = click.option(
    "--language",
    metavar="TAG",
    help="de, en, es ..., or a translation's file. Default: the lesson's own, or en.",
)
QUALITY = click.option("--quality", type=click.Choice(list(QUALITIES)), help="Default: the lesson's own, or hd.")
ASPECT = click.option("--aspect", type=click.Choice(list(ASPECTS)), help="Default: the lesson's own, or 16:9.")
FOR = click.option(
    "--for",
    type=click.Choice(list(PRESETS)),
    is_eager=True,
    expose_value=False,
    callback=preset,
    help="Size, rate, aspect and captions as that place wants them, where no option says otherwise.",
)
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
    "--theme",
    metavar="NAME",
    shell_complete=completing.themes,
    help="dark, light, high-contrast, or a TOML file. Default: the lesson's own, or dark.",
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
    for option in (ENCODER, CLUSTER, JOBS, CAPTIONS, THEME, ASPECT, QUALITY, FOR):
        command = option(command)
    return choosing(drawing(command))


def drawing(command: Command) -> Command:
    """Add the options of a command that draws: where its files go, and what it is allowed."""
    for option in (TRUST, YES, FORCE, OUT):
        command = option(command)
    return command


def choosing(command: Command) -> Command:
    """Add the options that choose a lesson, what of it is told, and in which language."""
    for option in (LANGUAGE, WHOLE, CHAPTERS, SCENES, TRACE, LESSON):
        command = option(command)
    return command
