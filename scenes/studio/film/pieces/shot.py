"""A shot: one scene to be filmed in one way, in pieces of one beat each; a run of them is what a worker films."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from netsim.border.files import fitting
from scenes.look.imprint import UNSIGNED, Imprint
from scenes.stage.heard.voice import Voice
from scenes.stage.stage import END
from scenes.studio.film.clips.encoders import SOFTWARE
from scenes.studio.film.clips.quality import Quality

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
        What `Messages.load` calls it.
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
    theme, scale, pace
        The look, by name or file, how much larger its type is, and the speed.
    told
        Names of the beats that are told; None for all.
    after
        Where the scene is whose last picture stands when this one begins; "" for an empty stage.
    leads_on
        Whether the next scene takes over the picture that stands at its end.
    said
        In which words.
    voice
        What is heard of each beat, by its name.
    encoder
        What encodes its frames.
    imprint
        Whose the film is: its logo and footer.
    pieces
        What it is filmed in, in the order of telling.
    """

    scene: str
    trace: Path
    quality: Quality
    captions: bool = True
    theme: str = "dark"
    scale: float = 1.0
    pace: float = 1.0
    told: tuple[str, ...] | None = None
    after: str = ""
    leads_on: bool = False
    said: Said = Said()
    voice: tuple[tuple[str, Voice], ...] = ()
    encoder: str = SOFTWARE
    imprint: Imprint = UNSIGNED
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
        paths |= {"after": shot.after, "logo": shot.imprint.logo}
        words = {"words": shot.said.file, "language": shot.said.language, "messages": shot.said.digest}
        told = None if shot.told is None else list(shot.told)
        look = {
            "quality": asdict(shot.quality),
            "captions": shot.captions,
            "scale": shot.scale,
            "pace": shot.pace,
            "encoder": shot.encoder,
            "footer": shot.imprint.footer,
            "logo_digest": shot.imprint.digest,
        }
        story = {"told": told, "leads_on": shot.leads_on, "pieces": [piece.beat for piece in self.pieces]}
        voice = {beat: asdict(heard) | {"file": str(heard.file.resolve())} for beat, heard in shot.voice}
        return paths | words | look | story | {"voice": voice}
