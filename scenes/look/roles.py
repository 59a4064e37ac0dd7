"""The roles of a theme, and the TOML files that give each a value.

A bundled theme is a file in ``assets/themes``; anybody's own is a file that changes what it wants
and names the bundled one that the rest is taken from (``base = "light"``).
"""

from __future__ import annotations

import math
import re
import tomllib
from dataclasses import dataclass, fields
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from netsim.nearest import meant

BASE = "dark"
MATH = "math"  # what marks a symbol among words: it is no colour
SMALLEST, LARGEST = 15, 60  # sizes of type that can be read and fit: 21 and 84 pixels at 1080p
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


def families() -> list[str]:
    """Return the families of fonts that words can be set in: those inside the typesetter come first."""
    inside = set(typst.Fonts(include_system_fonts=False).families())
    return [*sorted(inside), *sorted(set(typst.Fonts().families()) - inside)]


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
    where, text = _text(name)
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ThemeError(f"{where} is not valid TOML: {error}.") from None
    base = given.pop("base", BASE)
    if base not in bundled():
        raise ThemeError(f"{where}: base = {base!r}, expected one of {', '.join(bundled())}{meant(base, bundled())}.")
    for key, table in given.items():
        if key not in PARTS:
            names = ["base", *PARTS]
            raise ThemeError(f"{where} has no use for {key!r}{meant(key, names)}; expected {', '.join(names)}.")
        if not isinstance(table, dict):
            raise ThemeError(f"{where}: {key} = {table!r}, expected a table of roles, [{key}].")
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


def _text(name: str) -> tuple[str, str]:
    """Return what an error calls a theme, and the text of its file."""
    if name in bundled():
        return f"theme {name!r}", files("assets").joinpath("themes", f"{name}.toml").read_text(encoding="utf-8")
    path = Path(name).expanduser()
    if path.suffix != ".toml" and path.name == name:
        raise ThemeError(
            f"theme {name!r} is not there{meant(name, bundled())}; "
            f"expected {', '.join(bundled())}, or the path of a theme of your own, which ends in .toml."
        )
    try:
        return name, path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise ThemeError(f"{name}: there is no such theme file; bundled are {', '.join(bundled())}.") from None
    except UnicodeDecodeError:
        raise ThemeError(f"{name}: not UTF-8 text; save the theme as UTF-8.") from None
    except OSError as error:
        raise ThemeError(f"{name} cannot be read: {error.strerror}; a theme is a TOML file.") from None


def _check(where: str, key: str, table: dict[str, Any]) -> None:
    """Check the roles and values of one table."""
    roles = [field.name for field in fields(PARTS[key])]
    for role, value in table.items():
        if role not in roles:
            raise ThemeError(f"{where}: [{key}] has no role {role!r}{meant(role, roles)}; expected {', '.join(roles)}.")
        expected = _expected(key, value)
        if expected:
            raise ThemeError(f"{where}: {key}.{role} = {value!r}, expected {expected}.")


def _expected(key: str, value: object) -> str:
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
    return "" if 0 < number < math.inf else "a number above 0"
