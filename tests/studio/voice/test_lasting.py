"""How long a beat lasts in the film if nobody speaks is known without filming it."""

from dataclasses import replace

import pytest

from scenes.lesson.kept_traces import trace_for
from scenes.story.own_scenes import scenes_in
from scenes.story.told import Part
from scenes.studio.voice.lasting import seconds_in_film
from tests.studio.conftest import TINY
from tests.studio.voice.conftest import SAID, SCENE, Told, production_in

MOVES = 'self.until("rest")\n        self.play(Square(3).animate.shift((1, 0, 0)), run_time=7)'


def in_words(production, told):
    """The production whose scene has other code, and the record that it is told of."""
    (production.lesson.path.parent / "aloud.py").write_text(told)
    [scene] = scenes_in(production.lesson.path.parent / "aloud.py")
    display = Told()
    return replace(production, parts=[Part(scene, None)]), trace_for(
        production.lesson, production.work, display.training, display.tell
    )


def test_it_is_as_long_as_its_film_where_the_picture_moves_for_longer_than_one_reads(tmp_path):
    production, trace = in_words(production_in(tmp_path), SCENE.replace('self.until("rest")', MOVES))
    lasting = seconds_in_film(production, trace)
    clips = [clip for clip in production.film_scenes(Told()).clips if clip.is_beat]
    for clip in clips:
        assert lasting["Aloud", clip.beat] == pytest.approx(clip.seconds, abs=1.5 / TINY.fps)
    speed = production.theme().time.chars_per_second
    assert lasting["Aloud", "the_wishes"] > 7 > len(SAID[0]) / speed
    assert lasting["Aloud", "the_error"] == pytest.approx(len(SAID[1]) / speed, abs=1)


def test_of_a_scene_that_breaks_down_it_is_known_as_far_as_that(tmp_path):
    broken = SCENE.replace(
        '"""Each arrow is twice the error."""', '"""Each arrow is twice the error."""\n        1 / 0'
    )
    production, trace = in_words(production_in(tmp_path), broken)
    assert set(seconds_in_film(production, trace)) == {("Aloud", "the_wishes")}
