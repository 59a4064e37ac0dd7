"""What broke in a scene's code: one sentence with the line in which it did."""

from __future__ import annotations

import traceback
from pathlib import Path

import click

from scenes.commands.troubles import trouble_of

ROOT = Path(__file__).resolve().parents[2]
OURS = (ROOT / "scenes", ROOT / "netsim")


def broken(error: BaseException, where: str, own: Path | None = None) -> str:
    """Say in one sentence what broke in a scene, and in which line.

    Parameters
    ----------
    where
        What was being done: the scene, or the scene and its beat.
    own
        The lesson's own file of scenes: a line of it says more than one of what it calls.
    """
    if isinstance(error, click.ClickException):
        return error.format_message()
    trouble = trouble_of(error)
    if trouble is not None:
        return trouble.sentence.partition("\n")[0]
    if isinstance(error, SystemExit):
        return f"{where} called sys.exit, which ends the film before its scene; take that out."
    path, line = _place(error, own)
    what = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(".")
    return f"{where} failed, in {path.name}, line {line}: {what}."


def _place(error: BaseException, own: Path | None) -> tuple[Path, int]:
    """Return the file and the line in which something broke: the last of the lesson's own, or of the project's."""
    if isinstance(error, SyntaxError) and error.filename:
        return Path(error.filename), error.lineno or 1
    frames = [(Path(frame.filename), frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__)]
    for mine in (lambda path: path == own, lambda path: any(path.is_relative_to(folder) for folder in OURS)):
        found = [frame for frame in frames if mine(frame[0])]
        if found:
            return found[-1]
    return frames[-1]
