"""The picture that stands for a beat: one and the same in film and stills, whoever speaks and for how long."""

from dataclasses import replace

import numpy as np
import pytest
from manim import smooth

from netsim import Recipe
from scenes.lesson.kept_traces import trace_for
from scenes.lesson.lesson import Lesson
from scenes.lesson.sections import Voice
from scenes.story.own_scenes import scenes_in
from scenes.story.told import Part
from scenes.studio.film.production import Production
from scenes.studio.film.stills import draw_stills
from scenes.studio.print.deck import picture_of
from tests.studio.conftest import TINY, XOR
from tests.studio.voice.conftest import Told, encoded, speech

SCENE = '''
from manim import RIGHT, UP, Square
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene


class Halfway(TraceScene):
    """Where its square stands tells the moment."""

    title = "Halfway"

    def setup(self):
        self.square = Square(1, fill_opacity=1).shift((-5, 0, 0))
        self.add(self.square)

    @beat("T1", picture=0.5)
    def there(self):
        """It goes to the right, and rests on the way."""
        self.move(self.square.animate.shift((5, 0, 0)), time="slow")
        self.move(self.square.animate.shift((5, 0, 0)), time="slow")

    @beat(picture=0.75)
    def back(self):
        """It goes back, and then it goes up."""
        self.wait(0.5)
        self.move(self.square.animate.shift((-10, 0, 0)))
        self.move(self.square.animate.shift(2 * UP))

    @beat(picture=0.25)
    def nowhere(self):
        """It stays."""

    @beat
    def down(self):
        """It goes down."""
        self.move(self.square.animate.shift(-2 * UP))
'''
# The title comes in a fifth of a second, each slow move takes 1.5, each other 1.
HALF = -5 + 5 * smooth((0.2 + 1.5 + 1.5) / 2 / 1.5 - 0.2 / 1.5)
PLACES = [(HALF, 0), (-5, 2 * smooth(0.5)), (-5, 2), (-5, 0)]


@pytest.fixture(scope="module")
def production(tmp_path_factory):
    place = tmp_path_factory.mktemp("halfway")
    (place / "halfway.py").write_text(SCENE)
    [scene] = scenes_in(place / "halfway.py")
    lesson = Lesson("halfway", place / "halfway.toml", Recipe.from_dict(XOR), exhibits=())
    return Production(lesson, [Part(scene, None)], "halfway", TINY, captions=False, out=place / "out", jobs=1)


@pytest.fixture(scope="module")
def stills(production):
    trace = trace_for(production.lesson, production.work)
    drawn = draw_stills(production.parts, trace, TINY, production.theme(), production.words(), captions=False)
    return [np.asarray(still.image) for still in drawn]


def place_of(picture):
    """Where the middle of the square is, in scene units."""
    unit = TINY.height / 8
    rows, columns = np.nonzero(picture[round(1 * unit) : round(7 * unit)].min(axis=2) > 128)
    return (columns.mean() + 0.5) / unit - TINY.width / unit / 2, 3 - (rows.mean() + 0.5) / unit


def test_a_still_is_drawn_at_the_moment_that_the_beat_names(stills):
    assert len({picture.tobytes() for picture in stills}) == len(stills)
    for picture, place in zip(stills, PLACES, strict=True):
        assert place_of(picture) == pytest.approx(place, abs=0.1)


@pytest.mark.parametrize("speaks", [False, True])
def test_the_film_s_picture_is_the_still(production, stills, speaks):
    whole = production
    if speaks:
        (whole.lesson.path.parent / "voice").mkdir()
        for beat, seconds in (("there", 7.0), ("back", 5.0)):
            encoded(whole.lesson.path.parent / "voice" / f"T1-{beat}.wav", speech(seconds), "pcm_s16le", 48000)
        whole = replace(whole, lesson=replace(whole.lesson, voice=Voice(folder="voice")))
    [clips] = whole.film_scenes(Told()).scenes
    assert (clips[0].seconds > 7) == speaks
    for clip, still in zip(clips, stills, strict=False):
        assert np.abs(np.asarray(picture_of(clip)).astype(int) - still).mean() < 2, clip.beat
