"""What a person got wrong, or a disk: one sentence and an exit code, for the command and the notebook alike."""

from __future__ import annotations

import errno
import tempfile
from dataclasses import dataclass
from pathlib import Path

#: What is said where a command is interrupted that has no more to say of what is kept.
STOPPED = "Stopped; nothing half-made is left."


@dataclass(frozen=True)
class Trouble:
    """What went wrong, in one sentence, and the exit code of a command that ends with it."""

    sentence: str
    code: int


def trouble_of(error: BaseException) -> Trouble | None:
    """Say what a person can do about an error; None for a defect of ours."""
    if isinstance(error, OSError):
        return Trouble(_disk_trouble(error), 2)
    code = _code_of(error)
    return None if code is None else Trouble(str(error), code)


def _code_of(error: BaseException) -> int | None:
    """Give the exit code of an error whose text is written for people; None for a defect of ours."""
    from netsim import RecipeError, TraceError
    from scenes.lesson.errors import LessonError

    if isinstance(error, (RecipeError, TraceError, LessonError)):
        return 2
    from scenes.look.theme import ThemeError
    from scenes.stage.heard.sounding import SoundError
    from scenes.studio.film.clips.encoders import EncoderError
    from scenes.studio.film.clips.film import FilmError
    from scenes.studio.film.crew.farm.address import FarmError
    from scenes.studio.film.production import ProductionError, ProductionStopped
    from scenes.studio.film.room import NoRoomError
    from scenes.studio.ownership import OwnershipError
    from scenes.studio.print.powerpoint.errors import TemplateError
    from scenes.words.files import WordsError

    bad = (EncoderError, FarmError, NoRoomError, OwnershipError, SoundError, TemplateError, ThemeError, WordsError)
    codes = ((bad, 2), (FilmError, 1), (ProductionError, 1), (ProductionStopped, 130))
    return next((code for kind, code in codes if isinstance(error, kind)), None)


def _disk_trouble(error: OSError) -> str:
    place = error.filename or "What is printed"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        if str(place).startswith(str(Path(tempfile.gettempdir()) / tempfile.gettempprefix())):
            return f"{tempfile.gettempdir()}, the folder for temporary files, is full; free some space, or set TMPDIR."
        return f"{place}: the disk is full; free some space, and the next run goes on from what was finished."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{place} may not be written or read; choose another place with --out or -o, or change its owner."
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return f"{place} is in the way: a folder is wanted, and there is a file; choose another place with --out."
    if error.errno in (errno.EISDIR, errno.EINVAL):
        return f"{place}: {(error.strerror or str(error)).lower()}; choose another place with --out or -o."
    return f"{place}: {error.strerror or error}."
