"""The three chapters: how many beats the story has in each, and what begins the beats' ids.

Their titles and questions are messages, ``chapter-descent`` and ``chapter-descent.question``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Chapter:
    """One part of the story; ``letter`` begins the ids of its beats (N4)."""

    key: str
    letter: str
    beats: int

    @property
    def message(self) -> str:
        """The message that is its title."""
        return f"chapter-{self.key}"


CHAPTERS = {
    chapter.key: chapter
    for chapter in (Chapter("descent", "D", 16), Chapter("nudges", "N", 16), Chapter("calculus", "K", 16))
}
