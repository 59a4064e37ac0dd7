"""What a lesson may say, told by the models themselves: as a page, as a schema for editors, as a file to begin with."""

from __future__ import annotations

import json
import textwrap
from typing import Any

from pydantic.fields import FieldInfo

from scenes.lesson.sections import Plan

SCHEMA_FILE = "lesson.schema.json"

INTRODUCTION = """\
# The lesson file

A lesson is a TOML file; every key has a default, so that a lesson needs only what it changes. What it says wrong gets
one sentence that names the key, what is expected, and the nearest name that exists. Options of the command line
override the file. `nudge new DIR` writes a lesson with all keys and a scene to change; `nudge schema` prints the JSON
schema, by which editors complete keys and mark errors (a first line `#:schema ./lesson.schema.json` names it).

This page is made from the models: `nudge schema --markdown`.
"""

CLOSING = """\

## A file of scenes

`scenes_file` names a Python file beside the lesson. Each class in it that is derived from a scene of the story takes
that scene's place, in the film and in everything else that is made of the lesson; any other `TraceScene` comes last in
its `chapter`. A beat that it overrides keeps its place and its id, a new one comes last, or with
`@beat(after="the_wishes")` after the beat that it names. In [story] it answers to its
own name and to that of the scene that it replaces.

- It may import what is installed, and from this project `scenes.stage.beats`, `scenes.stage.stage`, `scenes.mobjects`,
  `scenes.stage.zones`, and the scenes that it changes. It is read alone: modules beside it are not found.
- It places things by zones: `self.stage` is the room for pictures, `self.stage.columns(2, 1)` divides it by shares,
  `.head` and `.note` are the lines over and under a picture, and `zone.put(mobject, UL)` moves something there.
- It reads numbers from `self.trace` and shows them through readings (`self.trace.reading("a1", 0, 0)`), so that
  every number on screen is known to be the trace's; what a caption names stands in `facts`.
- It is a program, and whoever draws the lesson (`render`, `stills`, `storyboard`, `slides`, `handout`) runs it, with
  all that they may do themselves: look into that of a stranger first. The command says which file it runs. `list`,
  `check`, `explain` and `record` only read its text. A mistake in it is named with its line before anything is trained.
- It lies in the lesson's folder or below it; one that lies elsewhere is run only with `--trust`. Nor is an
  `output.folder` used without it that lies neither there nor below the folder where the command is called.
- By hand: `NUDGE_LESSON=lesson.toml manim -qm my_scene.py MyNudges`, in its look; without, the bundled lesson.
"""


def markdown() -> str:
    """Return the reference page: every section and key with what it means, its type, its default and its range."""
    defaults = Plan().model_dump(mode="json")
    parts = [INTRODUCTION]
    for name, section in _sections():
        parts.append(
            f"\n## [{name}]\n\n{_headline(section)}\n\n| key | default | takes | meaning |\n|---|---|---|---|\n"
        )
        shapes = _shapes(name)
        for key, field in section.model_fields.items():
            cells = (f"`{key}`", _default(defaults[name][key]), takes(shapes[key]), field.description or "")
            parts.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n")
    return "".join([*parts, CLOSING])


def schema() -> dict[str, Any]:
    """Return the JSON schema of a lesson."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | Plan.model_json_schema() | {"title": "Lesson"}


def commented_lesson(**said: dict[str, Any]) -> str:
    """Return a lesson file with every key, its default and its meaning; `said` gives other values, by section."""
    lines = [f"#:schema ./{SCHEMA_FILE}", "# A lesson: what to train, what to tell, what to make of it."]
    lines.append("# Every key is here; delete what you do not change.")
    defaults = Plan().model_dump(mode="json")
    for name, section in _sections():
        lines += ["", f"[{name}]"]
        shapes = _shapes(name)
        for key, field in section.model_fields.items():
            value = said.get(name, {}).get(key, defaults[name][key])
            meaning = f"{field.description}: {takes(shapes[key])}".replace("`", "")
            lines += textwrap.wrap(meaning, 100, initial_indent="# ", subsequent_indent="#   ")
            lines.append(f"# {key} = 300" if value is None else f"{key} = {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


def takes(shape: dict[str, Any]) -> str:
    """Say in words which values a key's JSON schema allows."""
    if "anyOf" in shape:
        return takes(next(kind for kind in shape["anyOf"] if kind.get("type") != "null"))
    if "enum" in shape:
        return ", ".join(f'`"{value}"`' for value in shape["enum"])
    if shape["type"] == "array":
        most = f" of at most {shape['maxItems']}" if "maxItems" in shape else ""
        return f"a list{most}, each {takes(shape['items'])}"
    kinds = {"integer": "a whole number", "number": "a number", "string": "a text", "boolean": "true or false"}
    return kinds[shape["type"]] + _range(shape)


def _range(shape: dict[str, Any]) -> str:
    words = {"minimum": "from", "exclusiveMinimum": "above", "maximum": "to", "exclusiveMaximum": "below"}
    return "".join(f" {word} {_plain(shape[key])}" for key, word in words.items() if key in shape)


def _plain(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:g}"


def _default(value: object) -> str:
    return "" if value is None else f"`{json.dumps(value, ensure_ascii=False)}`"


def _sections() -> list[tuple[str, Any]]:
    fields: dict[str, FieldInfo] = Plan.model_fields
    return [(name, field.annotation) for name, field in fields.items()]


def _headline(section: Any) -> str:
    """Return the first sentence of a section's docstring, without its name."""
    text = " ".join(section.__doc__.split()).partition(": ")[2]
    return f"{text[0].upper()}{text[1:]}"


def _shapes(name: str) -> dict[str, dict[str, Any]]:
    """Return the JSON schema of each key of a section."""
    whole = Plan.model_json_schema()
    section = whole["properties"][name]
    reference = section.get("$ref") or section["allOf"][0]["$ref"]
    shapes: dict[str, dict[str, Any]] = whole["$defs"][reference.rpartition("/")[2]]["properties"]
    return shapes
