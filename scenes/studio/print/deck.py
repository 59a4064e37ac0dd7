"""A deck: one slide a beat, cut out of the finished scenes, with what a lecturer says and the exact numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import av
from PIL import Image

from netsim.border.files import fitting
from scenes.stage.stage import TraceScene
from scenes.studio.film.film import Footage, join
from scenes.studio.film.shot import Clip, Passage
from scenes.studio.film.subtitles import cues_of
from scenes.studio.film.tracks import Cue
from scenes.words.messages import Messages


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
    exact_numbers
        The exact numbers on screen at its end: place in the trace, value.
    cues
        Its subtitles, from the slide's start.
    video
        Its film.
    """

    key: str
    title: str
    says: str
    exact_numbers: tuple[tuple[str, str], ...]
    cues: tuple[Cue, ...]
    video: Path

    @property
    def alt(self) -> str:
        """What there is to see, in words."""
        return f"{self.title}: {self.says}"

    @property
    def notes(self) -> str:
        """What a lecturer reads: what is said, then the exact numbers, a line each."""
        numbers = "\n".join(f"{place} = {value}" for place, value in self.exact_numbers)
        return f"{self.says}\n\n{numbers}" if numbers else self.says


def cards(scenes: Sequence[type[TraceScene]], clips: Sequence[Clip], folder: Path, words: Messages) -> Iterator[Card]:
    """Cut finished scenes into slides, one a beat; their films go into a folder, nothing is encoded again."""
    number = 0
    for scene, clip in zip(scenes, clips, strict=True):
        footage = Footage.of(clip.path)
        for passage in clip.passages:
            number += 1
            key = fitting("-".join(filter(None, [f"{number:02d}", passage.id, scene.__name__, passage.name])))
            video = folder / f"{key}.mp4"
            join([footage.part(passage.first, passage.end)], video, key)
            title = " · ".join(filter(None, [passage.id, scene.titled(words)]))
            yield Card(key, title, clip.says(passage), passage.exact_numbers, _cues(clip, passage), video)


def _cues(clip: Clip, passage: Passage) -> tuple[Cue, ...]:
    first, last = passage.first / clip.fps, passage.end / clip.fps
    return tuple(
        Cue(max(0.0, start - first), min(end, last) - first, text)
        for said in clip.spoken
        if said.beat == passage.name
        for start, end, text in cues_of(said)
    )


def pictures(clips: Sequence[Clip]) -> Iterator[Image.Image]:
    """Yield the frame that each beat names as its picture, in the deck's order."""
    for clip in clips:
        wanted = {passage.picture for passage in clip.passages}
        with av.open(str(clip.path)) as film:
            frames = enumerate(film.decode(video=0))
            found = {i: Image.fromarray(frame.to_ndarray(format="rgb24")) for i, frame in frames if i in wanted}
        yield from (found[passage.picture] for passage in clip.passages)
