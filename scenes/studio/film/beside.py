"""What a film tells in words: its subtitles in each language, and the texts that lie beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from netsim import Trace
from scenes.stage.stage import TraceScene
from scenes.studio.film.clips.retold import retold
from scenes.studio.film.clips.subtitles import as_srt, as_vtt, film_cues
from scenes.studio.film.clips.tracks import Subtitles
from scenes.studio.film.clips.transcript import transcript
from scenes.studio.film.clips.upload import upload_text
from scenes.studio.film.pieces.kept_clips import Clip
from scenes.words.messages import Messages


@dataclass(frozen=True)
class InWords:
    """What a film of some scenes tells in words.

    Attributes
    ----------
    takes
        The clips of each scene.
    languages
        The messages of each language that it has subtitles in, its own first.
    intro, outro
        What is shown before and after, and says nothing.
    """

    scenes: Sequence[type[TraceScene]]
    takes: Sequence[Sequence[Clip]]
    trace: Trace
    languages: Sequence[Messages]
    intro: Sequence[Clip] = ()
    outro: Sequence[Clip] = ()

    @cached_property
    def subtitles(self) -> list[Subtitles]:
        """Its subtitles in each language."""
        own, *others = self.languages
        told = [clip for taken in self.takes for clip in taken]
        said = [(own, told), *((other, retold(self.scenes, self.takes, self.trace, other)) for other in others)]
        return [
            Subtitles(film_cues((*self.intro, *clips, *self.outro), words.manner.line), words.code, words.name)
            for words, clips in said
        ]

    def texts(self, place: Callable[[str], Path], name: str) -> dict[Path, str]:
        """Return the texts that lie beside a film of a name; `place` gives the place of each by how its name ends."""
        own, endings = self.languages[0], endings_of(self.languages)
        texts: dict[Path, str] = {}
        for ending, said in zip(endings, self.subtitles, strict=True):
            texts |= {place(f"{ending}.srt"): as_srt(said.cues), place(f"{ending}.vtt"): as_vtt(said.cues)}
        before = sum(clip.seconds for clip in self.intro)
        lasting = [sum(clip.seconds for clip in scene) for scene in self.takes]
        files = [(place(f"{ending}.srt").name, said.name) for ending, said in zip(endings, self.subtitles, strict=True)]
        texts[place(".md")] = transcript(name, self.scenes, self.takes, own, before)
        upload = upload_text(self.scenes, lasting, self.trace, own, files, self.intro, self.outro)
        return texts | {place(".youtube.txt"): upload}


def endings_of(languages: Sequence[Messages]) -> list[str]:
    """Return how the names of files with subtitles end, without what they are: ``""`` and then ``.es``."""
    return ["", *(f".{words.language}" for words in languages[1:])]
