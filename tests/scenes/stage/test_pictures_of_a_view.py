"""All who take pictures of a stage see what its camera sees: clips, stills, inspections."""

from __future__ import annotations

from functools import partial
from io import BytesIO

import numpy as np
from manim import tempconfig
from PIL import Image

from netsim import Trace
from scenes.camera.renderer import StageRenderer
from scenes.look.theme import Theme
from scenes.mobjects.type.typeset import Words
from scenes.stage.rehearsing.inspection import Seen, misplaced
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import END, TraceScene
from scenes.story.told import Part
from scenes.studio.film.clips.quality import QUALITIES
from scenes.studio.film.crew.piece_files import PieceFiles
from scenes.studio.film.crew.worker import unseen
from scenes.studio.film.stills import draw_stills
from scenes.words.messages import Messages
from tests.scenes.camera.compare import otherwise
from tests.scenes.stage.nearer import NEAR, Nearer


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
