"""Stills: each beat's complete picture, drawn once; no film is made."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from manim import Camera, tempconfig
from PIL import Image

from netsim import Trace
from netsim.border.files import fitting
from scenes.look.theme import Theme
from scenes.stage.beats import Beat
from scenes.stage.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.stage.stated_values import formulas_on
from scenes.story.told import Part
from scenes.studio.film.clips.quality import Quality
from scenes.words.messages import Messages


@dataclass(frozen=True)
class Still:
    """One beat's picture, its scene's title, what is said with it, and the formulas on stage in Typst mathematics."""

    scene: type[TraceScene]
    title: str
    beat: Beat
    says: str
    png: bytes  # a hundredth of the pixels' size: a story has hundreds of stills
    formulas: tuple[str, ...]

    @property
    def image(self) -> Image.Image:
        """The picture's pixels."""
        return Image.open(BytesIO(self.png))


def file_names(parts: Sequence[Part]) -> list[str]:
    """Name the files of the pictures of every beat that is told, in order."""
    told = [(part.scene, beat) for part in parts for beat in part.beats]
    names = ["-".join(filter(None, [beat.id, scene.__name__, beat.name])) for scene, beat in told]
    return [f"{i:02d}-{fitting(name)}.png" for i, name in enumerate(names, 1)]


def draw_stills(
    parts: Sequence[Part], trace: Trace, quality: Quality, theme: Theme, words: Messages, captions: bool = True
) -> Iterator[Still]:
    """Draw the picture of every beat that is told, scene by scene; the parameters are those of `draw_part`."""
    for part in parts:
        drawn: list[Still] = []
        draw_part(part, trace, quality, theme, words, captions, drawn.append)
        yield from drawn


def draw_part(
    part: Part,
    trace: Trace,
    quality: Quality,
    theme: Theme,
    words: Messages,
    captions: bool,
    drawn: Callable[[Still], None],
) -> None:
    """Draw the picture of every beat that is told of one scene.

    Parameters
    ----------
    captions
        Whether what is said stands in the picture too.
    drawn
        Called with each picture as soon as it is there.
    """
    beats = {beat.name: beat for beat in part.scene.beats()}
    title, says = part.scene.titled(words), part.scene.says(trace, words=words)

    def at_rest(scene: TraceScene, beat: str) -> None:
        drawn(Still(part.scene, title, beats[beat], says[beat], _drawn(scene), formulas_on(scene)))

    with set_up(quality):
        play = partial(rehearse, theme=theme, words=words, frame=quality.format)
        play(part.scene, trace, at_rest, captions=captions, told=part.told)


@contextmanager
def set_up(quality: Quality) -> Iterator[None]:
    """Set Manim up for a while, whatever a person's own manim.cfg says; what it keeps on the disk goes at the end."""
    settings = {
        "background_opacity": 1.0,
        "verbosity": "WARNING",
    }
    with tempfile.TemporaryDirectory() as folder, tempconfig({**quality.frame, **settings, "media_dir": folder}):
        yield


def _drawn(scene: TraceScene) -> bytes:
    camera = scene.renderer.camera
    assert isinstance(camera, Camera)
    camera.reset()
    camera.capture_mobjects(scene.mobjects)
    file = BytesIO()
    camera.get_image().convert("RGB").save(file, "PNG", compress_level=3)
    return file.getvalue()
