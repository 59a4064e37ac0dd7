"""A card before each chapter of a film that tells several: its title over a picture, and the question it answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import numpy as np
from manim import RIGHT, Animation, Group, Mobject

from netsim import Given
from scenes.camera.fading import Fade, FadeOut
from scenes.look.measures import gap
from scenes.mobjects.sliding import Slide
from scenes.mobjects.type.typeset import Words
from scenes.parts.calculus.link.standing import link_stands, smallest_network_stands
from scenes.parts.descent.hero.standing import first_picture_stands, network_stands
from scenes.parts.nudges.hero.standing import dark_network_stands
from scenes.stage.beats import Beat, beat
from scenes.stage.joins import Standing
from scenes.stage.stage import TraceScene
from scenes.story.told import Part, known_as

DIM = 1 / 2  # how opaque the picture is under the title
LARGER = 5 / 3  # than other titles


class ChapterCard(TraceScene):
    """A chapter's title over the picture that it begins with, which is dimmed, and stands in the middle under it.

    Attributes
    ----------
    way
        From where the picture stands in the chapter to where it stands here.
    """

    def setup(self) -> None:
        self.way = np.zeros(3)

    def announce(self, beat: Beat) -> list[Words]:
        """Set the title over the picture, in the middle, as large as it has room up to a size."""
        title, (_, line) = self.format.title, self.format.title_lines
        words = Words(self.titled(self.words), self.theme, size="title")
        self._heading = title.stand(words.scale(min(LARGER, title.width / float(words.width))), line)
        return [self._heading]

    def arrivals(self, staged: list[Mobject], untouched: bool) -> list[Animation]:
        """Return what takes the picture that stood before to the card's, in the middle, and dims it."""
        coming = super().arrivals(staged, untouched)
        leaving = [fade for fade in coming if fade.is_remover()]
        aside = self.stage.x - self.stands.get_x()
        self.way = aside * RIGHT if abs(aside) > gap.large else self.way
        if coming:
            self.stands.shift(self.way)
        there = [] if coming else [Slide(self.stands, self.way)]
        return [*leaving, *there, Fade(self.stands, start=0 if coming else 1, end=DIM, introducer=bool(coming))]

    def leave(self, *mobjects: Mobject) -> None:
        """Let things go; the picture becomes bright again and goes where it stands, unless it goes with them."""
        goes = self.stands in mobjects
        others = [mobject for mobject in mobjects if mobject is not self.stands]
        picture = Fade(self.stands, start=DIM, end=0 if goes else 1, remover=goes)
        home = [] if goes else [Slide(self.stands, -self.way)]
        self.play(FadeOut(Group(*others)), picture, *home, run_time=self.theme.time.fade)

    @beat
    def the_question(self) -> None:
        """Ask what the chapter answers."""


class DescentOpens(ChapterCard):
    """Before the chapter on gradient descent."""

    chapter = "descent"
    asks: ClassVar[tuple[str, ...]] = ("classes",)
    needs: ClassVar[tuple[str, ...]] = ("data", "learning")
    opens_with: ClassVar[Standing | None] = first_picture_stands
    closes_with: ClassVar[Standing | None] = first_picture_stands


class DescentOpensOnNumbers(DescentOpens):
    """The same where outputs are numbers: nobody can see at a glance whether they are right."""

    asks = ()
    needs = ()
    opens_with = network_stands
    closes_with = network_stands


class NudgesOpens(ChapterCard):
    """Before the chapter on backpropagation."""

    chapter = "nudges"
    opens_with = dark_network_stands
    closes_with = dark_network_stands


class CalculusOpens(ChapterCard):
    """Before the chapter on the chain rule."""

    chapter = "calculus"
    needs: ClassVar[tuple[str, ...]] = ("chain",)
    opens_with: ClassVar[Standing | None] = smallest_network_stands
    closes_with: ClassVar[Standing | None] = smallest_network_stands


class CalculusOpensOnTheLink(CalculusOpens):
    """The same where it begins with the last link opened, as the short film does."""

    needs = ("chain", "threads", "links")
    opens_with = link_stands
    closes_with = link_stands


CARDS = {card.chapter: card for card in (DescentOpens, NudgesOpens, CalculusOpens)}


def with_cards(parts: Sequence[Part], opens: str = "", given: Given | None = None) -> tuple[Part, ...]:
    """Put a card where each chapter begins of a story that has several; one chapter alone needs none.

    Parameters
    ----------
    opens
        The name of a scene that comes before its chapter's card.
    given
        What is given of the run that is told; None for one that has all that cards ask for.
    """
    if len({part.scene.chapter for part in parts}) < 2:
        return tuple(parts)
    told: list[Part] = []
    begun: set[str] = set()
    for part in parts:
        chapter = part.scene.chapter
        if chapter not in begun and opens.lower() not in map(str.lower, known_as(part.scene)):
            begun.add(chapter)
            told.append(Part(_card_before(part.scene, given), None))
        told.append(part)
    return tuple(told)


def _card_before(scene: type[TraceScene], given: Given | None) -> type[ChapterCard]:
    """Return the card of a chapter that begins with a scene: over the picture that this begins with, if one has it."""
    usual = CARDS[scene.chapter]
    if given is not None and usual.lacks(given):
        return DescentOpensOnNumbers
    return CalculusOpensOnTheLink if scene.opens_with is CalculusOpensOnTheLink.opens_with else usual
