"""The theme: roles become colours, sizes and times; values become styles.

A theme is data (``assets/themes/*.toml``). Scenes and mobjects ask for a role such as ``up``
or ``focus``, never for a colour, so that one file changes the look of every frame.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields, replace
from importlib.resources import files
from typing import Any, TypeVar

import numpy as np
from manim import ManimColor, interpolate_color


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


@dataclass(frozen=True)
class Sizes:
    """The three sizes of type, in manim font-size units (1 em = size / 96 scene units)."""

    title: float
    body: float
    small: float


@dataclass(frozen=True)
class Times:
    """Durations in seconds at pace 1, and the reading speed in characters a second."""

    fade: float
    move: float
    slow: float
    still: float
    chars_per_second: float


_Part = TypeVar("_Part", Colours, Sizes, Times)


@dataclass(frozen=True)
class Theme:
    """Everything about the look that is not the picture itself."""

    name: str
    colour: Colours
    size: Sizes
    time: Times

    @classmethod
    def load(cls, name: str = "dark") -> Theme:
        """Read a bundled theme.

        Parameters
        ----------
        name
            A file name in ``assets/themes`` without its ending.

        Raises
        ------
        ThemeError
            If there is no such theme, or a role is missing or unknown.
        """
        source = files("assets").joinpath("themes", f"{name}.toml")
        if not source.is_file():
            raise ThemeError(f"theme {name!r} is not there; the bundled theme is 'dark'")
        data = tomllib.loads(source.read_text(encoding="utf-8"))
        return cls(
            name,
            _section(Colours, "colour", data, name),
            _section(Sizes, "size", data, name),
            _section(Times, "time", data, name),
        )

    def __deepcopy__(self, memo: dict[int, object]) -> Theme:
        """Return the theme itself: it cannot change, and every mobject that is copied holds it."""
        return self

    def at_pace(self, pace: float) -> Theme:
        """Return the theme with every duration divided by a pace, and reading that much faster."""
        if pace == 1.0:
            return self
        time = Times(
            **{
                field.name: getattr(self.time, field.name) * (pace if field.name == "chars_per_second" else 1 / pace)
                for field in fields(Times)
            }
        )
        return replace(self, time=time)

    def of(self, role: str) -> ManimColor:
        """Return the colour of a role."""
        return ManimColor(getattr(self.colour, role))

    def signed(self, value: float) -> ManimColor:
        """Return the colour of a sign: ``up`` for zero and above, ``down`` below."""
        return self.of("up" if value >= 0 else "down")

    def grey(self, share: float) -> ManimColor:
        """Return the colour of a neuron, from dark (share 0) to bright (share 1)."""
        dark, bright = self.of("dark_neuron"), self.of("bright_neuron")
        return interpolate_color(dark, bright, float(np.clip(share, 0, 1)))

    def share(self, colour: ManimColor) -> float:
        """Return the share that :meth:`grey` drew a colour from: its inverse, for audits."""
        dark = np.asarray(self.of("dark_neuron").to_rgb())
        span = np.asarray(self.of("bright_neuron").to_rgb()) - dark
        return float(np.dot(np.asarray(colour.to_rgb()) - dark, span) / np.dot(span, span))


def _section(kind: type[_Part], key: str, data: dict[str, dict[str, Any]], name: str) -> _Part:
    """Build one part of a theme from its TOML table, naming a missing or unknown role."""
    given = data.get(key, {})
    wanted = {field.name for field in fields(kind)}
    for role in sorted(wanted ^ set(given)):
        fault = "misses" if role in wanted else "has no use for"
        raise ThemeError(f"theme {name!r} {fault} {role!r} in [{key}]")
    return kind(**given)
