"""The three chapters: their names and how many beats the story has in each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Chapter:
    """One part of the story; ``letter`` begins the ids of its beats (N4), ``question`` is what it answers."""

    key: str
    letter: str
    title: str
    beats: int
    question: str


CHAPTERS = {
    chapter.key: chapter
    for chapter in (
        Chapter("descent", "D", "Gradient descent", 16, "How does a network learn from examples?"),
        Chapter("nudges", "N", "Backpropagation, intuitively", 16, "What does an example want of every weight?"),
        Chapter(
            "calculus",
            "K",
            "Backpropagation calculus",
            16,
            "How does the cost answer to one weight, in formulas and numbers?",
        ),
    )
}
