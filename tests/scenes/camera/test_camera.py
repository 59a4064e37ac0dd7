"""What our camera sees is what Manim's sees, at home and away: every kind of picture in its place in the order."""

from __future__ import annotations

import numpy as np
import pytest
from manim import (
    BLUE,
    DOWN,
    LEFT,
    RED,
    UP,
    WHITE,
    Circle,
    PMobject,
    Square,
    Triangle,
    VGroup,
    tempconfig,
)

from netsim import Reading
from scenes.camera.boxes import box_around
from scenes.camera.camera import StageCamera
from scenes.camera.fading import FadeOut
from scenes.mobjects.type.typeset import Words
from tests.scenes.camera.compare import otherwise, photographed
from tests.scenes.camera.pictures import GROUND, THEME, away, edges, pictures

pytestmark = pytest.mark.usefixtures("small")


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
