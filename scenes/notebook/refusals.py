"""What a person got wrong is one sentence in a cell too, not sixty lines of traceback."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from scenes.commands.troubles import STOPPED, trouble_of

Given = ParamSpec("Given")
Made = TypeVar("Made")


class Refused(RuntimeError):
    """Something that cannot be made; its text is one sentence, and a notebook shows nothing else of it."""

    def _render_traceback_(self) -> list[str]:
        """Give IPython the lines that stand under a cell."""
        return [str(self)]


def in_one_sentence(function: Callable[Given, Made]) -> Callable[Given, Made]:
    """Let a function raise `Refused` for whatever is no defect of ours, an interruption among it."""

    @wraps(function)
    def refusing(*args: Given.args, **kwargs: Given.kwargs) -> Made:
        try:
            return function(*args, **kwargs)
        except click.ClickException as error:
            raise Refused(error.format_message()) from None
        except KeyboardInterrupt:
            raise Refused(STOPPED) from None
        except (OSError, ValueError, RuntimeError) as error:
            trouble = trouble_of(error)
            if trouble is None:
                raise
            raise Refused(trouble.sentence) from None

    return refusing
