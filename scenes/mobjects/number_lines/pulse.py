"""A pulse: a derivative on its way back along a thread, a bar on one scale with its number, multiplied on the way."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import DOWN, RIGHT, UP, Animation, VGroup

from netsim import Reading
from scenes.camera.in_place import InPlace
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.number_lines.upright import RADIUS
from scenes.mobjects.type.number import Readout

MEETS = (2 / 5, 3 / 5)  # shares of a way between which what travels becomes another amount
THICKNESS = 0.16
BESIDE = RADIUS * RIGHT  # from where it stands to its bar: no dot hides a short one


class Pulse(VGroup):
    """A bar that goes along a thread or a stroke, in the colour of its sign; its number stands over it or under it.

    Parameters
    ----------
    amount
        What it is at first.
    scale
        Length for amount.
    at
        Where on the scene it stands.
    among_lines
        Whether it goes among upright number lines. Heights are values there, and it is none: its bar lies across,
        beside the dots, and it goes without its number, which would run over those of the lines.
    """

    def __init__(
        self,
        amount: Reading,
        scale: Scale,
        at: np.ndarray,
        theme: Theme,
        spec: str,
        role: str = "cost",
        *,
        among_lines: bool = False,
    ) -> None:
        self.beside = BESIDE if among_lines else np.zeros(3)
        self.bar = Bar(amount, scale, theme, at, THICKNESS, upright=not among_lines)
        self.number = Readout(amount, theme, spec=spec, role=role)
        super().__init__(*([self.bar] if among_lines else [self.bar, self.number]))
        self.set_place(at)

    def set_place(self, at: np.ndarray) -> Pulse:
        """Stand elsewhere."""
        self.bar.shift(at + np.sign(self.bar.shown()) * self.beside - self.bar.base)
        self.number.next_to(self.bar, DOWN if float(self.bar.reading) < 0 else UP, buff=gap.small)
        return self

    def set_amount(self, amount: Reading, start: Reading, share: float) -> Pulse:
        """Be on the way from an amount to another; the number is that which is nearer."""
        self.bar.reading = amount
        self.bar.glide(start, share)
        self.number.set_reading(amount if 2 * share >= 1 else start)
        return self

    def left(self) -> Bar:
        """Return what it leaves where it stands now: a bar like its own."""
        return self.bar.copy()

    def travel(self, way: np.ndarray, amount: Reading, **kwargs: Any) -> Animation:
        """Return the animation that takes it along a curve of Bezier's, (4, 3), and half-way to another amount."""
        return _Travel(self, way, amount, **kwargs)


class _Travel(InPlace):
    """Take a pulse along a curve."""

    def __init__(self, pulse: Pulse, way: np.ndarray, amount: Reading, **kwargs: Any) -> None:
        self._pulse, self._way, self._amount = pulse, way, amount
        super().__init__(pulse, introducer=True, **kwargs)

    def begin(self) -> None:
        """Note what it is."""
        self._start = self._pulse.bar.reading
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        """Put it as far along the way as the time has come."""
        t = self.rate_func(alpha)
        first, last = MEETS
        if self._amount is not self._start:
            self._pulse.set_amount(self._amount, self._start, float(np.clip((t - first) / (last - first), 0, 1)))
        shares = np.array([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3])
        self._pulse.set_place(shares @ self._way)
