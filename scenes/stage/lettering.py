"""What stands around the stage: the title with the line under it, and the caption."""

from __future__ import annotations

from typing import Any, ClassVar

from manim import LEFT, Mobject, VGroup

from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.theme import Theme
from scenes.mobjects.type.typeset import Words, paragraph
from scenes.stage.beats import Beat
from scenes.stage.chapters import CHAPTERS
from scenes.stage.speaking import Speaking
from scenes.stage.verbs import Verbs


class Lettered(Speaking, Verbs):
    """A scene with a title and captions.

    Attributes
    ----------
    captions
        Whether what is said stands on screen too.
    """

    chapter: ClassVar[str] = "nudges"
    captions: bool

    def __init__(self, **manim: Any) -> None:
        super().__init__(**manim)
        self._heading: Words | None = None
        self._place: Words | None = None
        self._caption: VGroup | None = None

    def announce(self, beat: Beat) -> list[Words]:
        """Set the title once, and the line under it whenever the story's count goes on; return what is new of them."""
        chapter = CHAPTERS[self.chapter]
        number = beat.id.removeprefix(chapter.letter)
        place = self.words.say(
            "place",
            {
                "chapter": self.words.say(chapter.message, {}),
                "number": int(number) if number.isdecimal() else number or "none",
                "beats": chapter.beats,
            },
        )
        if self._place is not None and self._place.sentence == place:
            return []
        title, (first, second) = self.format.title, self.format.title_lines
        new = []
        if self._heading is None:
            heading = Words(self.titled(self.words), self.theme, size="title")
            smallest = self.theme.size.body / self.theme.size.title  # where it has no room otherwise
            tight = max(smallest, min(1, title.width / float(heading.width)))
            self._heading = title.stand(heading.scale(tight), first, LEFT)
            above = float(self._heading.get_top()[1]) - title.top  # Chinese letters rise over Latin ones
            self._heading.shift((0, min(0, -above), 0))
            new.append(self._heading)
        if self._place is not None:
            self.remove(self._place)
        second += min(0, self._heading.baseline - first)  # as far under it as ever
        self._place = title.stand(Words(place, self.theme, size="small", role="dim"), second, LEFT)
        self.pin(*self.heading)
        return [*new, self._place]

    def show_caption(self, lines: list[str], *heading: Words) -> None:
        """Replace the caption; its block stands in the middle of its zone; what is new of the heading comes with it."""
        coming: list[Mobject] = [*heading]
        if self.captions:
            block = paragraph(lines, self.said_in)
            block.shift((self.format.caption.x - block.get_x(), self.format.last_line(len(lines)), 0))
            self.pin(block)
            if self._caption is not None:
                self.play(FadeOut(self._caption, run_time=self.theme.time.fade / 2))
            self._caption = block
            coming.append(block)
        if coming:
            self.play(*map(FadeIn, coming), run_time=self.theme.time.fade / 2)

    @property
    def said_in(self) -> Theme:
        """The theme of captions: on an upright frame their type is larger."""
        return self.theme.at_scale(self.format.caption_size)

    @property
    def heading(self) -> list[Words]:
        """The title and the line under it, as far as they stand."""
        return [line for line in (self._heading, self._place) if line is not None]

    @property
    def caption(self) -> list[VGroup]:
        """The caption, if one stands."""
        return [] if self._caption is None else [self._caption]
