"""A part of the input seen from near: each pixel, or each neuron of the first column, with its number in it."""

from __future__ import annotations

import numpy as np
from manim import VGroup

from netsim import Reading
from scenes.mobjects.type.number import Readout, spec_for
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.selection import telling_patch
from scenes.stage.zones import Zone

PATCH = (6, 12)  # rows and columns of pixels at most
FILLED = 2 / 3  # of the width of a pixel: its number


class CloseUp:
    """What the camera goes in on.

    Parameters
    ----------
    hero
        The network whose input is looked at.

    Attributes
    ----------
    zone
        What is seen: a part of the image with much contrast, or the column of inputs.
    rows
        The numbers, row by row.
    """

    def __init__(self, hero: Learner) -> None:
        self.hero, image, x = hero, hero.network.image, hero.trace.reading("x", 0)
        self.span = hero.network.shape.spans[0]
        if image is None:
            column = hero.column(0)
            places = [[column.neuron(k).get_center()] for k in column.indices]
            readings, width = [[x[k]] for k in column.indices], float(column.neurons[0].width)
        else:
            rows, columns = telling_patch(hero.trace["x"][0], image.grid, PATCH)
            ks = [[row * image.grid[1] + k for k in columns] for row in rows]
            places = [[image.pixel(k) for k in row] for row in ks]
            readings, width = [[x[k] for k in row] for row in ks], image.picture.width / image.grid[1]
        spec = spec_for([one for row in readings for one in row], 2, sign="")
        self.rows = VGroup(*[VGroup(*[self._number(one, spec) for one in row]) for row in readings])
        widest = max(float(number.width) for row in self.rows for number in row)
        for numbers, here in zip(self.rows, places, strict=True):
            for number, place in zip(numbers, here, strict=True):
                number.scale(FILLED * width / widest).move_to(place)
        corners = np.array(places).reshape(-1, 3)
        (left, bottom, _), (right, top, _) = corners.min(axis=0), corners.max(axis=0)
        self.zone = Zone(float(left), float(right), float(bottom), float(top)).inset(-width)

    def _number(self, reading: Reading, spec: str) -> Readout:
        """Return a number in the colour of the other end of what it stands on."""
        low, high = self.span
        role = "dark_neuron" if float(reading) > (low + high) / 2 else "bright_neuron"
        return Readout(reading, self.hero.theme, spec=spec, role=role)
