"""The three chapters: their names and how many beats the story has in each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Chapter:
    """One part of the story; ``letter`` begins the ids of its beats (N4)."""

    key: str
    letter: str
    title: str
    beats: int


CHAPTERS = {
    chapter.key: chapter
    for chapter in (
        Chapter("descent", "D", "Gradient descent", 16),
        Chapter("nudges", "N", "Backpropagation, intuitively", 16),
        Chapter("calculus", "K", "Backpropagation calculus", 16),
    )
}
