"""Turns pydantic's findings about a recipe into one sentence that a person can act on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from netsim.border.nearest import meant

#: What pydantic calls a finding, and what was expected; braces are filled from the finding's context.
EXPECTED = {
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a finite number",
    "string_type": "a text in quotes",
    "tuple_type": "a list in brackets",
    "model_type": "a table of keys",
    "model_attributes_type": "a table of keys",
    "greater_than": "a number above {gt}",
    "greater_than_equal": "a number of at least {ge}",
    "less_than": "a number below {lt}",
    "less_than_equal": "a number of at most {le}",
    "bool_type": "true or false",
    "too_long": "at most {max_length} of them",
    "string_pattern_mismatch": "a text without control characters",
    "string_too_long": "a text of at most {max_length} characters",
    "string_too_short": "a text that is not empty",
}

#: What other programs call our keys.
ALSO_CALLED = {
    "learning_rate": "eta",
    "lr": "eta",
    "batch_size": "batch",
    "layers": "hidden",
    "sizes": "hidden",
    "hidden_layers": "hidden",
    "loss": "cost",
    "dataset": "data",
    "model": "network",
    "labels": "follow",
    "file": "path",
    "target": "label",
    "normalize": "scale",
    "optimizer": "method",
    "augmentation": "shift",
}


#: Keys of earlier versions, and what to do about them.
GONE: dict[tuple[int | str, ...], str] = {
    ("record", "exhibits"): "what is recorded now follows from the scenes that are told; delete the line",
    ("record", "worked_seed"): "it is seed in [worked]",
    ("record", "worked_steps"): "it is updates in [worked]",
}


def in_one_sentence(error: ValidationError, model: type[BaseModel], where: str) -> str:
    """Say the first finding: the key with its value, what is expected, and the nearest valid name.

    A misspelt key comes before all else, since it often causes the rest.
    """
    findings = error.errors()
    first = next((found for found in findings if found["type"] == "extra_forbidden"), findings[0])
    key = _path(first["loc"])
    if first["type"] == "extra_forbidden":
        return f"{where}: {_unknown(model, first['loc'])}"
    value = shown(first["input"])
    if first["type"] == "value_error":
        return f"{where}: in [{key}], {first['ctx']['error']}."
    if first["type"] == "literal_error":
        names = [name.strip("'") for name in first["ctx"]["expected"].replace(" or ", ", ").split(", ")]
        return f"{where}: {key} = {value}, expected one of {', '.join(names)}{_meant(first['input'], names)}."
    expected = EXPECTED.get(first["type"], first["msg"]).format_map(_Words(first.get("ctx", {})))
    return f"{where}: {key} = {value}, expected {expected}."


class _Words(dict[str, Any]):
    """Fills a template, and leaves what it does not know; large numbers are written with commas."""

    def __getitem__(self, name: str) -> str:
        value = self.get(name, f"{{{name}}}")
        return f"{value:,.0f}" if isinstance(value, int | float) and abs(value) >= 1000 else str(value)


def _unknown(model: type[BaseModel], place: tuple[int | str, ...]) -> str:
    """Say what is wrong with a key or a section that does not exist."""
    sections: Mapping[str, Any] = model.model_fields
    if len(place) == 1:
        what, names, name = "section", list(sections), str(place[0])
        said = f"there is no section [{name}]"
    else:
        section = str(place[0])
        if place in GONE:
            return f"[{section}] has no key {place[-1]!r} any more: {GONE[place]}."
        what, names, name = "key", list(sections[section].annotation.model_fields), str(place[-1])
        said = f"[{section}] has no key {name!r}"
    return f"{said}{_meant(name, names)}; the {what}s are {', '.join(names)}."


def _meant(name: object, names: Sequence[str]) -> str:
    """Ask whether the most similar of the names was meant, or the one that other programs call so; "" if none."""
    ours = ALSO_CALLED.get(str(name).lower())
    return meant(ours if ours in names else name, names)


def _path(place: tuple[int | str, ...]) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).lstrip(".")


def shown(value: object) -> str:
    """Write a value down, cut if it is long."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
