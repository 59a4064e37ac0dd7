"""What our camera keeps from frame to frame is what it would paint anew, and it paints nothing twice."""

from __future__ import annotations

import numpy as np
import pytest
from manim import (
    BLUE,
    DOWN,
    LEFT,
    RED,
    RIGHT,
    UP,
    Circle,
    Group,
    ImageMobject,
    Mobject,
    Scene,
    Square,
    Star,
    Triangle,
)

from netsim import Reading
from scenes.camera.camera import StageCamera
from scenes.camera.cells import Cells
from scenes.camera.fading import Fade, FadeIn, FadeOut
from scenes.camera.veils import veil_over
from scenes.mobjects.type.typeset import Words
from tests.scenes.camera.compare import photographed
from tests.scenes.camera.pictures import GROUND, THEME, away, edges, pictures

pytestmark = pytest.mark.usefixtures("small")


def change(stage: list[Mobject], turn: int, rng: np.random.Generator) -> None:
    """Let one of the things happen that happen on a stage."""
    one = stage[rng.integers(len(stage))]
    what = turn % 6
    if what == 0:
        one.shift(rng.normal(size=3) * (0.5, 0.5, 0))
    elif what == 1:
        stage[1].set_weights(Reading(rng.normal(size=(4, 5)), "W1", (0,)))
    elif what == 2:
        one.scale(0.9)
    elif what == 3:
        stage.insert(int(rng.integers(2, len(stage))), stage.pop())
    elif what == 4:
        stage.append(Triangle(color=RED, fill_opacity=0.4).shift(rng.normal(size=3)))
    elif len(stage) > 4:
        stage.pop(int(rng.integers(2, len(stage))))


def test_what_is_kept_from_frame_to_frame_is_what_would_be_painted_anew() -> None:
    rng = np.random.default_rng(5)
    camera = StageCamera()
    stage = pictures()[:3] + [Star().shift(2 * UP), Cells(rng.random((3, 3, 3)), 1.0)]
    camera.show(stage)
    for turn in range(60):
        change(stage, turn, rng)
        resting = int(rng.integers(3)) if turn % 4 == 0 else 0
        before = camera.pixel_array.copy()
        camera.rest(stage[:resting])
        boxes = camera.show(stage[resting:])
        away = np.abs(camera.pixel_array.astype(int) - photographed(stage, GROUND, StageCamera)).max(axis=-1)
        assert away.max() <= 12, "cairo rounds where a path is moved, or cut at a box"
        assert (away > 2).mean() < 0.001, f"turn {turn}"
        outside = np.ones(before.shape[:2], bool)
        for box in boxes:
            outside[box.top : box.bottom, box.left : box.right] = False
        assert (camera.pixel_array[outside] == before[outside]).all(), "what changed is told"


def test_what_is_kept_while_the_camera_moves_is_what_would_be_painted_anew() -> None:
    rng = np.random.default_rng(8)
    camera = StageCamera()
    camera.band = (-2.5, 2.5)
    title = Words("a title", THEME, size="title").move_to(3.2 * UP)
    stage = [*pictures()[:3], Star().shift(2 * UP), Cells(rng.random((3, 3, 3)), 1.0), title]
    camera.pinned.update([stage[2], title])
    camera.show(stage)
    for turn in range(60):
        if turn % 3:
            change(stage, turn, rng)
        if turn % 2:
            away(camera, *rng.normal(size=2), rng.choice([1.0, 1.5, 4.0]))
        if turn % 10 == 9:
            camera.look(camera.home)
        resting = int(rng.integers(3)) if turn % 4 == 0 else 0
        before = camera.pixel_array.copy()
        camera.rest(stage[:resting])
        boxes = camera.show(stage[resting:])
        order = [*stage[:resting], *stage[resting:]]
        differs = np.abs(camera.pixel_array.astype(int) - photographed(order, GROUND, StageCamera, camera)).max(axis=-1)
        assert differs.max() <= 16, "cairo makes curves of straight lines, to a tenth of a pixel"
        assert (differs > 2).mean() < 0.002, f"turn {turn}"
        outside = np.ones(before.shape[:2], bool)
        for box in boxes:
            outside[box.top : box.bottom, box.left : box.right] = False
        assert (camera.pixel_array[outside] == before[outside]).all(), "what changed is told"


def test_a_camera_that_forgets_takes_the_frames_of_a_new_one() -> None:
    old, new = StageCamera(), StageCamera()
    stage = pictures()[:3]
    for _ in range(5):
        stage[0].shift((0.013, 0.037, 0))
        old.show(stage)
    old.forget()
    for _ in range(5):
        stage[0].shift((0.013, 0.037, 0))
        old.rest(stage[:1])
        new.rest(stage[:1])
        assert old.show(stage[1:]) == new.show(stage[1:])
        assert (old.pixel_array == new.pixel_array).all()


def test_a_frame_equal_to_the_last_is_not_painted() -> None:
    camera = StageCamera()
    stage = [edges(), Circle()]
    assert camera.show(stage)
    assert camera.show(stage) == []


def test_only_what_changed_is_painted() -> None:
    camera, still, moving = StageCamera(), Square().shift(5 * LEFT), Circle(0.2).shift(5 * RIGHT)
    camera.show([still, moving])
    moving.shift(0.1 * UP)
    [box] = camera.show([still, moving])
    assert box.area < 30 * 30
    assert box.left > 160


# --- fading ---------------------------------------------------------------------------------


def test_under_a_veil_pictures_fade_as_a_whole() -> None:
    behind, front = Square(2, color=RED, fill_opacity=1), Circle(0.9, color=BLUE, fill_opacity=1)
    whole = photographed([behind, front], GROUND, StageCamera).astype(int)
    fade = FadeIn(Group(behind, front))
    fade.begin()
    fade.interpolate(0.5)
    half = photographed([behind, front], GROUND, StageCamera).astype(int)
    ground = photographed([], GROUND, StageCamera).astype(int)
    assert np.abs(half - (whole + ground) / 2).max() <= 2, "what lies behind does not shine through"
    fade.finish()
    fade.clean_up_from_scene(Scene())
    assert (photographed([behind, front], GROUND, StageCamera) == whole).all()
    assert veil_over(front) is None


def test_what_went_comes_back_as_it_was() -> None:
    word, scene = Words("gone", THEME), Scene()
    whole = photographed([word], GROUND, StageCamera)
    fade = FadeOut(word)
    fade.begin()
    fade.finish()
    assert (photographed([word], GROUND, StageCamera) == photographed([], GROUND, StageCamera)).all()
    fade.clean_up_from_scene(scene)
    assert (photographed([word], GROUND, StageCamera) == whole).all()


def test_under_a_veil_shapes_are_painted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    camera, word = StageCamera(), Words("only once", THEME)
    painted: list[Mobject] = []
    paint = camera._outlines.paint
    monkeypatch.setattr(camera._outlines, "paint", lambda shape, *to: (painted.append(shape), paint(shape, *to)))
    fade = FadeIn(word)
    fade.begin()
    for alpha in np.linspace(0.1, 0.9, 9):
        fade.interpolate(alpha)
        assert camera.show([word])
    assert len(painted) == len(word.family_members_with_points())


def test_pictures_that_are_not_ours_to_paint_or_move_too_fade_as_manim_fades_them() -> None:
    image = ImageMobject(np.full((2, 2, 3), 200, np.uint8))
    assert not isinstance(FadeIn(image), Fade)
    assert not isinstance(FadeOut(Circle(), shift=DOWN), Fade)
    assert isinstance(FadeIn(Circle()), Fade)
