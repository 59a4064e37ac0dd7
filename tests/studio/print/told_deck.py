"""A deck of three beats whose every frame is told by how grey it is, and which of its frames a browser shows."""

import base64
import io
import time
from types import SimpleNamespace

import numpy as np
from PIL import Image

from scenes.look.theme import Theme
from scenes.stage.beats import Beat
from scenes.studio.film.clips.clip_writer import ClipWriter
from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.pieces.kept_clips import Clip, Spoken
from scenes.studio.ownership import Made
from scenes.studio.print.deck import About, cards
from scenes.studio.print.slides import write_html
from scenes.words.messages import Messages
from tests.studio.browser import PATIENCE

SIZE = Quality("tiny", 128, 72, 10)
FRAMES, STEPS, PICTURE = 20, (6, 13), 16  # of each beat: a frame is as grey as its number says
PLACE = "[place().h, place().step]"


class Told:
    """A scene of three beats, of which the last idles."""

    @classmethod
    def beats(cls):
        return (Beat("first", "T1", ""), Beat("second", "T1", ""), Beat("third", "T2", "", loops=True))

    @classmethod
    def titled(cls, words):
        return "Told"


def grey(frame, beat):
    """How light a frame of a beat is."""
    return 10 + 12 * frame - beat


def frame_of(light, beat):
    """Which frame of a beat is so light."""
    return (light - 10 + beat) / 12


def told_deck(out):
    """A deck of three beats, in steps, beside its films and as one file."""
    clips = []
    for number, beat in enumerate(Told.beats()):
        writer = ClipWriter(out / f"{beat.name}.mp4", SIZE)
        for frame in range(FRAMES):
            writer.write(np.full((SIZE.height, SIZE.width, 4), grey(frame, number), np.uint8))
        writer.finish()
        said = (Spoken(0, FRAMES / SIZE.fps, f"The {beat.name}."),)
        clips.append(Clip(writer.path, beat.name, beat.id, FRAMES, SIZE.fps, PICTURE, said, STEPS))
    told = list(cards([Told], [clips], out, Messages.load(), stepped=True))
    for name, offline in (("linked", False), ("one", True)):
        made = (out / f"{name}.html", Made(out))
        write_html(told, About("Told", Messages.load(), Theme.load()), *made, captioned=False, offline=offline)
    return SimpleNamespace(out=out, cards=told, linked=(out / "linked.html").as_uri(), one=(out / "one.html").as_uri())


def page_shown(browser):
    """How light each pixel of the page is."""
    png = base64.b64decode(browser.call("Page.captureScreenshot", format="png")["data"])
    return np.asarray(Image.open(io.BytesIO(png)).convert("L"), float)


def frame_shown(browser, beat):
    """Which frame of a beat the page shows."""
    browser.ask(
        "document.querySelectorAll('video').forEach((video) => [...video.textTracks].forEach("
        "(track) => { track.mode = 'hidden' }))"
    )
    picture = page_shown(browser)
    height, width = picture.shape
    return frame_of(picture[height // 3, width // 2], beat)


def stands(browser, h, step, frame):
    """Wait until a step is over, and its very frame is painted."""
    browser.wait(f"String({PLACE}) === '{h},{step}' && isOver(shown()) && !shown().seeking")
    becomes(frame, lambda: frame_shown(browser, h))


def becomes(frame, look):
    """Wait until a frame is painted where one looks."""
    until = time.monotonic() + PATIENCE
    while abs((seen := look()) - frame) > 0.3:
        assert time.monotonic() < until, f"frame {seen} stands, not {frame}"
