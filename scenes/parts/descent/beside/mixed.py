"""Examples to learn from and unseen ones, mixed in one wall until they are sorted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from manim import UL

from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.type.typeset import OnLine
from scenes.parts.example_wall import ExampleWall
from scenes.stage.zones import Zone


@dataclass(frozen=True)
class Card:
    """An example with its label, whether it is to learn from, and how far it stands from its place in its own wall."""

    image: InputImage
    name: OnLine
    seen: bool
    away: np.ndarray


class Mixed:
    """The cards of two walls, moved into the cells of one.

    Parameters
    ----------
    seen, unseen
        The walls that they are sorted into later, with labels.
    room
        What they fill before that.

    Attributes
    ----------
    rows
        The cards, row by row.
    """

    def __init__(self, seen: ExampleWall, unseen: ExampleWall, room: Zone) -> None:
        many, others = len(seen.images), len(unseen.images)
        places = np.linspace(0, many + others - 1, others + 1).round().astype(int)[1:]
        across = seen.across
        queues = {True: iter(_cards(unseen)), False: iter(_cards(seen))}
        cells = chain(*room.grid(-(-(many + others) // across), across))
        cards = []
        for i, cell in zip(range(many + others), cells, strict=False):
            image, name, home = next(queues[i in places])
            away = cell.at(UL) - home.at(UL)
            cards.append(Card(image.shift(away), name.shift(away), i not in places, away))
        self.rows = [cards[i : i + across] for i in range(0, len(cards), across)]

    def sorted(self) -> list[Any]:
        """Return the animations that take each card to its place in its own wall; unseen ones without their labels."""
        parts = [(card, part) for card in chain(*self.rows) for part in (card.image, *[card.name] * card.seen)]
        return [part.animate.shift(-card.away) for card, part in parts]


def _cards(wall: ExampleWall) -> Iterator[tuple[InputImage, OnLine, Zone]]:
    """Yield the cards of a wall with their cells."""
    return zip(wall.images, wall.names, wall.cells, strict=True)
