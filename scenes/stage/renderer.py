"""A renderer that keeps time with what is passed over, and draws nothing of it."""

from __future__ import annotations

from typing import Any

from manim.renderer.cairo_renderer import CairoRenderer


class StageRenderer(CairoRenderer):
    """Manim's renderer, but for this: while animations are skipped it draws no frame, where Manim's draws one each."""

    def save_static_frame_data(self, *args: Any, **kwargs: Any) -> Any:
        """Draw what rests in an animation, unless that is skipped."""
        self.static_image = None
        return None if self.skip_animations else super().save_static_frame_data(*args, **kwargs)

    def update_frame(self, *args: Any, **kwargs: Any) -> None:
        """Draw a frame, unless animations are skipped."""
        if not self.skip_animations:
            super().update_frame(*args, **kwargs)

    def freeze_current_frame(self, duration: float) -> None:
        """Write the frame for as long as a rest lasts, unless that is skipped."""
        if not self.skip_animations:
            super().freeze_current_frame(duration)
