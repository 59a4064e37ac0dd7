"""What a lesson may do on one's machine: run its own file of scenes, and write into its output folder.

A lesson may come from a stranger. Reading one runs nothing; drawing one runs the file of scenes beside it, which
is said. A file of scenes that lies outside the lesson's folder, and an output folder outside both that and the
current one, are a stranger's only if their owner says so: with ``--trust``.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import click

from scenes.lesson.errors import LessonError
from scenes.lesson.lesson import Lesson

#: Endings of what is made: a name that ends so is meant for a file.
FILES = (".mp4", ".mov", ".webm", ".csv", ".txt", ".pdf", ".pptx", ".html", ".png")


def drawn(plan: Lesson, trust: bool) -> Lesson:
    """Return a lesson that is to be drawn, so that its own file of scenes is run; say which that is.

    Raises
    ------
    LessonError
        If the file lies outside the lesson's own folder, links resolved, and that is not trusted.
    """
    if plan.story.scenes_file:
        path = plan.beside(plan.story.scenes_file)
        if not trust and not path.is_relative_to(plan.path.parent.resolve()):
            raise LessonError(
                f"{plan.path}: story.scenes_file = {plan.story.scenes_file!r} would run {path}, outside the lesson's "
                "own folder; look at that file, and call it again with --trust if you want it run."
            )
        _announce(path)
    return replace(plan, drawn=True)


def output_of(plan: Lesson, out: Path | None, trust: bool) -> Path:
    """Return the folder that a lesson's files go to: the command's, or else the lesson's own.

    Raises
    ------
    LessonError
        If the command's is called as a file is; or the lesson's own lies outside its folder and the current one, links
        resolved, and that is not trusted.
    """
    if out is not None:
        if out.suffix.lower() in FILES and not out.is_dir():
            raise LessonError(
                f"--out {out} is a file's name, expected a folder's; files in it are called after the lesson."
            )
        return out
    folder = Path(plan.output.folder)
    try:
        whole = folder.resolve()
        homes = (plan.path.parent.resolve(), Path.cwd())
    except (OSError, RuntimeError):  # a circle of links
        raise LessonError(
            f"{plan.path}: output.folder = {plan.output.folder!r} leads round in a circle of links; name another."
        ) from None
    if not trust and not any(whole.is_relative_to(home) for home in homes):
        raise LessonError(
            f"{plan.path}: output.folder = {plan.output.folder!r} is {whole}, outside the lesson's own folder and the "
            "current one; choose a place with --out, or call it again with --trust."
        )
    return folder


@lru_cache(maxsize=64)
def _announce(path: Path) -> None:
    """Say once which file is run."""
    click.echo(f"Runs       {path}", err=True)
