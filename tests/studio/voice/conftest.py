"""What the tests of voices share: a scene of two beats that is quick to film, told aloud."""

import io
import shutil
from dataclasses import replace

import pytest
from rich.console import Console

from netsim import Recipe
from scenes.lesson.lesson import Lesson
from scenes.lesson.sections import Voice
from scenes.story.own_scenes import scenes_in
from scenes.story.told import Part
from scenes.studio.film.production import Production
from scenes.studio.film.progress import PlainDisplay
from tests.studio.conftest import TINY, XOR

needs_espeak = pytest.mark.skipif(
    shutil.which("espeak-ng") is None, reason="no espeak-ng here (Debian: apt-get install espeak-ng)"
)
SCENE = '''
from manim import Square
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene


class Aloud(TraceScene):
    """A square comes when it is spoken of."""

    title = "Aloud"

    @beat("N4")
    def the_wishes(self):
        """The two should light up, the rest should dim."""
        self.until("rest")
        self.add(Square(3, fill_opacity=1))

    @beat
    def the_error(self):
        """Each arrow is twice the error."""
'''


@pytest.fixture
def produced(tmp_path):
    """Makes the production of the scene, with what [voice] says."""
    (tmp_path / "aloud.py").write_text(SCENE)
    [scene] = scenes_in(tmp_path / "aloud.py")
    lesson = Lesson("aloud", tmp_path / "aloud.toml", Recipe.from_dict(XOR), exhibits=())

    def production(**voice):
        told = replace(lesson, voice=Voice(**voice))
        return Production(told, [Part(scene, None)], "aloud", TINY, captions=False, out=tmp_path / "out", jobs=1)

    return production


@pytest.fixture
def display():
    return PlainDisplay(Console(file=io.StringIO(), width=500))
