"""Kept clips: each piece's film with a sidecar of what is in it, found again by its key and what its trace answers."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from netsim import Trace, TraceError
from netsim.border.files import whole
from scenes.stage.stage import END
from scenes.studio.digests import content_digest, digest_of
from scenes.studio.film.clips.encoders import encoder_named
from scenes.studio.film.pieces.shot import Piece, Shot
from scenes.studio.film.pieces.witness import answer
from scenes.words.breaks import joined

# Of each beat and quality so many clips are kept for certain, older ones until nobody used them for so long.
KEPT_CLIPS = 3
KEPT_DAYS = 14
# What a sidecar says of its clip, beside its place in the story, and the film's and its own digest.
ABOUT = ("frames", "picture", "spoken", "numbers", "asked", "heard", "steps", "took")


@dataclass(frozen=True)
class Spoken:
    """What is said at a time, and when, in seconds from the start of its clip."""

    start: float
    end: float
    text: str


@dataclass(frozen=True)
class Clip:
    """A finished piece.

    Attributes
    ----------
    path
        Its film; there is none if it has no frames.
    beat, id
        The beat's name, or `END`; and the idea's.
    frames, fps
        How many frames there are, and how many are shown in a second.
    picture
        The frame that stands for it on paper.
    spoken
        What is said.
    steps
        The frames on which one who tells it by hand may stop, before its last.
    numbers
        The numbers that it brings to the screen: their name, and their values, rounded as they are shown.
    """

    path: Path
    beat: str
    id: str
    frames: int
    fps: int
    picture: int = 0
    spoken: tuple[Spoken, ...] = ()
    steps: tuple[int, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()

    @property
    def is_beat(self) -> bool:
        """Whether something is told in it."""
        return self.beat != END

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.frames / self.fps

    @property
    def says(self) -> str:
        """All that it says."""
        return joined(said.text for said in self.spoken)


def kept(shot: Shot, piece: Piece, work: Path) -> Clip | None:
    """Give the finished clip of exactly this piece: of its key, and of a trace that answers as this one does."""
    header = _header(shot.trace)
    if header is None:
        return None
    for path in (work / "clips").glob(f"{_stem(shot, piece)}-*.json"):
        try:
            sidecar = json.loads(path.read_text("utf-8"))
            same = all(answer(header, question) == told for question, told in sidecar["asked"].items())
            same = same and all(content_digest(Path(file)) == told for file, told in sidecar["heard"].items())
            film = path.with_suffix(_ending(shot))
            if same and sidecar.pop("digest") == _digest_of(sidecar) and content_digest(film) == sidecar["film"]:
                return _clip(film, sidecar)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            continue
    return None


def keep(shot: Shot, piece: Piece, film: Path | None, made: Mapping[str, Any], work: Path) -> None:
    """Move a finished film to its place; the sidecar is written last, and only with it is the clip kept.

    Parameters
    ----------
    film
        None if nothing is to be seen.
    made
        What the worker says of it: its `id`, and what `ABOUT` lists; `asked` as a `Witness` notes it, `heard` by file.
    """
    answers = digest_of(sorted(made["asked"].items()), 12)
    path = work / "clips" / f"{_stem(shot, piece)}-{answers}{_ending(shot)}"
    path.parent.mkdir(parents=True, exist_ok=True)
    content = "" if film is None else content_digest(film)
    if film is not None:
        film.replace(path)
    place = {"scene": shot.name, "beat": piece.beat, "before": piece.before, "id": made["id"]}
    place["quality"] = shot.quality.label
    sidecar = place | {"fps": shot.quality.fps, "film": content, **{key: made[key] for key in ABOUT}}
    with whole(path.with_suffix(".json")) as draft:
        text = json.dumps(sidecar | {"digest": _digest_of(sidecar)}, indent=1, ensure_ascii=False)
        draft.write_text(text, "utf-8")


def _ending(shot: Shot) -> str:
    return f".{encoder_named(shot.encoder).container}"


def _stem(shot: Shot, piece: Piece) -> str:
    return f"{shot.file_name(piece)}-{shot.quality.label}-{piece.key}"


def _digest_of(sidecar: Mapping[str, Any]) -> str:
    """Make a fingerprint of what a sidecar says."""
    return hashlib.sha256(json.dumps(sidecar, sort_keys=True).encode()).hexdigest()


def _clip(film: Path, sidecar: Mapping[str, Any]) -> Clip:
    spoken = tuple(Spoken(**said) for said in sidecar["spoken"])
    numbers = tuple((name, values) for name, values in sidecar["numbers"])
    told = {key: sidecar[key] for key in ("beat", "id", "frames", "fps", "picture")}
    return Clip(film, **told, spoken=spoken, steps=tuple(sidecar["steps"]), numbers=numbers)


def prune(clips: Iterable[Clip], work: Path, now: float | None = None) -> int:
    """Note that these clips were used, then remove those that nobody used for long; return how many went.

    Of each beat and quality the last few are kept however old they are, so that going back and forth
    between two versions renders nothing.
    """
    for clip in clips:
        os.utime(clip.path.with_suffix(".json"))
    by_beat: dict[str, list[Path]] = {}
    for path in (work / "clips").glob("*.json"):
        by_beat.setdefault(path.stem.rsplit("-", 2)[0], []).append(path)
    old = (time.time() if now is None else now) - KEPT_DAYS * 86400
    gone = 0
    for paths in by_beat.values():
        paths.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        for path in paths[KEPT_CLIPS:]:
            if path.stat().st_mtime < old:
                for file in path.parent.glob(f"{path.stem}.*"):
                    file.unlink(missing_ok=True)
                gone += 1
    return gone


@dataclass(frozen=True)
class Known:
    """What clips of before say of a piece: how long it lasts, and at this quality, how long it took to film."""

    seconds: float
    took: float | None = None


def known_pieces(work: Path, quality: str) -> dict[tuple[str, str], Known]:
    """Tell of the pieces that were filmed before, at any quality, by scene and beat; the newest counts."""
    found: dict[tuple[str, str], Known] = {}
    for path in sorted((work / "clips").glob("*.json"), key=lambda p: p.stat().st_mtime):
        try:
            sidecar = json.loads(path.read_text("utf-8"))
            place = (sidecar["scene"], sidecar["beat"])
            before = found.get(place, Known(0.0)).took
            took = float(sidecar["took"]) if sidecar["quality"] == quality else before
            found[place] = Known(sidecar["frames"] / sidecar["fps"], took)
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return found


def _header(trace: Path) -> Mapping[str, Any] | None:
    try:
        return _read_header(trace, trace.stat().st_mtime_ns)
    except (OSError, TraceError):
        return None


@lru_cache(maxsize=8)
def _read_header(trace: Path, written: int) -> Mapping[str, Any]:
    return Trace.load(trace).header
