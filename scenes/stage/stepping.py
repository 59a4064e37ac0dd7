"""Steps of a beat: where one who tells it by hand may stop, each with a picture that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from manim import Scene

from scenes.look.theme import Theme

# No step is shorter than so many seconds of film.
SHORTEST = 1.0
# Times that were added up otherwise agree but for so much.
NEARLY = 1e-6


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
        self.begin_steps()

    def begin_steps(self) -> None:
        """Forget the steps so far: a beat begins."""
        self._began = self.time
        self._found: list[tuple[float, bool]] = []  # when, and whether the picture rests before that
        self._marked: list[tuple[float, bool]] = []
        self._changed = True

    def step(self) -> None:
        """Let the picture rest, and end a step here: of this beat, none ends where it is not said so."""
        self.wait(self.theme.time.still)
        self._marked.append((self.time, True))

    def play(self, *animations: Any, **manim: Any) -> None:
        """Play animations, as Manim does, and note whether a step may end with them."""
        before = self.time
        super().play(*animations, **manim)
        rests = self.is_current_animation_frozen_frame()
        if rests and not self._changed and self._found:
            del self._found[-1]  # it ends when its rest is over
        if rests or self.time - before > self.theme.time.move - NEARLY:
            self._found.append((self.time, rests))
            self._changed = False
        else:
            self._changed = True

    def ends_of_steps(self, fps: int) -> Iterator[int]:
        """Yield the frame of the beat that stands when a step ends, for each but the last, which ends with the beat.

        No step is shorter than `SHORTEST`, the last one neither.
        """
        last, over = 0.0, self.time - self._began
        for when, rests in self._marked or self._found:
            end = when - self._began
            if min(end - last, over - end) > SHORTEST - NEARLY:
                yield round(end * fps) - rests
                last = end
