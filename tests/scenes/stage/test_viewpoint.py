"""The view of a stage: where the camera goes, what stays, and that all who take pictures see the same."""

from __future__ import annotations

from functools import partial
from io import BytesIO

import numpy as np
import pytest
from manim import RIGHT, UP, Animation, AnimationGroup, Camera, Circle, Square, linear, tempconfig
from PIL import Image

from netsim import Trace
from scenes.camera.canvas import View
from scenes.camera.renderer import StageRenderer
from scenes.look.theme import Theme
from scenes.mobjects.type.typeset import Words
from scenes.stage.beats import beat
from scenes.stage.rehearsing.inspection import Seen, misplaced
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import END, TraceScene
from scenes.stage.viewpoint import Viewpoint, between
from scenes.stage.zones import Zone
from scenes.story.told import Part
from scenes.studio.film.clips.quality import QUALITIES
from scenes.studio.film.crew.piece_files import PieceFiles
from scenes.studio.film.crew.worker import unseen
from scenes.studio.film.stills import draw_stills
from scenes.words.messages import Messages
from tests.scenes.camera.compare import otherwise

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


class Frames:
    """A clip that keeps its frames."""

    path = None

    def __init__(self) -> None:
        self.kept: list[np.ndarray] = []

    @property
    def frames(self) -> int:
        return len(self.kept)

    def write(self, pixels: np.ndarray, repeat: int = 1, changed: object = None) -> None:
        """Keep a frame."""
        self.kept.append(pixels.copy())

    def finish(self) -> None:
        """Do nothing."""


def clips_of(trace: Trace, wanted: list[str]) -> dict[str, list[np.ndarray]]:
    """Film beats of the scene as a worker does, and return their frames."""
    clips: dict[str, Frames] = {}

    def open_clip(name: str) -> Frames:
        renderer.camera.forget()
        return clips.setdefault(name, Frames())

    files = partial(
        PieceFiles,
        cuts={END, *(beat.name for beat in Nearer.beats())},
        wanted=wanted,
        open_clip=open_clip,
        begun=lambda name: None,
        written=lambda frames: None,
        clock=lambda: 0.0,
        heard=lambda path: None,
        finished=lambda name, path, frames: None,
    )
    settings = {"pixel_width": 320, "pixel_height": 180, "frame_rate": 10, "progress_bar": "none"}
    with tempconfig(settings | {"disable_caching": True}):
        renderer = StageRenderer(file_writer_class=files)
        scene = Nearer(trace, renderer=renderer)
        scene.uncaptioned = unseen(Nearer, None, wanted[0])
        scene.render()
    return {name: clip.kept for name, clip in clips.items()}


def test_a_beat_that_is_filmed_alone_has_the_frames_that_it_has_in_the_film(trace_of_xor: Trace) -> None:
    names = [beat.name for beat in Nearer.beats()]
    whole = clips_of(trace_of_xor, names)
    for name in names[1:]:
        [(_, alone)] = clips_of(trace_of_xor, [name]).items()
        assert len(alone) == len(whole[name]) > 5
        assert all((one == two).all() for one, two in zip(alone, whole[name], strict=True)), name
    assert (whole["along"][-1] != whole["near"][-1]).any()


def test_stills_are_taken_where_the_camera_looks(trace_of_xor: Trace) -> None:
    stills = {
        still.beat.name: np.asarray(Image.open(BytesIO(still.png)).convert("RGB"), int)
        for still in draw_stills([Part(Nearer, None)], trace_of_xor, QUALITIES["draft"], Theme.load(), Messages.load())
    }
    height, width = stills["whole"].shape[:2]
    rows = slice(0, round(0.14 * height))
    assert np.abs(stills["whole"][rows] - stills["near"][rows]).max() <= 2, "the title stays"
    assert np.ptp(stills["near"][rows]) > 100
    bright = {name: (pixels > 100).any(axis=-1).sum() for name, pixels in stills.items()}
    assert bright["near"] > 4 * bright["whole"] > 0, "the disc fills the stage"
    assert (stills["back"][:, : width // 5] == stills["whole"][:, : width // 5]).mean() > 0.99


def test_what_a_scene_shows_is_inspected_as_it_is_seen(trace_of_xor: Trace) -> None:
    found: dict[str, tuple[list[str], set[float], float]] = {}

    def inspect(scene: TraceScene, name: str) -> None:
        assert isinstance(scene, Nearer)
        seen = Seen(scene)
        like = scene.viewpoint.camera
        differ = otherwise(scene.mobjects, scene.theme.of("background"), like)
        found[name] = (misplaced(scene), {seen.em(line) for line in seen.lines}, differ)

    with tempconfig({"pixel_width": 480, "pixel_height": 270}):
        rehearse(Nearer, trace_of_xor, inspect)
    assert [faults for faults, _, _ in found.values()] == [[]] * 4
    assert all(differ < 0.001 for _, _, differ in found.values())
    at_home, near = found["whole"][1], found["near"][1]
    assert len(at_home) == 2, "of both words"
    assert len(near) == 1, "what is far away is not seen"
    assert max(near) > 3 * min(at_home)


def test_type_that_is_cut_is_found(trace_of_xor: Trace) -> None:
    found: list[str] = []

    def disturb(scene: TraceScene, name: str) -> None:
        if name == "near":
            scene.add(Words("cut by the caption", scene.theme).move_to((NEAR.x, NEAR.bottom - 0.1, 0)))
            found.extend(misplaced(scene))

    rehearse(Nearer, trace_of_xor, disturb)
    assert any("'cut by the caption' leaves the stage" in fault for fault in found)


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
