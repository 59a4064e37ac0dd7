"""`nudge data`: what is understood of a file of data, and the lines of a lesson that use it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from netsim import Dataset
    from netsim.data.own import Rows
    from netsim.data.understood import Part
    from netsim.recipe.data import DataSection

WIDE = 11  # characters of the names of what is said
MOST_COLUMNS = 40  # columns that are listed


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--label",
    default="",
    metavar="COLUMN",
    help="The labels' column, by name or number; an array's name; several for numbers.",
)
@click.option("--target", type=click.Choice(["class", "number"]), help="What is learned: a class, or numbers.")
@click.option("--ignore", multiple=True, metavar="COLUMN", help="A column that is no input; * stands for any letters.")
@click.option("--gaps", type=click.Choice(["drop", "mean"]), help="Leave out rows with gaps, or fill them.")
@click.option("--image", type=(int, int), metavar="H W", help="Height and width of the image that a row is.")
def data(file: Path, **choice: Any) -> None:
    """Tell what is understood of FILE, and write the lines of a lesson that learns from it.

    FILE is a table (text, .xlsx, .parquet), arrays (.npz, .npy), a folder of images, or a lesson that names one.
    Nothing is trained or written.
    """
    from netsim.data.sources import rows_at
    from scenes.lesson.errors import LessonError

    plan, place = _plan(file, {key: value for key, value in choice.items() if value})
    if not plan.path:
        raise LessonError(f"{file} learns from {plan.name!r}, expected a lesson with a path in [data].")
    rows = rows_at(plan, place)
    for line in lines(plan, rows, rows.dataset(plan)):
        click.echo(line)


def _plan(file: Path, choice: dict[str, Any]) -> tuple[DataSection, Path]:
    """Return the plan of a file's data, and where they lie."""
    from netsim import Recipe
    from netsim.data.sources import own_path
    from scenes.lesson.lesson import Lesson

    if file.suffix == ".toml":
        plan = Lesson.load(file).recipe.data
        told = plan.model_dump(exclude_unset=True) | choice
        return Recipe.from_dict({"data": told}).data, own_path(plan, file.parent)
    told = {"path": file.as_posix()} | choice
    if file.is_dir() or not file.suffix:  # what a name does not tell, the disk does
        told["name"] = "images" if file.is_dir() else "csv"
    return Recipe.from_dict({"data": told}, "the command").data, file


def lines(plan: DataSection, rows: Rows, dealt: Dataset) -> Iterator[str]:
    """Say what was understood, and the lesson's lines."""
    said = rows.understood
    yield _line("File", f"{rows.where}{f': {said.form}' if said else ''}")
    used = len(dealt.x) + len(dealt.x_unseen)
    gaps = f", {said.dropped:,} left out for their gaps" if said and said.dropped else ""
    filled = f", gaps in {said.filled:,} of them filled" if said and said.filled else ""
    yield _line("Rows", f"{used:,}{gaps}{filled}")
    yield _line("Label", said.label if said else "the name of an image's folder")
    yield _learned(rows, dealt)
    yield _line(
        "Held out", f"{len(dealt.x_unseen):,} of {used:,} examples{', as the file does' if rows.held_out else ''}"
    )
    yield _line("Shown as", _shown(dealt))
    for name, parts in (("Inputs", said.used), ("Left out", said.left_out)) if said else ():
        yield from _listed(name, parts)
    yield ""
    yield "[data]"
    yield from _keys(plan)


def _listed(name: str, parts: Sequence[Part]) -> Iterator[str]:
    """List columns or arrays under a name, each with how it was understood; nothing if there is none."""
    if not parts:
        return
    yield from ("", name)
    wide = min(max(len(part.name) for part in parts[:MOST_COLUMNS]), 32)
    for part in parts[:MOST_COLUMNS]:
        gaps = f", {part.gaps:,} gap{'' if part.gaps == 1 else 's'}" if part.gaps else ""
        yield f"  {part.name:<{wide}}  {part.how}{gaps}"
    if len(parts) > MOST_COLUMNS:
        yield f"  ... and {len(parts) - MOST_COLUMNS:,} more"


def _learned(rows: Rows, dealt: Dataset) -> str:
    """Say what is learned: how many examples there are of each class, or the range of each number."""
    if rows.y is not None:
        columns = zip(rows.numbers, rows.y.T, strict=True)
        return _line("Numbers", ", ".join(f"{one.name} {y.min():.7g} to {y.max():.7g}" for one, y in columns))
    counts = [int((dealt.label == i).sum() + (dealt.label_unseen == i).sum()) for i in range(len(dealt.classes))]
    return _line("Classes", ", ".join(f"{name} {n:,}" for name, n in zip(dealt.classes, counts, strict=True)))


def _line(name: str, said: str) -> str:
    return f"{name:<{WIDE}}{said}"


def _shown(dealt: Dataset) -> str:
    if dealt.image_shape is not None:
        return f"images of {dealt.image_shape[0]}x{dealt.image_shape[1]}"
    many = dealt.x.shape[1]
    return f"{many:,} inputs{', each with its name and value' if dealt.features else ''}"


def _keys(plan: DataSection) -> Iterator[str]:
    """Write the lines of a lesson's [data], those that are needed."""
    from netsim import Recipe

    keys = plan.model_dump(exclude_defaults=True)
    if Recipe.from_dict({"data": {"path": plan.path}}).data.name == plan.name:
        keys.pop("name", None)
    yield from (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items())
