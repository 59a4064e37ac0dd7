"""The theme: roles become colours, sizes and times; values become styles.

A theme is data (``assets/themes/*.toml``). Scenes and mobjects ask for a role such as ``up``
or ``focus``, never for a colour, so that one file changes the look of every frame.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
from manim import ManimColor, interpolate_color

from netsim.border.nearest import meant
from scenes.look.faces import Face, face_of
from scenes.look.imprint import UNSIGNED, Imprint
from scenes.look.manner import ENGLISH, Manner
from scenes.look.roles import BASE, Colours, Fonts, Sizes, ThemeError, Times, bundled, read_roles

__all__ = ["Theme", "ThemeError", "bundled"]

EM = 1 / 96  # scene units of one em, per unit of manim font size
LEADING = 1.35  # em, from line to line


@dataclass(frozen=True)
class Theme:
    """Everything about the look that is not the picture itself.

    Attributes
    ----------
    manner
        That of the language that is told in.
    imprint
        Whose the film is.
    scale
        How many times as large as its file says all type is: `at_scale`.
    """

    name: str
    colour: Colours
    size: Sizes
    font: Fonts
    time: Times
    manner: Manner = ENGLISH
    imprint: Imprint = UNSIGNED
    scale: float = 1.0

    @classmethod
    def load(cls, name: str | Path = BASE) -> Theme:
        """Read a theme.

        Parameters
        ----------
        name
            A bundled theme (``dark``, ``light``, ``high-contrast``), or the path of a TOML file of
            one's own. Such a file gives the roles that it changes in ``[colour]``, ``[size]``, ``[font]``
            and ``[time]``; the others are those of the bundled theme that its ``base`` names, by
            default ``dark``.

        Raises
        ------
        ThemeError
            If there is no such theme, a role is unknown, or a value cannot be one.
        """
        roles = read_roles(str(name))
        return cls(
            str(name),
            Colours(**roles["colour"]),
            Sizes(**roles["size"]),
            Fonts(**roles["font"]),
            Times(**roles["time"]),
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

    def in_manner(self, manner: Manner) -> Theme:
        """Return the theme for another language: its numbers, its reading speed, and fonts that have its letters.

        Raises
        ------
        ThemeError
            If no font is here that has its letters.
        """
        face_of(self.font.words, manner.fonts)
        time = replace(self.time, chars_per_second=self.time.chars_per_second * manner.speed / self.manner.speed)
        return replace(self, manner=manner, time=time)

    def imprinted(self, imprint: Imprint) -> Theme:
        """Return the theme with a logo and a footer."""
        return replace(self, imprint=imprint)

    @property
    def face(self) -> Face:
        """What words are set in, whatever letters they have."""
        return face_of(self.font.words, self.manner.fonts)

    def at_scale(self, scale: float) -> Theme:
        """Return the theme with all type so many times as large."""
        size = Sizes(**{field.name: getattr(self.size, field.name) * scale for field in fields(Sizes)})
        return self if scale == 1.0 else replace(self, size=size, scale=self.scale * scale)

    def em(self, size: str = "small") -> float:
        """Return the em of a size of type (``title``, ``body``, ``small``), in scene units; raises `ThemeError`."""
        return float(_role(self.size, "size", size)) * EM

    def leading(self, size: str) -> float:
        """Return how far apart lines of a size of type stand, in scene units."""
        return LEADING * self.em(size)

    def of(self, role: str) -> ManimColor:
        """Return the colour of a role; raises `ThemeError` if there is no such role."""
        return ManimColor(_role(self.colour, "colour", role))

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


def _role(table: Colours | Sizes, kind: str, role: str) -> Any:
    """Return what a theme has for a role."""
    try:
        return getattr(table, role)
    except AttributeError:
        roles = [field.name for field in fields(table)]
        raise ThemeError(f"a theme has no {kind} {role!r}{meant(role, roles)}; expected {', '.join(roles)}.") from None
