"""The plan: which beats one worker films in a run, so that the film is ready soon and little is done twice."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Mapping, Sequence

from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.pieces.kept_clips import Known
from scenes.studio.film.pieces.shot import Piece, Run, Shot

# Processor seconds until a worker begins, for each beat that it passes over, and where nothing better is known,
# for a frame: of each, and of each of its pixels. As measured of five beats at full and 4k, of a 784-16-16-10 network.
START, PASS = 3.0, 0.5
FRAME, PIXEL = 0.004, 4e-9
# Limits that are tried become smaller by this factor; one that splits more must be better by so much.
FINER, WORTH = 0.9, 0.02

Effort = Callable[[Shot, Piece], float]


def gaps(shots: Sequence[Shot], kept: Collection[tuple[str, str]]) -> list[Run]:
    """List what is still to be filmed: of each shot, the runs of pieces that are not kept.

    Parameters
    ----------
    kept
        Scene and beat of each piece that is there.
    """
    runs = []
    for shot in shots:
        missing = [i for i, piece in enumerate(shot.pieces) if (shot.scene, piece.beat) not in kept]
        begins = [i for i in missing if i - 1 not in missing]
        ends = [i + 1 for i in missing if i + 1 not in missing]
        runs += [Run(shot, first, end) for first, end in zip(begins, ends, strict=True)]
    return runs


def effort_by(known: Mapping[tuple[str, str], Known], quality: Quality) -> Effort:
    """Return how many processor seconds a piece may take: what it took before, or else by how long it may last."""
    timed = [one for one in known.values() if one.took is not None and one.seconds]
    spent, filmed = sum(one.took or 0.0 for one in timed), sum(one.seconds for one in timed)
    rate = spent / filmed if filmed else quality.fps * (FRAME + PIXEL * quality.width * quality.height)

    def effort(shot: Shot, piece: Piece) -> float:
        before = known.get((shot.name, piece.beat), Known(piece.seconds))
        return before.seconds * rate if before.took is None else before.took

    return effort


def plan(runs: Sequence[Run], hands: int, effort: Effort) -> list[Run]:
    """Split runs at their beats where that lets the last worker be ready sooner; the longest is begun first.

    Every split costs: a worker begins anew, and passes over the beats before. So runs stay whole if there are
    enough of them for all hands.

    Parameters
    ----------
    hands
        How many workers there are at a time.
    effort
        How many seconds a piece may take.
    """
    best = _longest_first(runs, effort)
    soonest = ready(best, hands, effort)
    limit = max((cost(run, effort) for run in runs), default=0.0)
    least = max((cost(Run(run.shot, i, i + 1), effort) for run in runs for i in range(run.first, run.end)), default=0.0)
    while hands > 1 and limit > least:
        limit = max(least, limit * FINER)
        finer = _longest_first([part for run in runs for part in _split(run, limit, effort)], effort)
        then = ready(finer, hands, effort)
        if then < soonest * (1 - WORTH):
            best, soonest = finer, then
    return best


def cost(run: Run, effort: Effort) -> float:
    """Say how many seconds a worker may take for a run."""
    return START + PASS * run.pieces[0].before + sum(effort(run.shot, piece) for piece in run.pieces)


def _split(run: Run, limit: float, effort: Effort) -> list[Run]:
    """Split a run into parts that take no longer than a limit, or are one piece."""
    parts, first = [], run.first
    for end in range(run.first + 1, run.end + 1):
        if end == run.end or cost(Run(run.shot, first, end + 1), effort) > limit:
            parts.append(Run(run.shot, first, end))
            first = end
    return parts


def _longest_first(runs: Sequence[Run], effort: Effort) -> list[Run]:
    return sorted(runs, key=lambda run: -cost(run, effort))


def ready(runs: Sequence[Run], hands: int, effort: Effort) -> float:
    """Say when the last worker is ready, if each takes the next run as soon as it is free."""
    free = [0.0] * hands
    for run in runs:
        heapq.heapreplace(free, free[0] + cost(run, effort))
    return max(free)
