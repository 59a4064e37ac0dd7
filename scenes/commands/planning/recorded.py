"""The record of what a command shows: it is trained for it, or was kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scenes.commands.display import display

if TYPE_CHECKING:
    from netsim import Trace
    from scenes.lesson.lesson import Lesson


def recorded(lesson: Lesson, work: Path) -> Trace:
    """Train a lesson's network and record its trace, or load it if it is kept, and show how that gets on.

    Parameters
    ----------
    lesson
        With what is to be taken apart of its run.
    work
        The folder where traces are kept between runs.

    Raises
    ------
    RecipeError
        If the data cannot be had, or lacks what the recipe asks for.
    """
    from scenes.lesson.kept_traces import trace_for

    with display() as progress:
        return trace_for(lesson, work, progress.training, progress.tell)
