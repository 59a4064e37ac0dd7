"""Stills: the picture that stands for each beat, drawn once; no film is made."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from manim import Camera, Scene
from PIL import Image

from netsim import Trace
from netsim.border.files import fitting
from scenes.camera.configured import configured
from scenes.look.theme import Theme
from scenes.stage.beats import Beat
from scenes.stage.formats import FORMATS, Format
from scenes.stage.rehearsing.inspection import misplaced
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.rehearsing.shown_numbers import ShownNumbers, Written, shown_numbers, written_on
from scenes.stage.rehearsing.stated_values import formulas_on
from scenes.stage.stage import TraceScene
from scenes.story.told import Part
from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.room import NoRoomError, is_held, no_room
from scenes.words.messages import Messages
from scenes.words.sentence import Sentence


@dataclass(frozen=True)
class Still:
    """One beat's picture, and what there is to say of it.

    Attributes
    ----------
    title
        What its scene is called.
    sentence, says
        What is said with it, with its marks and plain.
    png
        The picture: a hundredth of the pixels' size, for a story has hundreds of stills.
    format
        Its shape.
    formulas
        Those that stand on stage, as Typst mathematics.
    numbers
        Those that it brings to the screen: their name, and their values as they are shown.
    faults
        What has no room, where that is not held anyway.
    """

    scene: type[TraceScene]
    title: str
    beat: Beat
    sentence: Sentence
    says: str
    png: bytes
    format: Format
    formulas: tuple[str, ...]
    numbers: ShownNumbers
    faults: tuple[str, ...] = ()

    @property
    def image(self) -> Image.Image:
        """The picture's pixels."""
        return Image.open(BytesIO(self.png))

    @property
    def stage(self) -> bytes:
        """The picture of its stage, without title and caption, as PNG."""
        image, file = self.image, BytesIO()
        unit = image.height / self.format.height
        top, bottom = (
            round((self.format.height / 2 - y) * unit) for y in (self.format.stage.top, self.format.stage.bottom)
        )
        image.crop((0, top, image.width, bottom)).save(file, "PNG")
        return file.getvalue()


def file_names(parts: Sequence[Part], ending: str = "png") -> list[str]:
    """Name a file for every beat that is told; sorted by name they are in order, however many there are."""
    told = [(part.scene, beat) for part in parts for beat in part.beats]
    names = ["-".join(filter(None, [beat.id, scene.__name__, beat.name])) for scene, beat in told]
    digits = max(2, len(str(len(names))))
    return [f"{i:0{digits}d}-{fitting(name)}.{ending}" for i, name in enumerate(names, 1)]


def draw_stills(
    parts: Sequence[Part], trace: Trace, quality: Quality, theme: Theme, words: Messages, captions: bool = True
) -> Iterator[Still]:
    """Draw the picture of every beat that is told, scene by scene; the parameters are those of `draw_part`.

    Raises
    ------
    NoRoomError
        If something has no room in the format, or at the size of type.
    """
    for part in parts:
        drawn: list[Still] = []
        draw_part(part, trace, quality, theme, words, captions, drawn.append)
        faults = {f"{still.scene.__name__}.{still.beat.name}": still.faults[0] for still in drawn if still.faults}
        if faults:
            raise NoRoomError(no_room(faults, quality, theme))
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
    beats = {beat.name: beat for beat in part.beats}
    title, said, plain = (
        part.scene.titled(words),
        part.scene.sentences(trace, words),
        part.scene.says(trace, words=words),
    )
    standing: dict[Written, str] = {}
    taken: dict[str, bytes] = {}

    def at_rest(scene: TraceScene, beat: str) -> None:
        nonlocal standing
        before, standing = standing, written_on(scene.staged())
        told = (part.scene, title, beats[beat], said[beat], plain[beat])
        picture = taken.get(beat) or _drawn(scene)
        numbers = shown_numbers(standing, before, scene.theme.manner)
        seen = (picture, scene.format, formulas_on(scene), numbers)
        drawn(Still(*told, *seen, () if is_held(quality, theme) else tuple(misplaced(scene))))

    with set_up(quality):
        play = partial(rehearse, part.scene, trace, captions=captions, told=part.told)
        play = partial(play, theme=theme, words=words, frame=FORMATS[quality.aspect])
        moments = _before_the_end(part, play)

        def on_the_way(scene: Scene) -> None:
            taken[next(beat for beat in moments if beat not in taken)] = _drawn(scene)

        play(at_rest=at_rest, on_the_way=on_the_way, at=moments.values())


def _before_the_end(part: Part, play: Callable[..., object]) -> dict[str, float]:
    """Return when the pictures of beats are taken that are not their last, by Manim's clock, in order."""
    found: dict[str, float] = {}
    shares = {beat.name: beat.picture for beat in part.beats if beat.picture < 1}

    def note(scene: TraceScene, beat: str) -> None:
        if beat in shares and (moment := scene.moment_of(shares[beat])) < scene.time:
            found[beat] = moment

    if shares:
        play(at_rest=note)
    return found


@contextmanager
def set_up(quality: Quality) -> Iterator[None]:
    """Set Manim up for a while, whatever a person's own manim.cfg says; what it keeps on the disk goes at the end."""
    settings = {
        "background_opacity": 1.0,
        "verbosity": "WARNING",
    }
    with tempfile.TemporaryDirectory() as folder, configured({**quality.frame, **settings, "media_dir": folder}):
        yield


def _drawn(scene: Scene) -> bytes:
    camera = scene.renderer.camera
    assert isinstance(camera, Camera)
    camera.reset()
    camera.capture_mobjects(scene.mobjects)
    file = BytesIO()
    camera.get_image().convert("RGB").save(file, "PNG", compress_level=3)
    return file.getvalue()
