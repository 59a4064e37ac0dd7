"""From a lesson's file to its tables, and from its sections to the recipe whose trace begins with what it tells."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from netsim import Recipe, RecipeError, Trace
from netsim.border.opening import Unreadable
from netsim.border.toml import tables_at
from netsim.recipe.record import RecordSection
from netsim.untrained import with_weights
from scenes.lesson.errors import LessonError
from scenes.lesson.sections import Plan


def tables_in(path: Path) -> dict[str, object]:
    """Return the tables of a lesson's file, by name.

    Raises
    ------
    LessonError
        If it cannot be read or is not TOML; the sentence names the line, or the lessons that lie beside it.
    """
    try:
        return tables_at(path)
    except Unreadable as error:
        kind = "; a lesson is a TOML file" if path.is_dir() else ""
        there = _nearby(path / "x.toml" if kind else path) if kind or not path.exists() else ""
        raise LessonError(f"{path} {error}{kind}{there}.") from None


def _nearby(path: Path) -> str:
    """Name the lessons that lie where this one was looked for."""
    folder = path.parent
    found = sorted(p.name for p in folder.glob("*.toml") if p.name != "pyproject.toml") if folder.is_dir() else []
    return f"; in {folder} there is {', '.join(found[:5])}" if found else ""


def recipe_of(plan: Plan, path: Path) -> Recipe:
    """Return the recipe whose trace begins with what [story] looks at: scenes show its first moment and example.

    Raises
    ------
    LessonError
        If [story] looks at an example that is not followed.
    RecipeError
        If the weights that it begins with cannot be had.
    """
    record, story = plan.record, plan.story
    sections = {name: getattr(plan, name) for name in Recipe.model_fields}
    if story.example and story.example >= len(record.follow):
        raise LessonError(
            f"{path}: story.example = {story.example}: record.follow names {len(record.follow)} examples, "
            f"expected a number below that; name more, such as follow = ['2', '7']."
        )
    record = looking_at(record, story.step or None, story.example)
    try:
        return with_weights(Recipe(**(sections | {"record": record})), path.parent)
    except RecipeError as error:
        raise RecipeError(f"{path}: {error}") from None


def looking_at(record: RecordSection, step: int | None, example: int) -> RecordSection:
    """Return what to record so that the trace begins with a step, if one is given, and with a followed example."""
    if example:
        star = record.follow[example]
        others = [label for i, label in enumerate(record.follow) if i != example]
        record = record.model_copy(update={"follow": (star, *others)})
    if step is not None:
        later = tuple(number for number in record.steps if number > step)
        record = record.model_copy(update={"steps": (step, *later)})
    return record


def told_by(trace: Trace, recipe: Recipe) -> Recipe:
    """Return a recipe with the sections that a trace's header tells of; a version that has others tells nothing."""
    for name, section in trace.header["recipe"].items():
        try:
            recipe = Recipe.model_validate({**dict(recipe), name: section})
        except ValidationError:
            continue
    return recipe
