"""A thumbnail is 1280 by 720 pixels, with the picture over its words; the most colourful picture is chosen."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from scenes.lesson.errors import LessonError
from scenes.look.theme import Theme
from scenes.nudges.output_nudges import OutputNudges
from scenes.stage.formats import WIDE
from scenes.studio.film.stills import Still
from scenes.studio.print.thumbnail import strongest, thumbnail
from scenes.words.messages import Messages
from scenes.words.sentence import Sentence


def still(colour):
    """A still with a ground and one bar of a colour, which reaches from side to side of the stage's middle."""
    pixels = np.full((360, 640, 3), 16, np.uint8)
    pixels[150:170] = colour
    file = BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return Still(OutputNudges, "", OutputNudges.beats()[0], Sentence(""), "", file.getvalue(), WIDE, (), ())


def test_the_most_colourful_picture_is_the_strongest():
    grey, dull, bright = still((200, 200, 200)), still((60, 40, 40)), still((250, 120, 30))
    assert strongest([grey, dull, bright]) is bright
    assert strongest([still((16, 16, 16)), grey]) is grey


@pytest.mark.parametrize("words", ["Short", "How does the cost answer to one of its 13,002 weights?"])
def test_the_picture_stands_over_the_words(tmp_path, words):
    path = tmp_path / "thumbnail.png"
    thumbnail(still((250, 120, 30)), words, Theme.load(), Messages.load(), path)
    pixels = np.asarray(Image.open(path).convert("RGB"), dtype=int)
    assert pixels.shape == (720, 1280, 3)
    orange = (np.abs(pixels - (250, 120, 30)).sum(axis=2) < 60).all(axis=1)
    lettered = (pixels.min(axis=2) > 180).any(axis=1)
    assert 30 <= orange.sum() <= 60
    assert np.flatnonzero(orange).max() < np.flatnonzero(lettered).min()
    assert np.flatnonzero(lettered).max() < 700
    assert lettered.sum() > 40


def test_words_that_nobody_could_read_are_refused(tmp_path):
    with pytest.raises(LessonError, match="81 letters cannot be read on a thumbnail, expected 80"):
        thumbnail(still((9, 9, 9)), "x" * 81, Theme.load(), Messages.load(), tmp_path / "no.png")
    assert list(tmp_path.iterdir()) == []
