"""Numbers that change in their places: beside their name, or on the edge that they belong to."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import RIGHT, VGroup

from netsim import Reading
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.plate import Plate


class NamedNumber(VGroup):
    """A symbol, an equals sign, and a number after it that may change.

    Parameters
    ----------
    symbol
        Typst mathematics.
    grounded
        Whether a ground breaks what passes behind it.
    """

    def __init__(
        self, symbol: str, reading: Reading, theme: Theme, spec: str, role: str = "ink", grounded: bool = False
    ) -> None:
        self.symbol = Formula(f"{symbol} =", theme, role=role, size="small")
        self.number = Readout(reading, theme, spec=spec, role=role)
        self.ground = Plate(theme) if grounded else VGroup()
        super().__init__(self.ground, self.symbol, self.number)
        self._join()

    def set_reading(self, reading: Reading, spec: str) -> Self:
        """Show another number after the name."""
        self.number.spec = spec
        self.number.set_reading(reading)
        return self._join()

    def _join(self) -> Self:
        middle = self.get_x()
        self.number.next_to(self.symbol, RIGHT, gap.small).stand_on(self.symbol.baseline)
        self.set_x(middle)
        if isinstance(self.ground, Plate):
            self.ground.under(VGroup(self.symbol, self.number))
        return self


class OnEdge(VGroup):
    """A number on its own edge: a ground breaks the edge where it stands, and covers nothing else."""

    def __init__(self, reading: Reading, theme: Theme, spec: str, place: np.ndarray, role: str = "ink") -> None:
        self.place = place
        self.number = Readout(reading, theme, spec=spec, role=role)
        self.ground = Plate(theme)
        super().__init__(self.ground, self.number)
        self._stand()

    def set_reading(self, reading: Reading, spec: str, role: str = "ink") -> Self:
        """Show another number in the same place."""
        self.number.spec, self.number.role = spec, role
        self.number.set_reading(reading)
        return self._stand()

    def _stand(self) -> Self:
        self.number.move_to(self.place)
        self.ground.under(self.number)
        return self
