"""A scene whose camera goes near to something, along, and back."""

from __future__ import annotations

from manim import RIGHT, UP, Circle, Square

from scenes.mobjects.type.typeset import Words
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone

NEAR = Zone(1.0, 3.0, 0.0, 1.2)


class Nearer(TraceScene):
    """A camera that goes in, along and back."""

    title = "Nearer"
    chapter = "nudges"

    def setup(self) -> None:
        self.disc = Circle(0.2, fill_opacity=1).move_to(NEAR.center)
        self.word = Words("small", self.theme, size="small").next_to(self.disc, RIGHT, buff=0.1)
        self.far = Words("far away", self.theme).move_to((-5, 0, 0))
        self.needle = Square(0.5, fill_opacity=1).move_to((-6, -2.4, 0))

    @beat("N1")
    def whole(self) -> None:
        """All of the stage."""
        self.pin(self.needle)
        self.enter(self.needle, self.disc, self.word, self.far)

    @beat
    def near(self) -> None:
        """Near to the disc."""
        self.look_at(NEAR)

    @beat
    def along(self) -> None:
        """Along, while the disc moves."""
        zone = Zone(NEAR.left - 0.3, NEAR.right - 0.3, NEAR.bottom, NEAR.top)
        self.move(self.viewpoint.on(zone), self.disc.animate.shift(0.2 * UP))

    @beat
    def back(self) -> None:
        """And back."""
        self.look_back()
