"""Moments of a beat: where one who tells it by hand may stop, and when the picture that stands for it is taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from manim import Animation, AnimationGroup, Scene

from scenes.look.theme import Theme

# No step is shorter than so many seconds of film.
SHORTEST = 1.0
# Times that were added up otherwise agree but for so much.
NEARLY = 1e-6


class Last(Enum):
    """How what was played last stands to the last step that was found: whether it may still go on."""

    COMPLETE = auto()  # a change is: what is short goes with it, or a rest
    REPLACED = auto()  # something then came in the place of another, and goes with it if the picture rests
    RESTS = auto()  # only a rest goes on
    OVER = auto()  # another step has begun


@dataclass
class Steps:
    """The steps of a beat so far, by Manim's clock: when each ends, and whether the picture rests before that.

    Attributes
    ----------
    began
        When the beat began.
    found, marked
        Those that follow from what was played, and those that the scene says.
    last
        Whether the last that was found may go on.
    moves
        From when to when something moved.
    """

    began: float = 0.0
    found: list[tuple[float, bool]] = field(default_factory=list)
    marked: list[tuple[float, bool]] = field(default_factory=list)
    last: Last = Last.OVER
    moves: list[tuple[float, float]] = field(default_factory=list)


class Stepping(Scene):
    """A scene that takes note of where its beats may be stopped.

    A step ends where a change is complete that lasted at least as long as the theme's `move`, and where the picture
    rests. What is shorter completes the step before it, as a label that comes; but something that goes to make room
    begins the step that follows, and so does what comes in the place of another, unless the picture rests then. A beat
    that marks steps itself ends them there alone.

    Attributes
    ----------
    theme
        Its times say how long a move lasts.
    """

    theme: Theme

    def __init__(self, **manim: Any) -> None:
        super().__init__(**manim)
        self._steps_so_far = Steps()

    def begin_steps(self) -> None:
        """Forget the steps so far: a beat begins."""
        self._steps_so_far = Steps(self.time)

    def step(self) -> None:
        """End a step here; of this beat, none ends where it is not said so."""
        self._steps_so_far.marked.append((self.time, False))

    def play(self, *animations: Any, **manim: Any) -> None:
        """Play animations, as Manim does, and note whether a step may end with them."""
        before, steps = self.time, self._steps_so_far
        super().play(*animations, **manim)
        if not self.is_current_animation_frozen_frame():
            steps.moves.append((before, self.time))
        self._note(steps, self.time - before)

    def _note(self, steps: Steps, seconds: float) -> None:
        """Note where the steps of a beat end, now that something was played for so long."""
        rests = self.is_current_animation_frozen_frame()
        moves = not rests and seconds > self.theme.time.move - NEARLY
        parts = list(_parts(self.animations or ()))
        leaves, comes = any(one.is_remover() for one in parts), any(one.is_introducer() for one in parts)
        if rests or moves or (steps.last is Last.COMPLETE and not leaves):
            if not moves and steps.last is not Last.OVER:
                del steps.found[-1]  # it ends now
            steps.found.append((self.time, rests))
            steps.last = Last.RESTS if rests else Last.COMPLETE
        elif comes and steps.last in (Last.COMPLETE, Last.REPLACED):
            steps.last = Last.REPLACED
        elif leaves or steps.last is Last.RESTS:
            steps.last = Last.OVER

    def ends_of_steps(self, fps: int) -> Iterator[int]:
        """Yield the frame of the beat that stands when a step ends, for each but the last, which ends with the beat.

        No step is shorter than `SHORTEST`, the last one neither.

        Parameters
        ----------
        fps
            Frames of film a second.

        Yields
        ------
        int
            Counted from the beat's first frame, which is 0; ascending.
        """
        steps, last = self._steps_so_far, 0.0
        over = self.time - steps.began
        for when, rests in steps.marked or steps.found:
            end = when - steps.began
            if min(end - last, over - end) > SHORTEST - NEARLY:
                yield round(end * fps) - rests
                last = end

    def moment_of(self, share: float) -> float:
        """Return when so great a share of what moves in the beat is over, in seconds of Manim's clock.

        It is the same whoever speaks, however fast one reads, and so in every language; 1 is the end of the beat.
        """
        steps = self._steps_so_far
        left = share * sum(after - before for before, after in steps.moves)
        for before, after in steps.moves if share < 1 else ():
            if left <= after - before:
                return before + left
            left -= after - before
        return self.time

    def frame_of(self, share: float, fps: int) -> int:
        """Return which frame of the beat is shown then, of so many a second; its first is 0."""
        return int((self.moment_of(share) - self._steps_so_far.began) * fps + NEARLY)


def _parts(animations: Iterable[Animation]) -> Iterator[Animation]:
    """Walk over animations, and those that others are made of."""
    for animation in animations:
        yield animation
        if isinstance(animation, AnimationGroup):
            yield from _parts(animation.animations)
