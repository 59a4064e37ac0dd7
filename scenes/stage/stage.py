"""The stage: what every scene is given, and how its beats follow each other.

A scene is a :class:`TraceScene` with ``@beat`` methods. The stage owns the title, the caption
and the pauses; the scene owns what happens between them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from manim import Animation, Camera, Mobject

from netsim import Trace, TraceError
from scenes.camera.camera import StageCamera
from scenes.lesson.kept_traces import default_lesson, default_trace
from scenes.look.theme import Theme
from scenes.stage.beats import up_to_the_last
from scenes.stage.formats import WIDE, Format
from scenes.stage.heard.voice import Voice
from scenes.stage.imprinting import imprinted
from scenes.stage.joins import Standing
from scenes.stage.telling import Telling
from scenes.stage.viewpoint import Viewpoint, moves_the_view
from scenes.words.messages import Messages

# The section in which the stage is cleared; no beat can have this name.
END = "the-end"


class TraceScene(Telling):
    """A scene that replays a trace, beat by beat.

    Parameters
    ----------
    trace
        The record that is shown; by default that of the lesson that NUDGE_LESSON names, or of the bundled one, and
        then look and words are that lesson's too.
    captions
        Whether what is said stands on screen too; by default it does.
    theme
        The look; dark by default.
    pace
        How fast the story goes: 2 halves every duration, 0.5 doubles it.
    told
        Names of the beats that are told; by default all. A beat that is left out still happens, at
        once and without a word, for the picture of those that follow, if one does.
    words
        The messages that are said; English by default.
    frame
        Its format, as Manim is set up for it; 16:9 by default.
    voice
        What is heard of each beat, by its name; by default nothing is.
    stood_before, leads_on
        The picture that stands before, and whether the one that stands at the end is taken over: see `Joined`.

    Raises
    ------
    TraceError
        If the trace lacks what the scene asks for, or an exhibit that it shows.

    Attributes
    ----------
    viewpoint
        Where the camera looks: its `on` and `back` are animations, to be played with others.
    """

    needs: ClassVar[tuple[str, ...]] = ()  # exhibits of the trace that the scene shows

    def __init__(
        self,
        trace: Trace | None = None,
        captions: bool | None = None,
        theme: Theme | None = None,
        pace: float | None = None,
        told: Collection[str] | None = None,
        words: Messages | None = None,
        frame: Format = WIDE,
        stood_before: Standing | None = None,
        leads_on: bool = False,
        voice: Mapping[str, Voice] | None = None,
        **manim: Any,
    ) -> None:
        super().__init__(**{"camera_class": StageCamera} | manim)
        if trace is None:
            lesson = default_lesson()
            trace, words = default_trace(lesson), words or lesson.words()
            theme, pace = theme or lesson.theme(), pace or lesson.look.pace
            captions = lesson.look.captions if captions is None else captions
        self.trace, self.words, self.voice = trace, words or Messages.load(), voice or {}
        missing = self.missing(trace)
        if missing:
            raise TraceError(missing)
        self.captions = captions is not False
        self.theme = (theme or Theme.load()).at_pace(pace or 1.0).in_manner(self.words.manner)
        self.format = replace(frame, type=self.theme.scale)
        self.told, self.stood_before, self.leads_on = told, stood_before, leads_on
        self.viewpoint = Viewpoint(self.camera, self.format.stage)

    @classmethod
    def missing(cls, trace: Trace) -> str:
        """Return a sentence on what a trace lacks for this scene, of its run or of its exhibits; "" if nothing."""
        for exhibit in cls.needs:
            if not trace.has(exhibit):
                return cls.lacks(trace.given) or (
                    f"{cls.__name__} shows the exhibit {exhibit!r}, which the trace does not have; "
                    "record it anew, with what its scenes need."
                )
        return cls.lacks(trace.given)

    def construct(self) -> None:
        """Tell the beats in order, up to the last that is told, then leave the stage; each is a section of its own."""
        if isinstance(self.camera, Camera):
            if isinstance(self.camera, StageCamera):
                size = (self.camera.pixel_width, self.camera.pixel_height)
                self.camera.imprint = imprinted(self.theme, self.format, *size)
            self.camera.background_color = self.theme.of("background")
        said = self.sentences(self.trace, self.words)
        if self.stands is not None:
            self.add(self.stands)
        for beat, is_told in up_to_the_last(self.beats_for(self.trace.given), self.told):
            if is_told:
                self.next_section(beat.name)
                self.begin_steps()
                self._tell(beat, said[beat.name])
            else:
                self._pass_over(beat)
        self.next_section(END)
        self.begin_steps()
        if self.leads_on and self.closes:
            self.hand_over()
            self.leave(*self.heading, *self.caption)
        else:
            self.clear_stage()

    @property
    def closes(self) -> bool:
        """Whether the last beat, from whose picture it hands over, can be told of the trace."""
        return self.beats()[-1] in self.beats_for(self.trace.given)

    def get_moving_mobjects(self, *animations: Animation) -> list[Mobject]:
        """Return what is painted in each frame of animations: all, if the camera moves; what is pinned lies over it."""
        moving = self.mobjects if moves_the_view(animations) else super().get_moving_mobjects(*animations)
        over = [mobject for mobject in self.staged() if self.viewpoint.pins(mobject) and mobject not in moving]
        return [*moving, *over] if moving else []
