"""What one would hope that neurons look for in handwriting: edges, strokes, bows and loops, each drawn in a frame."""

from __future__ import annotations

from math import pi

from manim import DL, DOWN, UP, UR, Animation, Arc, Circle, Create, Line, Square, VGroup

from scenes.look.measures import stroke
from scenes.look.theme import Theme
from scenes.stage.zones import Zone

PEN = 3  # times a strong stroke
REACH = 1 / 4  # from the middle of a frame, as a share of its side


class Hoped(VGroup):
    """Drawn shapes, each in a frame that is as large as its zone has room for.

    Parameters
    ----------
    zones
        Where they stand: as many as there are shapes.

    Attributes
    ----------
    cards
        Each frame with its shape.
    """

    def __init__(self, theme: Theme, *zones: Zone) -> None:
        self.cards: list[VGroup] = []
        shapes = Line(DOWN, UP), Line(DL, UR), Arc(start_angle=pi / 2, angle=-pi), Circle()
        for shape, zone in zip(shapes, zones, strict=True):
            side = min(zone.width, zone.height)
            shape.scale(REACH * side).set_fill(opacity=0).set_stroke(theme.of("ink"), PEN * stroke.strong)
            frame = Square(side, stroke_width=stroke.thin, color=theme.of("dim"))
            self.cards.append(VGroup(zone.put(frame), zone.put(shape)))
        super().__init__(*self.cards)

    def draw(self) -> list[Animation]:
        """Return the animations that draw the strokes."""
        return [Create(shape) for _, shape in self.cards]

    def go_to(self, *zones: Zone) -> list[Animation]:
        """Return the animations in which they go, as small as they have to be, to other zones."""
        sizes = [
            min(zone.width, zone.height) / float(frame.width)
            for zone, (frame, _) in zip(zones, self.cards, strict=True)
        ]
        return [
            card.animate.scale(size, scale_stroke=True).move_to(zone.center).build()
            for card, size, zone in zip(self.cards, sizes, zones, strict=True)
        ]
