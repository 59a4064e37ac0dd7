"""The command `nudge`: records traces, renders films, lists the story, checks the environment."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scenes.commands.check.check import check
from scenes.commands.data import data
from scenes.commands.display import display
from scenes.commands.explain.explain import explain
from scenes.commands.making.clips import clips
from scenes.commands.making.handout import handout
from scenes.commands.making.render import render
from scenes.commands.making.script import script
from scenes.commands.making.slides import slides
from scenes.commands.making.stills import stills
from scenes.commands.making.storyboard import storyboard
from scenes.commands.making.thumbnail import thumbnail
from scenes.commands.new import new
from scenes.commands.options import FORCE, LESSON, YES, choosing
from scenes.commands.planning.chosen import chosen
from scenes.commands.planning.planned import lesson_at
from scenes.commands.planning.request import Request
from scenes.commands.schema import schema
from scenes.commands.trace.trace import trace as trace_
from scenes.commands.troubles import STOPPED, trouble_of
from scenes.commands.voice import voice
from scenes.commands.watch.watch import watch
from scenes.commands.words import words
from scenes.studio.signals import signals_minded

if TYPE_CHECKING:
    from netsim import Trace

# manim, numpy and what needs them are imported inside the commands, so that --help answers at once.
# On a busy machine BLAS threads wait for one another, up to a hundred times as long as one alone takes for our
# small products. It must be said before numpy is imported; workers inherit it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


class Nudge(click.Group):
    """The command: what begins with a lesson, or with an option of `render`, is `nudge render`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command's name before arguments that name none."""
        first = args[0] if args else ""
        own = {name for parameter in self.get_params(ctx) for name in parameter.opts}
        if first.endswith(".toml") or (first.startswith("-") and first.partition("=")[0] not in own):
            args = ["render", *args]
        return super().parse_args(ctx, args)


@click.group(cls=Nudge, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="nudge", message="nudge %(version)s")
def cli() -> None:
    """Films of how a neural network learns, in which every number is real.

    A lesson file says what to train and what to record; without one, the bundled lesson is used.
    `nudge LESSON.toml` is `nudge render LESSON.toml`; so are options without a command.
    """


cli.add_command(render)
cli.add_command(check)
cli.add_command(clips)
cli.add_command(data)
cli.add_command(explain)
cli.add_command(handout)
cli.add_command(new)
cli.add_command(schema)
cli.add_command(script)
cli.add_command(slides)
cli.add_command(stills)
cli.add_command(storyboard)
cli.add_command(thumbnail)
cli.add_command(trace_)
cli.add_command(voice)
cli.add_command(watch)
cli.add_command(words)


@cli.command()
@LESSON
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Default: out/LESSON.npz.")
@FORCE
@YES
def record(lesson: Path | None, output: Path | None, force: bool, yes: bool) -> None:
    """Train the lesson's network and record its trace."""
    from netsim.border.files import fitting, sweep

    plan = lesson_at(Request(lesson=lesson, yes=yes))
    target = output or Path("out") / f"{fitting(plan.name)}.npz"
    _check_own(target, force)
    target.parent.mkdir(parents=True, exist_ok=True)
    sweep(target.parent)
    with display() as progress:
        trace = plan.record(progress.training)
    trace.save(target)
    if trace.remark:
        click.echo(f"Data       {trace.remark}")
    click.echo(f"Trace      {target} ({target.stat().st_size / 1e6:.1f} MB, {len(trace.steps)} recorded steps)")
    click.echo(f"Network    {'-'.join(map(str, trace.sizes))}, {_judged(trace)}")


def _judged(trace: Trace) -> str:
    """Say how good the trained network is, by what was recorded of that."""
    if "accuracy" in trace:
        return f"{trace['accuracy'][-1]:.1%} of the unseen examples right"
    if "right" in trace:
        return f"{trace['right'][-1]:.1%} of its training examples right, and none held out"
    unseen = f", {trace['unseen_cost'][-1]:.3g} of the unseen ones" if "unseen_cost" in trace else ""
    return f"mean cost {trace['cost'][-1]:.3g} of its training examples{unseen}"


def _check_own(target: Path, force: bool) -> None:
    """Make sure that a trace may be written to a place: one that is there already is overwritten, nothing else is."""
    from netsim import Trace, TraceError
    from netsim.border.files import check_place
    from scenes.studio.ownership import OwnershipError

    check_place(target)
    if force or not os.path.lexists(target):
        return
    try:
        Trace.load(target)
    except TraceError:
        raise OwnershipError(
            f"{target} is there already, and is no trace; choose another name with -o, or --force to overwrite it."
        ) from None


@cli.command("list")
@choosing
@click.option("--json", "as_json", is_flag=True, help="As JSON, one object a beat.")
@YES
def list_(
    lesson: Path | None, told_of: Path | None, as_json: bool, yes: bool, language: str | None, **choice: Any
) -> None:
    """List the lesson's chapters, scenes and beats, and what each says.

    Of a scenes_file of its own the text is read, and nothing of it is run.
    """
    from scenes.lesson.kept_traces import look_up

    plan, parts = chosen(lesson_at(Request(lesson=lesson, told_of=told_of, language=language, yes=yes)), **choice)
    if plan.story.scenes_file:
        click.echo(f"Reads      {plan.beside(plan.story.scenes_file)}, and does not run it", err=True)
    said = plan.words()
    with display() as progress:
        trace = look_up(plan, progress=progress.training)
    told = [
        {"chapter": scene.chapter, "scene": scene.__name__, "beat": beat.name, "id": beat.id, "says": says[beat.name]}
        for part in parts
        for scene, says in [(part.scene, part.scene.says(trace, words=said))]
        for beat in part.beats
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; whatever a person got wrong becomes one sentence on stderr.

    Returns
    -------
    int
        0 if all went well; 1 if a scene or a check failed; 2 for bad input; 130 if interrupted.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may lack characters; that is no failure
    try:
        args = None if arguments is None else list(arguments)
        with signals_minded():
            return cli.main(args=args, prog_name="nudge", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(STOPPED, err=True)
        return 130
    except SystemExit:
        # click ends so, its streams wrapped, where whoever reads what is printed has seen enough.
        if not isinstance(sys.stdout, io.TextIOBase):
            return 0
        click.echo("A scene called sys.exit, so nothing more was made; take that out of the lesson's scenes.", err=True)
        return 1
    except (OSError, ValueError, RuntimeError) as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        click.echo(trouble.sentence, err=True)
        return trouble.code


if __name__ == "__main__":
    sys.exit(main())
