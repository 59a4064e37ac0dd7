"""How long a film takes on many workers, from what each of its beats took: `python -m tests.benchmarks.farm out/.work`.

Counted are the processor seconds of every kept piece, a worker's start for every run of beats, the beats that it passes
over, and the joining at the end, which is measured. Not counted are the training, and how long clips travel; what they
weigh is told. Runs are planned as a render plans them.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scenes.studio.film.clips.film import join
from scenes.studio.film.clips.quality import QUALITIES, Quality
from scenes.studio.film.pieces.plan import PASS, START, cost, plan, ready
from scenes.studio.film.pieces.shot import Piece, Run, Shot

WORKERS = (1, 2, 4, 8, 16, 32, 64, 128, 256)


@dataclass(frozen=True)
class Measured:
    """A piece that was filmed: its scene, its beat and how many happen before it, and the processor seconds it took."""

    scene: str
    beat: str
    before: int
    took: float


@dataclass(frozen=True)
class Forecast:
    """What is to be expected of so many workers: after how many seconds the film is there, and what bounds it."""

    workers: int
    seconds: float
    runs: int
    bound: str


def forecast(pieces: Sequence[Measured], workers: int, joining: float) -> Forecast:
    """Foretell how long workers take that film, each on a core of its own, and what keeps them from being quicker.

    More workers help as long as the work bounds it; where the longest piece does, a shorter one would.
    """
    took = {(piece.scene, piece.beat): piece.took for piece in pieces}

    def effort(shot: Shot, piece: Piece) -> float:
        return took[shot.scene, piece.beat]

    shots = [_shot(name, [p for p in pieces if p.scene == name]) for name in dict.fromkeys(p.scene for p in pieces)]
    runs = plan([Run(shot, 0, len(shot.pieces)) for shot in shots], workers, effort)
    filming = ready(runs, workers, effort)
    single = [Run(shot, i, i + 1) for shot in shots for i in range(len(shot.pieces))]
    longest = max(single, key=lambda run: cost(run, effort))
    work, extra = sum(took.values()), sum(cost(run, effort) for run in runs) - sum(took.values())
    bounds = {
        f"the work: {work:.0f} s, shared by {workers}": work / workers,
        f"starts and beats passed over: {extra:.0f} s, shared by {workers}": extra / workers,
        f"the longest beat: {longest.shot.scene}.{longest.pieces[0].beat}, {cost(longest, effort):.0f} s": (
            cost(longest, effort)
        ),
        f"joining: {joining:.1f} s": joining,
    }
    return Forecast(workers, filming + joining, len(runs), max(bounds, key=lambda name: bounds[name]))


def _shot(scene: str, pieces: Sequence[Measured]) -> Shot:
    told = sorted(pieces, key=lambda piece: piece.before)
    return Shot(scene, Path(), QUALITIES["hd"], pieces=tuple(Piece(p.beat, "", p.before, 0.0) for p in told))


def kept(work: Path, quality: str) -> dict[Measured, Path]:
    """Read what the kept pieces of a quality took, with their films; of one filmed again, the newest counts."""
    found: dict[tuple[str, str], tuple[Measured, Path]] = {}
    for path in sorted((work / "clips").glob("*.json"), key=lambda path: path.stat().st_mtime):
        about = json.loads(path.read_text("utf-8"))
        if about["quality"] == quality:
            piece = Measured(about["scene"], about["beat"], about["before"], about["took"])
            found[piece.scene, piece.beat] = (piece, path.with_suffix(".mp4"))
    return dict(found.values())


def joined(films: Sequence[Path]) -> float:
    """Join films as a production does, and say how many seconds that took."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        join(films, Path(folder) / "film.mp4", "film")
        return time.perf_counter() - began


def table(pieces: Sequence[Measured], joining: float) -> list[str]:
    """Write what is to be expected of more and more workers."""
    forecasts = [forecast(pieces, workers, joining) for workers in WORKERS]
    alone = forecasts[0].seconds
    return [
        f"{'workers':>7} {'seconds':>8} {'times':>6} {'runs':>5}   what bounds it",
        *(f"{f.workers:>7} {f.seconds:>8.0f} {alone / f.seconds:>6.1f} {f.runs:>5}   {f.bound}" for f in forecasts),
    ]


def main(work: Path, quality: Quality) -> None:
    """Print the table for what is kept in a work folder at a quality."""
    found = kept(work, quality.name)
    films = [film for film in found.values() if film.exists()]
    if not films:
        raise SystemExit(f"{work}: no beats are kept at {quality.name}; render a film at that quality first.")
    weigh = sum(film.stat().st_size for film in films) / 1e6
    print(f"{len(found)} pieces at {quality.name}, which weigh {weigh:.0f} MB;", end=" ")
    print(f"a start takes {START:g} s, a beat passed over {PASS:g} s")
    print("\n".join(table(list(found), joined(films))))


if __name__ == "__main__":
    main(Path(sys.argv[1]), QUALITIES[sys.argv[2] if len(sys.argv) > 2 else "hd"])
