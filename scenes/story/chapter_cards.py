"""A card before each chapter of a film that tells several: its title, and the question that it answers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from netsim import Trace
from scenes.mobjects.type.typeset import Words
from scenes.stage.beats import Beat, beat
from scenes.stage.stage import Fact, TraceScene
from scenes.story.chapters import CHAPTERS
from scenes.story.told import Part


class ChapterCard(TraceScene):
    """A chapter's title in the middle of the picture."""

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {"question": CHAPTERS[cls.chapter].question}

    def _announce(self, beat: Beat) -> None:
        """Set the title in the middle: a card has no other picture."""
        self._heading = Words(self.title, self.theme, size="title")
        self.add(self._heading)

    @beat
    def the_question(self) -> None:
        """{question}"""


class DescentOpens(ChapterCard):
    """Before the chapter on gradient descent."""

    chapter = "descent"
    title = CHAPTERS["descent"].title


class NudgesOpens(ChapterCard):
    """Before the chapter on backpropagation."""

    chapter = "nudges"
    title = CHAPTERS["nudges"].title


class CalculusOpens(ChapterCard):
    """Before the chapter on the chain rule."""

    chapter = "calculus"
    title = CHAPTERS["calculus"].title


CARDS = {card.chapter: card for card in (DescentOpens, NudgesOpens, CalculusOpens)}


def with_cards(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Put a card before each chapter of a story that has several; one chapter alone needs none."""
    chapters = [list(told) for _, told in groupby(parts, key=lambda part: part.scene.chapter)]
    if len(chapters) < 2:
        return tuple(parts)
    return tuple(part for told in chapters for part in (Part(CARDS[told[0].scene.chapter], None), *told))
