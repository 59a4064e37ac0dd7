"""The view of a stage: where the camera goes, and what stays."""

from __future__ import annotations

import numpy as np
import pytest
from manim import Animation, AnimationGroup, Camera, Circle, linear, tempconfig

from netsim import Trace
from scenes.camera.canvas import View
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.stage.viewpoint import Viewpoint, between
from scenes.stage.zones import Zone
from tests.scenes.stage.nearer import NEAR, Nearer


@pytest.fixture
def scene(trace_of_xor: Trace) -> TraceScene:
    with tempconfig({"dry_run": True}):
        scene = Nearer(trace_of_xor)
    scene.setup()
    return scene


def look(scene: TraceScene, animation: Animation) -> None:
    """Play an animation without a frame."""
    animation.begin()
    animation.finish()


def test_a_zone_is_seen_as_large_as_it_fits_into_the_stage_and_in_its_middle(scene: TraceScene) -> None:
    look(scene, scene.viewpoint.on(NEAR))
    seen = scene.viewpoint.seen(NEAR)
    assert seen.center == pytest.approx(scene.stage.center)
    assert seen.width == pytest.approx(scene.stage.width) or seen.height > 0.8 * scene.stage.height
    assert seen.width <= scene.stage.width + 1e-9
    assert seen.height < scene.stage.height
    assert seen.width / NEAR.width == pytest.approx(scene.viewpoint.zoom)


@pytest.mark.parametrize(("x", "y"), [(-6.7, 2.8), (6.7, -2.7), (0.0, 0.0)])
def test_a_zone_at_the_edge_is_seen_whole_and_nothing_beyond_the_stage(scene: TraceScene, x: float, y: float) -> None:
    zone = Zone(x - 0.5, x + 0.5, y - 0.3, y + 0.3) if not x else scene.stage.of_size(2, 1, np.array([x, y, 0]))
    look(scene, scene.viewpoint.on(zone, zoom=3))
    assert scene.viewpoint.zoom == pytest.approx(3)
    all_seen, part = scene.viewpoint.seen(scene.stage), scene.viewpoint.seen(zone)
    stage = scene.stage
    assert all_seen.bottom <= stage.bottom + 1e-9
    assert all_seen.top >= stage.top - 1e-9
    assert stage.bottom - 1e-9 <= part.bottom
    assert part.top <= stage.top + 1e-9
    edge = scene.viewpoint.seen(Zone(-scene.format.width / 2, scene.format.width / 2, 0, 1))
    assert edge.left <= -scene.format.width / 2 + 1e-9
    assert edge.right >= scene.format.width / 2 - 1e-9


def test_the_whole_stage_is_seen_from_home(scene: TraceScene) -> None:
    camera = scene.viewpoint.camera
    look(scene, scene.viewpoint.on(NEAR))
    assert camera.view != camera.home
    look(scene, scene.viewpoint.on(scene.stage))
    assert camera.view == camera.home
    look(scene, scene.viewpoint.on(NEAR))
    look(scene, scene.viewpoint.back())
    assert camera.view == camera.home


def test_the_way_is_even_and_keeps_one_point_in_its_place() -> None:
    start, end = View(1920, 1080, 0.0, 0.0, 135.0), View(1920, 1080, 2.0, -1.0, 540.0)
    views = [between(start, end, share) for share in np.linspace(0, 1, 9)]
    sizes = [view.per_unit for view in views]
    assert np.divide(sizes[1:], sizes[:-1]) == pytest.approx(4 ** (1 / 8))
    # What stands still: p with (p - start) * 135 = (p - end) * 540.
    still = (np.array([2.0, -1.0]) * 540) / (540 - 135)
    assert np.ptp([view.pixels_of(still) for view in views], axis=0) == pytest.approx(0, abs=1e-6)
    assert (views[0], views[-1]) == (start, end)


def test_a_move_along_is_even_too() -> None:
    start, end = View(1920, 1080, 0.0, 0.0, 270.0), View(1920, 1080, 2.0, 1.0, 270.0)
    assert between(start, end, 0.25) == View(1920, 1080, 0.5, 0.25, 270.0)


def views_of(trace: Trace, told: list[str] | None = None) -> dict[str, View]:
    """Rehearse, and return what is seen at the end of each beat."""
    seen: dict[str, View] = {}
    rehearse(Nearer, trace, lambda s, b: seen.update({b: s.viewpoint.camera.view}), told=told)
    return seen


def test_the_view_is_right_after_beats_that_were_passed_over(trace_of_xor: Trace) -> None:
    views = views_of(trace_of_xor)
    assert views["whole"] == views["back"]
    assert len({views[beat] for beat in ("whole", "near", "along")}) == 3
    for told in (["along"], ["near", "back"]):
        assert views_of(trace_of_xor, told) == {beat: views[beat] for beat in told}


def test_all_moves_with_the_camera_and_what_is_pinned_is_painted_over_what_moves(scene: TraceScene) -> None:
    assert isinstance(scene, Nearer)
    scene.pin(scene.needle)
    scene.add(scene.needle, scene.far, scene.disc)
    assert scene.get_moving_mobjects(scene.viewpoint.on(NEAR, 2)) == scene.mobjects
    assert scene.get_moving_mobjects(AnimationGroup(Wink(scene.disc), scene.viewpoint.back())) == scene.mobjects
    assert scene.get_moving_mobjects(Wink(scene.disc)) == [scene.disc, scene.needle]
    assert scene.get_moving_mobjects(Wink(Circle())) == []


class Wink(Animation):
    """Changes nothing."""

    def __init__(self, disc: Circle) -> None:
        super().__init__(disc, rate_func=linear)


def test_a_camera_that_is_not_ours_stays() -> None:
    with tempconfig({"dry_run": True}):
        camera = Camera()
        animation = Viewpoint(camera, Zone(-6, 6, -3, 3)).on(NEAR)
        animation.begin()
        animation.finish()
        assert camera.frame_width == Camera().frame_width
