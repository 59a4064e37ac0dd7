"""Ratios of two quantities, with parts for both: as fractions, or in one line where there is no room."""

from __future__ import annotations

from collections.abc import Mapping

from scenes.look.theme import Theme
from scenes.mobjects.type.formula import Formula

STACKED, IN_LINE = "/", "\\/"  # how they are written


def ratio(
    above: str,
    below: str,
    theme: Theme,
    *,
    written: str = STACKED,
    then: str = "",
    role: str = "ink",
    roles: Mapping[str, str] | None = None,
) -> Formula:
    """Return a ratio of what stands `above` and `below`, its parts, and what follows it: all Typst mathematics."""
    source = f"{{{{ {above} : above }}}} {written} {{{{ {below} : below }}}} {then}"
    return Formula(source, theme, role=role, roles=roles, size="small")
