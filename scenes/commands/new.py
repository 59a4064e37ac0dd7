"""`nudge new`: a folder with a lesson and a scene to begin with."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Write a commented lesson.toml and an example scene into DIR; nothing that is there is overwritten."""
    from netsim.border.files import whole
    from scenes.lesson.errors import LessonError
    from scenes.lesson.lesson import ASSETS
    from scenes.lesson.reference import SCHEMA_FILE, commented_lesson, schema

    if folder.suffix == ".toml":
        raise LessonError(
            f"nudge new makes a folder, and {folder} is a lesson's name; "
            f"nudge new {folder.with_suffix('')} writes {folder.with_suffix('') / 'lesson.toml'} and a scene beside it."
        )
    files = {
        "lesson.toml": commented_lesson(story={"scenes_file": "my_scene.py"}),
        "my_scene.py": (ASSETS / "new" / "my_scene.py").read_text("utf-8"),
        SCHEMA_FILE: json.dumps(schema(), indent=2) + "\n",
    }
    there = [name for name in files if (folder / name).exists()]
    if there:
        raise LessonError(f"{folder / there[0]} is there already; choose another folder, or move it away.")
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        with whole(folder / name) as draft:
            draft.write_text(text, "utf-8")
    click.echo(f"Lesson     {folder / 'lesson.toml'}")
    click.echo(f"Scene      {folder / 'my_scene.py'}")
    click.echo(f"Next       nudge render {folder / 'lesson.toml'} --quality draft")
