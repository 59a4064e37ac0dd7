"""The roles of a theme, and the TOML files that give each a value.

A bundled theme is a file in ``assets/themes``; anybody's own is a file that changes what it wants
and names the bundled one that the rest is taken from (``base = "light"``).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from netsim.border.nearest import meant
from netsim.border.opening import Unreadable, expanded
from netsim.border.toml import tables_at, tables_in
from netsim.recipe.one_sentence import shown

BASE = "dark"
MATH = "math"  # what marks a symbol among words: it is no colour
SMALLEST, LARGEST = 15, 60  # sizes of type that can be read and fit: 21 and 84 pixels at 1080p
LONGEST = 60  # seconds of one movement
SLOWEST, FASTEST = 1, 1000  # characters a second
#: Roles that have the colour of another one, unless a theme says otherwise: edges of positive and negative weights.
FOLLOWS = {"edge_up": "up", "edge_down": "down"}
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


class ThemeError(ValueError):
    """A theme that cannot be used; the message is one sentence."""


@dataclass(frozen=True)
class Colours:
    """A colour for each role (``#rrggbb``)."""

    background: str
    ink: str
    dim: str
    faint: str
    up: str
    down: str
    cost: str
    focus: str
    dark_neuron: str
    bright_neuron: str
    valley: str
    summit: str
    edge_up: str
    edge_down: str


@dataclass(frozen=True)
class Sizes:
    """The three sizes of type, in manim font-size units (1 em = size / 96 scene units)."""

    title: float
    body: float
    small: float


@dataclass(frozen=True)
class Fonts:
    """The family of words and numbers; mathematics has its own."""

    words: str


@dataclass(frozen=True)
class Times:
    """Durations in seconds at pace 1, and the reading speed in characters a second."""

    fade: float
    move: float
    slow: float
    still: float
    chars_per_second: float


Tables = dict[str, dict[str, Any]]
PARTS: dict[str, type[Colours] | type[Sizes] | type[Fonts] | type[Times]] = {
    "colour": Colours,
    "size": Sizes,
    "font": Fonts,
    "time": Times,
}


@cache
def fonts() -> typst.Fonts:
    """Return the fonts of the typesetter and of this computer, looked for once: that takes longer than fifty lines."""
    return typst.Fonts()


@cache
def families() -> tuple[str, ...]:
    """Return the families of fonts that words can be set in: those inside the typesetter come first."""
    inside = set(typst.Fonts(include_system_fonts=False).families())
    return (*sorted(inside), *sorted(set(fonts().families()) - inside))


def bundled() -> list[str]:
    """Return the names of the bundled themes."""
    names = [path.name for path in files("assets").joinpath("themes").iterdir()]
    return sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


def read_roles(name: str) -> Tables:
    """Return the tables ``colour``, ``size``, ``font`` and ``time`` of a theme, each with a value for every role.

    Parameters
    ----------
    name
        A bundled theme, or the path of a TOML file.

    Raises
    ------
    ThemeError
        If there is no such theme, a role is unknown, or a value cannot be one.
    """
    where, given = _tables(name)
    base = given.pop("base", BASE)
    if base not in bundled():
        raise ThemeError(
            f"{where}: base = {shown(base)}, expected one of {', '.join(bundled())}{meant(base, bundled())}."
        )
    for key, table in given.items():
        if key not in PARTS:
            names = ["base", *PARTS]
            raise ThemeError(f"{where} has no use for {shown(key)}{meant(key, names)}; expected {', '.join(names)}.")
        if not isinstance(table, dict):
            raise ThemeError(f"{where}: {key} = {shown(table)}, expected a table of roles, [{key}].")
        _check(where, key, table)
    roles = {key: (_ground(base, name).get(key, {}) | given.get(key, {})) for key in PARTS}
    colours, changed = roles["colour"], given.get("colour", {})
    for role, like in FOLLOWS.items():
        if role not in changed and (like in changed or role not in colours):
            colours[role] = colours[like]
    ends = [colours[end] for end in ("dark_neuron", "bright_neuron")]
    if ends[0].lower() == ends[1].lower():
        raise ThemeError(
            f"{where}: dark_neuron and bright_neuron are both {ends[0]!r}, "
            "expected two colours, since a neuron's brightness is its activation."
        )
    return roles


def _ground(base: str, name: str) -> Tables:
    """Return what a theme's missing roles are taken from; nothing for the one that all rest on."""
    return {} if base == name else read_roles(base)


def _tables(name: str) -> tuple[str, dict[str, Any]]:
    """Return what an error calls a theme, and the tables of its file."""
    if name in bundled():
        return f"theme {name!r}", tables_in(files("assets").joinpath("themes", f"{name}.toml").read_text("utf-8"))
    try:
        path = expanded(name)
        if path.suffix != ".toml" and path.name == name:
            raise ThemeError(
                f"theme {shown(name)} is not there{meant(name, bundled())}; "
                f"expected {', '.join(bundled())}, or the path of a theme of your own, which ends in .toml."
            )
        return name, tables_at(path)
    except Unreadable as error:
        raise ThemeError(
            f"{repr(name)[1:-1]} {error}; a theme is a TOML file, or one of {', '.join(bundled())}."
        ) from None


def _check(where: str, key: str, table: dict[str, Any]) -> None:
    """Check the roles and values of one table."""
    roles = [field.name for field in fields(PARTS[key])]
    for role, value in table.items():
        if role not in roles:
            raise ThemeError(
                f"{where}: [{key}] has no role {shown(role)}{meant(role, roles)}; expected {', '.join(roles)}."
            )
        expected = _expected(key, role, value)
        if expected:
            raise ThemeError(f"{where}: {key}.{role} = {shown(value)}, expected {expected}.")


def _expected(key: str, role: str, value: object) -> str:
    """Say what was expected of a value; "" if it is that."""
    if key == "colour":
        fits = isinstance(value, str) and bool(_HEX.fullmatch(value))
        return "" if fits else "a colour as red, green and blue in hexadecimal digits, such as '#4cb7e5'"
    if key == "font":
        names = families()
        return "" if value in names else f"a font that is here, such as {', '.join(names[:3])}{meant(value, names)}"
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else math.nan
    if key == "size":
        return "" if SMALLEST <= number <= LARGEST else f"a size of type from {SMALLEST} to {LARGEST}"
    if role == "chars_per_second":
        return "" if SLOWEST <= number <= FASTEST else f"a number of characters from {SLOWEST} to {FASTEST:,}"
    return "" if 0 < number <= LONGEST else f"a number of seconds above 0 and at most {LONGEST}"
