"""The process that draws for `nudge watch`: it waits for an order, reads lesson and code anew, and tells what it drew.

Nothing of the project is imported before there is an order: what was imported earlier would be as it was then.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scenes.commands.watch.drawing import Say


def get_ready() -> None:
    """Import what takes long and does not change: the libraries; and let the compiler of loops wake up."""
    import av  # noqa: F401
    import babel  # noqa: F401
    import contourpy  # noqa: F401
    import fluent.runtime  # noqa: F401
    import manim  # noqa: F401
    import numba
    import pydantic  # noqa: F401
    import typst  # noqa: F401

    numba.njit(lambda number: number + 1)(1)


def main() -> int:
    """Wait for an order on standard input and carry it out; tell of it on standard output, all else goes to stderr."""
    os.environ["TMPDIR"] = str(Path.cwd())  # what a drawing leaves that was given up goes with the watcher's folder
    told = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def say(**message: Any) -> None:
        print(json.dumps(message), file=told, flush=True)

    get_ready()
    line = sys.stdin.readline()
    if not line:
        return 0
    order = json.loads(line)
    os.chdir(order["here"])
    from scenes.studio.signals import signals_minded

    try:
        with signals_minded():
            return _carry_out(order, say)
    except (KeyboardInterrupt, BrokenPipeError):
        return 130


def _carry_out(order: dict[str, Any], say: Say) -> int:
    """Draw; what goes wrong is said in one sentence."""
    try:
        from scenes.commands.watch.drawing import draw
        from scenes.studio.film.crew.process import leave_with_the_parent

        threading.Thread(target=leave_with_the_parent, daemon=True).start()
        draw(order, say)
    except (Exception, SystemExit) as error:
        traceback.print_exc()
        say(kind="failed", why=_why(error))
        return 1
    say(kind="done")
    return 0


def _why(error: BaseException) -> str:
    """Say why nothing was drawn, even if it is the project's own code that cannot be read."""
    try:
        import click

        from scenes.commands.broken import broken
        from scenes.commands.troubles import trouble_of
    except Exception:
        return " ".join(f"{type(error).__name__}: {error}".split())
    if isinstance(error, click.ClickException):
        return error.format_message()
    trouble = trouble_of(error)
    return broken(error, "Reading the code") if trouble is None else trouble.sentence.partition("\n")[0]


if __name__ == "__main__":
    sys.exit(main())
