"""A shot: one scene to be rendered in one way, and the clip that comes of it, kept under a key."""

from __future__ import annotations

import hashlib
import json
import platform
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from scenes.lesson import ASSETS, source_digest
from scenes.studio.quality import Quality

DISK_FULL = "the disk is full"

# What decides how a frame looks, beside our own source.
DRAWN_BY = ("manim", "numpy", "pycairo", "manimpango", "typst", "av", "pillow")
# Parts of `scenes` that change no frame.
BACKSTAGE = (
    "cli.py",
    "checkup.py",
    "lesson.py",
    "studio/crew.py",
    "studio/production.py",
    "studio/progress.py",
    "studio/subtitles.py",
)


@dataclass(frozen=True)
class Spoken:
    """What a beat says and when, in seconds from the start of its scene."""

    beat: str
    id: str
    start: float
    end: float
    text: str


@dataclass(frozen=True)
class Clip:
    """A finished scene: its film, how many frames that has, and what is said in it."""

    path: Path
    frames: int
    fps: int
    spoken: tuple[Spoken, ...]

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.frames / self.fps


@dataclass(frozen=True)
class Shot:
    """One scene, the trace it replays and how it is to be drawn.

    Attributes
    ----------
    scene
        Where the class is: `package.module:Class`.
    beats
        How many beats it has.
    trace, digest
        The trace's file, and the digest of its content.
    captions
        Whether what is said is written into the picture.
    """

    scene: str
    beats: int
    trace: Path
    digest: str
    quality: Quality
    captions: bool = True

    @property
    def name(self) -> str:
        """The scene's class name."""
        return self.scene.rpartition(":")[2]

    def key(self) -> str:
        """Digest of everything that the clip's frames follow from."""
        made_of = (self.scene, self.digest, asdict(self.quality), self.captions, _studio())
        return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()[:20]

    def place(self, work: Path) -> Path:
        """Where its clip is kept when finished; the sidecar lies beside it, as `.json`."""
        return work / "clips" / f"{self.name}-{self.quality.name}-{self.key()}.mp4"

    def kept(self, work: Path) -> Clip | None:
        """Give the finished clip of exactly this shot, if there is one."""
        path = self.place(work)
        try:
            sidecar = json.loads(path.with_suffix(".json").read_text("utf-8"))
            if path.stat().st_size != sidecar["size"]:
                return None
            spoken = tuple(Spoken(**said) for said in sidecar["spoken"])
            return Clip(path, sidecar["frames"], sidecar["fps"], spoken)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, film: Path, frames: int, spoken: list[dict[str, object]], work: Path) -> None:
        """Move a finished film to its place; the sidecar is written last, and only with it is the clip kept."""
        path = self.place(work)
        path.parent.mkdir(parents=True, exist_ok=True)
        size = film.stat().st_size
        film.replace(path)
        sidecar = {"scene": self.scene, "frames": frames, "fps": self.quality.fps, "size": size, "spoken": spoken}
        draft = film.with_suffix(".json")
        draft.write_text(json.dumps(sidecar, indent=1, ensure_ascii=False), "utf-8")
        draft.replace(path.with_suffix(".json"))


@cache
def _studio() -> tuple[str, ...]:
    here = Path(__file__).resolve().parents[1]
    packages = [f"{name} {version(name)}" for name in DRAWN_BY]
    sources = (source_digest(here, BACKSTAGE), source_digest(here.parent / "netsim"))
    return (*sources, source_digest(ASSETS, skip=("lessons",)), platform.machine(), *packages)
