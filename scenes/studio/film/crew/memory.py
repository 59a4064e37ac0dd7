"""How many beats are rendered at a time: as many as there are cores, and as there is memory for."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import psutil

from scenes.studio.film.clips.quality import Quality

GB = 1 << 30
# Peaks of the resident memory of a worker (VmHWM, Linux, manim 0.22) that filmed a beat of OutputNudges, ManyPaths and
# DeltaRecursion of a 784-16-16-10 network: 0.29 GB at draft, 0.33 at full, 0.46 to 0.48 at 4k; TheNetwork of
# 784-1000-10 at full: 0.34. These lie on a line over the pixels of a frame; it is given half as much again.
WORKER, EACH_PIXEL, MARGIN = 0.29 * GB, 26.0, 1.5
# The process that directs them takes 0.2 GB, and the rest of the machine is not to be driven out.
RESERVE = GB // 2

CGROUP = Path("/sys/fs/cgroup")


@dataclass(frozen=True)
class Hands:
    """How many workers there are at a time, and what is said of it: one sentence, or none."""

    count: int
    said: str = ""


def need(quality: Quality) -> int:
    """Say how many bytes of memory a worker may take at its peak."""
    return round(MARGIN * (WORKER + EACH_PIXEL * quality.width * quality.height))


def hands_for(quality: Quality, pieces: int, jobs: int | None, cores: int, free: int) -> Hands:
    """Choose how many workers render some pieces of scenes at a time.

    Parameters
    ----------
    pieces
        How many there are to render.
    jobs
        How many a person asked for; None for as many as there are cores, if the memory has room for them.
    cores, free
        What there is: cores, and bytes of memory.
    """
    each = need(quality)
    wanted = max(1, min(pieces, jobs or cores))
    count = wanted if jobs else max(1, min(wanted, (free - RESERVE) // each))
    room = f"{max(0, free) / GB:.1f} GB of memory are free"
    if count * each > free:
        return Hands(
            count,
            f"{room}, and {_beats(count)} at {quality.name} may take {count * each / GB:.1f} GB: "
            f"if it runs short, choose {'--jobs 1 or ' if count > 1 else ''}a smaller --quality.",
        )
    if count < wanted:
        return Hands(
            count, f"{room}, and a beat at {quality.name} may take {each / GB:.1f} GB: {_beats(count)} at a time."
        )
    return Hands(count)


def hands_here(quality: Quality, pieces: int, jobs: int | None) -> Hands:
    """Choose how many workers render some pieces on this machine; see `hands_for`."""
    return hands_for(quality, pieces, jobs, cores(), free_memory())


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def free_memory(cgroup: Path = CGROUP) -> int:
    """How many bytes of memory can still be taken: of the machine's, or of a container's if that has a limit."""
    free = int(psutil.virtual_memory().available)
    try:
        limit, used = (int((cgroup / f"memory.{what}").read_text()) for what in ("max", "current"))
        stat = dict(line.split() for line in (cgroup / "memory.stat").read_text().splitlines())
        return min(free, limit - used + int(stat["inactive_file"]))  # what is cached of files makes room
    except (OSError, ValueError, KeyError):  # no container, or no limit
        return free


def _beats(count: int) -> str:
    return "one beat" if count == 1 else f"{count} beats"
