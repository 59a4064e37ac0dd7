"""A card before each chapter of a film that tells several: its title, and the question that it answers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from scenes.mobjects.type.typeset import Words
from scenes.stage.beats import Beat, beat
from scenes.stage.stage import TraceScene
from scenes.story.told import Part


class ChapterCard(TraceScene):
    """A chapter's title in the middle of the picture."""

    def announce(self, beat: Beat) -> list[Words]:
        """Set the title in the middle: a card has no other picture."""
        self._heading = Words(self.titled(self.words), self.theme, size="title")
        return [self._heading]

    @beat
    def the_question(self) -> None:
        """Ask what the chapter answers."""


class DescentOpens(ChapterCard):
    """Before the chapter on gradient descent."""

    chapter = "descent"


class NudgesOpens(ChapterCard):
    """Before the chapter on backpropagation."""

    chapter = "nudges"


class CalculusOpens(ChapterCard):
    """Before the chapter on the chain rule."""

    chapter = "calculus"


CARDS = {card.chapter: card for card in (DescentOpens, NudgesOpens, CalculusOpens)}


def with_cards(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Put a card before each chapter of a story that has several; one chapter alone needs none."""
    chapters = [list(told) for _, told in groupby(parts, key=lambda part: part.scene.chapter)]
    if len(chapters) < 2:
        return tuple(parts)
    return tuple(part for told in chapters for part in (Part(CARDS[told[0].scene.chapter], None), *told))
