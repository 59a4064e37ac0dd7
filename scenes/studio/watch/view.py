"""The view: what the page shows now, and the pictures that it may ask for."""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Shown:
    """One beat on the page.

    Attributes
    ----------
    picture
        The name of its still, "" if there is none yet.
    starts
        When it begins in the scene's clip, in seconds.
    old
        Whether the still shows it as it was before something went wrong.
    changed
        Whether the last drawing made it look otherwise.
    """

    name: str
    id: str
    says: str = ""
    picture: str = ""
    starts: float = 0.0
    old: bool = False
    changed: bool = False


@dataclass(frozen=True)
class View:
    """What the page shows.

    Attributes
    ----------
    lesson, scene, title
        The lesson's name, and the scene's: its class, and what it is called.
    scenes
        All that can be chosen: class and title of each.
    colours
        The theme's, by role.
    beats
        Those that are told, in order.
    clip, clip_old
        The name of the scene's film, "" if there is none yet; and whether it is of before.
    busy, trouble
        What is being done now, and what went wrong, each in one sentence; "" if nothing.
    """

    lesson: str
    scene: str = ""
    title: str = ""
    scenes: tuple[tuple[str, str], ...] = ()
    colours: Mapping[str, str] = field(default_factory=dict)
    beats: tuple[Shown, ...] = ()
    clip: str = ""
    clip_old: bool = False
    busy: str = ""
    trouble: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self)

    def begun(self) -> View:
        """Return it as it is when a new drawing begins: all that is shown is still of the last."""
        return replace(self, busy="Reading the lesson")

    def planned(self, told: Mapping[str, Any]) -> View:
        """Return it with what is going to be drawn; of beats that are shown already, the stills stay.

        Parameters
        ----------
        told
            `scene`, `title`, `scenes`, `colours`, and `beats`: name and id of each.
        """
        same = told["scene"] == self.scene
        before = {beat.name: replace(beat, changed=False) for beat in self.beats} if same else {}
        beats = tuple(replace(before.get(name, Shown(name, id_)), id=id_) for name, id_ in told["beats"])
        scenes = tuple((name, title) for name, title in told["scenes"])
        view = replace(self, scene=told["scene"], title=told["title"], scenes=scenes, colours=told["colours"])
        return replace(view, beats=beats, clip=self.clip if same else "")

    def mended(self) -> View:
        """Return it without trouble: all stills are drawn."""
        return replace(self, trouble="")

    def drawn(self, beat: str, says: str, picture: str) -> View:
        """Return it with a beat's new still, and what is said with it."""
        beats = (
            replace(one, says=says, picture=picture, old=False, changed=one.picture not in ("", picture))
            if one.name == beat
            else one
            for one in self.beats
        )
        return replace(self, beats=tuple(beats))

    def filmed(self, clip: str, starts: Mapping[str, float]) -> View:
        """Return it with the scene's new clip, and when each beat begins in it."""
        beats = tuple(replace(beat, starts=starts.get(beat.name, 0.0)) for beat in self.beats)
        return replace(self, beats=beats, clip=clip, clip_old=False)

    def failed(self, why: str, drawn: Collection[str]) -> View:
        """Return it with what went wrong; what was not drawn before that is old."""
        beats = tuple(replace(beat, old=bool(beat.picture) and beat.name not in drawn) for beat in self.beats)
        return replace(self, beats=beats, clip_old=bool(self.clip), busy="", trouble=why)

    def pictures(self) -> set[str]:
        """Return the names of all files that it shows."""
        return {beat.picture for beat in self.beats if beat.picture} | ({self.clip} if self.clip else set())


class Board:
    """Where the view hangs: one thread puts it up, others wait for a newer one.

    Parameters
    ----------
    folder
        Where the pictures are; only files that the view names are given out.
    """

    def __init__(self, view: View, folder: Path) -> None:
        self.folder = folder
        self._view, self._number, self._ended = view, 1, False
        self._lock = threading.Condition()

    @property
    def view(self) -> View:
        """The view that hangs there now."""
        with self._lock:
            return self._view

    def put(self, view: View) -> None:
        """Put up another view."""
        with self._lock:
            self._view, self._number = view, self._number + 1
            self._lock.notify_all()

    def tidy(self) -> None:
        """Remove the files that are no longer shown; not while somebody draws, whose files are not shown yet."""
        shown = self.view.pictures()
        for path in self.folder.iterdir():
            if path.is_file() and path.name not in shown:
                path.unlink(missing_ok=True)

    def end(self) -> None:
        """Let nobody wait any longer."""
        with self._lock:
            self._ended = True
            self._lock.notify_all()

    def newer(self, than: int, seconds: float) -> tuple[int, View] | None:
        """Wait for a view with a larger number than this; None if there is none after so many seconds.

        Raises
        ------
        EOFError
            If there will be none any more.
        """
        with self._lock:
            self._lock.wait_for(lambda: self._ended or self._number > than, seconds)
            if self._ended:
                raise EOFError
            return (self._number, self._view) if self._number > than else None

    def file(self, name: str) -> Path | None:
        """Return the file of a picture that is shown; None of anything else."""
        return self.folder / name if name in self.view.pictures() else None
