"""The command `nudge`: records traces, renders films, lists the story, checks the environment."""

from __future__ import annotations

import difflib
import errno
import json
import os
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from scenes.studio.quality import QUALITIES

# On a busy machine BLAS threads wait for one another, up to a hundred times as long as one alone takes for our
# small products. It must be said before numpy is imported; workers inherit it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# manim, numpy and what needs them are imported inside the commands, so that --help answers at once.
if TYPE_CHECKING:
    from scenes.stage import TraceScene
    from scenes.studio.production import Film
    from scenes.studio.progress import Display

LESSON = click.argument("lesson", required=False, metavar="[LESSON.toml]", type=click.Path(path_type=Path))


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="nudge", message="nudge %(version)s")
def cli() -> None:
    """Films of how a neural network learns, in which every number is real.

    A lesson file says what to train and what to record; without one, the bundled lesson is used.
    """


@cli.command()
@LESSON
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Default: out/LESSON.npz.")
def record(lesson: Path | None, output: Path | None) -> None:
    """Train the lesson's network and record its trace."""
    from scenes.lesson import Lesson

    plan = Lesson.load(lesson)
    target = output or Path("out") / f"{plan.name}.npz"
    target.parent.mkdir(parents=True, exist_ok=True)
    with _display() as display:
        trace = plan.record(display.training)
    trace.save(target)
    click.echo(f"Trace      {target} ({target.stat().st_size / 1e6:.1f} MB, {len(trace.steps)} recorded steps)")
    click.echo(
        f"Network    {'-'.join(map(str, trace.sizes))}, {trace['accuracy'][-1]:.1%} of the unseen examples right"
    )


@cli.command()
@LESSON
@click.option(
    "--scene",
    "names",
    multiple=True,
    metavar="NAME",
    help="Only this scene: its name, or an idea's (N4). Can be given several times.",
)
@click.option("--quality", type=click.Choice(list(QUALITIES)), help="Default: the lesson's own, or hd.")
@click.option("--captions", type=click.Choice(["on", "off"]), help="Default: the lesson's own, or on.")
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="Default: the lesson's own, or out.")
def render(
    lesson: Path | None, names: tuple[str, ...], quality: str | None, captions: str | None, out: Path | None
) -> None:
    """Render the lesson's film, with subtitles beside it.

    A render that was stopped goes on from the scenes that were finished. Options override the lesson.
    """
    from scenes.lesson import Lesson, LessonError
    from scenes.studio.production import Production

    plan = Lesson.load(lesson)
    quality = quality or plan.output.quality
    shown = plan.look.captions if captions is None else captions == "on"
    scenes: Sequence[type[TraceScene]] = [part.scene for part in plan.cast()]
    name = plan.name
    if names:
        scenes = _chosen(names, scenes)
        name = "-".join([plan.name, *(scene.__name__ for scene in scenes)])
    for scene in scenes:
        missing = scene.missing(plan.recipe.record.exhibits, bool(plan.recipe.network.hidden))
        if missing:
            raise LessonError(f"{plan.path}: {missing}")
    production = Production(plan, scenes, name, QUALITIES[quality], shown, out or Path(plan.output.folder))
    with _signals_minded():
        film = production.make(_display())
    _tell_of(film, quality)


@cli.command("list")
@LESSON
@click.option("--json", "as_json", is_flag=True, help="As JSON, one object a beat.")
def list_(lesson: Path | None, as_json: bool) -> None:
    """List the lesson's chapters, scenes and beats, and what each says."""
    from scenes.lesson import Lesson, look_up

    plan = Lesson.load(lesson)
    with _display() as display:
        trace = look_up(plan, progress=display.training)
    told = [
        {"chapter": scene.chapter, "scene": scene.__name__, "beat": beat.name, "id": beat.id, "says": says[beat.name]}
        for scene, names in ((part.scene, part.told) for part in plan.cast())
        for says in [scene.says(trace)]
        for beat in scene.beats()
        if names is None or beat.name in names
    ]
    if as_json:
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
        return
    before = {"chapter": "", "scene": ""}
    for line in told:
        if line["chapter"] != before["chapter"]:
            click.secho(f"\n{line['chapter'].capitalize()}", bold=True)
        if line["scene"] != before["scene"]:
            click.echo(f"  {line['scene']}")
        click.echo(f"    {line['id']:<4} {line['beat']}")
        click.echo(click.wrap_text(line["says"], 96, " " * 9, " " * 9))
        before = line


@cli.command()
def check() -> None:
    """Check environment, gradients and trace, in a few seconds."""
    from scenes.checkup import findings

    failed = 0
    for finding in findings():
        failed += not finding.ok
        mark = click.style("ok  ", fg="green") if finding.ok else click.style("FAIL", fg="red", bold=True)
        click.echo(f"{mark}  {finding.name:<18} {finding.detail}")
    if failed:
        click.echo(f"{failed} of the checks failed.", err=True)
        raise click.exceptions.Exit(1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; whatever a person got wrong becomes one sentence on stderr.

    Returns
    -------
    int
        0 if all went well; 1 if a scene or a check failed; 2 for bad input; 130 if interrupted.
    """
    try:
        args = None if arguments is None else list(arguments)
        return cli.main(args=args, prog_name="nudge", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return 130
    except OSError as error:
        click.echo(_disk_trouble(error), err=True)
        return 2
    except (ValueError, RuntimeError) as error:
        code = _code_of(error)
        if code is None:
            raise
        click.echo(str(error), err=True)
        return code


def _code_of(error: Exception) -> int | None:
    """Give the exit code of an error whose text is written for people; None for a defect of ours."""
    from netsim import RecipeError, TraceError
    from scenes.lesson import LessonError

    if isinstance(error, (RecipeError, TraceError, LessonError)):
        return 2
    from scenes.studio.film import FilmError
    from scenes.studio.production import ProductionError, ProductionStopped
    from scenes.theme import ThemeError

    codes = ((ThemeError, 2), (FilmError, 1), (ProductionError, 1), (ProductionStopped, 130))
    return next((code for kind, code in codes if isinstance(error, kind)), None)


def _disk_trouble(error: OSError) -> str:
    place = error.filename or "A file"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{place}: the disk is full; free some space, and the next run goes on from what was finished."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{place} may not be written or read; choose another place with --out or -o, or change its owner."
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return f"{place} is in the way: a folder is wanted, and there is a file; choose another place with --out."
    return f"{place}: {error.strerror or error}."


def _chosen(names: Sequence[str], scenes: Sequence[type[TraceScene]]) -> tuple[type[TraceScene], ...]:
    """Pick scenes by class name or by the id of an idea, in the story's order; case does not matter."""
    by_name: dict[str, list[type[TraceScene]]] = {}
    spelt: dict[str, str] = {}
    for scene in scenes:
        for name in {scene.__name__, *(beat.id for beat in scene.beats() if beat.id)}:
            by_name.setdefault(name.lower(), []).append(scene)
            spelt[name.lower()] = name
    for name in names:
        if name.lower() not in by_name:
            near = difflib.get_close_matches(name.lower(), by_name, 1, cutoff=0.4)
            hint = f" did you mean {spelt[near[0]]}?" if near else f" there are {', '.join(spelt.values())}."
            raise click.BadParameter(f"no scene is called {name!r};{hint}", param_hint="--scene")
    wanted = {scene for name in names for scene in by_name[name.lower()]}
    return tuple(scene for scene in scenes if scene in wanted)


def _display() -> Display:
    """Show progress on stderr, so that stdout holds results only."""
    from rich.console import Console

    from scenes.studio.progress import display_for

    return display_for(Console(stderr=True))


@contextmanager
def _signals_minded() -> Iterator[None]:
    """Let Ctrl-C, `kill` and a closed terminal all end a render in order, also where a shell has masked them."""

    def interrupt(number: int, frame: object) -> NoReturn:
        raise KeyboardInterrupt

    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, interrupt) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _tell_of(film: Film, quality: str) -> None:
    """Say where the film is, and what to try next."""
    from scenes.lesson import DEFAULT_LESSON
    from scenes.studio.progress import clock_time

    nudge = _own_name()
    click.echo(f"Film       {film.path} ({clock_time(film.seconds)}, {film.frames:,} frames, {quality})")
    click.echo(f"Subtitles  {film.subtitles}")
    click.echo("Next       see what is told:        " + f"{nudge} list")
    click.echo(f"           change the network:      cp {_near(DEFAULT_LESSON)} my.toml, set hidden = [32, 16] in it,")
    click.echo(f"                                    {nudge} render my.toml")
    if quality in ("draft", "hd"):
        click.echo(f"           more pixels:             {nudge} render --quality full")


def _own_name() -> str:
    """Say how this command is called from here."""
    called = Path(sys.argv[0])
    on_path = shutil.which("nudge")
    if called.name != "nudge" or (on_path and Path(on_path).resolve() == called.resolve()):
        return "nudge"
    return _near(called)


def _near(path: Path) -> str:
    """Write a path as seen from here, if that is shorter."""
    return min(str(path), os.path.relpath(path), key=len)


if __name__ == "__main__":
    sys.exit(main())
