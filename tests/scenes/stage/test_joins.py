"""Scenes that join: what one leaves standing the next takes up, whatever a story leaves out between them."""

from itertools import pairwise

import numpy as np
import pytest
from manim import Circle, Square, config, tempconfig

from scenes.camera.camera import StageCamera
from scenes.camera.renderer import StageRenderer
from scenes.stage.beats import beat
from scenes.stage.chapters import CHAPTERS
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.story.continued import handed_over
from scenes.story.story import scenes_of
from scenes.story.told import Part


def a_circle(scene):
    return Circle(color=scene.theme.of("up"), fill_opacity=1)


def a_square(scene):
    return Square(color=scene.theme.of("down"), fill_opacity=1)


class Squared(TraceScene):
    """A circle becomes a square."""

    title = "Squared"
    opens_with = a_circle
    closes_with = a_square

    @beat("N1")
    def becomes(self):
        """It becomes a square."""
        self.seen_first = list(self.staged())
        self.remove(self.stands)
        self.add(a_square(self))

    @beat
    def rests(self):
        """There it stands."""


class Bare(TraceScene):
    """It has no picture that it begins or ends with."""

    title = "Bare"

    @beat("N2")
    def nothing(self):
        """Nothing."""


class Filmed(StageRenderer):
    """Keeps every frame."""

    def __init__(self):
        super().__init__()
        self.frames = []

    def add_frame(self, frame, num_frames=1):
        if not self.skip_animations:
            self.frames.append(frame.copy())


@pytest.fixture
def filmed(trace_of_xor):
    """Films a scene at a tiny size, and returns its frames."""

    def film(scene_class, **joins):
        settings = {"pixel_width": 160, "pixel_height": 90, "frame_rate": 10, "dry_run": True, "progress_bar": "none"}
        with tempconfig(settings | {"disable_caching": True}):
            assert config.dry_run
            scene = scene_class(trace_of_xor, captions=False, renderer=Filmed(), **joins)
            scene.render()
            return scene, scene.renderer.frames

    return film


def seen(scene, *pictures):
    """What a camera makes of pictures."""
    with tempconfig({"pixel_width": 160, "pixel_height": 90}):
        camera = StageCamera(background_color=scene.theme.of("background"))
        camera.capture_mobjects(list(pictures))
        return camera.pixel_array.copy()


def is_leaving(frames, scene):
    """Whether hardly anything is left of the picture in the last frame."""
    left, most = (
        np.ptp(pixels[40:].astype(int), axis=(0, 1)).max() for pixels in (frames[-1], seen(scene, a_square(scene)))
    )
    return left < 0.4 * most


def test_a_picture_that_is_taken_over_stands_from_the_first_frame_to_the_last(filmed):
    scene, frames = filmed(Squared, stood_before=a_circle, leads_on=True)
    assert np.array_equal(frames[0][40:], seen(scene, a_circle(scene))[40:])
    assert np.array_equal(frames[-1][40:], seen(scene, a_square(scene))[40:]), "the picture stands"


def test_another_picture_that_stood_before_dissolves_into_the_scene_s_own(filmed):
    scene, frames = filmed(Squared, stood_before=a_square)
    first, own = seen(scene, a_square(scene)), seen(scene, a_circle(scene))
    assert np.abs(frames[0].astype(int) - first)[40:].max() <= 1
    assert any(np.array_equal(frame[40:], own[40:]) for frame in frames)
    assert is_leaving(frames, scene), "nobody takes it over: the stage is cleared"


def test_a_scene_without_a_picture_lets_the_one_before_go(filmed):
    scene, frames = filmed(Bare, stood_before=a_square)
    assert np.abs(frames[0].astype(int) - seen(scene, a_square(scene)))[40:].max() <= 1
    assert is_leaving(frames, scene)


def test_beats_that_are_passed_over_do_not_cut(filmed):
    scene, frames = filmed(Squared, told=("rests",), stood_before=a_circle)
    assert np.abs(frames[0].astype(int) - seen(scene, a_circle(scene)))[40:].max() <= 1


class Near(Squared):
    """The camera is near the square when it rests."""

    @beat
    def becomes(self):
        """It becomes a square, seen from near."""
        super().becomes()
        self.look_at(self.staged()[0])


def test_what_stood_before_stands_where_it_stood_though_the_camera_is_elsewhere(filmed):
    scene, frames = filmed(Near, told=("rests",), stood_before=a_circle)
    assert np.abs(frames[0].astype(int) - seen(scene, a_circle(scene)))[40:].max() <= 1
    assert (frames[-5] != seen(scene, a_square(scene))).any(), "the camera is near"


def test_a_scene_begins_with_what_it_says(trace_of_xor):
    scene = rehearse(Squared, trace_of_xor)
    assert scene.seen_first == [scene.stands]


def test_pictures_are_handed_over_within_a_chapter_by_scenes_that_are_told_to_their_end():
    all_of, begun = Part(Squared, None), Part(Squared, frozenset({"becomes"}))
    to_the_end = Part(Squared, frozenset({"rests"}))
    bare = Part(Bare, None)
    assert handed_over([all_of, bare, to_the_end, begun, all_of]) == [
        (None, True),
        (Squared, False),
        (None, True),
        (Squared, False),
        (None, False),
    ]
    more = Part(type("More", (Squared,), {"an_encore": beat("N3")(lambda self: None)}), None)
    assert handed_over([more, bare]) == [(None, False), (None, False)], "nobody knows what the encore leaves"
    other = Part(type("Elsewhere", (Squared,), {"chapter": "calculus"}), None)
    assert handed_over([all_of, other]) == [(None, False), (None, False)]
    same = Part(type("Again", (Squared,), {"chapter": "calculus", "opens_with": a_square}), None)
    assert handed_over([all_of, same]) == [(None, True), (Squared, False)], "two chapters that are one picture"


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_where_one_scene_ends_the_next_begins(chapter):
    scenes = scenes_of(chapter)
    joined = [(one, two) for one, two in pairwise(scenes) if one.closes_with and two.opens_with]
    for one, two in joined:
        assert one.closes_with is two.opens_with, f"{two.__name__} begins otherwise than {one.__name__} ends"
