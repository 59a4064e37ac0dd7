"""What is heard of a run while it is filmed, here or elsewhere: its pieces are kept, and how it ends is told."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from netsim.border.files import alive, sweep, workshop
from scenes.studio.film.clips.film import FilmError, Footage
from scenes.studio.film.crew.process import DISK_FULL, disk_is_full
from scenes.studio.film.pieces.kept_clips import keep
from scenes.studio.film.pieces.shot import Run

# For so long one waits for news before it is said that there are none.
TICK = 0.25


@dataclass(frozen=True)
class Report:
    """What a worker says: a beat began, frames were made, a piece is kept, the run is done, or it failed and why.

    Attributes
    ----------
    frames
        How many of the run were made so far.
    beat
        The piece that began or is kept; of a failure, where it happened.
    """

    run: Run
    kind: Literal["beat", "frames", "piece", "done", "failed"]
    frames: int
    beat: str = ""
    why: str = ""
    log: Path | None = None


@dataclass
class Job:
    """A run that is being filmed: whether it was said how that ended, and the beat that was heard of last."""

    run: Run
    log: Path
    ended: bool = False
    beat: str = ""

    @classmethod
    def of(cls, run: Run, work: Path) -> Job:
        """Begin one, with a log of this process's own; those of the scene whose processes have ended go."""
        logs = work / "logs"
        logs.mkdir(parents=True, exist_ok=True)
        for old in logs.glob(f"{run.shot.short_name}-*.log"):
            pid = old.stem.rpartition("-")[2]
            if pid.isdigit() and not alive(int(pid)):
                old.unlink(missing_ok=True)
        return cls(run, logs / f"{run.file_name}-{os.getpid()}.log")

    def heard(self, message: Mapping[str, Any], brought: Callable[[str], Path], work: Path) -> Report:
        """Take a message of the worker, and keep the piece that it says is finished.

        Parameters
        ----------
        brought
            Brings a clip from where the worker has it; what it raises, but for an `OSError`, goes on.
        """
        frames, kind, self.beat = message["frames"], message["kind"], message["beat"]
        if kind == "piece":
            return self._kept(message, brought, work)
        if kind == "failed":
            return self._failed(frames, message["why"])
        self.ended = self.ended or kind == "done"
        return Report(self.run, kind, frames, self.beat)

    def left(self, why: str) -> Report | None:
        """Take leave of the worker; one that said neither done nor failed has died, for that reason."""
        return None if self.ended else self._failed(0, why)

    def _kept(self, message: Mapping[str, Any], brought: Callable[[str], Path], work: Path) -> Report:
        frames, made = message["frames"], message["made"]
        piece = next(piece for piece in self.run.pieces if piece.beat == self.beat)
        try:
            film = brought(message["film"]) if message["film"] else None
            found = len(Footage.of(film).shown) if film else 0
            if found != made["frames"]:
                return self._failed(frames, f"{found} of its {made['frames']} frames were written")
            keep(self.run.shot, piece, film, made, work)
        except (FilmError, OSError) as error:
            return self._failed(frames, DISK_FULL if disk_is_full(error) else str(error))
        return Report(self.run, "piece", frames, self.beat)

    def _failed(self, frames: int, why: str) -> Report:
        self.ended = True
        return Report(self.run, "failed", frames, self.beat, why, self.log)


@contextmanager
def attic(work: Path) -> Iterator[Path]:
    """Give a folder of one's own for clips that are being made; what killed runs left beside it goes."""
    for name in ("tmp", "clips"):
        sweep(work / name)
    with workshop(work / "tmp" / "scenes") as folder:
        yield folder
