"""Filming: a crew is given the runs that are missing; how far it is is shown, and what failed is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from scenes.studio.film.crew.jobs import Report
from scenes.studio.film.crew.memory import Hands
from scenes.studio.film.crew.process import DISK_FULL
from scenes.studio.film.pieces.plan import Effort, plan
from scenes.studio.film.pieces.shot import Run, Shot
from scenes.studio.film.progress import Display, Tally


class Filming(Protocol):
    """Who films: a crew on this machine, or a cluster."""

    @property
    def hands(self) -> Hands:
        """How many workers there are now."""

    def render(self, runs: Sequence[Run]) -> Iterator[Report | None]:
        """Film runs; yield reports as they come, and None now and then."""


def film(missing: Sequence[Run], crew: Filming, effort: Effort, tally: Tally, display: Display) -> list[str]:
    """Film what is missing, the longest runs first; return what failed, one sentence each.

    Parameters
    ----------
    effort
        How many seconds a piece may take.
    tally
        What is finished; it is counted on.
    """
    failures: dict[str, str] = {}  # by what is said: several workers may fail at one and the same place
    hands = crew.hands
    if missing and hands.said:
        display.tell(hands.said)
    for report in crew.render(plan(missing, hands.count, effort)):
        if report is None and crew.hands.said != hands.said:
            hands = crew.hands
            display.tell(hands.said or "Workers are there again.")
        if report is not None:
            tally.hear(report)
            if report.kind == "failed":
                failures.setdefault(*_failure(report))
            if report.why.startswith(DISK_FULL):
                failures["disk"] = "Free some space, then try again."
                break
        display.filming(tally)
    return list(failures.values())


def counted(shots: Sequence[Shot]) -> str:
    """Say how many beats some shots tell."""
    count = sum(shot.beats for shot in shots)
    return f"{count} beat{'' if count == 1 else 's'}"


def _failure(report: Report) -> tuple[str, str]:
    """Say what failed, and where its log is; first without the log."""
    failure = f"{'.'.join(filter(None, [report.run.shot.name, report.beat]))} failed: {report.why.rstrip('.')}."
    return failure, f"{failure} Its log: {report.log}"
