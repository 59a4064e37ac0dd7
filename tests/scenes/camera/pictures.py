"""Pictures of every kind, for tests of the camera."""

from __future__ import annotations

import numpy as np
from manim import (
    BLUE,
    LEFT,
    RED,
    RIGHT,
    UP,
    WHITE,
    Circle,
    ImageMobject,
    ManimColor,
    Mobject,
    PMobject,
    Square,
    Star,
)

from netsim import Reading
from scenes.camera.camera import StageCamera
from scenes.camera.canvas import View
from scenes.camera.cells import Cells
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.edges import WIDEST, Edges
from scenes.mobjects.type.typeset import Words

GROUND = ManimColor("#0e1116")
THEME = Theme.load()


def edges(seed: int = 0) -> Edges:
    weights = Reading(np.random.default_rng(seed).normal(size=(4, 5)), "W1", (0,))
    starts = np.column_stack([np.full(5, -3.0), np.linspace(-2, 2, 5), np.zeros(5)])[None]
    ends = np.column_stack([np.full(4, 3.0), np.linspace(-1, 1, 4), np.zeros(4)])[:, None]
    return Edges(weights, starts, ends, Scale.fit([weights], WIDEST), THEME)


def pictures() -> list[Mobject]:
    """One of each kind, one over the other."""
    image = ImageMobject(np.uint8([[[255, 0, 0], [0, 255, 0]], [[0, 0, 255], [90, 90, 90]]])).set(height=2)
    cloud = PMobject(stroke_width=3).add_points(np.random.default_rng(0).normal(size=(60, 3)), color=WHITE)
    return [
        Circle(1.5, color=BLUE, fill_opacity=0.5).shift(LEFT),
        edges(),
        Words("a word", THEME, size="title"),
        image.shift(2 * RIGHT),
        Square(1.2, color=RED, fill_opacity=0.8).set_color_by_gradient(RED, BLUE).shift(2 * RIGHT),
        cloud.shift(3 * LEFT),
        Cells(np.random.default_rng(1).random((3, 4, 3)), 1.5).shift(3 * LEFT + UP),
        Star(color=WHITE, background_stroke_width=6, background_stroke_color=RED).shift(3 * LEFT),
    ]


def away(camera: StageCamera, x: float, y: float, zoom: float) -> StageCamera:
    """Let a camera look elsewhere."""
    camera.look(View(camera.home.width, camera.home.height, x, y, camera.home.per_unit * zoom))
    return camera
