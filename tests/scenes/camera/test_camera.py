"""Our camera: what it keeps is what it would paint anew, and every kind of picture has its place in the order."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from manim import (
    BLUE,
    DOWN,
    LEFT,
    RED,
    RIGHT,
    UP,
    WHITE,
    Circle,
    Group,
    ImageMobject,
    ManimColor,
    Mobject,
    PMobject,
    Scene,
    Square,
    Star,
    Triangle,
    VGroup,
    tempconfig,
)

from netsim import Reading
from scenes.camera.camera import StageCamera
from scenes.camera.cells import Cells
from scenes.camera.fading import Fade, FadeIn, FadeOut
from scenes.camera.veils import veil_over
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.edges import WIDEST, Edges
from scenes.mobjects.type.typeset import Words
from tests.scenes.camera.compare import otherwise, photographed

GROUND = ManimColor("#0e1116")
THEME = Theme.load()


@pytest.fixture(autouse=True)
def _small() -> Iterator[None]:
    with tempconfig({"pixel_width": 320, "pixel_height": 180, "background_color": GROUND}):
        yield


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


def test_every_kind_of_picture_is_painted_as_manim_paints_it_in_its_place_in_the_order() -> None:
    assert otherwise(pictures(), GROUND) < 0.001
    assert (photographed(pictures(), GROUND, StageCamera)[..., :3] != 14).any()


def test_a_camera_that_moves_and_zooms_sees_what_manims_sees() -> None:
    shapes = VGroup(Circle(), Square(), Triangle()).arrange()
    seen = []
    for camera_class in (StageCamera, StageCamera.__base__):
        camera = camera_class(frame_center=np.array([1.5, -0.5, 0.0]), frame_width=5.0, frame_height=5.0 * 9 / 16)
        camera.capture_mobjects([shapes])
        seen.append(camera.pixel_array.astype(int))
    assert np.abs(seen[0] - seen[1]).max() <= 2


def test_edges_are_sharp_however_near_the_camera_goes() -> None:
    near = StageCamera(frame_center=np.array([3.0, 1.0, 0.0]), frame_width=0.5, frame_height=0.5 * 9 / 16)
    near.capture_mobjects([edges()])
    column = near.pixel_array[:, 120, :3].astype(int)
    steps = np.abs(np.diff(column, axis=0)).max(axis=1)
    assert (steps > 0).sum() <= 4 * 2 * 5, "each border of an edge is a pixel or two wide"
    assert steps.max() > 0.3 * np.ptp(column, axis=0).max()


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
