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
from scenes.camera.boxes import box_around
from scenes.camera.camera import StageCamera
from scenes.camera.canvas import View
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


# --- away from home -------------------------------------------------------------------------


def away(camera: StageCamera, x: float, y: float, zoom: float) -> StageCamera:
    """Let a camera look elsewhere."""
    camera.look(View(camera.home.width, camera.home.height, x, y, camera.home.per_unit * zoom))
    return camera


def test_away_from_home_every_kind_of_picture_is_seen_as_manims_camera_sees_it() -> None:
    stage = pictures()
    like = away(StageCamera(), -1.9, 0.7, 2.2)
    like.band = (-2.0, 1.8)
    like.pinned.update([stage[0], stage[2]])  # the first of all lies over those that are not pinned
    assert otherwise([p for p in stage if not isinstance(p, PMobject)], GROUND, like) < 0.002
    seen = [photographed(some, GROUND, StageCamera, like) for some in (stage, stage[:1] + stage[3:])]
    assert (seen[0] != seen[1]).any(), "the word is pinned where it is seen"


def test_a_zoomed_picture_is_a_photograph_enlarged_hairlines_too() -> None:
    stage = [Circle(1.5, color=BLUE, stroke_width=2, fill_opacity=0.5), edges(), Words("a word", THEME, size="small")]
    with tempconfig({"pixel_width": 1280, "pixel_height": 720}):
        large = photographed(stage, GROUND, StageCamera)[360:540, 640:960].astype(int)
    view = StageCamera().home
    quarter = away(StageCamera(), view.width / view.per_unit / 8, -view.height / view.per_unit / 8, 4)
    near = photographed(stage, GROUND, StageCamera, quarter).astype(int)
    assert np.abs(large - near).max() <= 4, "cairo rounds places to 1/256 of a pixel"
    assert (near[..., :3] != 14).any()


def test_a_clouds_points_grow_with_the_picture() -> None:
    cloud = PMobject(stroke_width=3).add_points(np.zeros((1, 3)), color=WHITE)
    seen = [photographed([cloud], GROUND, StageCamera, away(StageCamera(), 0, 0, zoom)) for zoom in (1, 3)]
    home, near = ((pixels[..., 0] > 200).sum() for pixels in seen)
    assert near == 9 * home


def test_what_moves_is_seen_in_its_band_alone_and_fades_there_only_if_it_runs_over() -> None:
    wall = Square(20, stroke_width=0, fill_color=WHITE, fill_opacity=1)
    camera = StageCamera()
    camera.band = (-2.0, 3.0)
    assert (photographed([wall], GROUND, StageCamera, camera)[..., 0] == 255).all(), "at home all is seen"
    away(camera, 0, 3 - 3 / 2, 2)  # the band's upper edge stands where it stands at home
    column = photographed([wall], GROUND, StageCamera, camera)[:, 160, 0].astype(int)
    top, bottom = (round(90 - height * camera.home.per_unit) for height in (3.0, -2.0))
    assert (column[:top] == GROUND.to_int_rgb()[0]).all()
    assert (column[bottom:] == GROUND.to_int_rgb()[0]).all()
    assert column[top] == 255
    assert (np.diff(column[bottom - 12 : bottom]) < 0).sum() >= 6, "it fades"
    assert column[bottom - 1] < 60


def test_pinned_pictures_keep_every_bit_while_the_camera_moves_over_changing_pictures() -> None:
    rng, camera = np.random.default_rng(3), StageCamera()
    camera.band = (-2.8, 2.8)
    title, net = Words("a title", THEME, size="title").move_to(3.4 * UP), edges()
    needle = Square(0.8, color=RED, fill_opacity=1).shift(2 * DOWN + 5 * LEFT)
    camera.pinned.update([title, needle])
    frames = []
    for turn in range(20):
        net.set_weights(Reading(rng.normal(size=(4, 5)), "W1", (0,)))
        away(camera, *rng.normal(size=2), rng.uniform(1.2, 4))
        camera.rest([title, Circle(3)] if turn % 3 else [title])
        camera.show([net, needle])
        frames.append(camera.pixel_array.copy())
    view = camera.home
    for picture in (title, needle):
        left, top, right, bottom = box_around(view.pixels_of(picture.get_all_points()), -1.0)
        seen = [frame[top:bottom, left:right] for frame in frames[2:]]
        assert all((one == seen[0]).all() for one in seen)
        assert np.ptp(seen[0][..., :3]) > 50
    assert (frames[-1] != frames[-2]).any()


def test_only_the_window_is_painted_anew_when_the_camera_moves() -> None:
    camera, title = StageCamera(), Words("a title", THEME).move_to(3.4 * UP)
    camera.band = (-2.8, 2.8)
    camera.pinned.add(title)
    stage = [title, edges(), Circle(2)]
    camera.rest(stage)
    camera.show([])
    away(camera, 1, 0, 2)
    boxes = camera.show([])
    assert boxes
    assert min(box.top for box in boxes) >= 90 - 2.8 * camera.home.per_unit - 1
    assert camera.show([]) == []
    assert np.abs(camera.pixel_array.astype(int) - photographed(stage, GROUND, StageCamera, camera)).max() <= 12


def test_what_fades_under_one_veil_is_pinned_or_not_picture_by_picture() -> None:
    title, disc = Words("a title", THEME, size="title").move_to(3.4 * UP), Circle(0.5, color=BLUE, fill_opacity=1)
    camera = away(StageCamera(), 0, 0, 2)
    camera.band = (-2.8, 2.8)
    camera.pinned.add(title)
    whole, ground = (photographed(some, GROUND, StageCamera, camera).astype(int) for some in ([title, disc], []))
    fade = FadeOut(title, disc)
    fade.begin()
    fade.interpolate(0.5)
    half = photographed([title, disc], GROUND, StageCamera, camera).astype(int)
    assert np.abs(half - (whole + ground) / 2).max() <= 2
    assert (whole != ground).any(axis=-1).sum() > np.pi * 40**2 / 4, "the disc is seen twice as large"


# --- what is kept ---------------------------------------------------------------------------


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
