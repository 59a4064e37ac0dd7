"""A shot: one scene to be rendered in one way, and the clip that comes of it, kept under a key."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from netsim import Trace, TraceError
from netsim.border.files import fitting, whole
from scenes.look.theme import Theme
from scenes.studio.film.encoders import SOFTWARE, encoder_named
from scenes.studio.film.quality import Quality
from scenes.studio.film.sources import source_key
from scenes.studio.film.witness import answer

# What decides how a frame looks, beside the scene's own source: the libraries, and how workers film.
DRAWN_BY = ("manim", "numpy", "pycairo", "manimpango", "typst", "av", "pillow")
FILMING = 2
# Of each scene and quality so many clips are kept for certain, older ones until nobody used them for so long.
KEPT_CLIPS = 3
KEPT_DAYS = 14
# Of a scene's name so many bytes stand in names of files, beside the quality and the key.
LONGEST_CLASS = 100


@dataclass(frozen=True)
class Spoken:
    """What a beat says and when, in seconds from the start of its scene."""

    beat: str
    id: str
    start: float
    end: float
    text: str


@dataclass(frozen=True)
class Passage:
    """One beat of a clip: its frames, the one that is its picture, and the exact numbers shown at its end.

    Attributes
    ----------
    first, end
        Its frames are those from `first` up to, not including, `end`.
    picture
        The frame that stands for it on paper.
    exact_numbers
        Where in the trace each number stands, and its value to full precision.
    """

    name: str
    id: str
    first: int
    end: int
    picture: int
    exact_numbers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Clip:
    """A finished scene: its film, how many frames that has, what is said in it, and where its beats lie."""

    path: Path
    frames: int
    fps: int
    spoken: tuple[Spoken, ...]
    passages: tuple[Passage, ...] = ()

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.frames / self.fps

    def says(self, passage: Passage) -> str:
        """Return all that a beat says."""
        return " ".join(said.text for said in self.spoken if said.beat == passage.name)


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
    """One scene, the trace it replays and how it is to be drawn.

    Attributes
    ----------
    scene
        Where the class is: `package.module:Class`, or `file.py@digest:Class`.
    beats
        How many beats it tells.
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
    """

    scene: str
    beats: int
    trace: Path
    quality: Quality
    captions: bool = True
    theme: str = "dark"
    pace: float = 1.0
    told: tuple[str, ...] | None = None
    said: Said = Said()
    encoder: str = SOFTWARE

    @property
    def name(self) -> str:
        """The scene's class name."""
        return self.scene.rpartition(":")[2]

    @property
    def file_name(self) -> str:
        """The beginning of its files' names."""
        return fitting(self.name, LONGEST_CLASS)

    @cached_property
    def key(self) -> str:
        """Digest of everything that the clip's frames follow from, but for the trace; taken once, before rendering."""
        theme = asdict(Theme.load(self.theme)) | {"name": ""}
        look = (asdict(self.quality), self.captions, theme, self.pace, self.told, self.said.language, self.said.digest)
        versions = [f"{name} {version(name)}" for name in DRAWN_BY]
        filming = (FILMING, asdict(encoder_named(self.encoder)), platform.machine(), versions)
        made_of = (self.name, source_key(self.scene), look, filming)
        return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()[:16]

    def kept(self, work: Path) -> Clip | None:
        """Give the finished clip of exactly this shot: of this key, and of a trace that answers as this one does."""
        header = _header(self.trace)
        if header is None:
            return None
        for path in (work / "clips").glob(f"{self._stem()}-*.json"):
            try:
                sidecar = json.loads(path.read_text("utf-8"))
                same = all(answer(header, question) == told for question, told in sidecar["asked"].items())
                film = path.with_suffix(".mp4")
                if same and sidecar.pop("digest") == _digest_of(sidecar) and _content(film) == sidecar["film"]:
                    return _clip(film, sidecar)
            except (OSError, ValueError, KeyError, TypeError, AttributeError):
                continue
        return None

    def keep(self, film: Path, made: Mapping[str, Any], work: Path) -> None:
        """Move a finished film to its place; the sidecar is written last, and only with it is the clip kept.

        Parameters
        ----------
        made
            What the worker says of it: `frames`, `spoken`, `passages`, and `asked` (see `Witness`).
        """
        answers = hashlib.sha256(json.dumps(sorted(made["asked"].items())).encode()).hexdigest()[:12]
        path = work / "clips" / f"{self._stem()}-{answers}.mp4"
        path.parent.mkdir(parents=True, exist_ok=True)
        content = _content(film)
        film.replace(path)
        about = {key: made[key] for key in ("frames", "spoken", "passages", "asked")}
        sidecar = {"scene": self.scene, "fps": self.quality.fps, "film": content, **about}
        with whole(path.with_suffix(".json")) as draft:
            text = json.dumps(sidecar | {"digest": _digest_of(sidecar)}, indent=1, ensure_ascii=False)
            draft.write_text(text, "utf-8")

    def _stem(self) -> str:
        return f"{self.file_name}-{self.quality.name}-{self.key}"


def _digest_of(sidecar: Mapping[str, Any]) -> str:
    """Make a fingerprint of what a sidecar says."""
    return hashlib.sha256(json.dumps(sidecar, sort_keys=True).encode()).hexdigest()


def _content(film: Path) -> str:
    """Make a fingerprint of what a film holds; taken once in a process, as long as nobody writes to it."""
    stat = film.stat()
    return _read_content(film, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=1024)
def _read_content(film: Path, written: int, size: int) -> str:
    with film.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _clip(film: Path, sidecar: Mapping[str, Any]) -> Clip:
    passages = tuple(
        Passage(**(beat | {"exact_numbers": tuple((place, value) for place, value in beat["exact_numbers"])}))
        for beat in sidecar["passages"]
    )
    return Clip(film, sidecar["frames"], sidecar["fps"], tuple(Spoken(**s) for s in sidecar["spoken"]), passages)


def prune(clips: Sequence[Clip], work: Path, now: float | None = None) -> int:
    """Note that these clips were used, then remove those that nobody used for long; return how many went.

    Of each scene and quality the last few are kept however old they are, so that going back and forth
    between two versions renders nothing.
    """
    for clip in clips:
        os.utime(clip.path.with_suffix(".json"))
    by_scene: dict[str, list[Path]] = {}
    for path in (work / "clips").glob("*.json"):
        by_scene.setdefault(path.stem.rsplit("-", 2)[0], []).append(path)
    old = (time.time() if now is None else now) - KEPT_DAYS * 86400
    gone = 0
    for paths in by_scene.values():
        paths.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        for path in paths[KEPT_CLIPS:]:
            if path.stat().st_mtime < old:
                path.unlink(missing_ok=True)
                path.with_suffix(".mp4").unlink(missing_ok=True)
                gone += 1
    return gone


def _header(trace: Path) -> Mapping[str, Any] | None:
    try:
        return _read_header(trace, trace.stat().st_mtime_ns)
    except (OSError, TraceError):
        return None


@lru_cache(maxsize=8)
def _read_header(trace: Path, written: int) -> Mapping[str, Any]:
    return Trace.load(trace).header
