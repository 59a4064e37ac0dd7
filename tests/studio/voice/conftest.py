"""What the tests of voices share: a scene of two beats that is quick to film, and sounds whose lengths are known."""

import io
import shutil
from dataclasses import replace
from fractions import Fraction

import av
import numpy as np
import pytest
from rich.console import Console

from netsim import Recipe
from scenes.lesson.lesson import Lesson
from scenes.lesson.sections import Voice
from scenes.story.own_scenes import scenes_in
from scenes.story.told import Part
from scenes.studio.film.clips.sounds import RATE
from scenes.studio.film.displays import PlainDisplay
from scenes.studio.film.production import Production
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

    @beat("T4")
    def the_wishes(self):
        """The two should light up, the rest should dim."""
        self.until("rest")
        self.add(Square(3, fill_opacity=1))

    @beat
    def the_error(self):
        """Each arrow is twice the error."""
'''
SAID = ["The two should light up, the rest should dim.", "Each arrow is twice the error."]


def production_in(place, **voice):
    """Makes the production of the scene, with what [voice] says."""
    (place / "aloud.py").write_text(SCENE)
    [scene] = scenes_in(place / "aloud.py")
    lesson = Lesson("aloud", place / "aloud.toml", Recipe.from_dict(XOR), exhibits=())
    told = replace(lesson, voice=Voice(**voice))
    return Production(told, [Part(scene, None)], "aloud", TINY, captions=False, out=place / "out", jobs=1)


class Told(PlainDisplay):
    """A display that keeps what it is told."""

    def __init__(self):
        super().__init__(Console(file=io.StringIO(), width=500))
        self.sentences = []

    def tell(self, sentence):
        self.sentences.append(sentence)


def speech(seconds, loud=0.3, quiet_ends=True):
    """Something like speech: noise in syllables, (2, n) at RATE, from a seed."""
    rng, count = np.random.default_rng(0), round(seconds * RATE)
    syllables = np.abs(np.sin(np.pi * 3 * np.arange(count) / RATE))
    made = loud * syllables * rng.uniform(-1, 1, count)
    if quiet_ends:
        made[: RATE // 20] = made[count - RATE // 20 :] = 0
    return np.stack([made, made]).astype(np.float32)


def encoded(path, samples, codec, rate, layout="stereo", options=None, at=RATE):
    """Write a sound, which has so many samples a second, as some program would."""
    with av.open(str(path), "w", options=options or {}) as file:
        stream = file.add_stream(codec, rate=rate, layout=layout)
        kind, size = stream.codec_context.format.name, stream.codec_context.frame_size or 1152
        resampler = av.AudioResampler(kind, layout, rate, frame_size=size)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples), "fltp", "stereo")
        frame.sample_rate, frame.pts, frame.time_base = at, 0, Fraction(1, at)
        for part in (*resampler.resample(frame), *resampler.resample(None)):
            file.mux(stream.encode(part))
        file.mux(stream.encode(None))
    return path
