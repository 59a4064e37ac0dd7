"""A deck: one slide a beat, of its finished clip, with what a lecturer says and the numbers shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path

import av
from PIL import Image

from netsim.border.files import fitting
from scenes.lesson.sections import AUTHOR
from scenes.look.theme import Theme
from scenes.stage.stage import TraceScene
from scenes.studio.film.clips.film import Footage, join
from scenes.studio.film.clips.subtitles import cues_of
from scenes.studio.film.clips.tracks import Cue
from scenes.studio.film.clips.transcript import title_around
from scenes.studio.film.pieces.kept_clips import Clip
from scenes.studio.print.called import called
from scenes.words.messages import Messages


@dataclass(frozen=True)
class About:
    """What a deck says of itself, and how it looks.

    Attributes
    ----------
    title, author
        What it is called, and whose it is.
    words
        In which language, and what stands on it beside what is told.
    theme
        What its pictures were drawn in.
    """

    title: str
    words: Messages
    theme: Theme
    author: str = AUTHOR


@dataclass(frozen=True)
class Card:
    """One slide.

    Attributes
    ----------
    key
        A name of its own within the deck, also of its files.
    title
        What its scene is called, with the idea's id.
    says
        What is said.
    numbers
        The numbers that it brings to the screen: their name, and their values as they are shown.
    cues
        Its subtitles, from the slide's start.
    video, heard
        Its film, and whether that has a track of sound.
    seconds
        How long that lasts.
    picture
        The picture that stands for it, .jpg.
    fps
        How many frames are shown in a second.
    stops
        When its steps end, but for the last, in seconds: in the middle of the frame that then stands.
    loops
        Whether its last step begins again when it is over.
    """

    key: str
    title: str
    says: str
    numbers: tuple[tuple[str, str], ...]
    cues: tuple[Cue, ...]
    video: Path
    heard: bool
    seconds: float
    picture: Path
    fps: int
    stops: tuple[float, ...] = ()
    loops: bool = False

    @property
    def alt(self) -> str:
        """What there is to see, in words."""
        return f"{self.title}: {self.says}" if self.says else self.title

    @property
    def notes(self) -> str:
        """What a lecturer reads: what is said, then the numbers shown, a line for each name."""
        numbers = "\n".join(f"{name} = {values}" for name, values in self.numbers)
        return f"{self.says}\n\n{numbers}" if numbers else self.says


def cards(
    scenes: Sequence[type[TraceScene]],
    takes: Sequence[Sequence[Clip]],
    folder: Path,
    words: Messages,
    *,
    stepped: bool = False,
    intro: Sequence[Clip] = (),
    outro: Sequence[Clip] = (),
) -> Iterator[Card]:
    """Make slides of finished scenes, one a beat; their films go into a folder, nothing is encoded again.

    Parameters
    ----------
    stepped
        Whether each is told in steps.
    intro, outro
        Films of others that come first and last.
    """
    told = [(scene, clip) for scene, clips in zip(scenes, takes, strict=True) for clip in clips if clip.is_beat]
    shown = [*((None, clip) for clip in intro), *told, *((None, clip) for clip in outro)]
    for number, (scene, clip) in enumerate(shown, 1):
        yield _card(number, scene, clip, folder, words, stepped)


def _card(
    number: int, scene: type[TraceScene] | None, clip: Clip, folder: Path, words: Messages, stepped: bool
) -> Card:
    """Make the slide of a clip, and put its files into a folder; the film of others has no scene."""
    named, title = (scene.__name__, scene.titled(words)) if scene else ("", title_around(clip, words))
    key = fitting("-".join(filter(None, [f"{number:02d}", clip.id, named, clip.beat])))
    video, picture = folder / f"{key}.mp4", folder / f"{key}.jpg"
    join([clip.path], video, key)
    picture.write_bytes(as_jpeg(picture_of(clip)))
    return Card(
        key=key,
        title=" · ".join(filter(None, [clip.id, title])),
        says=clip.says,
        numbers=tuple((called(number, words), values) for number, values in clip.numbers),
        cues=tuple(Cue(*cue) for said in clip.spoken for cue in cues_of(said, words.manner.line)),
        video=video,
        heard=Footage.of(video).heard,
        seconds=clip.seconds,
        picture=picture,
        fps=clip.fps,
        stops=tuple((frame + 0.5) / clip.fps for frame in clip.steps) if stepped else (),
        loops=scene is not None and any(beat.loops for beat in scene.beats() if beat.name == clip.beat),
    )


def numbered(titles: Sequence[str]) -> list[str]:
    """Tell titles apart that several slides share: by which of them each is, and of how many."""
    several, told = Counter(titles), Counter[str]()
    found = []
    for title in titles:
        told[title] += 1
        found.append(f"{title} ({told[title]}/{several[title]})" if several[title] > 1 else title)
    return found


def as_jpeg(picture: Image.Image) -> bytes:
    """Return a picture as slides hold it."""
    file = BytesIO()
    picture.save(file, "JPEG", quality=92, subsampling=0)
    return file.getvalue()


def picture_of(clip: Clip) -> Image.Image:
    """Return the frame that a beat names as its picture."""
    with av.open(str(clip.path)) as film:
        frame = next(islice(film.decode(video=0), clip.picture, None))
        return Image.fromarray(frame.to_ndarray(format="rgb24"))
