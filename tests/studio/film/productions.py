"""Productions of the fake scenes, and the pixels of what they make."""

import io

import av
import numpy as np
from rich.console import Console

from netsim import Recipe
from scenes.lesson.lesson import Lesson
from scenes.story.told import Part
from scenes.studio.film.displays import PlainDisplay
from scenes.studio.film.production import Production
from tests.studio.conftest import TINY, XOR


def display():
    return PlainDisplay(Console(file=io.StringIO(), width=200))


def production(out, *scenes, captions=True, exhibits=(), **changes):
    lesson = Lesson("tiny", out / "tiny.toml", Recipe.from_dict(XOR | changes), exhibits=exhibits)
    return Production(lesson, [Part(scene, None) for scene in scenes], "tiny", TINY, captions=captions, out=out)


def frames_of(path):
    return len(pixels(path))


def pixels(path):
    with av.open(str(path)) as film:
        return np.array([frame.to_ndarray(format="gray") for frame in film.decode(video=0)])
