"""The template that a lesson names."""

from __future__ import annotations

from scenes.lesson.lesson import Lesson
from scenes.studio.print.powerpoint.errors import TemplateError
from scenes.studio.print.powerpoint.ground import Ground, on_template


def on_own_template(lesson: Lesson, layout: str) -> Ground:
    """Return a lesson's template without its slides.

    Parameters
    ----------
    lesson
        One that names a template.
    layout
        As `on_template` takes it.

    Raises
    ------
    TemplateError
        If it is not there, or no deck can be made on it.
    """
    try:
        return on_template(lesson.beside(lesson.output.template), layout)
    except TemplateError as error:
        raise TemplateError(f"{lesson.path}: output.template: {error}") from None


def check_template(lesson: Lesson) -> None:
    """Make sure that a deck can be made on the template that a lesson names, if it names one; raises as above."""
    if lesson.output.template:
        on_own_template(lesson, lesson.output.layout)
