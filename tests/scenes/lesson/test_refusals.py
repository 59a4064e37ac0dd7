"""Whatever a lesson or a theme says, it is taken, or refused in one sentence that names place and remedy."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import RecipeError
from scenes.lesson.errors import LessonError
from scenes.lesson.lesson import Lesson
from scenes.lesson.reference import schema
from scenes.look.roles import PARTS, ThemeError, read_roles

WRONG = [
    "-1",
    "1e300",
    "nan",
    "-inf",
    "9" * 40,
    "true",
    '"\\u0000"',
    '"x"',
    "[]",
    "[[1]]",
    "{}",
    "1979-05-27",
    '["x", 1]',
]
WRONG += ["9" * 5000, "[" * 900, f'"{"x" * 5000}"', "'''a\nb'''", '"\\u200b"']


def keys() -> Iterator[tuple[str, str]]:
    """Give every section and key of a lesson."""
    whole = schema()
    for section, place in whole["properties"].items():
        for key in whole["$defs"][place["$ref"].rpartition("/")[2]]["properties"]:
            yield section, key


KEYS = list(keys())
ROLES = [(part, role) for part, roles in PARTS.items() for role in roles.__dataclass_fields__]


def check(said: str, *names: str) -> None:
    """Hold a refusal against what every one has: one line that ends, the place, and what mends it."""
    assert "\n" not in said
    assert len(said) < 1200
    assert said.endswith((".", "?"))
    assert any(name in said for name in names), said
    assert any(word in said for word in ("expected", "needs", ";", "did you mean", "TOML:", "belongs to")), said


def refusal(path: Path, content: str | bytes) -> str:
    """Return how a lesson is refused; "" if it is taken."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    try:
        Lesson.load(path)
    except (LessonError, RecipeError) as error:
        return str(error)
    return ""


def refused_theme(path: Path, text: str) -> str:
    """Return how a theme is refused; "" if it is taken."""
    path.write_text(text, "utf-8")
    try:
        read_roles(str(path))
    except ThemeError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(("section", "key"), KEYS)
def test_every_key_of_a_lesson_refuses_in_one_sentence(tmp_path, section, key):
    path, refused = tmp_path / "my.toml", 0
    for value in WRONG:
        said = refusal(path, f"[{section}]\n{key} = {value}\n")
        if said:
            refused += 1
            assert "my.toml" in said
            check(said, key, "TOML", "brackets", "digits")
    assert refused > 5
    said = refusal(path, f"[{section}]\n{key}x = 1\n")
    check(said, f"{key}x")
    assert "the keys are" in said


@pytest.mark.parametrize(("part", "role"), ROLES)
def test_every_role_of_a_theme_refuses_in_one_sentence(tmp_path, part, role):
    path, refused = tmp_path / "my.toml", 0
    for value in WRONG:
        said = refused_theme(path, f"[{part}]\n{role} = {value}\n")
        if said:
            refused += 1
            assert "my.toml" in said
            check(said, role, "TOML", "brackets", "digits")
    assert refused > 5
    check(refused_theme(path, f"[{part}]\n{role}x = 1\n"), f"{role}x")


@pytest.mark.parametrize("what", ["folder", "pipe", "loop", "latin", "large", "none", "device", "NUL", "home"])
def test_what_is_no_file_of_ours_is_refused_in_one_sentence(tmp_path, what):
    path = tmp_path / "my.toml"
    if what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    elif what == "loop":
        path.symlink_to(path)
    elif what == "latin":
        path.write_bytes(b"# \xff")
    elif what == "large":
        with path.open("wb") as file:
            file.truncate(10**9)
    elif what in ("device", "NUL", "home"):
        path = {"device": Path("/dev/zero"), "NUL": Path("a\0.toml"), "home": Path("~nosuchuser/a.toml")}[what]
    name = path.name.replace("\0", "\\x00")
    with pytest.raises(LessonError) as caught:
        Lesson.load(path)
    assert str(path) in str(caught.value)
    assert str(caught.value).endswith(".")
    with pytest.raises(ThemeError) as caught:
        read_roles(str(path))
    check(str(caught.value), name)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=5,
)


@given(st.lists(st.tuples(st.sampled_from(KEYS), values), max_size=4))
def test_a_lesson_is_taken_or_refused(tmp_path_factory, said):
    tables: dict[str, dict[str, Any]] = {}
    for (section, key), value in said:
        tables.setdefault(section, {})[key] = value
    text = "\n".join(
        line
        for section, table in tables.items()
        for line in (f"[{section}]", *(f"{k} = {toml(v)}" for k, v in table.items()))
    )
    why = refusal(tmp_path_factory.getbasetemp() / "fuzzed.toml", text)
    if why:
        check(why, "fuzzed.toml")


@given(st.lists(st.tuples(st.sampled_from(ROLES), values), max_size=4))
def test_a_theme_is_taken_or_refused(tmp_path_factory, said):
    text = "\n".join(f"{part}.{role} = {toml(value)}" for (part, role), value in dict(said).items())
    why = refused_theme(tmp_path_factory.getbasetemp() / "fuzzed-theme.toml", text)
    if why:
        check(why, "fuzzed-theme.toml")


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_bytes_are_taken_or_refused(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "bytes.toml"
    why = refusal(path, content)
    assert "\n" not in why
    assert not why or "bytes.toml" in why


def toml(value: object) -> str:
    """Write a value as TOML does, or nearly."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {toml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value).replace("Infinity", "inf").replace("NaN", "nan") if value is not None else '""'
