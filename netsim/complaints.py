"""Turns pydantic's findings about a recipe into one sentence that a person can act on."""

from __future__ import annotations

from pydantic import BaseModel, ValidationError


def in_one_sentence(error: ValidationError, model: type[BaseModel], where: str) -> str:
    """Say the first finding: the key, its value, and what is expected."""
    first = error.errors()[0]
    key = ".".join(str(part) for part in first["loc"])
    return f"{where}: {key} = {first['input']!r}: {first['msg']}."
