"""A shot: one scene to be filmed in one way, in pieces of one beat each; a run of them is what a worker films."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Collection
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from netsim.border.files import fitting
from scenes.look.theme import Theme
from scenes.stage.beats import up_to_the_last
from scenes.stage.speaking import Speaking
from scenes.stage.stage import END, TraceScene
from scenes.story.own_scenes import address
from scenes.studio.film.encoders import SOFTWARE, encoder_named
from scenes.studio.film.quality import Quality
from scenes.studio.film.sources import Source
from scenes.words.messages import Messages

# What decides how a frame looks, beside the scene's own source: the libraries, and how workers film.
DRAWN_BY = ("manim", "numpy", "pycairo", "manimpango", "typst", "av", "pillow", "numba")
FILMING = 3
# Of a scene's and a beat's name so many bytes stand in names of files, beside the quality and the key.
LONGEST_CLASS, LONGEST_BEAT = 80, 60


@dataclass(frozen=True)
class Piece:
    """What is filmed into a clip of its own: a beat that is told, or the clearing of the stage at a scene's end.

    Attributes
    ----------
    beat
        The beat's name; `END` for the clearing.
    key
        Digest of everything that the clip's frames follow from, but for the trace.
    before
        How many beats of its scene happen before it.
    seconds
        How long it may last, by its words.
    """

    beat: str
    key: str
    before: int
    seconds: float

    @property
    def is_beat(self) -> bool:
        """Whether something is told in it."""
        return self.beat != END


@dataclass(frozen=True)
class Said:
    """In which words a scene is told.

    Attributes
    ----------
    language
        A folder of `assets/words`.
    file
        A lesson's own file of messages; "" if it has none.
    digest
        Fingerprint of all messages that the scene may say.
    """

    language: str = "en"
    file: str = ""
    digest: str = ""


@dataclass(frozen=True)
class Shot:
    """One scene, the trace it replays and how it is to be drawn; made by `shot_of`, before rendering.

    Attributes
    ----------
    scene
        Where the class is: `package.module:Class`, or `file.py@digest:Class`.
    trace
        The trace's file.
    captions
        Whether what is said is written into the picture.
    theme, pace
        The look, by name or file, and the speed.
    told
        Names of the beats that are told; None for all.
    said
        In which words.
    encoder
        What encodes its frames.
    pieces
        What it is filmed in, in the order of telling.
    """

    scene: str
    trace: Path
    quality: Quality
    captions: bool = True
    theme: str = "dark"
    pace: float = 1.0
    told: tuple[str, ...] | None = None
    said: Said = Said()
    encoder: str = SOFTWARE
    pieces: tuple[Piece, ...] = ()

    @property
    def name(self) -> str:
        """The scene's class name."""
        return self.scene.rpartition(":")[2]

    @property
    def beats(self) -> int:
        """How many beats it tells."""
        return sum(piece.is_beat for piece in self.pieces)

    @property
    def short_name(self) -> str:
        """The scene's class name, as far as it stands in names of files."""
        return fitting(self.name, LONGEST_CLASS)

    def file_name(self, piece: Piece) -> str:
        """Return the beginning of the names of a piece's files."""
        return f"{self.short_name}-{fitting(piece.beat, LONGEST_BEAT)}"


@dataclass(frozen=True)
class Run:
    """Pieces of a shot that one worker films one after the other: those from `first` up to, not including, `end`."""

    shot: Shot
    first: int
    end: int

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What is filmed."""
        return self.shot.pieces[self.first : self.end]

    @property
    def file_name(self) -> str:
        """The beginning of the names of its files."""
        return self.shot.file_name(self.pieces[0])

    def order(self, folder: Path) -> dict[str, Any]:
        """Write what a worker is told, as JSON has it; whatever is a path, or may be one, has a key of its own.

        Parameters
        ----------
        folder
            Where the worker puts its clips.
        """
        shot = self.shot
        paths = {"folder": str(folder), "trace": str(shot.trace.resolve()), "scene": shot.scene, "theme": shot.theme}
        words = {"words": shot.said.file, "language": shot.said.language, "messages": shot.said.digest}
        told = None if shot.told is None else list(shot.told)
        look = {"quality": asdict(shot.quality), "captions": shot.captions, "pace": shot.pace, "encoder": shot.encoder}
        return paths | words | look | {"told": told, "pieces": [piece.beat for piece in self.pieces]}


def shot_of(
    scene: type[TraceScene],
    trace: Path,
    quality: Quality,
    words: Messages,
    *,
    captions: bool = True,
    theme: str = "dark",
    pace: float = 1.0,
    told: Collection[str] | None = None,
    file: str = "",
    encoder: str = SOFTWARE,
) -> Shot:
    """Make the shot of a scene, with the keys of its pieces.

    Parameters
    ----------
    words, file
        What is said, and the lesson's own file in it, "" if it has none.
    """
    said = Said(words.language, file, words.digest(scene.messages(words)))
    names = None if told is None else tuple(sorted(told))
    shot = Shot(address(scene), trace, quality, captions, theme, pace, names, said, encoder)
    return Shot(**{**vars(shot), "pieces": tuple(_pieces(shot, scene, words))})


def _pieces(shot: Shot, scene: type[TraceScene], words: Messages) -> list[Piece]:
    """List what a shot is filmed in; each key follows from its beat and those before, and none after."""
    look = Theme.load(shot.theme)
    time = look.at_pace(shot.pace).time
    filming = (FILMING, asdict(encoder_named(shot.encoder)), platform.machine(), _versions())
    way = (asdict(shot.quality), shot.captions, asdict(look) | {"name": ""}, shot.pace, shot.said.language)
    lineage = [base for base in scene.__mro__ if issubclass(base, Speaking)]
    source = Source(shot.scene, lineage)
    beats = scene.beats()
    sentences = {f"{base.__name__}-{beat.name}": beat.name for base in lineage for beat in beats}
    happening = up_to_the_last(beats, shot.told)
    pieces = []
    for i, (name, is_told) in enumerate([*((beat.name, told) for beat, told in happening), (END, True)]):
        if not is_told:
            continue
        so_far = happening[: i + 1]
        heard = {beat.name for beat, told in so_far if told}
        said = words.digest(m for m in scene.messages(words) if m not in sentences or sentences[m] in heard)
        later = {beat.name for beat in beats} - {beat.name for beat, _ in so_far}
        story = [(beat.name, beat.id, beat.picture, told) for beat, told in so_far]
        made_of = (shot.name, name, story, said, source.key(later), way, filming)
        key = hashlib.sha256(json.dumps(made_of).encode()).hexdigest()[:16]
        letters = _letters(scene, name, words)
        pieces.append(Piece(name, key, i, letters / time.chars_per_second if letters else time.fade))
    return pieces


@cache
def _versions() -> list[str]:
    return [f"{name} {version(name)}" for name in DRAWN_BY]


def _letters(scene: type[TraceScene], beat: str, words: Messages) -> int:
    """Say how many letters a beat says, more or less: what a sentence chooses is not known without a trace."""
    message = scene.message_of(beat, words) if beat != END else ""
    if message:
        return words.letters(message)
    return next((len(one.template) for one in scene.beats() if one.name == beat), 0)
