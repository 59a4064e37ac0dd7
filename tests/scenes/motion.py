"""What an inspector looks for while the picture moves: a value that is not, in that moment, what was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from weakref import WeakKeyDictionary, WeakSet

import numpy as np
from manim import Animation, AnimationGroup, DrawBorderThenFill, Mobject, Scene, ShowPartial, Transform, VMobject, Wait

from netsim import Reading, Trace
from netsim.figures.registry import held
from scenes.camera.fading import FadeOut
from scenes.camera.painted import Painted
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.network.edges import Edges
from scenes.words.numbers import DRAWN

#: Manim's ways to let pictures enter, leave and glide: what a picture shows on such a way is not said of it.
GLIDES = (Transform, ShowPartial, DrawBorderThenFill)


def running(animations: Iterable[Animation]) -> Iterator[Animation]:
    """Yield the animations that move something, those of groups one by one."""
    for animation in animations:
        if isinstance(animation, AnimationGroup):
            yield from running(animation.animations)
        else:
            yield animation


def painted(picture: Mobject) -> list[Mobject]:
    """Return the parts of a picture that are painted; edges whose level is 0 are not."""
    dark = {part for part in picture.get_family() if isinstance(part, Edges) and not part.level.any()}
    return [part for part in picture.get_family() if part.has_points() and part not in dark]


def stands_in(trace: Trace, reading: Reading) -> bool:
    """Whether a reading is the trace's, or counts what is drawn, which is no number of a trace."""
    return reading.key == DRAWN or held(trace, reading)


class Watch:
    """Watches a scene while it moves, and keeps what it saw: what was false, and what faded out."""

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self._known: WeakSet[Reading] = WeakSet()
        self._seen: WeakKeyDictionary[Mobject, int] = WeakKeyDictionary()
        self.faults: list[str] = []
        self.gone: WeakSet[Mobject] = WeakSet()
        self.looked_at = 0

    def __call__(self, scene: Scene) -> None:
        """Look at all that may move now but for what Manim lets glide."""
        moved = list(running(scene.animations or ()))
        for one in moved:
            if isinstance(one, FadeOut):
                self.gone.update(painted(one.mobject))
            elif not isinstance(one, Wait):
                self.gone.difference_update(painted(one.mobject))
        gliding = {part for one in moved if isinstance(one, GLIDES) for part in one.mobject.get_family()}
        gliding = {part for part in gliding if not isinstance(part, Painted)}  # Manim cannot change what these show
        for picture in scene.moving_mobjects:
            if isinstance(picture, Quantity) and picture not in gliding and picture.reading is not None:
                self._look_at(picture)

    def told(self) -> list[str]:
        """Return what was false since this was last asked, each once."""
        told, self.faults = list(dict.fromkeys(self.faults)), []
        self.gone.clear()
        return told

    def came_back(self, staged: Iterable[Mobject]) -> list[str]:
        """Return what faded out since this was last asked, and stands there none the less."""
        return [type(part).__name__ for picture in staged for part in painted(picture) if part in self.gone]

    def _look_at(self, picture: Quantity) -> None:
        """Look at a picture, unless it is drawn as it was when last looked at."""
        drawn = fingerprint(picture)
        if self._seen.get(picture) == drawn:
            return
        self._seen[picture] = drawn
        self.looked_at += 1
        assert picture.reading is not None
        for reading in (picture.reading, picture.glides_from):
            if not self._held(reading):
                self.faults.append(f"{type(picture).__name__} moves through what is not the trace's: {reading}")
        if not agrees_now(picture):
            self.faults.append(f"{type(picture).__name__} of {picture.reading.key} moves through {picture.shown()}")

    def _held(self, reading: Reading | float | None) -> bool:
        """Whether a reading is the trace's; nothing is, and so is the 0 that something grows from."""
        if not isinstance(reading, Reading):
            return not reading
        if reading not in self._known and stands_in(self._trace, reading):
            self._known.add(reading)
        return reading in self._known


def agrees_now(picture: Quantity) -> bool:
    """Whether what a picture shows is its reading, to its rounding; if it glides, whether it is on its way there."""
    assert picture.reading is not None
    end = np.asarray(picture.reading.value)
    come = picture.glides_from
    start = end if come is None else np.asarray(come.value if isinstance(come, Reading) else come, dtype=float)
    if picture.signless:
        start, end = np.abs(start), np.abs(end)
    shown, slack = np.asarray(picture.shown()), picture.rounding + 1e-9
    low, high = np.minimum(start, end) - slack, np.maximum(start, end) + slack
    return bool(np.all(((low <= shown) & (shown <= high)) | np.isnan(shown)))


def fingerprint(picture: Quantity) -> int:
    """Return what tells a picture's drawing, and what it claims, from others of it."""
    drawn: list[bytes | float] = [id(picture.reading), id(picture.glides_from)]
    for part in picture.get_family():
        drawn.append(part.signature() if isinstance(part, Painted) else part.points.tobytes())
        if isinstance(part, VMobject):
            drawn += [part.fill_rgbas.tobytes(), part.stroke_rgbas.tobytes(), float(part.stroke_width)]
    return hash(tuple(drawn))
