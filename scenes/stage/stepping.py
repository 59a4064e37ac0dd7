"""Steps of a beat: where one who tells it by hand may stop, each with a picture that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from manim import Scene

from scenes.look.theme import Theme

# No step is shorter than so many seconds of film.
SHORTEST = 1.0
# Times that were added up otherwise agree but for so much.
NEARLY = 1e-6


@dataclass
class Steps:
    """The steps of a beat so far, by Manim's clock: when each ends, and whether the picture rests before that.

    Attributes
    ----------
    began
        When the beat began.
    found, marked
        Those that follow from what was played, and those that the scene says.
    changed
        Whether something was played since the last that was found.
    """

    began: float = 0.0
    found: list[tuple[float, bool]] = field(default_factory=list)
    marked: list[tuple[float, bool]] = field(default_factory=list)
    changed: bool = True


class Stepping(Scene):
    """A scene that takes note of where its beats may be stopped.

    A step ends where a change is complete that lasted at least as long as the theme's `move`, and where the picture
    rests; what is shorter, such as something that goes to make room, belongs to the step that follows it. A beat
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
        before = self.time
        super().play(*animations, **manim)
        steps, rests = self._steps_so_far, self.is_current_animation_frozen_frame()
        if rests and not steps.changed and steps.found:
            del steps.found[-1]  # it ends when its rest is over
        steps.changed = not (rests or self.time - before > self.theme.time.move - NEARLY)
        if not steps.changed:
            steps.found.append((self.time, rests))

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
