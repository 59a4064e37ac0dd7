"""What broke in a scene's code: one sentence with the line in which it did."""

from __future__ import annotations

import traceback
from pathlib import Path

from scenes.commands.troubles import trouble_of
from scenes.words.files import WordsError

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
    if isinstance(error, SystemExit):
        return f"{where} called sys.exit, which ends the film before its scene; take that out."
    trouble = trouble_of(error)
    if trouble is not None and isinstance(error, OSError | WordsError):  # it says where
        return trouble.sentence
    path, line = _place(error, own)
    what = _lacking(error) or (f"{type(error).__name__}: {error}" if trouble is None else trouble.sentence)
    return f"{where} failed, in {path.name}, line {line}: {' '.join(what.split()).rstrip('.')}."


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


def _lacking(error: BaseException) -> str:
    """Say which exhibit a scene asked the trace for without having said that it needs it; "" if it is not that."""
    from netsim.exhibits.registry import EXHIBITS

    key = str(error.args[0]) if isinstance(error, KeyError) and error.args else ""
    exhibit, _, array = key.partition("/")
    if not array or exhibit not in EXHIBITS:
        return ""
    return f"the trace has no {key!r}; needs = ({exhibit!r},) in the scene's class has it recorded"
