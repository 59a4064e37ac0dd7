"""What is said of the first picture is true of every lesson (D1)."""

from __future__ import annotations

import pytest

from scenes.descent.never_told import NeverTold
from tests.scenes.conftest import recorded


@pytest.mark.parametrize(
    ("name", "said", "unsaid"),
    [
        ("784-16-16-10", "60 handwritten digits, and one answer to all of them: 0.", "Only"),
        ("784-16-16-10", "in 6,000 small steps. Nobody says how a 2 looks.", "tell one class"),
        ("784-16-16-10", "All 60 are right, and nobody programmed this.", "Now 60"),
        (
            "26-classes",
            "Now it is trained, in 32 small steps. Nobody says how to tell one class from",
            "looks",
        ),
        ("26-classes", "Now 4 are right, and nobody programmed this.", "All 60"),
        ("csv", "60 examples, and one answer to all of them: letter.", "digits"),
        ("csv", "How is a network trained, and what does it learn?", "programmed"),
        ("trained", "After 3,200 steps of its training a network is asked 60 times.", "knows nothing"),
    ],
)
def test_captions_follow_the_lesson(name: str, said: str, unsaid: str) -> None:
    told = " ".join(NeverTold.says(recorded(name)).values())
    assert said in told
    assert unsaid not in told
