"""`nudge check`: the environment; or a lesson, before anything is trained."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from scenes.commands.options import TRUST, choosing

OK, FAIL = click.style("ok  ", fg="green"), click.style("FAIL", fg="red", bold=True)


@click.command()
@choosing
@click.option("--run", "runs", is_flag=True, help="Run the lesson's scenes_file too, and look at what its scenes show.")
@TRUST
def check(
    lesson: Path | None, told_of: Path | None, runs: bool, trust: bool, language: str | None, **choice: Any
) -> None:
    """Check environment, gradients and trace, in a few seconds; or LESSON.toml, before anything is trained.

    Of a lesson each beat is built on a stand-in: the same network after a few updates. Told are facts, roles, messages
    and exhibits that there are not, what a beat's last picture has out of the frame, and text that overlaps text.
    Of a scenes_file of its own the text is read, and nothing of it is run without --run.
    """
    if lesson is not None or told_of is not None or any((language, *choice.values())):
        _check_lesson(lesson, told_of, runs, trust, language, choice)
    else:
        _check_environment()


def _check_lesson(
    lesson: Path | None, told_of: Path | None, runs: bool, trust: bool, language: str | None, choice: dict[str, Any]
) -> None:
    from rich.console import Console

    from scenes.commands.check.lesson_check import LessonCheck
    from scenes.lesson.lesson import DEFAULT_LESSON

    failed = 0
    with Console(stderr=True).status("Reading the lesson") as status:
        looked = LessonCheck(lesson or DEFAULT_LESSON, told_of, runs, trust, language, choice, status.update)
        for fault in looked.faults():
            failed += 1
            status.stop()  # it stands where the fault is going to
            click.echo(f"{FAIL}  {fault}")
            status.start()
    if looked.not_run:
        click.echo(f"Not run    {', '.join(looked.not_run)}: to see what they show, call it with --run", err=True)
    if failed:
        click.echo(f"{_counted(failed, 'fault')} in {lesson or told_of or DEFAULT_LESSON}.", err=True)
        raise click.exceptions.Exit(1)
    counts = f"{_counted(looked.scenes, 'scene')}, {_counted(looked.beats, 'beat')}"
    click.echo(f"{OK}  {lesson or told_of or DEFAULT_LESSON}: {counts}, {looked.verdict}")


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _check_environment() -> None:
    from scenes.commands.check.checkup import findings

    failed = 0
    for finding in findings():
        failed += not finding.ok
        click.echo(f"{OK if finding.ok else FAIL}  {finding.name:<18} {finding.detail}")
    if failed:
        click.echo(f"{failed} of the checks failed.", err=True)
        raise click.exceptions.Exit(1)
